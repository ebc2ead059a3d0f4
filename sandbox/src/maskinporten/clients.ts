import type { JWK } from 'jose';
import sandboxKey from '../data/sandbox-key.json' with { type: 'json' };

export interface RegisteredKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly postedDaysAgo: number;
}

export interface MaskinportenClient {
  readonly clientId: string;
  /** Organisation number of the owner; it becomes `consumer` in the token. */
  readonly organisation: string;
  readonly scopes: readonly string[];
  readonly key: RegisteredKey;
  readonly description: string;
}

/** Invented organisations in the number series Norway sets aside for synthetic ones. */
export const MUNICIPALITY = '310475025';
const OTHER_ORGANISATION = '311938460';
const ORGANISATION_WITHOUT_KS_ACCESS = '313729141';

const FIKS_SCOPE = 'ks:fiks';
const KRR_SCOPES = ['krr:global/kontaktinformasjon.read', 'krr:global/digitalpost.read'];

/** Which organisations the owner of a scope has opened it for; a scope that is not listed is open to everyone. */
export const ORGANISATIONS_WITH_ACCESS: ReadonlyMap<string, readonly string[]> = new Map([
  [FIKS_SCOPE, [MUNICIPALITY, OTHER_ORGANISATION]],
]);

const { kty, kid, use, n, e } = sandboxKey.privateKey;
const publicJwk: JWK = { kty, use, n, e };

const currentKey: RegisteredKey = { kid, publicJwk, postedDaysAgo: 30 };
const expiredKey: RegisteredKey = { kid: 'norsk-kommune-sandbox-2025', publicJwk, postedDaysAgo: 400 };

export const DEFAULT_CLIENT: MaskinportenClient = {
  clientId: '5be7915d-28b3-4470-aaa2-8501f28bb097',
  organisation: MUNICIPALITY,
  scopes: [FIKS_SCOPE, ...KRR_SCOPES],
  key: currentKey,
  description: 'Everything works.',
};

export const OTHER_CLIENTS: readonly MaskinportenClient[] = [
  {
    clientId: '154ab544-d0d0-491c-8c4e-39fba1c89242',
    organisation: MUNICIPALITY,
    scopes: [FIKS_SCOPE],
    key: currentKey,
    description: 'Has only ks:fiks; asking for a KRR scope is refused (MP-200).',
  },
  {
    clientId: '9ce197e1-d03d-4b57-ab96-8fa0819dccc9',
    organisation: ORGANISATION_WITHOUT_KS_ACCESS,
    scopes: [FIKS_SCOPE],
    key: currentKey,
    description: 'KS has not opened ks:fiks for its organisation (MP-250).',
  },
  {
    clientId: 'a2624be0-aef3-4faa-933e-2de41b3829b3',
    organisation: MUNICIPALITY,
    scopes: [FIKS_SCOPE, ...KRR_SCOPES],
    key: expiredKey,
    description: 'Its key was registered more than a year ago (MP-121).',
  },
  {
    clientId: 'cb9827a4-13a3-4747-b1ea-08f1b4c1c93b',
    organisation: OTHER_ORGANISATION,
    scopes: [FIKS_SCOPE],
    key: currentKey,
    description: 'Belongs to another organisation than the Fiks integration, so Fiks refuses the integration (401).',
  },
];

const clientsById = new Map([DEFAULT_CLIENT, ...OTHER_CLIENTS].map((client) => [client.clientId, client]));

export const findClient = (clientId: string): MaskinportenClient | undefined => clientsById.get(clientId);

/** The private key, as the text a user pastes into a credential. */
export const PRIVATE_KEY_TEXT = JSON.stringify(sandboxKey.privateKey);
