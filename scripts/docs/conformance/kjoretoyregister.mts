import { fiksAccess } from './fiksAccess.mts';
import { testsOf, type Group, type ServiceRules } from './rule.mts';
import { mirror, searchGroups } from './vehicleSearches.mts';
import { weather } from './weather.mts';

const lookUp = testsOf('sandbox/kjoretoyLookUp');
const moment = testsOf('sandbox/kjoretoyMoment');
const search = testsOf('sandbox/kjoretoySearch');
const ks = testsOf('sandbox/kjoretoyKs');
const data = testsOf('sandbox/kjoretoyData');
const switches = testsOf('sandbox/kjoretoySwitches');
const edges = testsOf('sandbox/conformanceVehicles');
const expectations = testsOf('sandbox/kjoretoyExpectations');
const answers = testsOf('contract/vehicleAnswers');

const PLATES = mirror('POST', 'bulk/kjennemerke');
const KUIDS = mirror('POST', 'bulk/kuid');
const CHASSIS = mirror('GET', 'bulk/understellsnummer/{understellsnummer}');
const OF_PERSON = 'POST /fiks/kjoretoyregister/api/v1/ks/{fiksOrgId}/person';
const OF_ORGANISATION = 'POST /fiks/kjoretoyregister/api/v1/ks/{fiksOrgId}/organisasjon';
const SEARCHES = [...new Set(searchGroups.flatMap(({ endpoints }) => endpoints))];
const ALL = [PLATES, KUIDS, CHASSIS, ...SEARCHES, OF_PERSON, OF_ORGANISATION];

const groups: readonly Group[] = [
  fiksAccess(ALL, '/fiks/'),
  {
    about: 'The Fiks organisation',
    endpoints: ALL,
    rules: [
      ['§1', 'It is that of the integration', ks('a Fiks organisation that is another is refused by Fiks (%s)')],
      [
        '§11',
        'It is a UUID, in small letters or capitals',
        ks('a Fiks organisation that is no UUID is a malformed request (%s)'),
        ks('a Fiks organisation may be written in capitals (%s)'),
      ],
      [
        '§4.5',
        'The refusals of the register have a svvguid and those of Fiks an errorId; how it is spelt: `vehicleTraceName`',
        switches('the trace id of the register is spelt in one of two ways'),
        lookUp('a fault with status 500 is the register, which has a trace id'),
        lookUp('a fault with status %i is Fiks, which has an error id'),
      ],
    ],
  },
  {
    about: 'Look-ups of many',
    endpoints: [PLATES, KUIDS],
    rules: [
      [
        '§2.1',
        'The body is a list of objects with what is looked up',
        lookUp('a look-up of many plates refuses %s, with the trace id of the register'),
      ],
      [
        '§2.1',
        'The body is JSON',
        lookUp('a look-up of many plates refuses a body that is not JSON, in the words of Fiks'),
      ],
      [
        '§4.3',
        'One result per item, in order, with the request as it was sent',
        lookUp(
          'a look-up of many plates answers each item in order, found or not, and repeats the request as it was sent',
        ),
        edges('the vehicle register writes a plate with a blank, and repeats the question as it was asked'),
        edges('the vehicle register answers each of two equal items'),
      ],
      [
        '§4.3',
        'They are wrapped in one of two ways: `bulkEnvelope`',
        lookUp('a look-up of many plates can come in the envelope of the searches, which does not repeat the request'),
        answers('what the sandbox answers about vehicles with the envelope %s a look-up of every vehicle at %s'),
      ],
      [
        '§4.3',
        'An empty list is answered with one',
        lookUp('a look-up of many plates answers an empty list with an empty list'),
      ],
      [
        '§4.5',
        'Too many items are 400 with the ordinary object: `vehicleBulkLimit`',
        lookUp('the number of items may be a thousand, each answered in its place'),
        lookUp('the number of items above the limit is refused with the ordinary object and nothing in it (%s)'),
      ],
      ['§6', 'Plates are compared without blanks, hyphens and case', lookUp('a look-up of many plates reads %s')],
      ['§4.4', 'A malformed plate is an item error', lookUp('a look-up of many plates calls %j malformed')],
      [
        '§4.4',
        'Items fail by a code each',
        expectations('with the envelope %s an item fails with %s'),
        edges('the vehicle register says of a kuid that nobody has that it is unknown, whatever it looks like'),
      ],
      [
        '§6',
        'A vehicle without a plate is found by its kuid',
        lookUp('a look-up by kuid finds a vehicle that has no plate yet, and gives it none'),
        lookUp('a look-up by kuid answers each item'),
      ],
      [
        '§5',
        'Fields are left out, never null, and lists are there though empty',
        edges('the vehicle register has no null in its answers, and lists that are there though they are empty'),
      ],
      [
        '§10',
        'The vehicles of the fact sheet are as they stand there',
        answers('what the sandbox answers about vehicles of the fact sheet each is as it stands there'),
        expectations('with the envelope %s %s answers %s as expected'),
      ],
    ],
  },
  {
    about: 'A moment in the past',
    endpoints: [PLATES, KUIDS],
    rules: [
      [
        '§3',
        'Owner, plate and registration are those of the moment, with their end',
        moment('a moment in the past shows owner, plate and registration of that time, and until when they were so'),
      ],
      [
        '§3',
        'Control, approval and address are those of today',
        moment('a moment in the past changes nothing else: control, approval and address are those of today'),
      ],
      [
        '§3',
        "The plate was the vehicle's then",
        moment('a moment in the past needs the plate to have been the vehicle’s then'),
        moment('a moment in the past knows a plate that was given up'),
      ],
      [
        '§3',
        'Swapped plates go to the other vehicle at their moment',
        moment('a moment in the past finds by swapped plates the vehicle that had them at %s'),
        moment('a moment in the past names the other vehicle of a swap'),
      ],
      [
        '§3',
        'Something is so until just before its end, or at its end too: `vehiclePeriodEnd`',
        switches(
          'a moment at which one thing ends and the next begins is that of the next, or of the one before by a setting',
        ),
        switches('a moment at which an owner changes shows one owner, whose is the moment'),
      ],
      [
        '§3',
        'Before the first owner there is no information, or the vehicle is unknown: `vehicleBeforeFirstOwner`',
        switches('a moment before the first owner is unavailable by %s, or unknown by a setting'),
        moment('a moment in the past before the first owner has no information, by %s'),
      ],
      [
        '§3',
        'What is ahead is answered as now, or is malformed: `vehicleFutureMoment`',
        moment('a moment ahead is answered as now'),
        switches('a moment ahead is answered as now, or called malformed by a setting'),
      ],
      [
        '§3',
        'A moment is a date and a time with an offset',
        moment('a moment may be written %s'),
        moment('a moment may not be written %s'),
        moment('a moment may not be %j'),
      ],
    ],
  },
  {
    about: 'A look-up by chassis number',
    endpoints: [CHASSIS],
    rules: [
      [
        '§2.1',
        'A list, for the number is not unique',
        lookUp('a look-up by chassis number lists all who have it'),
        lookUp('a look-up by chassis number can come as a list of hits'),
      ],
      [
        '§6',
        'Any characters, in small letters or capitals, encoded in the path',
        lookUp('a look-up by chassis number reads the number %s'),
      ],
      [
        '§6',
        'A slash passes through Fiks, or not: `vehicleSlashInPath`',
        switches('a chassis number with a slash passes through Fiks, or is turned away by a setting'),
      ],
      [
        '§4.3',
        'Nobody is a code, or no body at all',
        lookUp('a look-up by chassis number says in its own words that nobody has it'),
        lookUp('a look-up by chassis number can answer nothing at all when nobody has it'),
      ],
      [
        '§4.3',
        'One of the vehicles may fail by itself',
        lookUp('a look-up by chassis number lets one of the vehicles fail by itself'),
      ],
    ],
  },
  {
    about: 'The quota of the day',
    endpoints: [PLATES, KUIDS, CHASSIS],
    rules: [
      [
        '§4.5',
        'Vehicles given out are counted: `vehicleQuota`',
        lookUp('a quota counts vehicles given out, and each answer tells what is left'),
        lookUp('a quota is not there unless it is asked for'),
      ],
      [
        '§4.5',
        'When it does not suffice: 422, a text, and Retry-After at midnight',
        lookUp('a quota that does not suffice gives a text, the time to come back, and no vehicle'),
      ],
    ],
  },
  {
    about: 'What a vehicle has',
    endpoints: ALL.filter((one) => one.includes('/rest/')),
    rules: [
      [
        '§5',
        'Owner or technical data may be held back, and the vehicle says which',
        data('what the register holds back is the owner, or the technical data, and the vehicle says which'),
      ],
      ['§5', 'A plug-in hybrid has two engines', data('a plug-in hybrid has two engines')],
      [
        '§8',
        'A protected owner is marked',
        data('a protected owner is marked, and the address may stand there all the same'),
      ],
      [
        '§5',
        'Owners come with their fødselsnummer, or not: `vehicleOwnerNumbers`',
        search('the fødselsnummer of an owner is there for a caller with the right to it, and otherwise in no answer'),
      ],
      [
        '§7',
        'Controls are overdue, due and later from the start, whenever that is, and grow older with virtual time',
        data('the municipal fleet has controls that are overdue, due within sixty days and due later, also at %s'),
        switches('the deadline of a control comes nearer as the clock is moved, and passes'),
      ],
    ],
  },
  ...searchGroups,
  {
    about: "A person's vehicles, by KS itself",
    endpoints: [OF_PERSON],
    rules: [
      [
        '§11',
        'The simplified vehicle, and nothing else of it',
        ks('the vehicles of a person have no number, address, chassis number or control'),
        answers('what the sandbox answers about vehicles the vehicles of the person %s in short'),
      ],
      ['§11', 'Co-owners see the owner', ks('the vehicles of a person show the owner, also to a co-owner')],
      [
        '§11',
        'Without the scrapped and the exported, or with them: `ksGoneVehicles`',
        switches("KS' own interface leaves out the %s, or shows them by a setting"),
        ks('the vehicles of a person are none for an owner of nothing but %s ones'),
      ],
      [
        '§11',
        'What somebody shares or leases is there, or not: `ksSharedVehicles`',
        switches("KS' own interface shows what is shared, or the owner’s alone by a setting"),
        switches("KS' own interface shows what an organisation leases, or not by a setting"),
      ],
      [
        '§11',
        'Who has none gets an empty list, or 404: `ksNoVehicles`',
        switches("KS' own interface has an empty list for a %s without vehicles, or 404 by a setting"),
      ],
      [
        '§11',
        'fnr is a text of eleven digits',
        ks('the vehicles of a person are refused for %j, in the words of Fiks'),
      ],
    ],
  },
  {
    about: "An organisation's vehicles, by KS itself",
    endpoints: [OF_ORGANISATION],
    rules: [
      [
        '§11',
        'fra counts from zero, antall is 100 unless told',
        ks('the vehicles of an organisation come a hundred at a time unless more are asked for, counted from zero'),
      ],
      [
        '§11',
        'No total: the end is a page that is not full',
        ks('the vehicles of an organisation end with a page that is not full'),
      ],
      ['§11', 'Lessees see the real owner', ks('the vehicles of an organisation show the real owner to a lessee')],
      ['§11', 'Numbers of nine digits, rows from zero', ks('the vehicles of an organisation are refused for %j')],
    ],
  },
];

export const kjoretoyregister: ServiceRules = {
  title: 'Kjøretøyregisteret',
  factSheet: 'kjoretoy.md',
  groups: [...groups, weather('§4.5', groups)],
};
