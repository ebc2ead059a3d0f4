import { createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto';
import sandboxKey from '../data/sandbox-key.json' with { type: 'json' };
import { WITH_LEGAL_BASIS, WITHOUT_LEGAL_BASIS } from '../folkeregister/packages.js';

/** What a client was made for in Digdir's portal; it decides which scopes it may have. */
export const INTEGRATION_TYPES = ['maskinporten', 'krr', 'idporten'] as const;
export type IntegrationType = (typeof INTEGRATION_TYPES)[number];

export interface RegisteredKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
  /** Milliseconds since 1970. */
  readonly registeredAt: number;
}

export interface MaskinportenClient {
  readonly clientId: string;
  /** Organisation number of the owner. */
  readonly organisation: string;
  readonly scopes: readonly string[];
  readonly integrationType: IntegrationType;
  /** At most five. Without any the client proves itself with an enterprise certificate of its organisation. */
  readonly keys: readonly RegisteredKey[];
  /** The one certificate the client is locked to, if it is. */
  readonly certificate?: X509Certificate;
}

export interface BuiltInClient extends MaskinportenClient {
  readonly description: string;
}

/** Invented organisations in the number series Norway sets aside for synthetic ones. */
export const MUNICIPALITY = '310475025';
export const SUPPLIER = '312497107';
export const CUSTOMER_WITHOUT_DELEGATION = '314245075';
const OTHER_ORGANISATION = '311938460';
const ORGANISATION_WITHOUT_KS_ACCESS = '313729141';

const FIKS_SCOPE = 'ks:fiks';
export const KRR_SCOPES: readonly string[] = ['krr:global/kontaktinformasjon.read', 'krr:global/digitalpost.read'];
export const DELEGATED_KRR_SCOPES: readonly string[] = ['krr:global/kontaktinfo.read', 'krr:global/postkasse.read'];

/** For Folkeregisteret without Fiks in between. */
const REGISTER_SCOPES: readonly string[] = [WITH_LEGAL_BASIS.scope, WITHOUT_LEGAL_BASIS.scope];

export const DEFAULT_SCOPES: readonly string[] = [FIKS_SCOPE, ...KRR_SCOPES, ...REGISTER_SCOPES];
export const SUPPLIER_SCOPES: readonly string[] = [FIKS_SCOPE, ...DELEGATED_KRR_SCOPES];

/** Which organisations the owner of a scope has opened it for; a scope that is not listed is open to everyone. */
export const ORGANISATIONS_WITH_ACCESS: ReadonlyMap<string, readonly string[]> = new Map([
  [FIKS_SCOPE, [MUNICIPALITY, OTHER_ORGANISATION, CUSTOMER_WITHOUT_DELEGATION]],
]);

const MILLISECONDS_PER_DAY = 86_400_000;

/** @param days how long ago; may be a fraction */
export const registeredDaysAgo = (days: number): number => Date.now() - days * MILLISECONDS_PER_DAY;

const { kty, kid, n, e } = sandboxKey.privateKey;
const publicKey = createPublicKey({ key: { kty, n, e }, format: 'jwk' });

const currentKey: RegisteredKey = { kid, publicKey, registeredAt: registeredDaysAgo(30) };
const expiredKey: RegisteredKey = {
  kid: 'norsk-kommune-sandbox-2025',
  publicKey,
  registeredAt: registeredDaysAgo(400),
};

export const DEFAULT_CLIENT: BuiltInClient = {
  clientId: '5be7915d-28b3-4470-aaa2-8501f28bb097',
  organisation: MUNICIPALITY,
  scopes: DEFAULT_SCOPES,
  integrationType: 'maskinporten',
  keys: [currentKey],
  description: 'Everything works.',
};

/** They sign with the same key as the default client. */
export const OTHER_CLIENTS: readonly BuiltInClient[] = [
  {
    ...DEFAULT_CLIENT,
    clientId: '154ab544-d0d0-491c-8c4e-39fba1c89242',
    scopes: [FIKS_SCOPE],
    description: 'Has only ks:fiks; asking for a KRR scope is refused (MP-200).',
  },
  {
    ...DEFAULT_CLIENT,
    clientId: '9ce197e1-d03d-4b57-ab96-8fa0819dccc9',
    organisation: ORGANISATION_WITHOUT_KS_ACCESS,
    scopes: [FIKS_SCOPE],
    description: 'KS has not opened ks:fiks for its organisation (MP-250).',
  },
  {
    ...DEFAULT_CLIENT,
    clientId: 'a2624be0-aef3-4faa-933e-2de41b3829b3',
    keys: [expiredKey],
    description: 'Its key was registered more than a year ago (MP-121).',
  },
  {
    ...DEFAULT_CLIENT,
    clientId: 'cb9827a4-13a3-4747-b1ea-08f1b4c1c93b',
    organisation: OTHER_ORGANISATION,
    scopes: [FIKS_SCOPE],
    description: 'Belongs to another organisation than the Fiks integration, so Fiks refuses the integration (401).',
  },
  {
    ...DEFAULT_CLIENT,
    clientId: 'bd95ca6c-2aff-463c-a4b4-3d7553d07661',
    integrationType: 'idporten',
    description: 'Was made for ID-porten, which gives it no scope here (MP-201).',
  },
  {
    ...DEFAULT_CLIENT,
    clientId: 'dd7ff470-2e37-476e-b765-bcd4ba570806',
    organisation: SUPPLIER,
    scopes: SUPPLIER_SCOPES,
    description:
      `A supplier. With consumer_org ${MUNICIPALITY}, a municipality that has delegated to it, ks:fiks, ` +
      'krr:global/kontaktinfo.read and krr:global/postkasse.read work; ' +
      `consumer_org ${CUSTOMER_WITHOUT_DELEGATION} has delegated nothing (MP-251).`,
  },
  {
    ...DEFAULT_CLIENT,
    clientId: 'e1f7b1a3-52c6-4f0e-9d35-8a6c0f4b7d21',
    scopes: [...DEFAULT_SCOPES, 'krr:global/hentendring.read'],
    description: 'May read the changes of KRR, which nobody new is allowed any more.',
  },
];

export const CERTIFICATE_CLIENT: BuiltInClient = {
  ...DEFAULT_CLIENT,
  clientId: '88ee5340-52fe-43cb-b796-5c8f9218e1b7',
  keys: [],
  description:
    'Has no registered key: it proves itself with an enterprise certificate and needs no key id. ' +
    'The certificate is in GET /admin/credentials, as a PKCS#12 file with its passphrase and as PEM.',
};

/** The private key, as the text a user pastes into a credential. */
export const PRIVATE_KEY_TEXT = JSON.stringify(sandboxKey.privateKey);
