import { testsOf, type Group } from './rule.mts';

const access = testsOf('sandbox/fiksAccess');
const ages = testsOf('sandbox/tokenAges');
const everywhere = testsOf('sandbox/conformanceAccess');

/**
 * What every service of Fiks demands before it looks at anything else, asked of each of its endpoints.
 *
 * @param place below which all these endpoints are
 */
export const fiksAccess = (endpoints: readonly string[], place: '/fiks/' | '/svarut/'): Group => {
  const refuses = (what: string) => everywhere(`every endpoint below ${place} refuses ${what}`);
  return {
    about: 'Who is let in',
    endpoints,
    rules: [
      ['fiks-platform §3', 'A token from Maskinporten is needed', refuses('a caller without a token')],
      [
        'fiks-platform §2',
        "The token is Maskinporten's own and unchanged",
        refuses('a token that Maskinporten did not sign'),
        refuses('a token that was changed'),
      ],
      ['fiks-platform §2', 'The token has the scope ks:fiks', refuses('a token without ks:fiks')],
      ['fiks-platform §4', 'The token has not expired', refuses('a token that has expired')],
      [
        'fiks-platform §4',
        'A token grows older as the clock is moved, or lives in real time alone: `tokensAge`',
        ages('a token of %s is too old when the clock was moved past its lifetime, and no sooner'),
        ages('a token lives in real time alone when the setting says so'),
      ],
      [
        'fiks-platform §2',
        'A token that was asked for with resource is taken or not: `fiksResource`',
        access('%s takes a token that was asked for with resource, or refuses it by a setting'),
      ],
      [
        'fiks-platform §3',
        'The integration comes in two headers',
        refuses('a token without an integration'),
        refuses('a call without IntegrasjonId, or without IntegrasjonPassord'),
      ],
      ['fiks-platform §4', 'Integration and password fit', refuses('a wrong password, and an unknown integration')],
      ['fiks-platform §4', 'What does not fit is not told', access('%s refuses %s without telling what is wrong')],
      [
        'fiks-platform §1',
        "The token's consumer is the organisation of the integration",
        refuses('a token of another organisation than that of the integration'),
      ],
      [
        'fiks-platform §4',
        'The integration has a right to the role, organisation or account of the path',
        refuses('a role, organisation or account of somebody else'),
      ],
      [
        'fiks-platform §4',
        'A refusal is the error object of the platform',
        refuses('in the error object of the platform'),
        access('%s refuses in the error object of the platform'),
      ],
      ['fiks-platform §4', '`errorJson` is absent, a text or an object', access('%s can send errorJson as %s')],
    ],
  };
};
