import { testsOf, type Group } from './rule.mts';

const lookUp = testsOf('sandbox/kjoretoyLookUp');
const search = testsOf('sandbox/kjoretoySearch');
const edges = testsOf('sandbox/conformanceVehicles');
const switches = testsOf('sandbox/kjoretoySwitches');
const answers = testsOf('contract/vehicleAnswers');

/** What is mirrored from the register itself. */
export const mirror = (method: string, path: string): string =>
  `${method} /fiks/kjoretoyregister/api/{fiksOrgId}/rest/distribusjon/kjoretoy/v2.0/${path}`;

const sok = (name: string): string => mirror('GET', `sok/${name}`);
const BY_NAME = sok('eiernavn');
const BY_NUMBER = ['fodselsnummer', 'organisasjonsnummer', 'kundeid'].map(sok);
const BY_PLATE = sok('kjennemerke');
const BY_CHASSIS = sok('understellsnummer');
const CUSTOMERS = sok('kunde');
const SEARCHES = [BY_NAME, ...BY_NUMBER, BY_PLATE, BY_CHASSIS];

export const searchGroups: readonly Group[] = [
  {
    about: 'Searches for vehicles',
    endpoints: SEARCHES,
    rules: [
      [
        '§2.2',
        'fra counts from one, antall is 50 unless told (`vehicleRows`) and 100 at most (`vehicleMostRows`)',
        switches('a search gives fifty rows when not told, or as many as a setting says'),
        switches('a search gives a hundred rows at most without a word, or as many as a setting says'),
        search('pages have fifty rows when nothing is said, and a hundred at most'),
        search('pages are counted from row one'),
      ],
      [
        '§2.2',
        'Pages give every hit once',
        search('pages give five hundred hits without a gap or a repeat'),
        edges(
          'the vehicle register gives to a search each of the rows that were asked for, from the first that was named',
        ),
      ],
      ['§2.2', 'After the last row there is nothing', search('pages after the last are empty')],
      [
        '§1',
        'All are open, or only that by the name of an owner: `vehicleSearches`',
        switches('a search by %s is open, or refused by the register when KS may only search by name'),
      ],
      ['§4.2', 'No hits are 204 without a body', search('a search without hits has no body')],
      [
        '§4.2',
        'A wrong parameter is 400 with codes alone',
        search('a wrong parameter is refused with codes and nothing else: %s'),
      ],
      [
        '§2.2',
        'No search takes a moment',
        search('a wrong parameter is refused with codes and nothing else: a moment, which no search takes'),
      ],
      ['§4.5', 'Searches do not count on the quota', lookUp('a quota does not hold for searches')],
      [
        '§4.1',
        'Answers are as the description has them',
        answers('what the sandbox answers about vehicles a search by %s %j'),
        answers('what the sandbox answers about vehicles a search by %s without parameters'),
      ],
    ],
  },
  {
    about: 'Searches for owners',
    endpoints: [BY_NAME, ...BY_NUMBER],
    rules: [
      ['§2.2', 'Whole words of the name, in any order', search('a search by name %s')],
      [
        '§2.2',
        'Owner, co-owner and lessee are found; former owners and subunits are not',
        search('a search by name finds owner and co-owner'),
        search('a search by name does not find a former owner'),
        search('a search by name does not find a subunit'),
        search('a search by number finds a lessee'),
      ],
      [
        '§2.2',
        'Place, county, birth date and kind of owner narrow a search by name',
        search('a search by name narrows by %s'),
        search('a search by name narrows by what one and the same owner is'),
      ],
      [
        '§2.2',
        'ekskluderVraketUtfort leaves out the scrapped and the exported',
        search('a search by number finds scrapped ones too'),
        search('a search by number finds no scrapped ones'),
        search('a search by number finds no exported ones'),
      ],
    ],
  },
  {
    about: 'Searches for plates and chassis numbers',
    endpoints: [BY_PLATE, BY_CHASSIS],
    rules: [
      [
        '§2.2',
        'Up to three unknown characters in a plate',
        search('a search by plate takes %s'),
        search('a wrong parameter is refused with codes and nothing else: four unknown characters'),
      ],
      [
        '§2.2',
        'A star before or after a part of a chassis number',
        search('a search by chassis number takes %s'),
        search('a wrong parameter is refused with codes and nothing else: a star inside a chassis number'),
      ],
      [
        '§2.2',
        'merkekode narrows a search by chassis number',
        search('a search by chassis number takes one make only'),
      ],
      [
        '§4.1',
        'A vehicle of which nothing is given out still counts',
        search('a search by plate shows that there is a vehicle of which nothing is given out'),
      ],
    ],
  },
  {
    about: 'The search for customers',
    endpoints: [CUSTOMERS],
    rules: [
      [
        '§2.2',
        'People and organisations, with how many vehicles each has',
        search('a search for customers gives people and organisations with how many vehicles each has'),
      ],
      ['§2.2', 'By name or parts of it, sound, birth, gender and place', search('a search for customers finds by %s')],
      [
        '§2.2',
        'A name or its parts, sound with a name only, gender of persons only',
        search('a wrong parameter is refused with codes and nothing else: a name and a part of a name'),
        search('a wrong parameter is refused with codes and nothing else: sound with a part of a name'),
        search('a wrong parameter is refused with codes and nothing else: gender of an organisation'),
      ],
      [
        '§2.2',
        'There are no pages',
        search('a wrong parameter is refused with codes and nothing else: pages of customers'),
      ],
    ],
  },
];
