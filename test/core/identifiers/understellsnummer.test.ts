import fc from 'fast-check';
import { readUnderstellsnummer, readUnderstellsnummerPattern } from '../../../src/identifiers/understellsnummer';

const faultOf = (read: typeof readUnderstellsnummer, written: unknown): string | undefined => {
  const result = read(written);
  return result.ok ? undefined : result.fault;
};

const text = (from: string): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...from), minLength: 1, maxLength: 19 });
const known = text('ABCIOQXYZ0189');

describe('a chassis number', () => {
  test('of 1 to 19 letters and digits is taken, the letters no VIN has among them', () => {
    fc.assert(
      fc.property(known, (value) => {
        for (const written of [value, value.toLowerCase(), ` ${value} `])
          expect(readUnderstellsnummer(written)).toEqual({ ok: true, value });
      }),
    );
  });

  test.each([
    ['TESTDIGDIR0000016', 'TESTDIGDIR0000016'],
    ['SISDINKY73745598', 'SISDINKY73745598'],
    [830417, '830417'],
    ['12/34-5.6  7', '12/34-5.6 7'],
  ])('%p is sent as %s', (written, value) => {
    expect(readUnderstellsnummer(written)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'characters'],
    ['..', 'characters'],
    ['/', 'characters'],
    ['ABC%2F', 'characters'],
    ['ABC_1', 'characters'],
    ['1'.repeat(20), 'tooLong'],
    ['ABC*', 'wildcard'],
    ['A?C', 'wildcard'],
    [null, 'characters'],
  ])('%p is refused: %s', (written, fault) => {
    expect(faultOf(readUnderstellsnummer, written)).toBe(fault);
  });
});

describe('a part of a chassis number', () => {
  test('may be left open at the beginning, the end or both', () => {
    fc.assert(
      fc.property(known, fc.constantFrom('', '*'), fc.constantFrom('', '*'), (value, before, after) => {
        const pattern = before + value + after;
        expect(readUnderstellsnummerPattern(pattern)).toEqual({ ok: true, value: pattern });
      }),
    );
  });

  test.each([
    ['AB*CD', 'inside'],
    ['**ABC', 'inside'],
    ['*', 'allUnknown'],
    ['**', 'allUnknown'],
    ['', 'allUnknown'],
    ['ABC?', 'question'],
    ['*-*', 'characters'],
    [`${'1'.repeat(20)}*`, 'tooLong'],
  ])('%p is refused: %s', (written, fault) => {
    expect(faultOf(readUnderstellsnummerPattern, written)).toBe(fault);
  });
});
