/**
 * The Maskinporten credential: who asks, and in which environment. Every service takes its environment from here, so a
 * test token never meets a production service.
 */
import { z } from 'zod/v4';
import { ServiceError } from '../http/serviceError';
import { isOrganisasjonsnummer } from '../identifiers/organisasjonsnummer';
import { isUuid } from '../identifiers/uuid';
import type { KeyMaterial } from './keys/signingKey';
import { refuseRetired } from './retiredHosts';

const ENVIRONMENTS = ['test', 'production', 'sandbox', 'custom'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

export interface MaskinportenCredential extends KeyMaterial {
  readonly environment: EnvironmentName;
  /** Root of a local sandbox, without a slash at the end; used when the environment is `sandbox`. */
  readonly sandboxUrl: string;
  /** Audience of the grant, to the letter; used when the environment is `custom`. */
  readonly issuer: string;
  /** Where tokens are asked for; used when the environment is `custom`. */
  readonly tokenUrl: string;
  /** UUID, called "Integrasjonens identifikator" in Digdir's portal. */
  readonly clientId: string;
  /** Nine digits: the customer on whose behalf a supplier asks; empty for one's own organisation. */
  readonly consumerOrg: string;
  readonly resource: string;
  readonly extraScopes: readonly string[];
  /** RFC 9396, as it is sent; absent when none is needed. */
  readonly authorizationDetails?: readonly unknown[];
}

const incomplete = (field: string, message: string, action: string): ServiceError =>
  new ServiceError('ERR_CREDENTIAL_INCOMPLETE', message, action, { service: 'maskinporten', field });

/** This machine, or a neighbour in the same container network that is named for what it is. Anything else could be anybody's. */
const isLocal = ({ hostname }: URL): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|host\.(?:docker|containers)\.internal|[a-z0-9-]*sandbox[a-z0-9-]*)$/.test(
    hostname,
  );

const webAddress = (text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.username === '' ? url : undefined;
};

const readSandboxUrl = (text: string): string => {
  refuseRetired(text, 'sandboxUrl');
  const url = webAddress(text);
  if (!url || !isLocal(url)) {
    throw incomplete(
      'sandboxUrl',
      'The sandbox address in the Maskinporten credential is not a web address on this machine.',
      'Give the address the sandbox printed when it started, such as http://127.0.0.1:8440.',
    );
  }
  return url.href.replace(/\/+$/, '');
};

/** Digdir's own issuers have an environment of their own here, which also decides the services that are called. */
const DIGDIR = /^(?:test\.)?maskinporten\.no$/;

const readCustom = (text: string, field: 'issuer' | 'tokenUrl', title: string): string => {
  refuseRetired(text, field);
  const url = webAddress(text);
  if (!url || (url.protocol === 'http:' && !isLocal(url))) {
    throw incomplete(
      field,
      `The ${title} in the Maskinporten credential is not a web address with https.`,
      'Give the whole address, or choose Test or Production as the environment.',
    );
  }
  if (DIGDIR.test(url.hostname)) {
    throw incomplete(
      field,
      `The ${title} in the Maskinporten credential is Digdir's own.`,
      `Choose ${url.hostname.startsWith('test.') ? 'Test' : 'Production'} as the environment; nothing else is needed.`,
    );
  }
  return text;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Characters; real ones have some tens. */
const LONGEST_KEY_ID = 200;

/** Key ids are shown and sent in clear, so a key that was pasted as one must be found out. */
const readKeyId = (text: string): string => {
  if (text.length <= LONGEST_KEY_ID && !/-----BEGIN|[\r\n{}"]/.test(text)) return text;
  throw incomplete(
    'keyId',
    'The key id in the Maskinporten credential is not a key id, but looks like a whole key.',
    "Paste the key into its own field, and here the short id shown beside it in Digdir's portal, or nothing.",
  );
};

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE */
const readConsumerOrg = (value: unknown): string => {
  const text = textOf(value).replace(/\s/g, '');
  if (text === '' || isOrganisasjonsnummer(text)) return text;
  throw incomplete(
    'consumerOrg',
    'The consumer organisation is not an organisation number.',
    'Give the nine digits of the customer that has delegated the API, or nothing for your own organisation.',
  );
};

const authorizationDetails = z.array(z.looseObject({ type: z.string().min(1) })).min(1);

const readAuthorizationDetails = (text: string): readonly unknown[] | undefined => {
  if (text === '') return undefined;
  try {
    return authorizationDetails.parse(JSON.parse(text));
  } catch {
    // Falls through: what was wrong with the text could quote it.
  }
  throw incomplete(
    'authorizationDetails',
    'The authorization details in the Maskinporten credential are not a JSON list of objects with a type.',
    'Give them as in [{"type": "urn:altinn:systemuser", ...}], or leave them empty.',
  );
};

/**
 * Reads what a host stored.
 * @throws ServiceError ERR_CREDENTIAL_INCOMPLETE, ERR_KEY_MISSING, ERR_RETIRED_ADDRESS
 */
export const readMaskinportenCredential = (stored: Readonly<Record<string, unknown>>): MaskinportenCredential => {
  const environment = ENVIRONMENTS.find((name) => name === stored.environment);
  if (!environment) {
    throw incomplete(
      'environment',
      'The Maskinporten credential has no environment.',
      `Choose one of: ${ENVIRONMENTS.join(', ')}.`,
    );
  }
  const clientId = textOf(stored.clientId);
  if (!isUuid(clientId)) {
    throw incomplete(
      'clientId',
      'The client id in the Maskinporten credential is not a UUID.',
      'Copy "Integrasjonens identifikator" from the integration in Digdir\'s portal.',
    );
  }
  const privateKey = textOf(stored.privateKey);
  if (privateKey === '') {
    throw new ServiceError(
      'ERR_KEY_MISSING',
      'The Maskinporten credential has no private key.',
      'Paste the private key whose public half, or whose certificate, belongs to the client.',
      { service: 'maskinporten', field: 'privateKey' },
    );
  }
  const expert = (field: string): string => (stored.expert === true ? textOf(stored[field]) : '');
  return {
    environment,
    sandboxUrl: environment === 'sandbox' ? readSandboxUrl(textOf(stored.sandboxUrl)) : '',
    issuer: environment === 'custom' ? readCustom(textOf(stored.issuer), 'issuer', 'issuer') : '',
    tokenUrl: environment === 'custom' ? readCustom(textOf(stored.tokenUrl), 'tokenUrl', 'token URL') : '',
    clientId,
    privateKey,
    // Not trimmed: a blank can belong to it.
    passphrase: typeof stored.passphrase === 'string' ? stored.passphrase : '',
    keyId: readKeyId(textOf(stored.keyId)),
    certificate: textOf(stored.certificate),
    keyName: expert('keyName'),
    consumerOrg: readConsumerOrg(stored.consumerOrg),
    resource: expert('resource'),
    extraScopes: expert('extraScopes')
      .split(/[\s,]+/)
      .filter(Boolean),
    authorizationDetails: readAuthorizationDetails(expert('authorizationDetails')),
  };
};

/** Addresses of one service: the two real ones, and where it stands in a sandbox. */
export interface ServiceHosts {
  readonly test: string;
  readonly production: string;
  /** Path below the sandbox's address. */
  readonly sandbox: string;
}

/** Root address of a service in the credential's environment, without a slash at the end. */
export const hostOf = ({ environment, sandboxUrl }: MaskinportenCredential, hosts: ServiceHosts): string => {
  if (environment === 'sandbox') return sandboxUrl + hosts.sandbox;
  // Another issuer stands in for the test environment's; real persons are met in production alone.
  return environment === 'custom' ? hosts.test : hosts[environment];
};
