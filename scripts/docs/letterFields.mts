/**
 * What each field of a letter on the wire is filled from, by endpoint. test/contract/letterFields.test.ts holds it against what
 * is sent when one field after the other is changed, and against the published description.
 */
import { testFiles } from './endpoints.mts';
import { table, type Operation } from './reference.mts';

/** Fields of the operation by the path of the field on the wire. Those of a list's rows have the list in front. */
export type FilledFrom = Readonly<Record<string, readonly string[]>>;

type Endpoint = 'person' | 'organisasjon' | 'nhn' | 'print';

export const LETTER_FIELDS_BEGIN = '<!-- generated from scripts/docs/letterFields.mts by npm run docs; do not edit -->';

const same = (...names: readonly string[]): FilledFrom => Object.fromEntries(names.map((name) => [name, [name]]));

const rows = (wire: string, list: string, columns: readonly string[]): FilledFrom =>
  Object.fromEntries(columns.map((column) => [`${wire}.${column}`, [`${list}.${column}`]]));

const LINES = ['adresselinje1', 'adresselinje2', 'adresselinje3', 'postnummer', 'poststed', 'landkode'];

const recipientAddress = (...more: readonly string[]): FilledFrom =>
  Object.fromEntries(LINES.map((line) => [`mottaker.adresse.${line}`, [`postalAddress.${line}`, ...more]]));

const ON_ALL: FilledFrom = {
  ...same('tittel', 'eksternReferanse', 'avgivendeSystem', 'avgivendeSystemAktor', 'konteringskode'),
  'utskriftskonfigurasjon.tosidig': ['tosidig'],
  ...same('svarPaForsendelseId', 'korrelasjonsid'),
};

const REPLY: FilledFrom = {
  ...rows('svarSendesTil', 'svarSendesTil', ['navn', 'type', 'digitalId']),
  ...rows('svarSendesTil.adresse', 'svarSendesTil', LINES),
};

const FILES: FilledFrom = { 'dokumenter[].filnavn': ['documents'], 'dokumenter[].mimeType': ['documents'] };

const EXPOSED: FilledFrom = { eksponertFor: ['eksponertFor.digitalId'], ...same('kunDigitalLevering') };

const ON_DIGITAL: FilledFrom = {
  ...ON_ALL,
  ...EXPOSED,
  ...same('sikkerhetsniva'),
  kryptert: ['kryptert', 'sikkerhetsniva'],
  ...REPLY,
  ...same('kanSvareViaEdialog'),
  ...rows('lenker[]', 'lenker', ['url', 'tekst', 'ledetekst']),
  ...FILES,
};

const ARCHIVE = [
  ...['mappeId', 'mappeSystemId', 'saksaar', 'sakssekvensnummer', 'systemId', 'registreringsId', 'journalpostnummer'],
  ...['journalaar', 'journalsekvensnummer', 'journalposttype', 'journalstatus', 'dokumentetsDato', 'tittel'],
];

export const LETTER_FIELDS: Readonly<Record<Endpoint, FilledFrom>> = {
  person: {
    'mottaker.navn': ['navn', 'recipientFrom'],
    'mottaker.digitalId': ['foedselsnummer'],
    ...recipientAddress('recipientFrom'),
    ...ON_DIGITAL,
    ...rows('dokumenter[]', 'personDocuments', ['giroarkSide', 'skalEkskluderesFraUtskrift']),
    'dokumenter[].skalSigneres': ['signering.filnavn'],
    ...rows('signering', 'signering', ['signeringUtloper', 'signaturType']),
  },
  organisasjon: {
    'mottaker.navn': ['navn'],
    'mottaker.digitalId': ['organisasjonsnummer'],
    ...recipientAddress(),
    ...ON_DIGITAL,
    ...rows('dokumenter[]', 'organisationDocuments', [
      ...['giroarkSide', 'skalEkskluderesFraUtskrift', 'dokumentType', 'inneholderPersonsensitivInformasjon'],
    ]),
    ...rows('dokumenter[].ekstraMetadata[]', 'documentMetadata', ['key', 'value']),
    ...same('forsendelsestype', 'taushetsbelagtPost'),
    ...rows('metadataForImport', 'metadataForImport', ARCHIVE),
    ...rows('metadataFraAvleverendeSystem', 'metadataFraAvleverendeSystem', [
      ...ARCHIVE,
      ...['journaldato', 'saksbehandler'],
    ]),
    ...rows('metadataFraAvleverendeSystem.ekstraMetadata[]', 'ekstraMetadata', ['key', 'value']),
  },
  nhn: {
    ...same('mottakertype'),
    mottakerHerId: ['mottakerHerId', 'mottakertype'],
    'pasient.fodselsnummer': ['pasientFoedselsnummer'],
    'pasient.fornavn': ['pasientFornavn'],
    'pasient.mellomnavn': ['pasientMellomnavn'],
    'pasient.etternavn': ['pasientEtternavn'],
    'avsenderKontakt.fornavn': ['avsenderFornavn'],
    'avsenderKontakt.mellomnavn': ['avsenderMellomnavn'],
    'avsenderKontakt.etternavn': ['avsenderEtternavn'],
    'avsenderKontakt.telefonnummer': ['avsenderTelefonnummer'],
    ...same('beskrivelse'),
    ...ON_ALL,
    ...EXPOSED,
    ...same('kryptert'),
  },
  print: {
    'mottaker.navn': ['navn'],
    ...recipientAddress(),
    ...ON_ALL,
    ...same('kryptert'),
    ...REPLY,
    ...FILES,
    ...rows('dokumenter[]', 'printedDocuments', ['giroarkSide']),
  },
};

const ENDPOINTS = Object.keys(LETTER_FIELDS) as Endpoint[];

type Test = ReturnType<typeof testFiles>[number];

/** They send letters with every field filled in, and look at each. */
const isAboutEveryField = ({ text }: Test): boolean => text.includes("/fullLetters'") && text.includes("/wirePaths'");

const isAboutLetters = ({ file, text }: Test): boolean =>
  /svarut|^contract\//.test(file) && /svarut\/letter|'send(?:To\w+|AsPaperOnly)'/.test(text);

/** Whether a test gives this field of an operation: it names the field, and the column or line in it. */
const gives = ({ text }: Test, from: string): boolean =>
  from.split('.').every((word) => new RegExp(`\\b${word}\\b`).test(text));

const testsOf = (wire: string, tests: readonly Test[]): string => {
  const inputs = ENDPOINTS.flatMap((endpoint) => LETTER_FIELDS[endpoint][wire] ?? []);
  const others = tests
    .filter((test) => isAboutLetters(test) && !isAboutEveryField(test))
    .filter((test) => inputs.some((from) => gives(test, from)));
  return [...tests.filter(isAboutEveryField), ...others].map(({ file }) => `\`${file}\``).join(', ');
};

const titleOf = (operations: readonly Operation[], endpoint: Endpoint): string =>
  operations.find(({ endpoints = [] }) => endpoints.some((one) => one.endsWith(`/forsendelser/${endpoint}`)))?.title
    .en ?? endpoint;

export const letterFieldTable = (operations: readonly Operation[]): string => {
  const tests = testFiles();
  const wires = new Set(ENDPOINTS.flatMap((endpoint) => Object.keys(LETTER_FIELDS[endpoint])));
  return table(
    ['Field on the wire', ...ENDPOINTS.map((endpoint) => titleOf(operations, endpoint)), 'In the tests'],
    [...wires].map((wire) => [
      `\`${wire}\``,
      ...ENDPOINTS.map((endpoint) => LETTER_FIELDS[endpoint][wire]?.map((name) => `\`${name}\``).join(', ') ?? '–'),
      testsOf(wire, tests),
    ]),
  );
};
