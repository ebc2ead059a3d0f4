/**
 * From Maskinporten's refusals to the one thing to change (fact sheet maskinporten §4).
 */
import { refusal } from '../http/answer';
import { ServiceError } from '../http/serviceError';
import { textOf, type TransportResponse } from '../http/transport';

interface Hint {
  /** As in Digdir's list of errors; one has none. */
  readonly code?: string;
  /** Maskinporten may or may not print its code, so its words are looked for too. */
  readonly words: RegExp;
  readonly message: string;
  readonly action: string;
}

const HINTS: readonly Hint[] = [
  {
    code: 'MP-012',
    words: /used before/i,
    message: 'Maskinporten says that the grant was used before.',
    action: 'A proxy may repeat requests; run it again, and report it if it goes on.',
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
    code: 'MP-124',
    words: /JWT signature/i,
    message: 'The private key does not belong to the key id.',
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
    action: 'Ask the customer to delegate the API in Altinn.',
  },
  {
    code: 'MP-250',
    words: /not been granted access to the scope/i,
    message: 'Your organisation has not been given the scope.',
    action: 'Ask the owner of the API to grant it: KS Digital for ks:fiks, Digdir for krr:global.',
  },
];

const TRACE = /\((?:trace_id|correlation id): ([\w-]{8,64})\)/;

/** @returns ERR_TOKEN_REFUSED with a hint, or the ordinary error of a status such as 429 and 503 */
export const tokenRefusal = (response: TransportResponse): ServiceError => {
  const text = textOf(response);
  if (response.status === 429 || response.status >= 500 || !text.trimStart().startsWith('{'))
    return refusal('maskinporten', response);
  const hint = HINTS.find(({ code, words }) => (code && text.includes(code)) || words.test(text));
  return new ServiceError(
    'ERR_TOKEN_REFUSED',
    hint?.message ?? 'Maskinporten refused to issue a token.',
    hint?.action ??
      "Compare client id, key id, key and environment in the credential with Digdir's portal; give support the reference.",
    {
      service: 'maskinporten',
      status: response.status,
      serviceCode: hint?.code,
      supportReference: TRACE.exec(text)?.[1],
    },
  );
};
