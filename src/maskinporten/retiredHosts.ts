/**
 * Addresses that still stand in old configurations and guides (fact sheets maskinporten §1, krr §1, fiks-platform §5.2).
 */
import { ServiceError } from '../http/serviceError';

interface Retired {
  readonly host: RegExp;
  readonly message: string;
  readonly action: string;
}

const RETIRED: readonly Retired[] = [
  {
    host: /^ver[12]\.maskinporten\.no$/,
    message: 'This address is an old test environment of Maskinporten that was switched off in June 2024.',
    action: 'Choose Test as the environment, and register client and key there; nothing was moved from the old one.',
  },
  {
    host: /^oidc(?:-[a-z0-9]+)?\.difi\.no$/,
    message: 'This address belongs to Difi, and was switched off in 2023.',
    action: 'Choose Test or Production as the environment; tokens come from Maskinporten now.',
  },
  {
    host: /^(?:krr|krr-ver[12]|krr-yt2|ver2-krr)\.digdir\.no$/,
    message: 'This address of KRR was switched off in autumn 2023.',
    action: 'Choose Test or Production as the environment; the address of KRR follows from it.',
  },
  {
    host: /^api\.test\.fiks\.ks\.no$/,
    message: 'This address of Fiks is misspelt in an old specification and does not exist.',
    action: 'Choose Test as the environment; the address of Fiks follows from it.',
  },
];

const hostIn = (text: string): string => {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase() : '';
};

/** @throws ServiceError ERR_RETIRED_ADDRESS */
export const refuseRetired = (text: string, field: string): void => {
  const host = hostIn(text);
  const retired = RETIRED.find((known) => known.host.test(host));
  if (retired) {
    throw new ServiceError('ERR_RETIRED_ADDRESS', retired.message, retired.action, { service: 'maskinporten', field });
  }
};
