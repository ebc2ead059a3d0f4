/**
 * From Maskinporten's refusals to the one thing to change (fact sheet maskinporten §4).
 */
import { refusal } from '../http/answer';
import { ServiceError } from '../http/serviceError';
import { textOf, type TransportResponse } from '../http/transport';
import type { MaskinportenCredential } from './credential';

interface Hint {
  /** As in Digdir's list of errors; one has none. */
  readonly code?: string;
  /** Maskinporten may or may not print its code, so its words are looked for too. */
  readonly words: RegExp;
  readonly message: string;
  readonly action: string;
}

/** The refusals that are about scopes, and leave client id, key and key id proven. */
export const ABOUT_THE_SCOPE: readonly string[] = ['MP-200', 'MP-201', 'MP-250', 'MP-251'];

/** In order: what is more precise comes first, because the words of one can stand in the words of another. */
const HINTS: readonly Hint[] = [
  {
    code: 'MP-012',
    words: /used before/i,
    message: 'Maskinporten says that the grant was used before.',
    action: 'A proxy may repeat requests; run it again, and report it if it goes on.',
  },
  {
    words: /consumer_org in claim/i,
    message: 'The consumer organisation is your own, which Maskinporten does not accept.',
    action: 'Leave the consumer organisation empty: it is only for acting on behalf of a customer.',
  },
  {
    code: 'MP-301',
    words: /unknown type.*authorization.details/i,
    message: 'Maskinporten does not know the type in the authorization details.',
    action: 'Use "urn:altinn:systemuser", or leave the authorization details empty if no system user is needed.',
  },
  {
    code: 'MP-302',
    words: /unknown fields?.*authorization.details/i,
    message: 'The authorization details have a field Maskinporten does not know.',
    action: 'Use "type" and "systemuser_org" with "authority" and "ID"; older guides spell it "systemuserorg".',
  },
  {
    code: 'MP-303',
    words: /invalid values?.*authorization.details/i,
    message: 'The authorization details have a value Maskinporten does not accept, or no such system user exists.',
    action:
      'Give the organisation as "0192:" and nine digits, and check that it has approved the system user in Altinn.',
  },
  {
    code: 'MP-110',
    words: /claim aud/i,
    message: 'Maskinporten says that the grant was meant for another environment.',
    action: 'Check the environment in the Maskinporten credential.',
  },
  {
    words: /Unknown key identifier/i,
    message: 'Maskinporten does not know the key id on this client.',
    action: 'Check the key id and the client id; a key registered just now can need a minute.',
  },
  {
    code: 'MP-121',
    words: /Expired key/i,
    message: 'The key has expired at Maskinporten; keys live one year.',
    action: "Register the public key again, or a new one, in Digdir's portal.",
  },
  {
    code: 'MP-120',
    words: /invalid certificate/i,
    message: 'Maskinporten does not accept the certificate in this environment.',
    action: 'Use a test certificate in test and a production certificate in production.',
  },
  {
    code: 'MP-122',
    words: /organi[sz]ation number does not match/i,
    message: 'The certificate belongs to another organisation than the client.',
    action:
      'Use a certificate of the organisation that owns the client, or register a key on the client and use its key id.',
  },
  {
    code: 'MP-123',
    words: /header x5c/i,
    message: 'Maskinporten could not read the certificate that was sent.',
    action: 'Check that the credential has the whole certificate chain, or register a key and use its key id instead.',
  },
  {
    code: 'MP-124',
    words: /JWT signature/i,
    message: 'The private key does not belong to the key id or certificate, or the certificate has expired.',
    action: 'Paste the private key whose public half is registered under that key id.',
  },
  {
    code: 'MP-130',
    words: /JWT is expired|Issue time is after now/i,
    message: "The clock of this machine differs from Maskinporten's by more than 10 seconds.",
    action: 'Synchronise the clock of the machine (NTP).',
  },
  {
    code: 'MP-100',
    words: /Client not found|Client authentication failed/i,
    message: 'Maskinporten does not know the client id in this environment.',
    action: 'Check the client id and the environment; test and production have separate clients.',
  },
  {
    code: 'MP-201',
    words: /not allowed for maskinporten/i,
    message: 'The client is of the wrong integration type for this scope.',
    action: "Make a new client of the type Maskinporten (or KRR) in Digdir's portal.",
  },
  {
    code: 'MP-200',
    words: /invalid scopes?/i,
    message: 'The scope is not registered on the client.',
    action: "Add the scope to the client in Digdir's portal.",
  },
  {
    code: 'MP-251',
    words: /not delegated/i,
    message: 'The customer has not delegated the scope to you.',
    action: 'Ask the customer to delegate the API in Altinn; a delegation in tt02 counts only in test.',
  },
  {
    code: 'MP-250',
    words: /not been granted access to the scope/i,
    message: 'Your organisation has not been given the scope.',
    action:
      'Ask the owner of the API to grant it (KS Digital for ks:fiks, Digdir for krr:global). A supplier that asks for a customer must fill in the consumer organisation.',
  },
  {
    code: 'MP-011',
    words: /Invalid parameter value/i,
    message: 'Maskinporten could not read the request.',
    action: 'Look for stray line breaks in the client id, the key id and the extra scopes of the credential.',
  },
];

/** A scope belongs to one family: with a customer, or without. */
const wrongFamily = ({ consumerOrg }: MaskinportenCredential): string =>
  consumerOrg === ''
    ? ' A supplier whose client has the delegation scopes must fill in the consumer organisation.'
    : ' For KRR on behalf of a customer these are the delegation scopes krr:global/kontaktinfo.read and krr:global/postkasse.read.';

/** Of a refusal that is about scopes: which they were, for a client may have all but one. */
const moreAbout = ({ code = '' }: Hint, credential: MaskinportenCredential, scopes: readonly string[]): string => {
  if (!ABOUT_THE_SCOPE.includes(code)) return '';
  return `${code === 'MP-200' ? wrongFamily(credential) : ''} Asked for: ${scopes.join(', ')}.`;
};

const TRACE = /\((?:trace_id|correlation id): ([\w-]{8,64})\)/;

/** @returns ERR_TOKEN_REFUSED with a hint, or the ordinary error of a status such as 429 and 503 */
export const tokenRefusal = (
  response: TransportResponse,
  credential: MaskinportenCredential,
  scopes: readonly string[],
): ServiceError => {
  const text = textOf(response);
  if (response.status === 429 || response.status >= 500 || !text.trimStart().startsWith('{'))
    return refusal('maskinporten', response);
  const printed = /\bMP-\d{3}\b/.exec(text)?.[0];
  const hint =
    HINTS.find(({ code }) => code !== undefined && code === printed) ?? HINTS.find(({ words }) => words.test(text));
  return new ServiceError(
    'ERR_TOKEN_REFUSED',
    hint?.message ?? 'Maskinporten refused to issue a token.',
    hint
      ? hint.action + moreAbout(hint, credential, scopes)
      : "Compare client id, key id, key and environment in the credential with Digdir's portal; give support the reference.",
    {
      service: 'maskinporten',
      status: response.status,
      serviceCode: hint?.code,
      supportReference: TRACE.exec(text)?.[1],
    },
  );
};
