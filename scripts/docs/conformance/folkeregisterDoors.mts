import { testsOf, type Group } from './rule.mts';

/** A resource of the register by its two doors: Fiks, and Skatteetaten itself. */
export const mirrored = (method: string, resource: string): readonly string[] => [
  `${method} /fiks/folkeregister/api/v1/{rolleId}/v1${resource}`,
  `${method} /skatteetaten/folkeregisteret/{package}/v1${resource}`,
];

const person = testsOf('sandbox/folkeregister');
const formats = testsOf('sandbox/folkeregisterFormats');
const direct = testsOf('sandbox/folkeregisterDirect');
const everywhere = testsOf('sandbox/conformanceAccess');
const edges = testsOf('sandbox/conformanceRegister');

/** What holds for every resource of the register, by its door. */
export const doorGroups = (endpoints: readonly string[]): readonly Group[] => [
  {
    about: 'The role, through Fiks',
    endpoints: endpoints.filter((one) => one.includes('/fiks/')),
    rules: [
      ['§6', 'A role gives its own parts', person('a role that is narrow gives its own parts')],
      [
        '§6',
        'A part outside the role is 403 or 400, person-basis that is only implied too: `partOutsideRoleStatus`',
        person('a role that is narrow refuses %s'),
        formats('a refusal of the register by Fiks of a part outside the role has the status of the setting: %i'),
      ],
      ['fiks-platform §5', 'rolleId is a UUID', person('a role that is no UUID is a malformed request')],
      [
        'fiks-platform §4',
        'A role that does not exist is 403',
        person('a role that does not exist is refused by Fiks'),
      ],
    ],
  },
  {
    about: 'The package, at Skatteetaten itself',
    endpoints: endpoints.filter((one) => one.includes('/skatteetaten/')),
    rules: [
      [
        '§1.2',
        'Each of nine packages has its path and its scope',
        direct('the register at Skatteetaten itself opens %s to the scope %s'),
        direct('the register at Skatteetaten itself answers 401 to no token, and 404 to a package of former days'),
      ],
      ['§1.2', 'A token is needed', everywhere('every endpoint below /skatteetaten/ refuses a caller without a token')],
      [
        '§1.2',
        "The token is Maskinporten's own",
        everywhere('every endpoint below /skatteetaten/ refuses a token that Maskinporten did not sign'),
      ],
      [
        '§1.2',
        'The scope is that of the package',
        everywhere('every endpoint below /skatteetaten/ refuses a token of another scope'),
        direct(
          'the register at Skatteetaten itself refuses the scope of another package in the shape it declares for that',
        ),
      ],
      [
        '§1.2',
        'A token that was asked for with resource is refused',
        direct('the register at Skatteetaten itself refuses a token that was asked for with resource'),
      ],
      [
        '§1.2',
        'Neither integration nor role is needed',
        direct('the register at Skatteetaten itself needs no Fiks integration and no role'),
      ],
      [
        '§6',
        'Private and press packages do not add the number by themselves',
        direct('a rights package adds the number only where it is asked for, to private customers'),
        direct('a rights package without identifiers does not know that part'),
      ],
      [
        '§6',
        'The package for issuers of eID has the extended identity',
        direct('a rights package for issuers of eID has the extended identity'),
      ],
    ],
  },
  {
    about: 'The form of answers and refusals',
    endpoints,
    rules: [
      [
        '§2.1',
        'Accept decides: JSON, XML, and JSON when nothing is said',
        formats('the form of an answer for Accept %s is %s'),
        formats('a person in XML is one element in the namespace of the contract'),
      ],
      ['§2.1', 'Any other Accept is 406', formats('the form of an answer is refused for Accept %s')],
      [
        '§2.1',
        'An empty Accept is answered in the form of the request',
        edges('the register answers in the form of the request when no other is asked for'),
      ],
      ['§2.1', 'Answers are not to be stored', edges('the register tells nobody on the way to keep its answers')],
      [
        '§3.2',
        'XML has the order of the contract, and keeps what looks like markup',
        formats('a person in XML has its parts in the order of the contract, and a list as so many elements'),
        formats('a person in XML keeps its letters, and hides what would be markup'),
        testsOf('contract/xmlAnswers')(
          'what the sandbox answers in XML about everyone, with everything, now and before',
        ),
      ],
      [
        '§8.2',
        'Refusals have kode and melding, code and message, or no body: `registerErrorBody`',
        formats('a refusal of the register has the body the setting says: %s'),
        formats('a refusal of the register is XML for who asked for XML: %s'),
      ],
      [
        '§8.2',
        'The firewall answers forbidden characters with a page of HTML and a support id',
        formats('a refusal of the register by the firewall of %s is a page with a support id'),
      ],
      [
        '§8.3',
        '429 comes with Retry-After in milliseconds, in seconds or as a date',
        formats('a refusal of the register says 429 with Retry-After in milliseconds when that is ordered'),
        edges('the register can say 429 with Retry-After as %s'),
      ],
    ],
  },
];
