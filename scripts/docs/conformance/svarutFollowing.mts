import { testsOf, type Group } from './rule.mts';
import { EVERY_LETTER, NHN, ORGANISATION, PERSON, PRINT, sendTo } from './svarutEndpoints.mts';

const delivery = testsOf('sandbox/svarutDelivery');
const letter = testsOf('sandbox/svarutLetter');
const settings = testsOf('sandbox/svarutSettings');
const organisation = testsOf('sandbox/svarutOrganisation');
const nhn = testsOf('sandbox/svarutNhn');
const accounts = testsOf('sandbox/svarutAccounts');
const catalogues = testsOf('sandbox/svarutCatalogues');
const answers = testsOf('contract/svarutAnswers');
const letters = testsOf('contract/letterAnswers');
const pdf = testsOf('sandbox/svarutPdf');

const STATUS = sendTo('status/sok');
const BY_REFERENCE = ['', '/metadata'].map((kind) => `GET /svarut/api/v2/kontoer/{kontoId}/forsendelser${kind}`);
const of = (method: string, what: string): string => `${method} /svarut/api/v2/forsendelser/{forsendelseId}/${what}`;
const EVENTS = of('GET', 'hendelser');
const SIGNING = of('GET', 'signeringshendelser');
const DOCUMENTS = of('GET', 'metadata');
const READ = of('POST', 'lest');
const DELETION = of('DELETE', 'dokumenter');
const DOWNLOAD = 'GET /svarut/forsendelse/{forsendelseId}/{number}';
const ONE = [EVENTS, SIGNING, DOCUMENTS, READ, DELETION];

/** One of the ways a letter to a person goes. */
const goes = (why: string) => delivery(`SvarUt chooses the channel from its own look in the contact register: ${why}`);

export const followingGroups: readonly Group[] = [
  {
    about: 'The way of a letter to a person',
    endpoints: [PERSON],
    rules: [
      ['§13', 'A mailbox: SENDT_SDP, LEVERT_SDP', goes('a mailbox'), goes('a mailbox, digital only')],
      ['§13', 'No mailbox but notifiable: SENDT_ALTINN, LEVERT_ALTINN, LEST', goes('no mailbox but notifiable')],
      [
        '§13',
        'Unread in Altinn it is printed after 40 hours: `altinnReadingHours`',
        delivery('a letter nobody opens in Altinn is printed after 40 hours'),
        settings('the life of a letter, as a setting says: another reading time in Altinn'),
      ],
      [
        '§7',
        'Without an address, or only digital, it stays in Altinn',
        delivery('a letter nobody opens in Altinn stays there when it has no address'),
        delivery('a letter nobody opens in Altinn stays there when it may only be digital'),
      ],
      [
        '§7',
        'The reserved, the unknown and who cannot be notified get paper',
        goes('a reserved person'),
        goes('a person who cannot be notified'),
        goes('a person who is not registered'),
      ],
      ['§13', 'Only digital and no channel: IKKE_LEVERT', goes('a reserved person, digital only')],
      [
        '§7',
        'No channel and no address: AVVIST, or stuck: `noChannel`',
        goes('a reserved person without an address'),
        settings('the life of a letter, as a setting says: no channel, and stuck'),
      ],
      [
        '§6',
        'HOYESTE may end on paper, or not: `hoyesteOnPaper`',
        settings('the life of a letter, as a setting says: the highest level on paper, or not'),
      ],
      [
        '§8',
        'Mailboxes do not report that a letter is read, or do: `readAfterDelivery`',
        settings('the life of a letter, as a setting says: a mailbox that reports reading'),
      ],
    ],
  },
  {
    about: 'The way of a letter to an organisation',
    endpoints: [ORGANISATION],
    rules: [
      [
        '§7',
        'A receiving system comes first, by organisation, type and level, or Altinn: `receivingSystemFirst`',
        organisation('a letter to an organisation goes to its receiving system'),
        organisation('a letter to an organisation goes to the system for its type'),
        organisation('a letter to an organisation goes to the system of its level, when it is of the highest'),
        organisation('a letter to an organisation goes to Altinn first, by a setting'),
      ],
      [
        '§7',
        'Altinn otherwise, paper when it is not opened',
        organisation('a letter to an organisation goes to Altinn when there is no system'),
        organisation('a letter to an organisation goes to paper after 40 hours in Altinn'),
      ],
      [
        '§5.2',
        'Confidential mail needs somebody who may open it',
        organisation('a letter to an organisation goes to confidential mail'),
        organisation('a letter to an organisation goes to paper when nobody may open confidential mail'),
      ],
      [
        '§7',
        'Only digital and no channel: IKKE_LEVERT',
        organisation('a letter to an organisation goes nowhere when it may only be digital'),
      ],
    ],
  },
  {
    about: 'The way of other letters',
    endpoints: [NHN, PRINT],
    rules: [
      [
        '§7',
        'The print endpoint goes to paper, whoever it is',
        goes('the print endpoint goes to paper even for a person with a mailbox'),
      ],
      [
        '§7',
        'Without a print supplier somebody must print',
        accounts('an account without a print supplier waits for somebody who prints'),
      ],
      [
        '§13',
        'The health network: SENDT_NHN_MOTTAKER, LEVERT_NHN_MOTTAKER',
        nhn('a letter to the health network reaches the GP of the patient'),
        nhn('a letter to the health network reaches a HER-id'),
      ],
      [
        '§8',
        'Without a receipt it stays sent',
        nhn('a letter to the health network stays sent without a receipt'),
        nhn('a letter to the health network that its recipient refuses says so in an event only'),
      ],
      [
        '§7',
        'A patient without a GP: AVVIST',
        nhn('a letter to the health network about a patient without a GP is rejected later'),
      ],
    ],
  },
  {
    about: 'What is found out later',
    endpoints: EVERY_LETTER,
    rules: [
      [
        '§8',
        'A PDF that cannot be read, has a password though it may be printed, or lacks the giro page: AVVIST, and why',
        letter('the events of a letter tell why it is rejected: %s'),
        letter('the events of a letter tell of no trouble with %s'),
        pdf('a PDF is found out the same in pieces of %i bytes'),
      ],
      [
        '§8',
        'A receipt may fail: FEILET_UNDER_MOTTAK: `receiptFails`',
        settings('the life of a letter, as a setting says: a receipt that fails'),
      ],
      [
        '§7',
        'Documents are removed after 90 days: SLETTET: `retentionDays`',
        letter('the life of a letter ends after three months, when its documents are removed'),
        settings('the life of a letter, as a setting says: documents never removed'),
      ],
      [
        '§7',
        'A clerk may take it another way',
        letter('the life of a letter takes a turn by hand, keeps to it, and is removed in the end'),
      ],
    ],
  },
  {
    about: 'The status search',
    endpoints: [STATUS],
    rules: [
      [
        '§3',
        'The last state of each, and since when',
        delivery('the status search gives the last state and when it was reached'),
      ],
      ['§3', 'id is a list of UUIDs', delivery('the status search refuses %j')],
      [
        '§3',
        'Unknown ids are left out, or 404: `unknownShipment`',
        delivery('the status search leaves out what it does not know'),
        settings('answers that differ, as a setting says: an unknown id in the status search'),
      ],
      [
        '§3',
        'There may be a limit to the ids: `statusIdLimit`',
        settings('answers that differ, as a setting says: a limit to the ids of one search'),
      ],
      [
        '§8',
        'Every one of the 18 states there are',
        answers('what the sandbox answers about one letter in every state that is described'),
        answers('what the sandbox answers about one letter in the state %s'),
      ],
      [
        '§8',
        'States of the future may come: `futureState`',
        settings('answers that differ, as a setting says: a state nobody knows yet'),
      ],
      [
        '§1',
        'Fields of the future may come: `extraFields`',
        settings('answers that differ, as a setting says: fields nobody knows yet, everywhere'),
      ],
      [
        '§2',
        'An account knows its own letters only, if it may look at all',
        accounts('an account knows only its own letters'),
        accounts('an account that is read-only may look for letters'),
      ],
    ],
  },
  {
    about: 'The look-up by reference',
    endpoints: BY_REFERENCE,
    rules: [
      [
        '§3',
        'All letters with it, of the account',
        delivery('the reference finds every letter sent with it'),
        letters('what the sandbox answers about letters by the reference %s'),
      ],
      ['§3', 'It may not be empty', delivery('the reference may not be empty')],
      [
        '§3',
        'It may have any characters',
        delivery('the reference may have characters that must be encoded in an address'),
      ],
      [
        '§3',
        'Unknown is an empty list, or 404: `unknownReference`',
        delivery('the reference that is unknown gives an empty list'),
        settings('answers that differ, as a setting says: an unknown reference'),
      ],
      [
        '§10',
        'It may be found only after a while: `eksternRefVisibleAfterMs`',
        delivery('the reference can be hidden for a while, as a just accepted letter may be'),
      ],
      [
        '§3',
        'Older servers do not tell the state: `statusInMetadata`',
        settings('answers that differ, as a setting says: a look-up by reference without the state'),
      ],
    ],
  },
  {
    about: 'One letter',
    endpoints: ONE,
    rules: [
      ['§9', 'Unknown is 404, no UUID is 400', letter('a shipment is 404 when unknown and 400 when no UUID, for %s')],
      [
        '§2',
        "The right to it is that to its sender's account",
        accounts('an account that is send-only sends, and tells nothing of it'),
      ],
      [
        '§3',
        'Every answer is as the description has it',
        answers('what the sandbox answers about one letter to %s about its %s: %s'),
      ],
    ],
  },
  {
    about: 'Events',
    endpoints: [EVENTS],
    rules: [
      ['§3', 'What has happened so far, in Norwegian', letter('the events of a letter tell what has happened so far')],
    ],
  },
  {
    about: 'Events of signing',
    endpoints: [SIGNING],
    rules: [
      [
        '§3',
        'Waiting, then signed, refused or expired: `signingOutcome`',
        letter('signing is %s after a while'),
        letter('signing expires, %s'),
      ],
      ['§3', 'Nothing where nothing is signed', letter('signing has no events where nothing is signed')],
    ],
  },
  {
    about: 'Documents of a letter',
    endpoints: [DOCUMENTS, DOWNLOAD],
    rules: [
      [
        '§3',
        'Each with size, hash and address',
        letter('the documents of a letter are described with size, hash and where they are'),
      ],
      [
        '§3',
        'The address is for the recipient, or for the sender too: `downloadWithToken`',
        letter('the documents of a letter are for the recipient to download, unless a setting lets the sender too'),
      ],
    ],
  },
  {
    about: 'Marking as read',
    endpoints: [READ],
    rules: [
      [
        '§3',
        'It makes the letter read, so that it is not printed',
        letter('marking as read makes an unread letter read, so that it is not printed'),
      ],
      ['§3', 'fnr and tidspunkt are needed and valid', letter('marking as read is refused %s')],
      [
        '§10',
        'Twice changes nothing, or is refused: `lestTwice`',
        letter('marking as read once more changes nothing, or is refused by a setting'),
      ],
      [
        '§3',
        'The answer has no body',
        answers('what the sandbox answers about one letter with nothing when it is marked as read or deleted'),
      ],
    ],
  },
  {
    about: 'Deleting documents',
    endpoints: [DELETION],
    rules: [
      [
        '§3',
        'All of them hide the state before',
        letter('deleting documents of all kinds hides the state before, and stops the life of the letter'),
      ],
      [
        '§3',
        'The originals alone when nothing else is said; the state stays, or not: `originalsDeletedAsSlettet`',
        letter('deleting documents is of the originals when nothing else is said, and leaves the state as it is'),
        letter('deleting documents of the originals shows as SLETTET by a setting'),
      ],
      ['§10', 'Twice is as once', letter('deleting documents has the same effect twice')],
      ['§3', 'slettetype is one of two', letter('deleting documents of an unknown kind is refused')],
    ],
  },
  {
    about: 'Types and receiving systems',
    endpoints: ['GET /svarut/api/v2/forsendelsestyper', 'GET /svarut/api/v2/mottakersystem'],
    rules: [
      ['§3', 'Types are named once each', catalogues('the types of shipments are each named once')],
      [
        '§3',
        'Systems are found by organisation, type and level, all of which may be left out',
        catalogues('the receiving systems are found by %s'),
      ],
      ['§3', 'Numbers, types and levels have their form', catalogues('the receiving systems are not looked for by %s')],
    ],
  },
  {
    about: 'The address register of the health network',
    endpoints: ['GET /svarut/api/v1/nhn/oppslag/{herId}'],
    rules: [
      [
        '§3',
        'A party with type and whether it takes messages',
        nhn('the address register of the health network knows %i, a party of the type %s'),
      ],
      [
        '§3',
        'Unknown is 404, a number that is none is 400',
        nhn('the address register of the health network answers %i to %s'),
      ],
      [
        '§3',
        'It may not be released: `nhnLookup`',
        nhn(
          'the address register of the health network can be without the look-up, as an environment where it is not released',
        ),
      ],
    ],
  },
];
