/**
 * The Maskinporten credential: who asks, and in which environment. Every service takes its environment from here, so a
 * test token never meets a production service.
 */
import { ServiceError } from '../http/serviceError';
import { isUuid } from '../identifiers/uuid';

const ENVIRONMENTS = ['test', 'production', 'sandbox'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

export interface MaskinportenCredential {
  readonly environment: EnvironmentName;
  /** Root of a local sandbox, without a slash at the end; used when the environment is `sandbox`. */
  readonly sandboxUrl: string;
  /** UUID, called "Integrasjonens identifikator" in Digdir's portal. */
  readonly clientId: string;
  /** Private RSA key: PEM (PKCS#8 or PKCS#1) or JWK as JSON text. */
  readonly privateKey: string;
  /** Id of the key in Digdir's portal; empty when the JWK carries it. */
  readonly keyId: string;
}

const incomplete = (field: string, message: string, action: string): ServiceError =>
  new ServiceError('ERR_CREDENTIAL_INCOMPLETE', message, action, { service: 'maskinporten', field });

/**
 * This machine, or a neighbour in the same container network. Anything else could be anybody's, and what a flow sends to a
 * sandbox includes the password of the Fiks integration.
 */
const isLocal = ({ hostname }: URL): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|host\.docker\.internal|[a-z][a-z0-9-]*)$/.test(hostname);

const readSandboxUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || !isLocal(url)) {
    throw incomplete(
      'sandboxUrl',
      'The sandbox address in the Maskinporten credential is not a web address on this machine.',
      'Give the address the sandbox printed when it started, such as http://127.0.0.1:8440.',
    );
  }
  return url.href.replace(/\/+$/, '');
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * Reads what a host stored.
 * @throws ServiceError ERR_CREDENTIAL_INCOMPLETE, ERR_KEY_MISSING
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
      'Paste the private key (PEM or JWK) whose public half is registered on the client.',
      { service: 'maskinporten', field: 'privateKey' },
    );
  }
  const sandboxUrl = environment === 'sandbox' ? readSandboxUrl(textOf(stored.sandboxUrl)) : '';
  return { environment, sandboxUrl, clientId, privateKey, keyId: textOf(stored.keyId) };
};

/** Addresses of one service: the two real ones, and where it stands in a sandbox. */
export interface ServiceHosts {
  readonly test: string;
  readonly production: string;
  /** Path below the sandbox's address. */
  readonly sandbox: string;
}

/** Root address of a service in the credential's environment, without a slash at the end. */
export const hostOf = ({ environment, sandboxUrl }: MaskinportenCredential, hosts: ServiceHosts): string =>
  environment === 'sandbox' ? sandboxUrl + hosts.sandbox : hosts[environment];
