import { grantGroups, TOKEN } from './maskinportenGrant.mts';
import { testsOf, type Group, type ServiceRules } from './rule.mts';
import { weather } from './weather.mts';

const ages = testsOf('sandbox/tokenAges');
const basics = testsOf('sandbox/maskinporten');
const edges = testsOf('sandbox/conformanceGrant');
const registry = testsOf('sandbox/maskinportenRegistry');
const refusals = testsOf('sandbox/maskinportenRefusals');

const groups: readonly Group[] = [
  {
    about: 'The metadata and the keys',
    endpoints: ['GET /maskinporten/.well-known/oauth-authorization-server', 'GET /maskinporten/jwk'],
    rules: [
      [
        '§1',
        'The issuer ends with a slash and the token endpoint does not; there is no authorization_endpoint',
        basics('the metadata document names an issuer with a slash at the end and a token endpoint without one'),
      ],
      [
        '§1',
        'The metadata name the grant type, the client authentication, the three algorithms and the types of authorization_details',
        basics('the metadata document says what is supported'),
      ],
      [
        '§3',
        'A token can be checked with the published key',
        basics('a correct grant gives a token that can be checked with the published key'),
      ],
    ],
  },
  {
    about: 'The request',
    endpoints: [TOKEN, ...['GET', 'PUT', 'PATCH', 'DELETE'].map((method) => `${method} /maskinporten/token`)],
    rules: [
      ['§9', 'Only POST is taken; anything else is 405', basics('the token request is refused when it is a GET')],
      [
        '§3',
        'The body is a form; JSON and plain text are 415',
        basics('the token request is refused when it is sent as JSON'),
        edges('Maskinporten reads its form and nothing else'),
      ],
      [
        '§9',
        'Another grant type is unsupported_grant_type',
        basics('the token request is refused when the grant type is another'),
      ],
      ['§4', 'Each parameter is given once', basics('the token request is refused when a parameter is given twice')],
      [
        '§9',
        'The checks come in one order: client, key, signature, audience, times, first use, scopes',
        edges(
          'the checks of a grant come in the order of the fact sheet: client, key, signature, audience, times, first use, scopes',
        ),
      ],
      [
        '§9',
        'Maskinporten may be out of order for a moment (503)',
        edges('Maskinporten can be out of order once, and wants a new grant no more than the old'),
      ],
    ],
  },
  ...grantGroups,
  {
    about: 'Keys and registration',
    endpoints: [TOKEN],
    rules: [
      [
        '§5',
        'Up to five keys, any of which may sign',
        registry('a client that is registered may have five keys, and sign with any of them'),
      ],
      [
        '§5',
        'Registering replaces the whole set of keys',
        registry('a client that is registered loses its old keys when it is registered again'),
      ],
      [
        '§5',
        'A key lives a year (MP-121)',
        registry('a client that is registered has a key that expires after a year'),
        registry('the clients of the sandbox each meet their own refusal: one meets MP-121'),
      ],
      [
        '§4',
        'A key that was just registered may be unknown for a while: `newKeyActiveAfterMs`',
        registry('a client that is registered has a key that is unknown until it becomes active'),
      ],
      [
        '§5',
        'Keys are RSA of 2048 bits or more, and public',
        registry('an order to register a client is refused when a key is too short, with a sentence'),
        registry('an order to register a client is refused when a key holds its private half, with a sentence'),
      ],
      [
        '§5',
        'A client has the scopes it was registered with and no others',
        registry('a client that is registered has the scopes it was given and no others'),
      ],
    ],
  },
  {
    about: 'The answer',
    endpoints: [TOKEN],
    rules: [
      [
        '§3',
        'access_token, token_type Bearer, expires_in and scope; the token has the claims of the real one and the kid of the published key',
        edges('a token has the claims of the real one, and a key that is published'),
      ],
      [
        '§3',
        'expires_in is 119 unless `tokenLifetimeSeconds` says otherwise',
        basics('a correct grant gives a token that can be checked with the published key'),
        edges('a token lives as long as the setting says'),
      ],
      [
        '§3',
        'A token also grows older by what the clock is moved forward, and never by its speed',
        ages('a token that was issued after the clock was moved is as old as what came after'),
        ages('a token does not live faster by the speed of the clock'),
        ages('a token is as young as before when everything goes back to the start'),
      ],
      ['§3', 'The answer is not to be stored', edges('a token is not to be stored on the way')],
      [
        '§4',
        'Each refusal has its status, its error and its text, and an id for the support case',
        refusals('a refusal on demand %s has its status, error and text'),
      ],
      [
        '§4',
        'The code stands in the text or not: `mpCodeInDescription`',
        refusals('a refusal on demand %s has its MP code in front, if it has one, when Maskinporten prints them'),
      ],
      [
        '§4',
        'The id is a trace_id, or the older correlation id: `traceStyle`',
        refusals('the id for a support case can have the older form'),
      ],
      [
        '§9',
        "Maskinporten's clock may differ, and Date shows it: `maskinportenClockOffsetSeconds`",
        refusals("Maskinporten's clock can differ by %i seconds, which shows in the Date header of the refusal"),
        refusals("Maskinporten's clock does not spoil the tokens, which other services judge by their own"),
      ],
    ],
  },
];

export const maskinporten: ServiceRules = {
  title: 'Maskinporten',
  factSheet: 'maskinporten.md',
  groups: [...groups, weather('§9', groups)],
};
