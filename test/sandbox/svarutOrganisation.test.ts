import { Caller } from './caller';
import { cms, fetchCertificate } from './cms';
import { advance, ledgerLetter, letterTo, PDF_TEXT, send, set, statesOf, TOWN_HALL } from './letters';

const RECEIVING_SYSTEM = '310475025';
const BUILDING_CASES_ONLY = '311004506';
const OPENS_ALTINN = '312220105';
const NEVER_OPENS_ALTINN = '312203006';
const UNREACHABLE = '310500100';
const NOT_REGISTERED = '311620118';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const letterToOrganisation = (digitalId: string, changes: object = {}) =>
  letterTo(digitalId, { mottaker: { navn: 'Mottaker', digitalId, adresse: TOWN_HALL }, ...changes });

const post = (metadata: object, content?: Buffer<ArrayBuffer>) =>
  send(caller, metadata, { endpoint: 'organisasjon', ...(content && { content }) });

const refusal = async (metadata: object): Promise<string> => {
  const { status, body } = await post(metadata);
  expect(status).toBe(400);
  expect(await ledgerLetter(caller)).toBeUndefined();
  return body.message;
};

const PAPER = ['MOTTATT', 'AKSEPTERT', 'SENDT_PRINT', 'PRINTET'];
const ALTINN = ['MOTTATT', 'AKSEPTERT', 'SENDT_ALTINN', 'LEVERT_ALTINN', 'LEST'];
const SVARINN = ['MOTTATT', 'AKSEPTERT', 'KLAR_FOR_MOTTAK', 'LEST'];

describe('a letter to an organisation goes', () => {
  it.each<[string, string, object, string, string[]]>([
    ['to its receiving system', RECEIVING_SYSTEM, {}, 'svarinn', SVARINN],
    ['to the system for its type', BUILDING_CASES_ONLY, { forsendelsestype: 'byggesak.soknad' }, 'svarinn', SVARINN],
    ['to Altinn when no system takes its type', BUILDING_CASES_ONLY, {}, 'altinn', ALTINN],
    ['to Altinn when there is no system', OPENS_ALTINN, {}, 'altinn', ALTINN],
    ['to paper when nobody may open confidential mail', OPENS_ALTINN, { taushetsbelagtPost: true }, 'print', PAPER],
    ['to confidential mail', BUILDING_CASES_ONLY, { taushetsbelagtPost: true }, 'altinn', ALTINN],
    ['to paper when it cannot be reached', UNREACHABLE, {}, 'print', PAPER],
    [
      'nowhere when it may only be digital',
      UNREACHABLE,
      { kunDigitalLevering: true },
      'none',
      ['MOTTATT', 'AKSEPTERT', 'IKKE_LEVERT'],
    ],
    [
      'to paper after 40 hours in Altinn',
      NEVER_OPENS_ALTINN,
      {},
      'altinn',
      ['MOTTATT', 'AKSEPTERT', 'SENDT_ALTINN', 'LEVERT_ALTINN', 'SENDT_PRINT', 'PRINTET'],
    ],
  ])('%s', async (_what, recipient, changes, channel, states) => {
    expect((await post(letterToOrganisation(recipient, changes))).status).toBe(200);
    await advance(caller, 41 * 3600);
    const letter = await ledgerLetter(caller);
    expect([letter.endpoint, letter.channel, statesOf(letter)]).toEqual(['organisasjon', channel, states]);
  });

  it('to the system of its level, when it is of the highest', async () => {
    const secret = { sikkerhetsniva: 'HOYESTE', kryptert: true };
    const content = cms(Buffer.from(PDF_TEXT), await fetchCertificate(caller));
    await post(letterToOrganisation(RECEIVING_SYSTEM, secret), content);
    expect((await ledgerLetter(caller)).channel).toBe('svarinn');
    await caller.call('/admin/reset', { method: 'POST' });
    await post(letterToOrganisation(BUILDING_CASES_ONLY, { ...secret, forsendelsestype: 'byggesak.soknad' }), content);
    expect((await ledgerLetter(caller)).channel).toBe('altinn');
  });

  it('to Altinn first, by a setting', async () => {
    await set(caller, { receivingSystemFirst: false });
    await post(letterToOrganisation(RECEIVING_SYSTEM));
    expect((await ledgerLetter(caller)).channel).toBe('altinn');
  });
});

describe('a letter to an organisation is refused when', () => {
  const document = { filnavn: 'vedtak.pdf', mimeType: 'application/pdf' };
  const entry = { key: 'k', value: 'v' };

  it.each<[string, string, object, RegExp]>([
    ['the number has a wrong control digit', '310475026', {}, /gyldig organisasjonsnummer/],
    ['the number is that of a person', '12848539668', {}, /gyldig organisasjonsnummer/],
    ['the number is valid but in no register', NOT_REGISTERED, {}, /Enhetsregisteret/],
    ['the type is not among the predefined', OPENS_ALTINN, { forsendelsestype: 'min.type' }, /forsendelsestype/],
    ['the case year has two digits', OPENS_ALTINN, { metadataForImport: { saksaar: 26 } }, /saksaar/],
    ['the year is beyond 3000', OPENS_ALTINN, { metadataFraAvleverendeSystem: { journalaar: 3001 } }, /journalaar/],
    ['a date has no time', OPENS_ALTINN, { metadataForImport: { dokumentetsDato: '2026-11-20' } }, /dokumentetsDato/],
    [
      'extra metadata are repeated',
      OPENS_ALTINN,
      { metadataFraAvleverendeSystem: { ekstraMetadata: [entry, entry] } },
      /ekstraMetadata/,
    ],
    [
      'a document has more than 20 extra metadata',
      OPENS_ALTINN,
      {
        dokumenter: [
          { ...document, ekstraMetadata: Array.from({ length: 21 }, (_, at) => ({ ...entry, key: `${at}` })) },
        ],
      },
      /ekstraMetadata/,
    ],
    ['someone it is shown to has no valid number', OPENS_ALTINN, { eksponertFor: ['12345678901'] }, /eksponertFor/],
    ['a link is no address', OPENS_ALTINN, { lenker: [{ url: 'se her', tekst: 'x' }] }, /lenker/],
  ])('%s', async (_what, recipient, changes, message) => {
    expect(await refusal(letterToOrganisation(recipient, changes))).toMatch(message);
  });
});

it('signing is not among what an organisation can be asked, so it is ignored', async () => {
  const signing = { signering: { signeringUtloper: '2020-01-01T00:00:00Z', signaturType: 'AUTENTISERT_SIGNATUR' } };
  expect((await post(letterToOrganisation(OPENS_ALTINN, signing))).status).toBe(200);
});

it('everything an organisation can be told is kept in the ledger, with numbers masked', async () => {
  const noark = { saksaar: 2026, sakssekvensnummer: 17, journalpostnummer: 1, tittel: 'Byggesak' };
  await post(
    letterToOrganisation(OPENS_ALTINN, {
      eksponertFor: ['12848539668'],
      metadataForImport: noark,
      metadataFraAvleverendeSystem: { ...noark, saksbehandler: 'Blid', journaldato: '2026-11-20T10:00:00Z' },
      konteringskode: 'K-1',
      korrelasjonsid: null,
      dokumenter: [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf', inneholderPersonsensitivInformasjon: true }],
    }),
  );
  const letter = await ledgerLetter(caller);
  expect(letter.options).toMatchObject({
    eksponertFor: ['128485*****'],
    metadataForImport: noark,
    metadataFraAvleverendeSystem: { saksbehandler: 'Blid' },
    konteringskode: 'K-1',
  });
  expect(letter.options).not.toHaveProperty('korrelasjonsid');
  expect(letter.documents[0]).toMatchObject({ inneholderPersonsensitivInformasjon: true, size: PDF_TEXT.length });
});
