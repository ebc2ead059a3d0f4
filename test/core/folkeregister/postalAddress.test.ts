import fc from 'fast-check';
import { folkeregisterperson } from '../../../src/folkeregister/model';
import { choosePostalAddress, POSTAL_ORDER } from '../../../src/folkeregister/postalAddress';
import { readAddress } from '../../../src/svarut/letter/address';

const poststed = { postnummer: '5003', poststedsnavn: 'BERGEN' };
/** As the register sends it. */
type Wire = Record<string, unknown>;
const chosenOf = (document: Wire) => choosePostalAddress(folkeregisterperson.parse(document));
const home = (address: Wire) => chosenOf({ bostedsadresse: [address] });
const abroad = (address: Wire) => chosenOf({ postadresseIUtlandet: [address] });
const street = (adressenavn: string): Wire => ({ vegadresse: { adressenavn, poststed } });

describe('which address', () => {
  test('is where the person wants post, then where the person lives, then where the person stays', () => {
    expect(POSTAL_ORDER).toEqual(['postadresse', 'postadresseIUtlandet', 'bostedsadresse', 'oppholdsadresse']);
    const person: Wire = {
      oppholdsadresse: [street('Oppholdsveien')],
      bostedsadresse: [street('Bostedsveien')],
      postadresseIUtlandet: [
        { utenlandskAdresse: { adressenavn: 'Abroad Street', byEllerStedsnavn: 'London', landkode: 'GB' } },
      ],
      postadresse: [street('Postveien')],
    };
    const without = (count: number): Wire =>
      Object.fromEntries(
        Object.entries(person).filter(([part]) => !POSTAL_ORDER.slice(0, count).some((gone) => gone === part)),
      );
    const found = [0, 1, 2, 3, 4].map((count) => chosenOf(without(count))?.adresselinje1);
    expect(found).toEqual(['Postveien', 'Abroad Street', 'Bostedsveien', 'Oppholdsveien', undefined]);
  });

  test('is a current one', () => {
    expect(
      chosenOf({
        bostedsadresse: [
          { ...street('Gammelveien'), erGjeldende: false },
          { ...street('Nyveien'), erGjeldende: true },
        ],
      }),
    ).toMatchObject({ adresselinje1: 'Nyveien' });
    expect(chosenOf({ bostedsadresse: [{ ...street('Gammelveien'), erGjeldende: false }] })).toBeUndefined();
  });

  test('is the next one when one cannot be used', () => {
    expect(
      chosenOf({ oppholdsadresse: [{ adressenErUkjent: true }], bostedsadresse: [street('Bostedsveien')] }),
    ).toMatchObject({ adresselinje1: 'Bostedsveien' });
    expect(
      chosenOf({
        postadresse: [{ vegadresse: { adressenavn: 'Uten poststed' } }],
        bostedsadresse: [street('Bostedsveien')],
      }),
    ).toMatchObject({ adresselinje1: 'Bostedsveien' });
  });

  test("is never the other home of a child, and never the estate's contact", () => {
    expect(chosenOf({ deltBosted: [street('Delt')], kontaktinformasjonForDoedsbo: [street('Bo')] })).toBeUndefined();
  });

  test('is none where the place of residence is unknown', () => {
    expect(home({ ukjentBosted: { bostedskommune: '4601' } })).toBeUndefined();
  });
});

describe('how it is written', () => {
  test.each<[string, Wire, Record<string, string>]>([
    [
      'a street with number and letter',
      { vegadresse: { adressenavn: 'Storgata', adressenummer: { husnummer: '3', husbokstav: 'B' }, poststed } },
      { adresselinje1: 'Storgata 3B' },
    ],
    ['a street without a number', { vegadresse: { adressenavn: 'Storgata', poststed } }, { adresselinje1: 'Storgata' }],
    [
      'a street with care of and an extra name',
      { vegadresse: { coAdressenavn: 'Ola', adressetilleggsnavn: 'Bakgården', adressenavn: 'Storgata', poststed } },
      { adresselinje1: 'c/o Ola', adresselinje2: 'Bakgården', adresselinje3: 'Storgata' },
    ],
    [
      'a care of that is written already',
      { vegadresse: { coAdressenavn: 'C/O Ola', adressenavn: 'Storgata', poststed } },
      { adresselinje1: 'C/O Ola', adresselinje2: 'Storgata' },
    ],
    [
      'a farm with a name',
      {
        matrikkeladresse: {
          adressetilleggsnavn: 'Solbakken',
          matrikkelnummer: { gaardsnummer: 12, bruksnummer: 3 },
          poststed,
        },
      },
      { adresselinje1: 'Solbakken' },
    ],
    [
      'a farm without a name',
      { matrikkeladresse: { matrikkelnummer: { gaardsnummer: 12, bruksnummer: 3 }, poststed } },
      { adresselinje1: 'Gnr. 12 bnr. 3' },
    ],
    [
      'a street whose number is a number',
      { vegadresse: { adressenavn: 'Storgata', adressenummer: { husnummer: 3, husbokstav: ' ' }, poststed } },
      { adresselinje1: 'Storgata 3' },
    ],
    [
      'a post box whose number is a number',
      { postboksadresse: { postboks: 77, poststed } },
      { adresselinje1: 'Postboks 77' },
    ],
    ['a post box by its number', { postboksadresse: { postboks: '77', poststed } }, { adresselinje1: 'Postboks 77' }],
    [
      'a post box with its owner',
      { postboksadresse: { postbokseier: 'ACME', postboks: 'Postboks 77', poststed } },
      { adresselinje1: 'ACME', adresselinje2: 'Postboks 77' },
    ],
    [
      'free lines',
      { postadresseIFrittFormat: { adresselinje: ['En', '', ' To '], poststed } },
      { adresselinje1: 'En', adresselinje2: 'To' },
    ],
    [
      'more than three lines',
      { postadresseIFrittFormat: { adresselinje: ['1', '2', '3', '4'], poststed } },
      { adresselinje1: '1', adresselinje2: '2', adresselinje3: '3, 4' },
    ],
  ])('%s', (_what, address, lines) => {
    expect(home(address)).toEqual({ ...lines, postnummer: '5003', poststed: 'BERGEN' });
  });

  test('an address abroad has its country in two capital letters', () => {
    expect(
      abroad({
        utenlandskAdresseIFrittFormat: {
          adresselinje: ['Calle 5'],
          postkode: '29001',
          byEllerStedsnavn: 'Malaga',
          landkode: 'ES',
        },
      }),
    ).toEqual({ adresselinje1: 'Calle 5', postnummer: '29001', poststed: 'Malaga', landkode: 'ES' });
  });

  test.each([undefined, '', 'NOR', 'es', '??'])(
    'an address abroad with the country %p is not used, since it would be read as Norwegian',
    (landkode) => {
      expect(
        abroad({ utenlandskAdresse: { adressenavn: 'Street 1', byEllerStedsnavn: 'Town', landkode } }),
      ).toBeUndefined();
      expect(
        abroad({ utenlandskAdresseIFrittFormat: { adresselinje: ['Street 1'], byEllerStedsnavn: 'Town', landkode } }),
      ).toBeUndefined();
    },
  );
});

test('whatever the register holds, an address that is chosen is whole and fits SvarUt', () => {
  const text = fc.oneof(
    fc.constantFrom(undefined, null, '', '  ', ' \u00a0'),
    fc.string({ maxLength: 12 }),
    fc.string({ minLength: 60, maxLength: 90 }),
    fc.nat(9_999),
  );
  const place = fc.option(fc.record({ postnummer: fc.constantFrom(undefined, '0001'), poststedsnavn: text }), {
    nil: undefined,
  });
  const landkode = fc.constantFrom(undefined, 'SE', 'NOR', 'se');
  const address: fc.Arbitrary<Wire> = fc.oneof(
    fc.record({
      vegadresse: fc.record({ coAdressenavn: text, adressetilleggsnavn: text, adressenavn: text, poststed: place }),
    }),
    fc.record({ postboksadresse: fc.record({ postbokseier: text, postboks: text, poststed: place }) }),
    fc.record({
      postadresseIFrittFormat: fc.record({
        adresselinje: fc.array(fc.oneof(text, fc.string({ maxLength: 80 })), { maxLength: 6 }),
        poststed: place,
      }),
    }),
    fc.record({
      utenlandskAdresse: fc.record({
        coAdressenavn: text,
        adressenavn: text,
        postboks: text,
        region: text,
        byEllerStedsnavn: text,
        landkode,
      }),
    }),
  );
  let chosen = 0;
  fc.assert(
    fc.property(address, (one) => {
      const postalAddress = home(one);
      if (!postalAddress) return;
      chosen += 1;
      expect(
        Object.entries(readAddress('postalAddress', 'postal address', postalAddress))
          .filter(([, line]) => line)
          .map(([name]) => name)
          .sort(),
      ).toEqual(Object.keys(postalAddress).sort());
    }),
    { numRuns: 1000 },
  );
  expect(chosen).toBeGreaterThan(50);
});

test('blanks are no place and no care of', () => {
  expect(
    home({
      vegadresse: {
        coAdressenavn: ' ',
        adressenavn: 'Storgata 1',
        poststed: { postnummer: '5003', poststedsnavn: '  ' },
      },
    }),
  ).toBeUndefined();
  expect(home({ vegadresse: { coAdressenavn: ' ', adressenavn: 'Storgata 1', poststed } })).toEqual({
    adresselinje1: 'Storgata 1',
    postnummer: '5003',
    poststed: 'BERGEN',
  });
});
