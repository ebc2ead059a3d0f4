import { personLetter, personRecipient } from '../../../../src/svarut/letter/person';
import { START } from '../../fakePorts';
import { someNumbers } from '../../numbers';
import {
  ADDRESS,
  expectRefused,
  ORGANISATION,
  other,
  pdf,
  PERSON,
  personFrom,
  personInput,
  REFERENCE,
  wire,
} from '../letters';

const [reader = ''] = someNumbers(1);
const REPLY = { navn: 'Bergen kommune', digitalId: ORGANISATION, ...ADDRESS };
const DAY_MS = 86_400_000;
const at = (ms: number): string => new Date(START + ms).toISOString();
const SIGNING = { signeringUtloper: at(30 * DAY_MS) };

test('a letter with nothing but what it must have is the least SvarUt takes', () => {
  const letter = personFrom();
  expect(wire(letter)).toEqual({
    tittel: 'Vedtak om SFO',
    eksternReferanse: REFERENCE,
    kryptert: false,
    utskriftskonfigurasjon: { tosidig: true },
    kunDigitalLevering: false,
    sikkerhetsniva: 'BETYDELIG',
    kanSvareViaEdialog: false,
    mottaker: { navn: 'RASK FYRLYKT', digitalId: PERSON, adresse: ADDRESS },
    dokumenter: [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf' }],
  });
  expect(letter).toMatchObject({
    endpoint: 'person',
    channel: 'digitalOrPrint',
    tittel: 'Vedtak om SFO',
    eksternReferanse: REFERENCE,
    recipient: PERSON,
    encrypted: false,
    printable: ['vedtak.pdf'],
  });
});

test('a letter with everything has each thing in its place', () => {
  const documents = [pdf('b.pdf'), pdf('a.pdf'), other('data.xml')];
  const letter = personFrom({
    documents,
    kunDigitalLevering: false,
    tosidig: false,
    personDocuments: [
      { filnavn: 'a.pdf', giroarkSide: '2' },
      { filnavn: 'data.xml', skalEkskluderesFraUtskrift: true },
    ],
    sikkerhetsniva: 'HOYESTE',
    svarSendesTil: [REPLY],
    kanSvareViaEdialog: true,
    signering: [{ ...SIGNING, filnavn: 'a.pdf', signaturType: 'AVANSERT_SIGNATUR' }],
    lenker: [{ url: 'https://www.kommunen.no', tekst: 'Kommunen', ledetekst: 'Se' }],
    eksponertFor: [{ digitalId: reader }],
    svarPaForsendelseId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    korrelasjonsid: 'utsending 2026',
    avgivendeSystem: 'Flyt',
    avgivendeSystemAktor: 'Barnehage',
    konteringskode: 'K-1',
  });
  expect(wire(letter)).toEqual({
    tittel: 'Vedtak om SFO',
    eksternReferanse: REFERENCE,
    avgivendeSystem: 'Flyt',
    avgivendeSystemAktor: 'Barnehage',
    konteringskode: 'K-1',
    kryptert: true,
    utskriftskonfigurasjon: { tosidig: false },
    svarPaForsendelseId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    korrelasjonsid: 'utsending 2026',
    eksponertFor: [reader],
    kunDigitalLevering: false,
    sikkerhetsniva: 'HOYESTE',
    svarSendesTil: { navn: 'Bergen kommune', type: 'ORGANISASJON', digitalId: ORGANISATION, adresse: ADDRESS },
    lenker: [{ url: 'https://www.kommunen.no', tekst: 'Kommunen', ledetekst: 'Se' }],
    kanSvareViaEdialog: true,
    mottaker: { navn: 'RASK FYRLYKT', digitalId: PERSON, adresse: ADDRESS },
    signering: { signeringUtloper: '2026-12-20T10:00:00.000+01:00', signaturType: 'AVANSERT_SIGNATUR' },
    dokumenter: [
      { filnavn: 'b.pdf', mimeType: 'application/pdf' },
      {
        filnavn: 'a.pdf',
        mimeType: 'application/pdf',
        giroarkSide: 2,
        skalEkskluderesFraUtskrift: false,
        skalSigneres: true,
      },
      { filnavn: 'data.xml', mimeType: 'application/xml', skalEkskluderesFraUtskrift: true },
    ],
  });
  expect(letter.documents.map(({ filnavn }) => filnavn)).toEqual(['b.pdf', 'a.pdf', 'data.xml']);
  expect(letter.printable).toEqual(['b.pdf', 'a.pdf']);
});

describe('a giro page', () => {
  const giro = (giroarkSide: unknown) =>
    wire(personFrom({ personDocuments: [{ filnavn: 'vedtak.pdf', giroarkSide }] })).dokumenter;

  test('is a page of the file, counted from 1', () => {
    expect(giro(1)).toMatchObject([{ giroarkSide: 1 }]);
  });

  test.each([0, -1, 1.5, 'to', 2_147_483_648])('is not %p', async (giroarkSide) => {
    await expectRefused(() => giro(giroarkSide), 'giroarkSide', /row 1: Giro Page" is not a whole number in its range/);
  });
});

describe('signing', () => {
  const signed = (row: object = {}, given: object = {}, now = START) =>
    personFrom({ svarSendesTil: [REPLY], signering: [{ ...SIGNING, ...row }], ...given }, REFERENCE, now);
  const dokumenter = (letter: ReturnType<typeof personFrom>) =>
    (wire(letter).dokumenter as { filnavn: string; skalSigneres?: boolean }[])
      .filter(({ skalSigneres }) => skalSigneres)
      .map(({ filnavn }) => filnavn);

  test('is of the first file unless one is named, and authenticated unless more is asked for', () => {
    const letter = signed({}, { documents: [pdf('b.pdf'), pdf('a.pdf')] });
    expect(dokumenter(letter)).toEqual(['b.pdf']);
    expect(wire(letter).signering).toEqual({
      signeringUtloper: '2026-12-20T10:00:00.000+01:00',
      signaturType: 'AUTENTISERT_SIGNATUR',
    });
  });

  test('is of the file that is named, however its name is written', () => {
    const documents = [pdf('b.pdf'), pdf('v\u00e5r.pdf')];
    for (const filnavn of ['v\u00e5r.pdf', 'va\u030ar.pdf', ' V\u00e5R.PDF '])
      expect(dokumenter(signed({ filnavn }, { documents }))).toEqual(['v\u00e5r.pdf']);
  });

  test.each([
    ['a file that the letter does not have', { filnavn: 'b.pdf' }, {}],
    ['a file that is no PDF', {}, { documents: [other()], kunDigitalLevering: true }],
  ])('cannot be of %s', async (_what, row, given) => {
    await expectRefused(() => signed(row, given), 'signering', /not a PDF of the letter/);
  });

  test('must have a day at least', async () => {
    const expires = at(DAY_MS);
    expect(wire(signed({ signeringUtloper: expires })).signering).toBeDefined();
    await expectRefused(() => signed({ signeringUtloper: expires }, {}, START + 1), 'signering', /less than a day/);
    await expectRefused(() => signed({ signeringUtloper: '2026-11-20' }), 'signering', /less than a day/);
  });

  test.each([
    ['no reply address', []],
    ['a person to answer to', [{ ...REPLY, type: 'PERSON', digitalId: PERSON }]],
  ])('cannot come back with %s', async (_what, svarSendesTil) => {
    await expectRefused(() => signed({}, { svarSendesTil }), 'signering', /Signing needs an organisation/);
  });

  test('is of one file, until a moment, with a signature SvarUt knows', async () => {
    await expectRefused(() => signed({}, { signering: [SIGNING, SIGNING] }), 'signering', /more than 1 rows/);
    await expectRefused(() => signed({ signeringUtloper: '' }), 'signeringUtloper', /is empty/);
    await expectRefused(() => signed({ signeringUtloper: 'snart' }), 'signeringUtloper', /not a date/);
    await expectRefused(() => signed({ signaturType: 'BLEKK' }), 'signaturType', /not one of its choices/);
  });
});

describe('the recipient', () => {
  test('is known by the number that the flow gave', () => {
    expect(personRecipient({ foedselsnummer: PERSON })).toBe(PERSON);
  });

  test('of the register has its name, address and number on the letter, and the number of the flow as its identity', () => {
    const registered = { foedselsnummer: reader, navn: 'NY FYRLYKT', postalAddress: { ...ADDRESS, poststed: 'OSLO' } };
    const { recipient, metadata } = personLetter(personInput(), registered, REFERENCE, START);
    expect(recipient).toBe(PERSON);
    expect(metadata.mottaker).toEqual({
      navn: 'NY FYRLYKT',
      digitalId: reader,
      adresse: { ...ADDRESS, poststed: 'OSLO' },
    });
  });

  test.each(['', 'x'.repeat(101)])('without a name SvarUt takes gets no letter', async (navn) => {
    const registered = { foedselsnummer: PERSON, navn, postalAddress: ADDRESS };
    await expectRefused(() => personLetter(personInput(), registered, REFERENCE, START), 'navn', /no name/);
  });

  test.each([
    ['tittel', 1000],
    ['navn', 100],
  ])('sees %s of %i characters and not of one more', async (field, most) => {
    expect(() => personFrom({ [field]: 'x'.repeat(most) })).not.toThrow();
    await expectRefused(() => personFrom({ [field]: 'x'.repeat(most + 1) }), field, /is longer than/);
  });

  test('is a person', async () => {
    await expectRefused(() => personFrom({ foedselsnummer: ORGANISATION }), 'foedselsnummer', /organisation number/);
  });
});
