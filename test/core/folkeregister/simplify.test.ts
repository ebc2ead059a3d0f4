import { ageGroupOf, currentNumberOf, simplify } from '../../../src/folkeregister/simplify';
import type { Folkeregisterperson } from '../../../src/folkeregister/model';
import { START, thrownBy } from '../fakePorts';

const at = (iso: string): number => Date.parse(iso);
const born = (foedselsdato?: string, foedselsaar?: string): Folkeregisterperson => ({
  foedsel: [{ foedselsdato, foedselsaar }],
});

describe('the age group', () => {
  test.each([
    ['2008-11-20', '2026-11-19T23:59:59+01:00', 'minor'],
    ['2008-11-20', '2026-11-20T00:00:00+01:00', 'adult'],
    // Midnight in Oslo, while it is still the day before in UTC.
    ['2008-07-01', '2026-06-30T22:00:00Z', 'adult'],
    ['2008-07-01', '2026-06-30T21:59:59Z', 'minor'],
    ['2008-11-20+01:00', '2026-11-20T12:00:00+01:00', 'adult'],
    ['1938-11-05', '2026-11-20T12:00:00+01:00', 'adult'],
  ])('born %s is at %s %s', (foedselsdato, now, expected) => {
    expect(ageGroupOf(born(foedselsdato), at(now))).toBe(expected);
  });

  test.each([
    ['2007', 'adult'],
    ['2008', 'unknown'],
    ['2009', 'minor'],
    [undefined, 'unknown'],
    ['ukjent', 'unknown'],
  ])('with only the year %s is in 2026 %s', (foedselsaar, expected) => {
    expect(ageGroupOf(born(undefined, foedselsaar), at('2026-11-20T12:00:00+01:00'))).toBe(expected);
  });

  test('is unknown where the register tells nothing of birth', () => {
    expect(ageGroupOf({}, at('2026-11-20T12:00:00+01:00'))).toBe('unknown');
  });

  test('falls back on the year when the date is no date', () => {
    expect(ageGroupOf(born('2008-13-45', '1990'), at('2026-11-20T12:00:00+01:00'))).toBe('adult');
  });

  test('is read from the current entry, since birth dates are corrected', () => {
    const corrected: Folkeregisterperson = {
      foedsel: [
        { erGjeldende: false, foedselsdato: '1980-01-01' },
        { erGjeldende: true, foedselsdato: '2012-01-01' },
      ],
    };
    expect(ageGroupOf(corrected, at('2026-11-20T12:00:00+01:00'))).toBe('minor');
  });
});

describe('the name', () => {
  const nameOf = (navn: NonNullable<Folkeregisterperson['navn']>): unknown => simplify({ navn }, 0).name;

  test('is the current one, with its middle name', () => {
    expect(
      nameOf([
        { erGjeldende: false, fornavn: 'GAMMEL' },
        { erGjeldende: true, fornavn: 'KARI', mellomnavn: 'ØY', etternavn: 'NORD' },
      ]),
    ).toBe('KARI ØY NORD');
  });

  test("is the register's short form where it is longer than SvarUt takes, and never longer than that", () => {
    const long = { fornavn: 'A'.repeat(60), etternavn: 'B'.repeat(60) };
    expect(nameOf([{ ...long, forkortetNavn: 'B A' }])).toBe('B A');
    expect(String(nameOf([long]))).toHaveLength(100);
  });

  test('is absent where there is none', () => {
    expect(nameOf([])).toBeUndefined();
  });
});

test('a person without anything simplifies to nothing, and does not fail', () => {
  expect(simplify({}, 0)).toEqual({
    foedselsnummer: undefined,
    identifikatortype: undefined,
    name: undefined,
    personStatus: undefined,
    ageGroup: 'unknown',
    postalAddress: null,
  });
  expect(currentNumberOf({})).toBeUndefined();
});

describe('a document the register has changed', () => {
  const home = (vegadresse: Record<string, unknown>) => ({
    bostedsadresse: [{ erGjeldende: true, adressegradering: 'ugradert', vegadresse }],
  });

  test('with numbers where text is documented is read as if they were text', () => {
    const document = {
      identifikasjonsnummer: [{ erGjeldende: true, foedselsEllerDNummer: 12848539668 }],
      foedsel: [{ erGjeldende: true, foedselsaar: 1990 }],
      ...home({
        adressenavn: 'Storgata',
        adressenummer: { husnummer: 14, husbokstav: 'B' },
        poststed: { postnummer: 5003, poststedsnavn: 'BERGEN' },
      }),
    };
    expect(simplify(document, START)).toMatchObject({
      foedselsnummer: '12848539668',
      ageGroup: 'adult',
      postalAddress: { adresselinje1: 'Storgata 14B', postnummer: '5003', poststed: 'BERGEN' },
    });
    expect(currentNumberOf(document)).toBe('12848539668');
  });

  test('with nulls and blanks where text is documented is read as if they were not there', () => {
    const document = {
      navn: [{ erGjeldende: true, fornavn: ' KARI ', mellomnavn: null, etternavn: '  ', forkortetNavn: null }],
      status: [{ erGjeldende: true, status: ' ' }],
      foedsel: [{ erGjeldende: true, foedselsdato: null, foedselsaar: '' }],
      ...home({
        adressenavn: 'Storgata 1',
        coAdressenavn: null,
        adressetilleggsnavn: ' ',
        poststed: { postnummer: null, poststedsnavn: 'BERGEN ' },
      }),
    };
    expect(simplify(document, START)).toEqual({
      name: 'KARI',
      ageGroup: 'unknown',
      postalAddress: { adresselinje1: 'Storgata 1', poststed: 'BERGEN' },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a part that is no list', { navn: { fornavn: 'KARI' } }, 'navn'],
    ['an entry that is no object', { status: ['KARI'] }, 'status'],
    ['an object for a text', { navn: [{ fornavn: { nynorsk: 'KARI' } }] }, 'navn.fornavn'],
    ['a text for a mark', { navn: [{ erGjeldende: 'KARI' }] }, 'navn.erGjeldende'],
    ['a text for an address', { bostedsadresse: [{ vegadresse: 'KARI' }] }, 'bostedsadresse.vegadresse'],
  ])('with %s cannot be read: the error says where, and not what stood there', async (_what, document, where) => {
    for (const read of [() => simplify(document, START), () => currentNumberOf(document)]) {
      const error = await thrownBy(read);
      expect(error).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER', details: { service: 'folkeregister' } });
      expect(error.message).toContain(`(at ${where})`);
      expect(JSON.stringify([error.message, error.action, error.details])).not.toContain('KARI');
    }
  });
});
