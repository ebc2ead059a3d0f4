import { testsOf, type Group } from './rule.mts';

const faults = testsOf('sandbox/faults');
const kinds = testsOf('sandbox/faultKinds');
const everywhere = testsOf('sandbox/conformanceWeather');

/**
 * What can be ordered to go wrong, of every endpoint of a service alike.
 *
 * @param source where the fact sheet asks for it
 */
export const weather = (source: string, groups: readonly Group[]): Group => ({
  about: 'What can go wrong on the way',
  endpoints: [...new Set(groups.flatMap(({ endpoints }) => endpoints))],
  rules: [
    [
      source,
      "Any status, in the service's own error shape",
      everywhere('every endpoint can answer with %i'),
      faults('a fault with a status comes in the error shape of the service'),
      faults('a fault may bring its own headers and body'),
    ],
    [
      source,
      '429 with each kind of Retry-After, or none',
      kinds('too many requests say when to come back: %j'),
      kinds('too many requests may give a date as far ahead as ordered'),
      kinds('too many requests may leave the caller to guess'),
      kinds('too many requests come in the words of each service'),
    ],
    [
      source,
      'A page of HTML from a gateway',
      everywhere('every endpoint can answer with a page of HTML'),
      faults('a fault may be a page of HTML from a gateway'),
    ],
    [
      source,
      'The connection is cut before the request is handled, after it, or in the middle of the answer',
      everywhere('every endpoint can be cut off'),
      faults('a fault that drops happens before the request is handled'),
      faults('a fault that drops afterwards leaves a letter the sender has no id of'),
      kinds('an answer that cannot be read may stop in the middle'),
    ],
    [
      source,
      'An answer that is empty, garbage or called something else',
      kinds('an answer that cannot be read may be empty'),
      kinds('an answer that cannot be read may be garbage'),
      kinds('an answer that cannot be read may be right but called something else'),
    ],
    [
      source,
      'An answer that comes late, or slowly',
      faults('a fault may only delay'),
      kinds('an answer that cannot be read may only come slowly, and is whole in the end'),
    ],
  ],
});
