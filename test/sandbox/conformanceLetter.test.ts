/**
 * Fact sheet svarut §5: the limits of each field of a letter, sent over the wire: as much as is allowed, and a little more.
 * test/contract/svarutSchemas.test.ts holds the same limits against the published description.
 */
import { Caller } from './caller';
import { ADDRESS, letterTo, nhnLetter, REPLY_TO, send, TOWN_HALL, toSign } from './letters';

const RECIPIENT = '12848539668';
const ORGANISATION = '312220105';
const DOCUMENT = { filnavn: 'vedtak.pdf', mimeType: 'application/pdf' };

type Endpoint = 'person' | 'organisasjon' | 'print' | 'nhn';
type Letter = (changes: object) => object;

const LETTERS: Readonly<Record<Endpoint, Letter>> = {
  person: (changes) => letterTo(RECIPIENT, changes),
  organisasjon: (changes) =>
    letterTo('', { mottaker: { navn: 'Mottaker', digitalId: ORGANISATION, adresse: TOWN_HALL }, ...changes }),
  print: (changes) => letterTo('', { mottaker: { navn: 'Mottaker', adresse: ADDRESS }, ...changes }),
  nhn: (changes) => nhnLetter(changes),
};

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
});
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));
afterAll(() => caller.close());

/** The status, and why it was refused if it was. */
const outcomeOf = async (endpoint: Endpoint, changes: object, filenames?: readonly string[]): Promise<string> => {
  const { status } = await send(caller, LETTERS[endpoint](changes), { endpoint, filenames });
  return status === 200 ? 'accepted' : `${status} ${(await caller.lastRequest()).reason}`;
};

const text = (length: number): string => 'x'.repeat(length);
const recipient = (changes: object) => ({ mottaker: { navn: 'A', digitalId: RECIPIENT, ...changes } });
const addressed = (changes: object) => recipient({ adresse: { ...ADDRESS, ...changes } });
const document = (changes: object) => ({ dokumenter: [{ ...DOCUMENT, ...changes }] });
const replyTo = (changes: object) => ({ svarSendesTil: { ...REPLY_TO.svarSendesTil, ...changes } });
const link = (changes: object) => ({ lenker: [{ url: 'https://example.com', tekst: 'x', ...changes }] });
const contact = (changes: object) => ({
  avsenderKontakt: { fornavn: 'A', etternavn: 'B', telefonnummer: '1', ...changes },
});
const patient = (changes: object) => ({
  pasient: { fodselsnummer: RECIPIENT, fornavn: 'A', etternavn: 'B', ...changes },
});
const entries = (count: number, value = 'v') => Array.from({ length: count }, (_, at) => ({ key: `k${at}`, value }));
const imported = (changes: object) => ({ metadataForImport: changes });
const delivered = (changes: object) => ({ metadataFraAvleverendeSystem: changes });

/** A field, the most it may be and the least that is too much, and the endpoints that have it. */
type Limit = readonly [field: string, endpoints: readonly Endpoint[], most: object, tooMuch: object];

const DIGITAL: readonly Endpoint[] = ['person', 'organisasjon'];
const POSTAL: readonly Endpoint[] = [...DIGITAL, 'print'];
const ALL: readonly Endpoint[] = [...POSTAL, 'nhn'];

const LIMITS: readonly Limit[] = [
  ['tittel', POSTAL, { tittel: text(1000) }, { tittel: text(1001) }],
  ['tittel', ['nhn'], { tittel: text(200) }, { tittel: text(201) }],
  ['tittel', ALL, { tittel: 'x' }, { tittel: '' }],
  ['mottaker/navn', ['person'], recipient({ navn: text(100) }), recipient({ navn: text(101) })],
  [
    'mottaker/adresse/adresselinje1',
    ['person'],
    addressed({ adresselinje1: text(70) }),
    addressed({ adresselinje1: '' }),
  ],
  [
    'mottaker/adresse/adresselinje2',
    ['person'],
    addressed({ adresselinje2: text(70) }),
    addressed({ adresselinje2: text(71) }),
  ],
  [
    'mottaker/adresse/adresselinje3',
    ['person'],
    addressed({ adresselinje3: text(70) }),
    addressed({ adresselinje3: text(71) }),
  ],
  ['mottaker/adresse/postnummer', ['person'], addressed({ postnummer: text(20) }), addressed({ postnummer: text(21) })],
  ['mottaker/adresse/poststed', ['person'], addressed({ poststed: text(70) }), addressed({ poststed: text(71) })],
  ['mottaker/adresse', ['person'], addressed({}), addressed({ poststed: undefined })],
  ['mottaker/adresse/landkode', ['person'], addressed({ landkode: 'SE' }), addressed({ landkode: 'se' })],
  [
    'eksponertFor',
    ['person', 'organisasjon', 'nhn'],
    { eksponertFor: [RECIPIENT] },
    { eksponertFor: [RECIPIENT, RECIPIENT] },
  ],
  ['avgivendeSystem', ALL, { avgivendeSystem: text(100) }, { avgivendeSystem: text(101) }],
  ['avgivendeSystemAktor', ALL, { avgivendeSystemAktor: text(100) }, { avgivendeSystemAktor: text(101) }],
  ['konteringskode', ALL, { konteringskode: 'a_-.øæåØÆÅ' }, { konteringskode: 'a b' }],
  ['konteringskode', ALL, { konteringskode: text(20) }, { konteringskode: text(21) }],
  ['kunDigitalLevering', ['person', 'organisasjon', 'nhn'], { kunDigitalLevering: true }, { kunDigitalLevering: 1 }],
  ['kryptert', ALL, { kryptert: null }, { kryptert: 'nei' }],
  [
    'utskriftskonfigurasjon/tosidig',
    ALL,
    { utskriftskonfigurasjon: { tosidig: true } },
    { utskriftskonfigurasjon: { tosidig: 'ja' } },
  ],
  ['svarSendesTil/navn', POSTAL, replyTo({ navn: text(100) }), replyTo({ navn: text(101) })],
  ['svarSendesTil/type', POSTAL, replyTo({}), replyTo({ type: 'KOMMUNE' })],
  ['svarSendesTil/digitalId', POSTAL, replyTo({}), replyTo({ digitalId: '' })],
  ['svarSendesTil', POSTAL, replyTo({}), replyTo({ type: undefined })],
  ['svarSendesTil', POSTAL, replyTo({}), replyTo({ adresse: undefined })],
  [
    'svarPaForsendelseId',
    ALL,
    { svarPaForsendelseId: '11111111-2222-4333-8444-555555555555' },
    { svarPaForsendelseId: 'sak-1' },
  ],
  ['lenker', DIGITAL, { lenker: Array(5).fill(link({}).lenker[0]) }, { lenker: Array(6).fill(link({}).lenker[0]) }],
  ['url', DIGITAL, link({ url: `https://e.no/${text(900)}` }), link({ url: `https://e.no/${text(1000)}` })],
  ['tekst', DIGITAL, link({ tekst: text(100) }), link({ tekst: text(101) })],
  ['ledetekst', DIGITAL, link({ ledetekst: text(100) }), link({ ledetekst: text(101) })],
  ['eksternReferanse', ALL, { eksternReferanse: text(100) }, { eksternReferanse: text(101) }],
  ['korrelasjonsid', ALL, { korrelasjonsid: text(100) }, { korrelasjonsid: text(101) }],
  ['filnavn', ['person'], {}, document({ filnavn: `${text(223)}.pdf` })],
  ['mimeType', DIGITAL, {}, document({ mimeType: text(128) })],
  ['mimeType', ['print'], {}, document({ mimeType: text(51) })],
  ['giroarkSide', POSTAL, document({ giroarkSide: 1 }), document({ giroarkSide: 0 })],
  [
    'skalEkskluderesFraUtskrift',
    DIGITAL,
    document({ skalEkskluderesFraUtskrift: true }),
    document({ skalEkskluderesFraUtskrift: 'ja' }),
  ],
  ['dokumentType', ['organisasjon'], document({ dokumentType: text(100) }), document({ dokumentType: text(101) })],
  [
    'ekstraMetadata',
    ['organisasjon'],
    document({ ekstraMetadata: entries(20) }),
    document({ ekstraMetadata: entries(21) }),
  ],
  [
    'ekstraMetadata',
    ['organisasjon'],
    document({ ekstraMetadata: entries(1, text(500)) }),
    document({ ekstraMetadata: entries(1, text(501)) }),
  ],
  ['forsendelsestype', ['organisasjon'], { forsendelsestype: 'byggesak.soknad' }, { forsendelsestype: '' }],
  ['mappeId', ['organisasjon'], imported({ mappeId: text(100) }), imported({ mappeId: text(101) })],
  ['saksaar', ['organisasjon'], imported({ saksaar: 1000 }), imported({ saksaar: 999 })],
  ['journalaar', ['organisasjon'], imported({ journalaar: 3000 }), imported({ journalaar: 3001 })],
  ['journalpostnummer', ['organisasjon'], imported({ journalpostnummer: 1 }), imported({ journalpostnummer: 0 })],
  ['tittel', ['organisasjon'], imported({ tittel: text(1000) }), imported({ tittel: text(1001) })],
  ['saksbehandler', ['organisasjon'], delivered({ saksbehandler: text(100) }), delivered({ saksbehandler: text(101) })],
  [
    'journaldato',
    ['organisasjon'],
    delivered({ journaldato: '2026-11-20T10:00:00Z' }),
    delivered({ journaldato: '20.11.2026' }),
  ],
  [
    'ekstraMetadata',
    ['organisasjon'],
    delivered({ ekstraMetadata: entries(20) }),
    delivered({ ekstraMetadata: entries(21) }),
  ],
  ['beskrivelse', ['nhn'], { beskrivelse: text(5000) }, { beskrivelse: text(5001) }],
  ['fornavn', ['nhn'], contact({ fornavn: text(30) }), contact({ fornavn: text(31) })],
  ['mellomnavn', ['nhn'], contact({ mellomnavn: text(30) }), contact({ mellomnavn: text(31) })],
  ['telefonnummer', ['nhn'], contact({ telefonnummer: text(20) }), contact({ telefonnummer: text(21) })],
  ['etternavn', ['nhn'], patient({ etternavn: text(30) }), patient({ etternavn: text(31) })],
  ['fodselsnummer', ['nhn'], patient({}), patient({ fodselsnummer: '1284853966' })],
  ['mottakerHerId', ['nhn'], { mottakerHerId: 8440100 }, { mottakerHerId: 2 ** 31 }],
  ['signaturType', ['person'], toSign(), { ...toSign(), signering: { ...toSign().signering, signaturType: 'PENN' } }],
  ['signeringUtloper', ['person'], toSign(), { ...toSign(), signering: { signaturType: 'AVANSERT_SIGNATUR' } }],
];

const CASES = LIMITS.flatMap(([field, endpoints, most, tooMuch]) =>
  endpoints.map((endpoint) => [endpoint, field, most, tooMuch] as const),
);

describe('a letter', () => {
  it.each(CASES)('to %s may have in %s what is allowed, and nothing more', async (endpoint, field, most, tooMuch) => {
    expect(await outcomeOf(endpoint, most)).toBe('accepted');
    const refused = await outcomeOf(endpoint, tooMuch);
    expect(refused).toMatch(/^400 /);
    for (const word of field.split('/')) expect(refused).toContain(word);
  });

  it('may have a name of a file of 226 characters', async () => {
    const filnavn = `${text(222)}.pdf`;
    expect(await outcomeOf('person', document({ filnavn }), [filnavn])).toBe('accepted');
  });

  it.each(['*', ':', '"', '\\', '/', '<', '>', '|', '?'])('may have no %s in the name of a file', async (character) => {
    const filnavn = `a${character}b.pdf`;
    expect(await outcomeOf('person', document({ filnavn }), ['a.pdf'])).toMatch(/^400 .*filnavn/);
  });

  it.each<[Endpoint, object]>([
    ['nhn', { sikkerhetsniva: 'KANSKJE' }],
    ['print', { sikkerhetsniva: 'KANSKJE', kunDigitalLevering: 'kanskje' }],
    ['person', { metadataForImport: 'kanskje', forsendelsestype: 7 }],
    ['organisasjon', { signering: 'kanskje' }],
  ])('to %s may have the fields of other letters, which are not read', async (endpoint, changes) => {
    expect(await outcomeOf(endpoint, changes)).toBe('accepted');
  });

  it.each<[string, object, RegExp]>([
    [
      'two documents to sign',
      { ...toSign(), dokumenter: ['a.pdf', 'b.pdf'].map((filnavn) => ({ ...toSign().dokumenter[0], filnavn })) },
      /kun ett dokument/,
    ],
    [
      'a document to sign that is no PDF',
      { ...toSign(), kunDigitalLevering: true, dokumenter: [{ ...toSign().dokumenter[0], mimeType: 'image/png' }] },
      /application\/pdf/,
    ],
    [
      'an eDialog whose reply goes to a person',
      { kanSvareViaEdialog: true, ...replyTo({ type: 'PERSON', digitalId: RECIPIENT }) },
      /kanSvareViaEdialog/,
    ],
    ['a reply to a HER-id of 0', replyTo({ type: 'NHN_MOTTAKER', digitalId: '0' }), /svarSendesTil/],
    ['a reply to a person by the number of an organisation', replyTo({ type: 'PERSON' }), /svarSendesTil/],
  ])('may not have %s', async (_what, changes, reason) => {
    expect(
      await outcomeOf('person', changes, ['a.pdf', 'b.pdf'].slice(0, (changes as any).dokumenter?.length)),
    ).toMatch(reason);
  });
});
