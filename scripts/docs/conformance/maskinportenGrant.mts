import { testsOf, type Group } from './rule.mts';

const basics = testsOf('sandbox/maskinporten');
const edges = testsOf('sandbox/conformanceGrant');
const header = testsOf('sandbox/maskinportenHeader');
const certificates = testsOf('sandbox/maskinportenCertificates');
const delegation = testsOf('sandbox/maskinportenDelegation');
const registry = testsOf('sandbox/maskinportenRegistry');
const systemUser = testsOf('sandbox/maskinportenSystemUser');

export const TOKEN = 'POST /maskinporten/token';

export const grantGroups: readonly Group[] = [
  {
    about: 'The header of a grant',
    endpoints: [TOKEN],
    rules: [
      ['§2', 'Signed with RS256, RS384 or RS512', header('a client with a registered key may sign with %s')],
      [
        '§2',
        'No other algorithm, and none at all, is taken',
        header('a client with a registered key may not sign with PS256'),
        edges('a grant is refused when its signature is missing'),
        header('a header of the wrong types is refused as any other: no alg'),
      ],
      ['§4', 'What is no JWT is MP-011', basics('a grant is refused when it is not a JWT at all')],
      [
        '§2',
        'A client with a registered key must send its kid',
        header('a client with a registered key must send the kid, and a certificate does not replace it'),
      ],
      [
        '§4',
        'An unknown kid is told so',
        header('a client with a registered key is told that its kid is unknown when it is not the registered one'),
      ],
      [
        '§2',
        'Either kid or x5c, never both; or both, and what is registered counts: `kidWithX5c`',
        header(
          'a client with a registered key may send a certificate beside the kid when the setting says so, and the kid counts',
        ),
        certificates(
          'an enterprise certificate may come beside a kid when the setting says so, and the certificate counts',
        ),
        header('a client with a registered key may not send a certificate beside the kid'),
      ],
      [
        '§2',
        'A client with nothing registered may send no kid',
        header('a client with nothing registered may not send a kid'),
      ],
      [
        '§2',
        'A client with nothing registered must send x5c',
        header('a client with nothing registered must send a certificate'),
      ],
      [
        '§2',
        'x5c is a list of base64 of DER (MP-123)',
        header('a client with nothing registered is refused, and no more, when x5c is %s'),
        certificates('an enterprise certificate is refused as %s'),
      ],
      [
        '§4',
        'The private key must belong to the kid (MP-124)',
        header('a client with a registered key must sign with the private half of that key'),
      ],
      [
        '§4',
        'A kid or alg of a wrong type is a refusal and no failure',
        header('a header of the wrong types is refused as any other: %s'),
      ],
    ],
  },
  {
    about: 'The enterprise certificate of a grant',
    endpoints: [TOKEN],
    rules: [
      [
        '§2',
        'The leaf comes first, its issuer may follow or not',
        certificates('an enterprise certificate may come without its issuer'),
        certificates('an enterprise certificate is refused when it comes after its issuer'),
      ],
      [
        '§2',
        'What follows the leaf is its own issuer',
        certificates(
          'an enterprise certificate is refused when what follows is the issuer of another, even one of the same name',
        ),
      ],
      [
        '§4',
        'The subject is the organisation of the client (MP-122), by either way of naming it',
        certificates('an enterprise certificate is refused when its subject is %s'),
        certificates('an enterprise certificate may name its organisation in the newer way'),
      ],
      [
        '§1',
        'Certificates of production do not open the test environment (MP-120)',
        certificates('an enterprise certificate is refused when its issuer is none for test'),
      ],
      [
        '§4',
        'An expired certificate is MP-124',
        certificates('an enterprise certificate is refused when it has expired'),
      ],
      [
        '§4',
        'Another key than that of the certificate is MP-124',
        certificates('an enterprise certificate is refused when another key signed'),
      ],
      [
        '§5',
        'A client may be locked to one certificate',
        certificates('a client that is locked to a certificate lets that certificate in, registered as %s'),
        certificates(
          'a client that is locked to a certificate refuses another certificate of the same key and organisation',
        ),
      ],
      [
        '§3',
        'The token says that a certificate was used (client_amr)',
        certificates('an enterprise certificate gives a token that says so'),
      ],
    ],
  },
  {
    about: 'The claims of a grant',
    endpoints: [TOKEN],
    rules: [
      [
        '§2',
        'aud is the issuer with its slash, and one text',
        basics('a grant is refused when the audience lacks the slash at the end'),
        basics('a grant is refused when the audience is a list'),
        edges('a grant is refused when its aud is missing'),
      ],
      [
        '§2',
        'aud is not the token endpoint any more',
        basics('a grant is refused when the audience is the token endpoint'),
      ],
      [
        '§4',
        'iss is a known client (MP-100)',
        basics('a grant is refused when the client is unknown'),
        edges('a grant is refused when its iss is missing'),
      ],
      [
        '§2',
        'iat is within ten seconds, either way',
        basics('a grant is refused when it was issued more than ten seconds ago'),
        basics('a grant is refused when it is issued in the future'),
        edges('a grant is accepted when it was issued nine seconds ago'),
        edges('a grant is accepted when it is issued eight seconds ahead'),
        edges('a grant is refused when its iat is eleven seconds old'),
      ],
      [
        '§2',
        'exp is at most 120 seconds after iat',
        basics('a grant is refused when it lives for more than two minutes'),
        edges('a grant is accepted when it lives for exactly two minutes'),
      ],
      ['§9', 'exp has not passed', edges('a grant is refused when its exp has passed')],
      [
        '§2',
        'iat and exp are there, and are numbers',
        edges('a grant is refused when its iat is missing'),
        edges('a grant is refused when its exp is missing'),
        edges('a grant is refused when its iat is a text'),
      ],
      [
        '§2',
        'A jti is used once (MP-012)',
        basics('a grant is refused when its jti was used before, even in another grant'),
      ],
      [
        '§2',
        'A grant without jti is used once too',
        basics('a grant is refused when it has no jti and is posted twice'),
      ],
      [
        '§9',
        'A jti that was refused for something else is still unused',
        edges('the checks of a grant leave a jti unused when an earlier one fails'),
      ],
      [
        '§2',
        'A claim that nobody described is not read, or refused: `unknownClaims`',
        edges('a grant is accepted when it has claims nobody knows'),
        edges('a grant is refused when its claims are not all documented, by a setting'),
      ],
      [
        '§2',
        'scope is a text, and there may be several in it',
        basics('a grant is refused when the scope is %j'),
        edges('a grant is accepted when it asks for several scopes'),
      ],
      [
        '§4',
        'A scope the client lacks, or a misspelt one, is MP-200',
        basics('a grant is refused when the scope is misspelt'),
        registry('the clients of the sandbox each meet their own refusal: one lacks the KRR scopes'),
      ],
      [
        '§4',
        'A scope that does not fit the integration type is MP-201',
        registry('the integration type of a client %s with %s gives %i'),
        registry('the clients of the sandbox each meet their own refusal: one meets MP-201'),
      ],
      [
        '§2',
        'resource, a list or a text, becomes the audience of the token',
        basics('a correct grant turns the resource %j into the audience of the token'),
        basics('a grant is refused when the resource is %j'),
      ],
      ['§2', 'pid binds the token to a person', edges('a token is bound to a person by pid')],
      ['§2', 'Claims nobody knows are not read', edges('a grant is accepted when it has claims nobody knows')],
    ],
  },
  {
    about: 'Acting for somebody else',
    endpoints: [TOKEN],
    rules: [
      [
        '§3',
        'With consumer_org the customer is the consumer and the supplier is named',
        delegation('a supplier gets a token in which the customer is the consumer'),
      ],
      [
        '§4',
        'Without a delegation the answer is MP-251, with both parties',
        delegation('a supplier is refused for a customer that has delegated nothing, with the parties named'),
      ],
      [
        '§7',
        'A delegation holds for its scope from the moment it is made',
        delegation('a supplier may act for a customer from the moment it delegates, for that scope and until a reset'),
      ],
      [
        '§4',
        'Without access from the owner of the scope the answer is MP-250',
        delegation('a supplier is refused for a customer the owner of the scope has not let in'),
        delegation('a supplier that forgets the customer has no access to ks:fiks of its own'),
      ],
      ['§2', 'consumer_org is nine digits', delegation('a supplier is refused with %j for a customer')],
      [
        '§4',
        'consumer_org is not the own organisation',
        delegation(
          "a client that names its own organisation as the supplier's customer is told to leave it out, with %s",
        ),
      ],
      [
        '§2',
        'iss_onbehalfof does not work here, alone or beside consumer_org',
        delegation('a supplier may not say the old way for whom it acts, alone or together with the new'),
      ],
      [
        'krr §2',
        "KRR's scopes are two families: one with consumer_org, one without",
        delegation(
          "KRR's two families of scopes do not mix: %s with the customer %s is refused even on a client that has it",
        ),
        delegation("KRR's two families of scopes are each on clients of their own"),
      ],
      [
        '§7',
        'A system user is named in the token, one party per request',
        systemUser('a grant for a system user gives a token that names it: %j'),
        systemUser('a grant for a system user is refused with two parties'),
      ],
      [
        '§4',
        'Another type of authorization_details is MP-301',
        systemUser('a grant for a system user is refused with another type'),
      ],
      [
        '§4',
        'Unknown fields are MP-302, the early spelling of the organisation too',
        systemUser('a grant for a system user is refused with a field that is not known'),
        systemUser('a grant for a system user is refused with the early spelling of the organisation'),
      ],
      [
        '§4',
        'Invalid values are MP-303',
        systemUser('a grant for a system user is refused with another authority'),
        systemUser('a grant for a system user is refused with an organisation without a system user'),
      ],
      [
        '§7',
        'A customer and a system user do not go together',
        delegation('a supplier may not name a customer and a system user at once'),
      ],
    ],
  },
];
