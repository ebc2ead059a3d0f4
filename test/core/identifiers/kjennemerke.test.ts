import fc from 'fast-check';
import {
  compactKjennemerke,
  KJENNEMERKE_FAULTS,
  readKjennemerke,
  readKjennemerkePattern,
} from '../../../src/identifiers/kjennemerke';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const text = (from: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...from), minLength, maxLength });

const ordinary = fc.oneof(
  fc.tuple(text(LETTERS, 2, 2), text('0123456789', 4, 5)),
  fc.tuple(text(LETTERS, 1, 1), text('0123456789', 1, 6)),
);
const gap = fc.constantFrom('', ' ', '  ', '-', '.', '\u00a0', '\u2013');

const faultOf = (read: typeof readKjennemerke, written: unknown): string | undefined => {
  const result = read(written);
  return result.ok ? undefined : result.fault;
};

describe('an ordinary or veteran plate', () => {
  test('is the same plate in small or capital letters, with a blank, a hyphen or a dot, or none', () => {
    fc.assert(
      fc.property(ordinary, gap, gap, fc.boolean(), ([letters, digits], between, around, small) => {
        const written = `${around}${small ? letters.toLowerCase() : letters}${between}${digits}${around}`;
        expect(readKjennemerke(written)).toEqual({ ok: true, value: letters + digits });
      }),
    );
  });

  test.each([
    ['CU 10942', 'CU10942'],
    ['br12345', 'BR12345'],
    ['YX 1382', 'YX1382'],
    ['A-12345', 'A12345'],
    ['A-1', 'A1'],
    ['CD 12 345', 'CD12345'],
    ['0001234', '0001234'],
    [' EL\u00a000106 ', 'EL00106'],
  ])('%p is sent as %s', (written, value) => {
    expect(readKjennemerke(written)).toEqual({ ok: true, value });
  });

  test('can be the number of a spreadsheet', () => {
    expect(readKjennemerke(12345)).toEqual({ ok: true, value: '12345' });
    expect(faultOf(readKjennemerke, 1.5)).toBe('characters');
  });
});

describe('a personal plate', () => {
  test('is sent and compared without its blanks, in capitals, whichever way its letters are written', () => {
    fc.assert(
      fc.property(text('ABCXYZÆØÅ0189 ', 2, 7), (written) => {
        fc.pre(written.trim() !== '');
        const value = written.replaceAll(' ', '');
        for (const spelling of [written, written.toLowerCase(), written.normalize('NFD')])
          expect(readKjennemerke(spelling)).toEqual({ ok: true, value });
      }),
    );
  });

  test.each([
    ['LOL XD', 'LOLXD'],
    ['synt 1', 'SYNT1'],
    ['blåbær', 'BLÅBÆR'],
    ['A', 'A'],
  ])('%s is sent as %s', (written, value) => {
    expect(readKjennemerke(written)).toEqual({ ok: true, value });
  });
});

describe('what is no plate', () => {
  test.each([
    ['', 'characters'],
    [' - ', 'characters'],
    ['DN/00101', 'characters'],
    ['A.B', 'characters'],
    ['ÖL 1', 'characters'],
    ["DN00101'; --", 'characters'],
    ['ET LANGT SKILT', 'tooLong'],
    ['AB12345678', 'tooLong'],
    ['DN0010?', 'wildcard'],
    ['DN001*', 'wildcard'],
    [undefined, 'characters'],
    [['DN00101'], 'characters'],
  ])('%p is refused: %s', (written, fault) => {
    expect(faultOf(readKjennemerke, written)).toBe(fault);
  });

  test('is told of without the plate', () => {
    for (const sentence of Object.values(KJENNEMERKE_FAULTS)) expect(sentence).not.toMatch(/\d{4}|\b[A-Z]{2}\d/);
  });
});

describe('a plate that was not read whole', () => {
  test.each([
    ['AF3676?', 'AF3676?'],
    ['dn 001??', 'DN001??'],
    ['?F 36?6?', '?F36?6?'],
    ['DN00101', 'DN00101'],
  ])('%s is sought as %s', (written, value) => {
    expect(readKjennemerkePattern(written)).toEqual({ ok: true, value });
  });

  test.each([
    ['AF????', 'tooManyUnknown'],
    ['???', 'allUnknown'],
    ['AF36*', 'asterisk'],
    ['AF/36', 'characters'],
    ['', 'characters'],
    ['AF36767676?', 'tooLong'],
  ])('%p is refused: %s', (written, fault) => {
    expect(faultOf(readKjennemerkePattern, written)).toBe(fault);
  });
});

test('comparing forgets blanks, hyphens, dots and capitals, and nothing else', () => {
  expect(compactKjennemerke('  synt-1 .')).toBe('SYNT1');
  expect(compactKjennemerke('BR 00110')).not.toBe(compactKjennemerke('BR OO11O'));
});
