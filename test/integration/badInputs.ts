/**
 * What can be wrong with one line of a flow, and what the user must then be told. The privacy test makes all of it happen
 * again and looks for what must not come out.
 */
import { letter, pdf } from './letters';
import { NOT_SYNTHETIC, numberOf, SHORTENED } from './persons';
import { CONTACT, LETTER, PERSON, PLATE, VEHICLES, UNKNOWN_ID, type Ask, type Told } from './told';
import type { Stored } from './world';

export interface BadInput {
  readonly name: string;
  readonly ask: Ask;
  readonly told: Told;
}

const withNumber = ([service, operation, input]: Ask, foedselsnummer: unknown): Ask => [
  service,
  operation,
  { ...input, foedselsnummer },
];
const identifier = (action: RegExp): Told => ({ code: 'ERR_INVALID_IDENTIFIER', field: 'foedselsnummer', action });
const CORRECT = /Correct the number in the source of this line/;
const CORRECT_IT = /Correct it in the source of this line/;

const BAD_NUMBERS: readonly (readonly [name: string, value: unknown, told: Told])[] = [
  ['no number', undefined, identifier(/Fill in the number/)],
  ['an empty number', '', identifier(/Fill in the number/)],
  ['letters for a number', 'RASK FYRLYKT', identifier(CORRECT)],
  ['a number shortened by a spreadsheet', SHORTENED, identifier(CORRECT)],
  ['a number that a spreadsheet made numeric', Number(SHORTENED), identifier(CORRECT)],
  ['a number with a digit too many', `${numberOf('ordinary-resident')}1`, identifier(CORRECT)],
  ['a number with a wrong digit', '12848539667', identifier(CORRECT)],
  ['a number without a date', '99999999999', identifier(CORRECT)],
  ['an organisation number', '310475025', identifier(CORRECT)],
  ['a phone number', '99887766', identifier(CORRECT)],
  ['a DUF number', '201904123456', identifier(CORRECT)],
  ['a number with a letter for a digit', '1284853966O', identifier(CORRECT)],
  ['a list for a number', ['12848539668'], identifier(/./)],
  [
    "a number that can be a real person's",
    NOT_SYNTHETIC,
    { code: 'ERR_REAL_IDENTIFIER', field: 'foedselsnummer', action: /synthetic test persons/ },
  ],
];

const changedLetter = (changes: Stored): Ask => ['svarut', 'sendToPerson', letter('sak-2026-17', changes)];
const invalid = (field: string, action: RegExp): Told => ({ code: 'ERR_INVALID_INPUT', field, action });

export const BAD_INPUTS: readonly BadInput[] = [
  ...BAD_NUMBERS.flatMap(([name, value, told]) =>
    [PERSON, CONTACT, LETTER, VEHICLES].map((ask) => ({
      name: `${name} to ${ask[0]}`,
      ask: withNumber(ask, value),
      told,
    })),
  ),
  {
    name: 'a role that is no UUID',
    ask: ['folkeregister', 'getPerson', { ...PERSON[2], rolleId: 'saksbehandler' }],
    told: { code: 'ERR_INVALID_IDENTIFIER', field: 'rolleId', action: /36 characters/ },
  },
  {
    name: 'an unknown role',
    ask: ['folkeregister', 'getPerson', { ...PERSON[2], rolleId: UNKNOWN_ID }],
    told: { code: 'ERR_FORBIDDEN', action: /Check the role id/ },
  },
  {
    name: 'an exact search with a name alone',
    ask: ['folkeregister', 'findExactPerson', { navn: 'Rask Fyrlykt' }],
    told: invalid('foedselsdato', /one thing more/),
  },
  {
    name: 'an exact search with one word for a name',
    ask: ['folkeregister', 'findExactPerson', { navn: 'Fyrlykt', postnummer: '5003' }],
    told: invalid('navn', /two whole words/),
  },
  {
    name: 'a search for nothing',
    ask: ['folkeregister', 'searchPersons', {}],
    told: invalid('navn', /at least one criterion/),
  },
  {
    name: 'no list of persons',
    ask: ['folkeregister', 'getManyPersons', { foedselsnumre: [] }],
    told: invalid('foedselsnumre', /Fill it in/),
  },
  {
    name: 'a version that is none',
    ask: ['folkeregister', 'getHistoricalVersion', { persondokument: '12848539668' }],
    told: { code: 'ERR_INVALID_IDENTIFIER', field: 'persondokument', action: /32 characters/ },
  },
  {
    name: 'a version nobody knows',
    ask: ['folkeregister', 'getHistoricalVersion', { persondokument: 'f'.repeat(32) }],
    told: { code: 'ERR_VERSION_NOT_FOUND', field: 'persondokument', action: /not its hendelsesdokument/ },
  },
  {
    name: 'an unknown part',
    ask: ['folkeregister', 'getPerson', { ...PERSON[2], parts: ['navn', 'formue'] }],
    told: invalid('parts', /Give some of/),
  },
  {
    name: 'an unknown purpose',
    ask: ['krr', 'checkNotificationRules', { ...CONTACT[2], purpose: 'reklame' }],
    told: invalid('purpose', /vedtak, servicemelding/),
  },
  { name: 'a letter without a name', ask: changedLetter({ navn: ' ' }), told: invalid('navn', /Fill it in/) },
  { name: 'a letter without a title', ask: changedLetter({ tittel: '' }), told: invalid('tittel', /Fill it in/) },
  {
    name: 'a title with an identity number',
    ask: changedLetter({ tittel: 'Vedtak for 128485 39668' }),
    told: invalid('tittel', /Leave identity numbers out/),
  },
  {
    name: 'a reference with an identity number',
    ask: changedLetter({ eksternReferanse: 'sak-12848539668' }),
    told: invalid('eksternReferanse', /Leave identity numbers out/),
  },
  {
    name: 'a reference of 101 characters',
    ask: changedLetter({ eksternReferanse: 'x'.repeat(101) }),
    told: invalid('eksternReferanse', /Shorten it/),
  },
  { name: 'a letter without documents', ask: changedLetter({ documents: [] }), told: invalid('documents', /./) },
  {
    name: 'an empty document',
    ask: changedLetter({ documents: [{ ...pdf(), size: 0 }] }),
    told: invalid('documents', /step that makes the file/),
  },
  {
    name: 'two documents of one name',
    ask: changedLetter({ documents: [pdf('Vedtak.pdf'), pdf('vedtak.PDF')] }),
    told: invalid('documents', /name of its own/),
  },
  {
    name: 'a file name with a forbidden character',
    ask: changedLetter({ documents: [pdf('12/26.pdf')] }),
    told: invalid('documents', /Rename/),
  },
  {
    name: 'a file name with an identity number',
    ask: changedLetter({ documents: [pdf('12848539668.pdf')] }),
    told: invalid('documents', /Leave identity numbers out/),
  },
  {
    name: 'a document that cannot be printed',
    ask: changedLetter({ documents: [{ ...pdf('kart.png'), mimeType: 'image/png' }] }),
    told: invalid('documents', /Send PDFs/),
  },
  {
    name: 'a letter that may be printed without an address',
    ask: changedLetter({ postalAddress: undefined }),
    told: invalid('postalAddress', /Only Digital Delivery/),
  },
  {
    name: 'an address without a place',
    ask: changedLetter({ postalAddress: { adresselinje1: 'Tenkeveien 14B' } }),
    told: invalid('postalAddress', /poststed/),
  },
  {
    name: 'a letter from an unknown account',
    ask: changedLetter({ kontoId: UNKNOWN_ID }),
    told: { code: 'ERR_FORBIDDEN', action: /Check the account id/ },
  },
  {
    name: 'a letter id that is no UUID',
    ask: ['svarut', 'getStatus', { letterId: 'sak-2026-17' }],
    told: { code: 'ERR_INVALID_IDENTIFIER', field: 'letterId', action: /36 characters/ },
  },
  {
    name: 'an unknown letter id',
    ask: ['svarut', 'getStatus', { letterId: UNKNOWN_ID }],
    told: { code: 'ERR_NOT_FOUND', field: 'letterId', action: /letter id and the account/ },
  },
  {
    name: 'a search for no reference',
    ask: ['svarut', 'findByReference', { eksternReferanse: '' }],
    told: invalid('eksternReferanse', /Fill it in/),
  },
  {
    name: 'no plate',
    ask: ['kjoretoyregister', 'lookUpByKjennemerke', { kjennemerke: '' }],
    told: invalid('kjennemerke', /Fill it in/),
  },
  {
    name: 'a plate with an unknown character',
    ask: ['kjoretoyregister', 'lookUpByKjennemerke', { kjennemerke: 'DN0010?' }],
    told: { code: 'ERR_INVALID_IDENTIFIER', field: 'kjennemerke', action: CORRECT_IT },
  },
  {
    name: 'an unknown plate',
    ask: ['kjoretoyregister', 'lookUpByKjennemerke', { kjennemerke: 'ZZ00999' }],
    told: { code: 'ERR_VEHICLE_NOT_FOUND', action: /moved to another vehicle/ },
  },
  {
    name: 'a plate about which nothing is told',
    ask: ['kjoretoyregister', 'lookUpByKjennemerke', { kjennemerke: 'ZZ00998' }],
    told: { code: 'ERR_VEHICLE_WITHHELD', action: /manually/ },
  },
  {
    name: 'a moment that is none',
    ask: ['kjoretoyregister', 'lookUpByKjennemerke', { ...PLATE[2], dtg: 'i fjor' }],
    told: invalid('dtg', /Give a date/),
  },
  {
    name: 'a moment before the first owner',
    ask: ['kjoretoyregister', 'lookUpByKuid', { kuid: '9900000110', dtg: '1999-01-01' }],
    told: { code: 'ERR_VEHICLE_WITHHELD', action: /manually/ },
  },
  {
    name: 'four unknown characters of a plate',
    ask: ['kjoretoyregister', 'searchByKjennemerke', { kjennemerkePattern: 'D????1' }],
    told: { code: 'ERR_INVALID_IDENTIFIER', field: 'kjennemerkePattern', action: CORRECT_IT },
  },
  {
    name: 'a chassis number that is open in the middle',
    ask: ['kjoretoyregister', 'searchByUnderstellsnummer', { understellsnummerPattern: 'SY*NT' }],
    told: { code: 'ERR_INVALID_IDENTIFIER', field: 'understellsnummerPattern', action: CORRECT_IT },
  },
  {
    name: 'a person where an organisation is asked for',
    ask: ['kjoretoyregister', 'listVehiclesOfOrganisation', { organisasjonsnummer: numberOf('ordinary-resident') }],
    told: { code: 'ERR_INVALID_IDENTIFIER', field: 'organisasjonsnummer', action: /nine digits/ },
  },
  {
    name: 'a customer without a name',
    ask: ['kjoretoyregister', 'searchCustomers', { kjonn: 'K' }],
    told: invalid('navn', /Give a name/),
  },
  {
    name: 'an organisation in Fiks that is not ours',
    ask: ['kjoretoyregister', 'lookUpByKjennemerke', { ...PLATE[2], fiksOrgId: UNKNOWN_ID }],
    told: { code: 'ERR_FORBIDDEN', action: /Fiks organisation id/ },
  },
];
