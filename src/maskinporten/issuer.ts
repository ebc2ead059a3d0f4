/**
 * Where tokens come from (fact sheet maskinporten §1).
 */
import { hostOf, type MaskinportenCredential, type ServiceHosts } from './credential';

export const MASKINPORTEN_HOSTS: ServiceHosts = {
  test: 'https://test.maskinporten.no',
  production: 'https://maskinporten.no',
  sandbox: '/maskinporten',
};

/** With its slash at the end: anything else is refused as MP-110. */
export const issuerOf = (credential: MaskinportenCredential): string =>
  credential.environment === 'custom' ? credential.issuer : `${hostOf(credential, MASKINPORTEN_HOSTS)}/`;

export const tokenUrlOf = (credential: MaskinportenCredential): string =>
  credential.environment === 'custom' ? credential.tokenUrl : `${hostOf(credential, MASKINPORTEN_HOSTS)}/token`;
