import { mirrored } from './folkeregisterDoors.mts';
import { testsOf, type Group } from './rule.mts';

const person = testsOf('sandbox/folkeregister');
const formats = testsOf('sandbox/folkeregisterFormats');
const direct = testsOf('sandbox/folkeregisterDirect');
const search = testsOf('sandbox/folkeregisterSearch');
const edges = testsOf('sandbox/conformanceRegister');
const persons = testsOf('sandbox/folkeregisterPersons');
const answers = testsOf('contract/personAnswers');

const ONE = mirrored('GET', '/personer/{personidentifikator}');
const MANY = mirrored('POST', '/personer/bulkoppslag');
const EXACT = mirrored('GET', '/personer/entydigsoek');
const LIST = mirrored('GET', '/personer/soek');
const WHOLE = [...ONE, ...MANY, ...EXACT];

export const personGroups: readonly Group[] = [
  {
    about: 'One person',
    endpoints: ONE,
    rules: [
      [
        '§3.1',
        'The person has no wrapper, and reads as the descriptions of both packages have it',
        answers('what the sandbox answers about persons to the role %s %s'),
      ],
      [
        '§3.1',
        'A number out of use finds the surviving person, under the current number',
        person('looking up one person finds the surviving person behind a historical number and shows the current one'),
      ],
      ['§3.1', 'A malformed number is 400', person('looking up one person refuses the malformed number %s')],
      [
        '§3.1',
        'An unknown person is 404',
        person('looking up one person answers 404 for an unknown person, in the words of the register'),
      ],
      ['§2', 'A path it does not have is 404', edges('the register answers a path it does not have with 404')],
      ['§2', 'A slash at the end makes no difference', person('looking up one person accepts a slash at the end')],
    ],
  },
  {
    about: 'The parts of a person',
    endpoints: WHOLE,
    rules: [
      [
        '§6',
        'Only the parts that are asked for, and always the number',
        person('looking up one person gives the parts asked for and always the number'),
      ],
      [
        '§6',
        'No part means person-basis',
        person('looking up one person gives person-basis when no part is asked for'),
      ],
      ['§6', 'Collective names stand for several parts', person('looking up one person expands a collective name')],
      [
        '§6',
        'The parameter is repeated; a comma list is refused',
        person('looking up one person refuses a comma list, because parts are repeated'),
      ],
      [
        '§6',
        'History comes when it is asked for',
        person('looking up one person leaves history out unless it is asked for'),
      ],
      [
        '§6',
        'historikk alone is person-basis with history, or refused: `historyAlone`',
        person('looking up one person reads historikk alone as person-basis with history'),
        formats('a part historikk alone is answered as the setting says: %s'),
      ],
      [
        '§6',
        'RettsligHandleevne is known by both spellings',
        formats('a part may be spelt as in the documentation or as in the model'),
      ],
      [
        '§3.1',
        'An unknown part with legal basis is 400 or 406: `unknownPartStatus`',
        formats('a refusal of the register of an unknown part with legal basis has the status of the setting: %i'),
      ],
      [
        '§3.1',
        'An unknown part without legal basis is 406',
        person('a role without legal basis answers 406 for %s'),
        formats('a refusal of the register of a part the package lacks has the shape declared for it'),
      ],
      [
        '§3.2',
        'Each part is a list, and a part with nothing in it is absent',
        edges('the register gives each part as a list, and no part that is empty'),
        person(
          'looking up one person omits a part without current content: a strictly confidential person has no residence',
        ),
      ],
      ['§3.2', 'doedsfall is an object and no list', person('looking up one person keeps doedsfall as an object')],
      [
        '§3.2',
        'kilde and aarsak come with legal basis only',
        edges('the register has kilde and aarsak with legal basis only'),
      ],
      [
        '§5.3',
        'Without legal basis confidential statuses read aktiv',
        person('a role without legal basis hides confidential statuses, sources and causes'),
      ],
      [
        '§6',
        'Without legal basis history is of numbers, names and addresses only',
        person('a role without legal basis gives history only of numbers, names and addresses'),
      ],
      [
        '§3.2',
        'Gradings may be spelt in capitals: `gradingCase`',
        formats('a part spells gradings in capitals, when that is set'),
      ],
      [
        '§5.1',
        'From 2027 identities read unik: `uniqueIdentities`',
        formats('a part tells of identities as from 2027, when that is set'),
      ],
      [
        '§2',
        'A parameter that does not exist is refused',
        formats('a part is refused together with a parameter that does not exist'),
      ],
    ],
  },
  {
    about: 'Address protection',
    endpoints: WHOLE,
    rules: [
      [
        '§9',
        'The confidential are delivered with address and grade, the strictly confidential with a post box alone',
        edges(
          'the register delivers a confidential address with its grade, but no residence of the strictly confidential',
        ),
        persons('the persons of the register with a strictly confidential address have no current residence'),
      ],
      [
        '§9',
        'A client address is graded alone, without a protection of the person',
        edges('the register grades a client address alone, without a protection of the person'),
      ],
      [
        '§9',
        'Private packages have nothing of protected addresses',
        direct('a rights package for private customers has nothing of a protected address in it'),
        direct('a rights package for the public has it all'),
      ],
      [
        '§9',
        'There are persons of every grade',
        persons(
          'the persons of the register cover every grade, status, kind of responsibility, of guardianship and of estate',
        ),
      ],
    ],
  },
  {
    about: 'Many persons',
    endpoints: MANY,
    rules: [
      [
        '§3.5',
        'A thousand numbers at most',
        person('looking up many persons takes a thousand numbers but not one more'),
      ],
      [
        '§3.5',
        'The list has something in it, and nothing but valid numbers',
        person('looking up many persons refuses the list %j'),
      ],
      [
        '§3.5',
        'Without somBestilt the order is never that of the request',
        person('looking up many persons never keeps the order of the request by chance'),
      ],
      [
        '§3.5',
        'Without somBestilt the unknown are left out, and who is asked for twice comes once',
        person(
          'looking up many persons leaves out the unknown, answers a duplicate once and shows a historical number as the current one',
        ),
      ],
      [
        '§3.5',
        'An unknown number may be an error without somBestilt too: `unknownInBulk`',
        formats('a part of an unknown number is an error in bulk, when that is set'),
      ],
      [
        '§3.5',
        'With somBestilt the answer is as it was ordered, with an error for the unknown',
        person(
          'looking up many persons answers as ordered on request: same order, duplicates twice, an error for an unknown number',
        ),
      ],
      [
        '§3.5',
        'A number out of use is answered under the one asked for, the current one, or as an error: `historicalNumberInBulk`',
        person('looking up many persons answers as ordered for a number out of use as the setting says: %s'),
      ],
      [
        '§3.5',
        'somBestilt is true or false',
        person('looking up many persons refuses somBestilt with any other value than true and false'),
      ],
      ['§3.5', 'A role may leave bulk look-ups out', person('a role may exclude bulk lookups')],
      [
        '§2.1',
        'A body without Content-Type is XML',
        person('looking up many persons reads a body without a content type as XML, and so refuses it'),
        formats('the form of a request may be XML'),
      ],
      [
        '§2.1',
        'A body is what its label says',
        formats('the form of a request is refused when it is labelled as XML and is JSON'),
        person('looking up many persons refuses JSON that is labelled as text'),
      ],
    ],
  },
  {
    about: 'The exact search',
    endpoints: EXACT,
    rules: [
      ['§3.3', 'A name and one criterion find a person', search('the exact search finds a person by name and %s')],
      [
        '§3.3',
        'A foreign number or an identity document need legal basis',
        search('the exact search finds a person by name and %s, with legal basis only'),
      ],
      [
        '§3.3',
        'The DUF number is known by both spellings',
        search('the exact search finds a person by the DUF number as %s'),
      ],
      [
        '§3.3',
        'What a search must hold is as the documentation has it, or the description: `exactSearchRule`',
        search('the exact search goes by the rule of the setting: %s'),
        search('the exact search refuses a name alone'),
        search('the exact search refuses a number alone'),
      ],
      ['§3.3', 'The name holds a given name and a family name', search('the exact search refuses one word of a name')],
      ['§3.3', 'foedselsdato has no dashes', search('the exact search refuses a birth date with dashes')],
      [
        '§3.3',
        'adressenavn has three characters or more',
        search('the exact search refuses two characters of a street'),
      ],
      [
        '§3.3',
        'husnummer may be left out only where houses have none',
        search('the exact search is content with the street where houses have no numbers, and only there'),
      ],
      [
        '§3.3',
        'A foreign number has its country in front',
        search('the exact search refuses a foreign number without its country'),
      ],
      ['§3.3', 'Numbers out of use are searched too', search('the exact search searches numbers out of use too')],
      [
        '§3.3',
        'Former names and addresses need opplysningsgrunnlag=historisk',
        search('the exact search takes a former name only for opplysningsgrunnlag=historisk'),
        search('the exact search refuses a ground that does not exist'),
      ],
      ['§3.3', 'Search by sound, by both spellings', search('the exact search hears names that sound alike with %s')],
      ['§3.3', 'Nobody and several are 404 alike', search('the exact search answers none and several alike')],
      [
        '§3.3',
        'Unknown parameters and impossible values are 400',
        search('the exact search refuses a parameter that does not exist'),
        search('the exact search refuses a number that cannot be'),
      ],
    ],
  },
  {
    about: 'The search for a list',
    endpoints: LIST,
    rules: [
      ['§3.4', 'Each parameter narrows what is found', search('the search for a list for %j finds %j')],
      [
        '§3.4',
        'No criterion is mandatory',
        search('the search for a list needs no criterion at all, and gives no more than asked for'),
      ],
      [
        '§3.4',
        'Too many hits are refused, and the caller told to narrow: `searchHitLimit`',
        search('the search for a list tells the caller to narrow what finds too many'),
      ],
      [
        '§3.4',
        'No hits are an empty list or a missing one: `searchWithoutHits`',
        search('the search for a list answers no hits as the setting says: %s'),
      ],
      ['§3.4', 'Values and parameters that are none are 400', search('the search for a list refuses %j')],
      ['§3.4', 'There are no parts to choose', search('the search for a list has no parts to choose')],
    ],
  },
  {
    about: 'The contract of persons',
    endpoints: mirrored('GET', '/personer/xsd'),
    rules: [['§2', 'The schema is there, in XML', formats('a contract is at /personer/xsd')]],
  },
];
