import fc from 'fast-check';
import { replyTo, readersOf } from '../../../../src/svarut/letter/options';
import { someNumbers } from '../../numbers';
import {
  ADDRESS,
  expectRefused,
  KINDS,
  ORGANISATION,
  organisationFrom,
  PERSON,
  personFrom,
  printFrom,
  REFERENCE,
  wire,
} from '../letters';

const [one = '', two = ''] = someNumbers(2);
const REPLY = { navn: 'Bergen kommune', digitalId: ORGANISATION, ...ADDRESS };

describe.each(KINDS)('a letter to %s', (_kind, make) => {
  test("says what every letter can say, in the wire's words", () => {
    const letter = wire(
      make({
        avgivendeSystem: 'Flyt',
        avgivendeSystemAktor: 'Barnehage',
        konteringskode: 'K-1',
        tosidig: false,
        svarPaForsendelseId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
        korrelasjonsid: 'utsending 2026',
      }),
    );
    expect(letter).toMatchObject({
      eksternReferanse: REFERENCE,
      avgivendeSystem: 'Flyt',
      avgivendeSystemAktor: 'Barnehage',
      konteringskode: 'K-1',
      utskriftskonfigurasjon: { tosidig: false },
      svarPaForsendelseId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
      korrelasjonsid: 'utsending 2026',
      kryptert: false,
    });
  });

  test('says nothing of what was not filled in', () => {
    const letter = wire(make({}));
    for (const field of [
      'avgivendeSystem',
      'avgivendeSystemAktor',
      'konteringskode',
      'svarPaForsendelseId',
      'korrelasjonsid',
      'svarSendesTil',
      'eksponertFor',
      'lenker',
      'signering',
      'metadataForImport',
      'metadataFraAvleverendeSystem',
      'forsendelsestype',
      'beskrivelse',
    ])
      expect(letter).not.toHaveProperty(field);
    expect(letter).toMatchObject({ kryptert: false, utskriftskonfigurasjon: { tosidig: true } });
  });

  test('is encrypted when it says so, in the metadata and for the sender', () => {
    for (const kryptert of [true, false]) {
      const letter = make({ kryptert });
      expect([letter.encrypted, wire(letter).kryptert]).toEqual([kryptert, kryptert]);
    }
  });

  test.each([
    ['avgivendeSystem', 100],
    ['avgivendeSystemAktor', 100],
    ['konteringskode', 20],
    ['korrelasjonsid', 100],
  ])('takes %s of %i characters and not of one more', async (field, most) => {
    expect(wire(make({ [field]: 'x'.repeat(most) }))).toHaveProperty(field, 'x'.repeat(most));
    await expectRefused(() => make({ [field]: 'x'.repeat(most + 1) }), field, /is longer than/);
  });

  test('answers only a shipment with an id', async () => {
    await expectRefused(() => make({ svarPaForsendelseId: 'sak-1' }), 'svarPaForsendelseId', /not a UUID/);
  });

  // SvarUt takes only some characters, and the help of the field says so.
  test.each(['K 1', 'K/1', 'K#1', 'K\n1', 'K-é'])('is not billed to "%s"', async (konteringskode) => {
    await expectRefused(
      () => make({ konteringskode }),
      'konteringskode',
      /character SvarUt does not take/,
      new RegExp(konteringskode),
    );
  });

  test.each(['K-1', 'æøåÆØÅ_.-09azAZ', 'K'.repeat(20)])('is billed to "%s"', (konteringskode) => {
    expect(wire(make({ konteringskode })).konteringskode).toBe(konteringskode);
  });
});

describe('other readers', () => {
  test('are each named once, in order', () => {
    expect(readersOf([two, one, two].map((digitalId) => ({ digitalId })))).toEqual([two, one]);
    expect(readersOf([])).toBeUndefined();
  });

  test('are persons and organisations, as people write them', () => {
    const eksponertFor = [{ digitalId: `${one.slice(0, 6)} ${one.slice(6)}` }, { digitalId: '310 475 025' }];
    expect(wire(personFrom({ eksponertFor })).eksponertFor).toEqual([one, ORGANISATION]);
  });

  test.each(['12345', '310475026', '12848539669', ''])('are not %j', async (digitalId) => {
    await expectRefused(() => personFrom({ eksponertFor: [{ digitalId: one }, { digitalId }] }), 'digitalId', /row 2/);
  });
});

describe('a reply address', () => {
  const reply = (changes: Record<string, unknown> = {}) =>
    wire(printFrom({ svarSendesTil: [{ ...REPLY, ...changes }] })).svarSendesTil;

  test.each([
    ['a person', personFrom],
    ['an organisation', organisationFrom],
    ['paper', printFrom],
  ])('goes with a letter to %s, address and number each in their place', (_kind, make) => {
    const svarSendesTil = [
      { ...REPLY, adresselinje2: 'Rådhuset', adresselinje3: 'Inngang B', landkode: 'NO', type: 'ORGANISASJON' },
    ];
    expect(wire(make({ svarSendesTil })).svarSendesTil).toEqual({
      navn: 'Bergen kommune',
      type: 'ORGANISASJON',
      digitalId: ORGANISATION,
      adresse: { ...ADDRESS, adresselinje2: 'Rådhuset', adresselinje3: 'Inngang B', landkode: 'NO' },
    });
  });

  test.each([
    [undefined, ORGANISATION, ORGANISATION],
    ['ORGANISASJON', '310 475 025', ORGANISATION],
    ['PERSON', '128485 39668', PERSON],
    ['PERSON', '128485-39668', PERSON],
    ['NHN_MOTTAKER', '8094866', '8094866'],
    ['NHN_MOTTAKER', '1', '1'],
  ])('of the kind %s can have the number %s', (type, digitalId, sent) => {
    expect(reply({ type, digitalId })).toMatchObject({ type: type ?? 'ORGANISASJON', digitalId: sent });
  });

  test.each([
    ['ORGANISASJON', PERSON],
    ['ORGANISASJON', '310475026'],
    ['PERSON', ORGANISATION],
    ['PERSON', '12848539669'],
    ['NHN_MOTTAKER', '0'],
    ['NHN_MOTTAKER', 'HER-1'],
    ['NHN_MOTTAKER', '12345678901'],
  ])('of the kind %s cannot have the number %s', async (type, digitalId) => {
    await expectRefused(
      () => reply({ type, digitalId }),
      'svarSendesTil',
      /does not fit its kind/,
      new RegExp(`\\b${digitalId}\\b`),
    );
  });

  test.each([
    ['navn', /Name" is empty/],
    ['digitalId', /Number" is empty/],
    ['adresselinje1', /Address Line 1" is empty/],
    ['poststed', /Postal Town" is empty/],
  ])('needs %s', async (field, words) => {
    await expectRefused(() => reply({ [field]: ' ' }), field, words);
  });

  test('with a country that is none is refused by the name of the line', async () => {
    await expectRefused(() => reply({ landkode: 'se' }), 'svarSendesTil', /reply address .*\(landkode\)/);
  });

  test('is one', async () => {
    await expectRefused(() => printFrom({ svarSendesTil: [REPLY, REPLY] }), 'svarSendesTil', /more than 1 rows/);
    expect(replyTo([])).toBeUndefined();
  });

  test('is never repeated in an error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('PERSON', 'ORGANISASJON', 'NHN_MOTTAKER'),
        fc.stringMatching(/^[A-Z]{12,18}$/),
        (type, digitalId) =>
          expectRefused(() => reply({ type, digitalId }), 'svarSendesTil', /does not fit/, new RegExp(digitalId)),
      ),
    );
  });
});
