import { organisationRecipient } from '../../../../src/svarut/letter/organisation';
import { someNumbers } from '../../numbers';
import { ADDRESS, expectRefused, ORGANISATION, organisationFrom, other, pdf, REFERENCE, wire } from '../letters';

const [reader = ''] = someNumbers(1);

test('a letter with nothing but what it must have is the least SvarUt takes', () => {
  const letter = organisationFrom();
  expect(wire(letter)).toEqual({
    tittel: 'Vedtak om SFO',
    eksternReferanse: REFERENCE,
    kryptert: false,
    utskriftskonfigurasjon: { tosidig: true },
    kunDigitalLevering: false,
    sikkerhetsniva: 'BETYDELIG',
    kanSvareViaEdialog: false,
    mottaker: { navn: 'FYRLYKT AS', digitalId: ORGANISATION, adresse: ADDRESS },
    taushetsbelagtPost: false,
    dokumenter: [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf' }],
  });
  expect(letter).toMatchObject({
    endpoint: 'organisasjon',
    channel: 'digitalOrPrint',
    recipient: `organisasjon:${ORGANISATION}`,
    encrypted: false,
    printable: ['vedtak.pdf'],
  });
});

const ARCHIVE = {
  mappeId: '2026/101',
  mappeSystemId: 'mappe-1',
  saksaar: 2026,
  sakssekvensnummer: 101,
  systemId: 'system-1',
  registreringsId: 'registrering-1',
  journalpostnummer: 3,
  journalaar: 2026,
  journalsekvensnummer: 4711,
  journalposttype: 'U',
  journalstatus: 'E',
  dokumentetsDato: '2026-11-20T00:00:00.000+01:00',
  tittel: 'Vedtak',
};

test('a letter with everything has each thing in its place', () => {
  const letter = organisationFrom({
    documents: [pdf('b.pdf'), other('data.xml')],
    tosidig: false,
    organisationDocuments: [
      { filnavn: 'b.pdf', giroarkSide: 2, dokumentType: 'Vedtak', inneholderPersonsensitivInformasjon: 'true' },
      { filnavn: 'data.xml', skalEkskluderesFraUtskrift: true },
    ],
    documentMetadata: [
      { filnavn: 'b.pdf', key: 'arkivdel', value: 'SAK' },
      { filnavn: 'data.xml', key: 'skjema', value: '1' },
      { filnavn: 'b.pdf', key: 'tilgang', value: 'U' },
    ],
    sikkerhetsniva: 'HOYESTE',
    svarSendesTil: [{ navn: 'Bergen kommune', digitalId: ORGANISATION, ...ADDRESS }],
    kanSvareViaEdialog: true,
    lenker: [{ url: 'https://www.kommunen.no', tekst: 'Kommunen' }],
    eksponertFor: [{ digitalId: reader }, { digitalId: ORGANISATION }],
    forsendelsestype: 'byggesøknad',
    taushetsbelagtPost: true,
    metadataForImport: [{ ...ARCHIVE, dokumentetsDato: '2026-11-20' }],
    metadataFraAvleverendeSystem: [
      { ...ARCHIVE, dokumentetsDato: '2026-11-20', journaldato: '2026-11-21', saksbehandler: 'Kari' },
    ],
    ekstraMetadata: [{ key: 'kommune', value: '4601' }],
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
    eksponertFor: [reader, ORGANISATION],
    kunDigitalLevering: false,
    sikkerhetsniva: 'HOYESTE',
    svarSendesTil: { navn: 'Bergen kommune', type: 'ORGANISASJON', digitalId: ORGANISATION, adresse: ADDRESS },
    lenker: [{ url: 'https://www.kommunen.no', tekst: 'Kommunen' }],
    kanSvareViaEdialog: true,
    mottaker: { navn: 'FYRLYKT AS', digitalId: ORGANISATION, adresse: ADDRESS },
    metadataForImport: ARCHIVE,
    metadataFraAvleverendeSystem: {
      ...ARCHIVE,
      journaldato: '2026-11-21T00:00:00.000+01:00',
      saksbehandler: 'Kari',
      ekstraMetadata: [{ key: 'kommune', value: '4601' }],
    },
    forsendelsestype: 'byggesøknad',
    taushetsbelagtPost: true,
    dokumenter: [
      {
        filnavn: 'b.pdf',
        mimeType: 'application/pdf',
        giroarkSide: 2,
        skalEkskluderesFraUtskrift: false,
        dokumentType: 'Vedtak',
        inneholderPersonsensitivInformasjon: true,
        ekstraMetadata: [
          { key: 'arkivdel', value: 'SAK' },
          { key: 'tilgang', value: 'U' },
        ],
      },
      {
        filnavn: 'data.xml',
        mimeType: 'application/xml',
        skalEkskluderesFraUtskrift: true,
        inneholderPersonsensitivInformasjon: false,
        ekstraMetadata: [{ key: 'skjema', value: '1' }],
      },
    ],
  });
});

describe('the archive metadata', () => {
  test('of the sender may be extra metadata alone', () => {
    const letter = organisationFrom({ ekstraMetadata: [{ key: 'kommune', value: '4601' }] });
    expect(wire(letter).metadataFraAvleverendeSystem).toEqual({ ekstraMetadata: [{ key: 'kommune', value: '4601' }] });
  });

  test.each(['metadataForImport', 'metadataFraAvleverendeSystem'])('%s is one row', async (field) => {
    await expectRefused(() => organisationFrom({ [field]: [ARCHIVE, ARCHIVE] }), field, /more than 1 rows/);
    expect(wire(organisationFrom({ [field]: [{ saksaar: 2026 }] }))[field]).toEqual({ saksaar: 2026 });
  });

  test.each([
    ['saksaar', 999],
    ['saksaar', 3001],
    ['journalaar', 2026.5],
    ['sakssekvensnummer', 0],
    ['journalpostnummer', -1],
    ['journalsekvensnummer', 'en'],
  ])('has no %s that is %p', async (field, value) => {
    for (const list of ['metadataForImport', 'metadataFraAvleverendeSystem'])
      await expectRefused(() => organisationFrom({ [list]: [{ [field]: value }] }), field, /not a whole number/);
  });

  test.each([
    ['mappeId', 100],
    ['journalstatus', 100],
    ['tittel', 1000],
  ])('has %s of %i characters at most', async (field, most) => {
    expect(() => organisationFrom({ metadataForImport: [{ [field]: 'x'.repeat(most) }] })).not.toThrow();
    await expectRefused(
      () => organisationFrom({ metadataForImport: [{ [field]: 'x'.repeat(most + 1) }] }),
      field,
      /is longer than/,
    );
  });
});

describe('extra metadata', () => {
  const pairs = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `k${at}`, value: 'v' }));
  const ofFile = (count: number, filnavn: string) => pairs(count).map((pair) => ({ ...pair, filnavn }));
  const documents = [pdf('a.pdf'), pdf('b.pdf')];

  test('are twenty at most, for the sender and for each file', async () => {
    expect(() => organisationFrom({ ekstraMetadata: pairs(20) })).not.toThrow();
    await expectRefused(() => organisationFrom({ ekstraMetadata: pairs(21) }), 'ekstraMetadata', /more than 20 rows/);
    expect(() =>
      organisationFrom({ documents, documentMetadata: [...ofFile(20, 'a.pdf'), ...ofFile(20, 'b.pdf')] }),
    ).not.toThrow();
    await expectRefused(
      () => organisationFrom({ documents, documentMetadata: ofFile(21, 'b.pdf') }),
      'documentMetadata',
      /more than 20 extra metadata/,
    );
  });

  test('that are the same go once', () => {
    const [pair] = pairs(1);
    const letter = organisationFrom({ ekstraMetadata: [pair, { key: 'k0', value: 'w' }, pair] });
    expect(wire(letter).metadataFraAvleverendeSystem).toEqual({ ekstraMetadata: [pair, { key: 'k0', value: 'w' }] });
  });

  test('of a file that the letter does not have are refused', async () => {
    await expectRefused(
      () => organisationFrom({ documentMetadata: ofFile(1, 'c.pdf') }),
      'documentMetadata',
      /letter does not have/,
    );
  });
});

describe('the recipient', () => {
  test('is told apart from a person', () => {
    expect(organisationRecipient({ organisasjonsnummer: ORGANISATION })).toBe(`organisasjon:${ORGANISATION}`);
  });

  test('has nine digits with a control digit that fits, as people write them', async () => {
    expect(wire(organisationFrom({ organisasjonsnummer: '310 475 025' })).mottaker).toMatchObject({
      digitalId: ORGANISATION,
    });
    for (const organisasjonsnummer of ['310475026', '12848539668', '31047502', ''])
      await expectRefused(() => organisationFrom({ organisasjonsnummer }), 'organisasjonsnummer');
  });

  test('cannot be asked to sign: there is no such field, and what is given under its name is not sent', () => {
    const signering = [{ signeringUtloper: '2027-01-01', signaturType: 'AVANSERT_SIGNATUR' }];
    const sent = JSON.stringify(wire(organisationFrom({ signering })));
    expect(sent).not.toMatch(/signer/i);
  });
});
