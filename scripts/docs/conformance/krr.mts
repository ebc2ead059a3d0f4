import { fiksAccess } from './fiksAccess.mts';
import { testsOf, type Group, type ServiceRules } from './rule.mts';
import { weather } from './weather.mts';

const lookUp = testsOf('sandbox/krr');
const cases = testsOf('sandbox/krrCases');
const ages = testsOf('sandbox/krrAges');
const changes = testsOf('sandbox/krrChanges');
const edges = testsOf('sandbox/conformanceKrr');
const fiks = testsOf('sandbox/krrFiks');
const contract = testsOf('contract/krr');
const everywhere = testsOf('sandbox/conformanceAccess');

const V1 = 'POST /krr/rest/v1/personer';
const V2 = 'POST /krr/rest/v2/personer';
const FEED = 'POST /krr/rest/v2/krr/hentEndringer';
const FIKS = 'POST /fiks/register/api/v1/ks/{rolleId}/krr/person';

const groups: readonly Group[] = [
  {
    about: 'Who is let in',
    endpoints: [V1, V2, FEED],
    rules: [
      [
        '§5',
        'Without a token, or with a false one, the answer is 401',
        everywhere('every endpoint below /krr/ refuses a caller without a token'),
        everywhere('every endpoint below /krr/ refuses a token that Maskinporten did not sign'),
      ],
      ['§5', 'An expired token is 401', edges('a look-up in KRR is refused with 401 when the token has expired')],
      [
        '§5',
        'A token without a scope of KRR is 403',
        everywhere('every endpoint below /krr/ refuses a token without a scope of KRR'),
      ],
      [
        '§5',
        'A refusal has the error body of the framework',
        lookUp('what the token opens is nothing for a token without a KRR scope'),
      ],
      [
        '§5',
        'KRR may be busy or out of order (429, 500, 503)',
        edges('a look-up in KRR can be answered with %i in the error body of KRR'),
      ],
    ],
  },
  {
    about: 'The request',
    endpoints: [V1, V2],
    rules: [
      [
        '§3',
        'The body is JSON',
        edges('a look-up in KRR must be JSON'),
        lookUp('a whole batch is refused when it is no JSON'),
      ],
      [
        '§3',
        'personidentifikatorer is a list of at least one',
        lookUp('a whole batch is refused when it is empty'),
        lookUp('a whole batch is refused when it is not a list'),
      ],
      [
        '§3',
        'A thousand numbers at most',
        edges('a look-up in KRR may be of a thousand numbers'),
        lookUp('a whole batch is refused when it has 1001 identifiers'),
      ],
      [
        '§3',
        'One malformed number refuses the whole batch, or is left out: `krrMalformed`',
        edges('a look-up in KRR of a malformed number among others is refused, or answered without it by a setting'),
        lookUp('a whole batch is refused when one identifier has wrong control digits'),
        lookUp('a whole batch is refused when one identifier is too short'),
      ],
      ['§3', 'D-numbers are numbers too', edges('a look-up in KRR takes D-numbers')],
      [
        '§3',
        'The same number twice is answered once, or twice: `krrRepeated`',
        edges('a look-up in KRR of the same number twice is answered once, or twice by a setting'),
      ],
      [
        '§3',
        'The order of the answer is that of the question, or another: `krrOrder`',
        edges(
          'a look-up in KRR is answered in the order it was asked, without those who are missing, or in another by a setting',
        ),
      ],
    ],
  },
  {
    about: 'Persons who are not registered',
    endpoints: [V1, V2],
    rules: [
      [
        '§3',
        'inkluderIkkeRegistrerte decides in version 2',
        lookUp('persons who are not registered are left out by version 2 unless they are asked for'),
      ],
      [
        '§3',
        'inkluderIkkeRegistrerte is not null',
        lookUp('a whole batch is refused when inkluderIkkeRegistrerte is null'),
      ],
      [
        '§3',
        'What holds when it is missing is `krrNotRegistered`',
        edges('a look-up in KRR leaves out who is not registered when nothing is said of them, or not, by a setting'),
      ],
      [
        '§1',
        'Version 1 does not know it, and answers for everyone',
        lookUp('persons who are not registered are always in the answer of version 1'),
        edges('a look-up in KRR does not know inkluderIkkeRegistrerte in version 1'),
      ],
      [
        '§4',
        'personer is an empty list when nobody is in it, or absent: `krrNobody`',
        edges('a look-up in KRR that finds nobody has an empty list, or none by a setting'),
      ],
    ],
  },
  {
    about: 'What the scopes open',
    endpoints: [V1, V2],
    rules: [
      [
        '§2',
        'Number, status and reservation come with every scope',
        lookUp('what the token opens is only the reservation and the mailbox without the contact scope'),
      ],
      [
        '§2',
        'The mailbox and its certificate need their own scope',
        lookUp('what the token opens is no mailbox without the mailbox scope'),
      ],
      [
        '§2',
        "A supplier's scopes open the same for its customer",
        testsOf('sandbox/maskinportenDelegation')(
          'with the token of a supplier KRR answers as it does the customer itself, scope by scope',
        ),
      ],
    ],
  },
  {
    about: 'A person',
    endpoints: [V1, V2],
    rules: [
      [
        '§4',
        'All fields of somebody who has everything',
        lookUp('a person comes with addresses, dates, language and mailbox'),
      ],
      [
        '§4',
        'What is absent is left out, and never null',
        edges('a look-up in KRR has no more in it than what a person has: nothing is null'),
      ],
      [
        '§4',
        'Dates have an offset of two digits, or one of the two other forms',
        lookUp('a person has dates with an offset of two digits'),
        lookUp('a person %s has dates in one of the other forms'),
      ],
      [
        '§4',
        'Who is deleted has neither reservasjon nor addresses',
        lookUp('a person who is deleted has neither reservasjon nor addresses'),
      ],
      ['§4', 'Who is reserved has the time of it', lookUp('a person who is reserved has the time of the reservation')],
      [
        '§4',
        'Addresses of who cannot be notified are there, or not: `filtrerUtgaatt`',
        lookUp('filtrerUtgaatt withholds the addresses of persons who cannot be notified'),
      ],
      [
        '§1',
        'Version 1 lacks oppdatert and the marks of shared addresses, or has both: `duplisertInV1`',
        lookUp('version 1 does not mark addresses that others have, nor say when the person was updated'),
        lookUp('version 1 does both on request, for nobody has said that it does not'),
      ],
      [
        '§8',
        'Dates are counted back from the start, so that who is fresh or expired is so next year too',
        lookUp('a person whose addresses are fresh or expired is so from the start, whenever that is'),
      ],
      [
        '§8',
        'Dates grow older with virtual time',
        ages('an address in KRR was confirmed as much longer ago as the clock has been moved'),
        ages('a reservation grows older and stays'),
      ],
      [
        '§4',
        'Who has no address left that was confirmed within eighteen months can no more be notified',
        ages(
          'somebody who can be notified no longer can when no address was confirmed for eighteen months, and can until then',
        ),
        ages('somebody who can be notified without dates stays so'),
      ],
      ['§8', 'There is a person for every row of the table of cases', cases('a person for the case %s')],
    ],
  },
  {
    about: 'The changes',
    endpoints: [FEED],
    rules: [
      [
        '§7',
        'Pages lead to the newest change, one of them about nobody',
        changes(
          'the changes of KRR come page by page until the newest, everyone once, with a page about nobody between',
        ),
      ],
      ['§7', 'After the newest there is nobody', changes('the changes of KRR are nobody after the newest')],
      [
        '§7',
        'They need a scope that nobody new is given',
        changes('the changes of KRR are refused without their scope, which an ordinary client has not'),
      ],
      [
        '§7',
        'The persons in them hold what the other scopes open',
        changes('the changes of KRR hold what the other scopes open'),
      ],
      ['§7', 'fraEndringsId is a whole number from 0', changes('the changes of KRR are refused for the body %j')],
    ],
  },
  fiksAccess([FIKS], '/fiks/'),
  {
    about: 'Through Fiks Register',
    endpoints: [FIKS],
    rules: [
      [
        'fiks-platform §6',
        'The answer is flat, and as the description has it',
        fiks('a person through Fiks Register comes flat, with whole dates, and without what KRR tells at Digdir alone'),
        contract('what the sandbox answers about KRR through Fiks Register of a person with %s'),
      ],
      [
        'fiks-platform §6',
        'reservert and kanVarsles are flags',
        fiks('a person through Fiks Register who is %s says so in two flags'),
      ],
      [
        'fiks-platform §6',
        'An address somebody lacks is empty, null or missing: `fiksKrrAbsent`',
        fiks('a person through Fiks Register without e-mail has one that is %s, by the setting'),
      ],
      ['fiks-platform §6', 'Addresses are as old as at Digdir', ages('an address in KRR is as old through Fiks')],
      ['§1', 'Nobody known is 404', fiks('Fiks Register refuses a person nobody knows, with 404')],
      [
        'fiks-platform §6',
        'The role must open KRR',
        fiks('Fiks Register refuses a role that does not open KRR, and one that does not exist'),
      ],
      ['fiks-platform §6', 'rolleId is a UUID', fiks('Fiks Register refuses a role that is no id')],
      ['fiks-platform §6', 'fnr is a text of eleven digits', fiks('Fiks Register refuses the body %j')],
      ['§2', 'A scope of KRR does not open Fiks', fiks('Fiks Register refuses a caller with a scope of KRR alone')],
    ],
  },
];

export const krr: ServiceRules = {
  title: 'KRR',
  factSheet: 'krr.md',
  groups: [...groups, weather('§5', groups)],
};
