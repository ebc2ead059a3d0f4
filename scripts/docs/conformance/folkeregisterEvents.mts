import { mirrored } from './folkeregisterDoors.mts';
import { testsOf, type Group } from './rule.mts';

const events = testsOf('sandbox/folkeregisterEvents');
const extracts = testsOf('sandbox/folkeregisterExtracts');
const formats = testsOf('sandbox/folkeregisterFormats');
const direct = testsOf('sandbox/folkeregisterDirect');
const versions = testsOf('sandbox/folkeregisterVersions');
const edges = testsOf('sandbox/conformanceRegister');
const services = testsOf('contract/personServices');

const FEED = mirrored('GET', '/hendelser/feed');
const NEWEST = mirrored('GET', '/hendelser/siste/sekvensnummer');
const BATCH = mirrored('GET', '/uttrekk/{jobbid}/batch/{batchnr}');
const TAILORED = mirrored('POST', '/uttrekk/tilpasset');
const COMPLETE = mirrored('GET', '/uttrekk/komplett');

export const eventGroups: readonly Group[] = [
  {
    about: 'The feed',
    endpoints: FEED,
    rules: [
      [
        '§4.1',
        'seq is needed and a whole number',
        events('the feed refuses seq=%s'),
        edges('the register refuses a feed without a number to begin with'),
      ],
      ['§4.1', 'The event of that number comes first', events('the feed begins with the number asked for')],
      [
        '§4.1',
        'A page has a thousand events, or fewer: `feedPageSize`',
        events('the feed gives a thousand at most, and fewer when that is set'),
      ],
      [
        '§4.1',
        'Numbers rise and have gaps',
        events('events that are ordered come at the end, with numbers that rise but leave gaps'),
      ],
      [
        '§4.1',
        'Past the end is an empty page, or 404: `feedPastEnd`',
        events('the feed is empty past its end'),
        events('the feed answers 404 past its end when that is set, in the model declared for it'),
      ],
      [
        '§4.1',
        'Who has the page already gets 304, unless Fiks keeps the ETag: `fiksForwardsEtag`',
        events('the feed is not modified for who has the page already'),
        events('the feed has no ETag where Fiks does not let it through'),
      ],
      [
        '§4.1',
        'Numbers older than 36 months are 406',
        events('the feed refuses a number older than 36 months, in Norwegian'),
      ],
      [
        '§4.1',
        'Each package has numbers of its own',
        direct('a rights package has numbers of its own for the same events'),
      ],
      [
        '§4.1',
        'Without legal basis an event says less',
        events('the feed says less without legal basis, under numbers of its own'),
      ],
      [
        '§4.1',
        'Private and press packages see endringIPerson only',
        direct('a rights package calls every event endringIPerson, for private customers and the press'),
      ],
      [
        '§4.1',
        'The feed is Atom for who asks for it, with links',
        events('the feed is Atom for who asks for it, with links and the same events'),
      ],
      [
        '§4.5',
        'An event of a number that ceased has no version',
        events('the feed has an event without a version: of a number that ceased'),
      ],
      ['§4.5', 'New types may come any day', events('events that are ordered may be of a type nobody has heard of')],
      [
        '§4.1',
        'Events go on happening, as virtual time goes: `eventEverySeconds`',
        events('events that happen by themselves come as virtual time goes'),
        events('events that happen by themselves do not come when they are turned off'),
      ],
      ['§2', 'A slash at the end makes no difference', events('the feed accepts a slash in its path')],
      [
        '§4.5',
        'Every type that is described comes as it is described',
        services(
          'what the sandbox answers about persons besides to the role %s the feed with an event of every type, and the number of the newest',
        ),
      ],
    ],
  },
  {
    about: 'The number of the newest event',
    endpoints: NEWEST,
    rules: [['§4.2', 'The bare number, as JSON, text or XML', events('the number of the newest event as %s is %s')]],
  },
  {
    about: 'Documents of events',
    endpoints: [
      ...mirrored('GET', '/hendelser/{hendelsesidentifikator}'),
      ...mirrored('POST', '/hendelser/bulkoppslag'),
    ],
    rules: [
      [
        '§4.3',
        'A document says what was changed and how',
        events('the document of an event says what was changed, and how'),
        services('what the sandbox answers about persons besides the document of an event: %s'),
      ],
      [
        '§4.3',
        'The id may be written as a UUID',
        events('the document of an event may be asked for by the id as a UUID'),
      ],
      [
        '§4.3',
        'What was annulled is not repeated',
        events('the document of an event does not repeat what was annulled'),
      ],
      [
        '§4.3',
        'Postal addresses keep their older name',
        events('the document of an event keeps the older name of a postal address'),
      ],
      [
        '§4.5',
        'A protection changes every address in the same event',
        events('the document of an event of a protection holds every address'),
      ],
      [
        '§4.3',
        'Unknown ids are 404, and so is an event that only says to fetch anew',
        events('the document of an event is 404 for %s'),
      ],
      [
        '§4.3',
        'After three years it is 400; without legal basis it is never there',
        events('the document of an event is 400 after three years, and 404 without legal basis'),
      ],
      [
        '§4.4',
        'In bulk they are a list, or the first alone: `documentBulk`',
        events('the document of an event comes in bulk, as a list or as the setting says'),
      ],
      [
        '§4.4',
        'In bulk there are a thousand at most, and only ids',
        events('the document of an event in bulk is refused for a wrong list'),
      ],
    ],
  },
  {
    about: 'Versions of a person',
    endpoints: [
      ...mirrored('GET', '/personer/arkiv/{dokumentidentifikator}'),
      ...mirrored('POST', '/personer/bulkoppslag/arkiv'),
    ],
    rules: [
      [
        '§3.6',
        'A version is the person as of its event, and nothing later',
        events('a former version of a person shows what was so at the time of its event, and nothing later'),
        versions('a person as known at a moment is not known before birth, and not dead before death'),
      ],
      [
        '§3.6',
        'The id of today gives the person of today',
        events('a former version of a person is the person of today under the id of today'),
      ],
      [
        '§3.6',
        'part works as elsewhere, within the role',
        events('a former version of a person goes by the parts of the role'),
      ],
      [
        '§3.6',
        'In bulk they are a list, or the first alone',
        events('a former version of a person comes in bulk, as a list or as the setting says'),
      ],
      [
        '§3.6',
        'In bulk there are a thousand at most',
        edges('the register takes a thousand documents of versions and not one more (%s)'),
      ],
      [
        '§3.6',
        'Unknown is 404, and after three years 400',
        events('a former version of a person is 404 when unknown, and 400 when its event is older than three years'),
      ],
      ['§2', 'With legal basis only', direct('a rights package without legal basis has no %s')],
    ],
  },
  {
    about: 'The contracts of events',
    endpoints: [...mirrored('GET', '/hendelser/xsd'), ...mirrored('GET', '/hendelser/feedxsd')],
    rules: [
      [
        '§2',
        'The schemas are there, in XML',
        formats('a contract is at /hendelser/xsd'),
        formats('a contract is at /hendelser/feedxsd'),
      ],
    ],
  },
  {
    about: 'A tailored extract',
    endpoints: TAILORED,
    rules: [
      ['§7', 'Each criterion narrows what is extracted', extracts('a tailored extract for %j is about %j')],
      [
        '§7',
        'personstatustyper is mandatory, kommunenummer an object with one of two, years are texts',
        extracts('a tailored extract is refused for %j, by status or by message'),
      ],
      [
        '§7',
        'An order that fails is 400, or 200 with a message: `extractOrderFailure`',
        services('what the sandbox answers about persons besides to the role %s an order that fails with a message'),
        extracts('a tailored extract is refused for %j, by status or by message'),
      ],
      ['§2.1', 'The order is JSON and nothing else', formats('the form of a request must be JSON for an extract')],
      [
        '§7',
        'Ten at a time for an organisation; the eleventh is 429',
        extracts('an extract is refused when ten are going, until one has been fetched to its end'),
      ],
    ],
  },
  {
    about: 'A complete extract',
    endpoints: COMPLETE,
    rules: [
      [
        '§7',
        'It gives ids of documents',
        extracts('a complete extract gives the id of the current version of everyone'),
      ],
      ['§7', 'It wants a number and legal basis', extracts('a complete extract wants a number, and legal basis')],
      [
        '§7',
        'A number beyond the end is as good as the newest',
        edges('the register makes a complete extract of what there is when the number is beyond the end'),
      ],
    ],
  },
  {
    about: 'Batches of an extract',
    endpoints: BATCH,
    rules: [
      [
        '§7',
        'Each batch is 404 at first, the closing one too: `extractNotReadyAnswers`, `extractReadyAfterMs`',
        extracts('a tailored extract is not ready at first, at any index, the closing one too'),
        extracts('a tailored extract is ready when its virtual time has come, and not before'),
      ],
      ['§7', 'It says so in its own words', edges('the register says in its own words that a batch is not ready')],
      [
        '§7',
        'All of them once, in batches of a size that is not promised: `extractBatchSize`',
        extracts('a tailored extract gives everyone once over its batches, in another order each time'),
      ],
      [
        '§7',
        'The end is an empty object',
        extracts('a tailored extract gives everyone once over its batches, in another order each time'),
        extracts('an extract ends with an empty object in XML too'),
      ],
      ['§7', 'A batch may be fetched again', extracts('a tailored extract answers a batch again as it was')],
      [
        '§7',
        'What does not exist is 410',
        extracts('an extract that does not exist is gone, and so is a batch beyond the last one'),
      ],
      [
        '§7',
        'An extract is kept for a while: `extractLifetimeMs`',
        extracts('an extract is gone when it has been kept for its time'),
      ],
      ['§7', 'A batch has a number', extracts('an extract refuses a batch that is no number')],
    ],
  },
];
