import fc from 'fast-check';
import { NUMBER_FAULTS, readFoedselsnummer } from '../../../src/identifiers/foedselsnummer';
import personas from '../../../sandbox/src/data/personas.json';
import { madeNumber, type Series } from '../numbers';

const faultOf = (written: unknown): string | undefined => {
  const read = readFoedselsnummer(written);
  return read.ok ? undefined : read.fault;
};

describe('a number made by the rules', () => {
  test('is read as what it is, in every series and under both rules for the first control digit', () => {
    fc.assert(
      fc.property(madeNumber(), ({ value, dNumber, synthetic, added, remainder }) => {
        expect(readFoedselsnummer(value)).toEqual({
          ok: true,
          value,
          type: dNumber ? 'dNummer' : 'foedselsnummer',
          series: added === 0 ? 'ordinary' : `plus${added}`,
          synthetic,
          controlDigits: remainder === 0 ? 'today' : 'from2032',
        });
      }),
      { numRuns: 1000 },
    );
  });

  test.each<[Series, boolean]>([
    [0, false],
    [40, false],
    [65, false],
    [80, true],
  ])('with %i added to the month is valid, and synthetic: %p', (added, synthetic) => {
    fc.assert(
      fc.property(madeNumber([added]), ({ value }) => {
        expect(readFoedselsnummer(value)).toMatchObject({ ok: true, value, synthetic });
      }),
    );
  });

  test('is refused when any one digit is changed', () => {
    fc.assert(
      fc.property(madeNumber(), fc.nat(10), fc.integer({ min: 1, max: 9 }), ({ value }, at, more) => {
        const changed = value.slice(0, at) + String((Number(value[at]) + more) % 10) + value.slice(at + 1);
        expect(['date', 'controlDigits']).toContain(faultOf(changed));
      }),
      { numRuns: 1000 },
    );
  });

  test('is refused when two different neighbours have changed places', () => {
    fc.assert(
      fc.property(madeNumber(), fc.nat(9), ({ value }, at) => {
        fc.pre(value[at] !== value[at + 1]);
        const swapped = `${value.slice(0, at)}${value[at + 1]}${value[at]}${value.slice(at + 2)}`;
        expect(['date', 'controlDigits']).toContain(faultOf(swapped));
      }),
      { numRuns: 1000 },
    );
  });

  test('is read the same with blanks, dots and dashes anywhere', () => {
    const gap = fc.constantFrom('', ' ', '.', '-', '\u00a0', '\t', ' \n');
    fc.assert(
      fc.property(madeNumber(), fc.array(gap, { minLength: 12, maxLength: 12 }), ({ value }, gaps) => {
        const written = [...value].map((digit, at) => (gaps[at] ?? '') + digit).join('') + (gaps[11] ?? '');
        expect(readFoedselsnummer(written)).toMatchObject({ ok: true, value });
      }),
    );
  });

  test('is read from the number of a spreadsheet, which has lost a leading zero', () => {
    fc.assert(
      fc.property(madeNumber(), ({ value }) => {
        const read = readFoedselsnummer(Number(value));
        if (value.startsWith('0')) expect(read).toEqual({ ok: false, fault: 'tooShort' });
        else expect(read).toMatchObject({ ok: true, value });
      }),
    );
  });

  test('is refused with a digit too few or too many', () => {
    fc.assert(
      fc.property(madeNumber(), fc.nat(10), ({ value }, at) => {
        expect(faultOf(value.slice(0, at) + value.slice(at + 1))).toBe('tooShort');
        // With the country before it, a phone number has twelve as well.
        const longer = value.slice(0, at) + '0' + value.slice(at);
        expect(faultOf(longer)).toBe(longer.startsWith('0047') ? 'phone' : 'duf');
        expect(faultOf(`${longer}0`)).toBe('tooLong');
      }),
    );
  });

  test('is refused with a letter in it', () => {
    fc.assert(
      fc.property(madeNumber(), fc.nat(10), fc.constantFrom('O', 'l', 'x', '٣', '１'), ({ value }, at, letter) => {
        expect(faultOf(value.slice(0, at) + letter + value.slice(at + 1))).toBe('characters');
      }),
    );
  });
});

describe('the vectors of the fact sheet', () => {
  test.each([
    ['30823299997', 'foedselsnummer', 'plus80', 'today'],
    ['30823299903', 'foedselsnummer', 'plus80', 'from2032'],
    ['30823299911', 'foedselsnummer', 'plus80', 'from2032'],
    ['41823299816', 'dNummer', 'plus80', 'today'],
    ['41823299824', 'dNummer', 'plus80', 'from2032'],
    ['41823299832', 'dNummer', 'plus80', 'from2032'],
    ['41823299840', 'dNummer', 'plus80', 'from2032'],
    ['02013299997', 'foedselsnummer', 'ordinary', 'today'],
    ['41819077302', 'dNummer', 'plus80', 'today'],
    ['41819077906', 'dNummer', 'plus80', 'from2032'],
    ['30908299902', 'foedselsnummer', 'plus80', 'from2032'],
  ])('%s is valid', (value, type, series, controlDigits) => {
    expect(readFoedselsnummer(value)).toEqual({
      ok: true,
      value,
      type,
      series,
      synthetic: series === 'plus80',
      controlDigits,
    });
  });

  test('the first control digit leaves no more than 3, and the second leaves nothing', () => {
    // The nine digits of a vector, with each pair of control digits: only those of remainder 0 to 3 are valid.
    const valid = Array.from({ length: 100 }, (_, pair) => `418232998${String(pair).padStart(2, '0')}`).filter(
      (value) => faultOf(value) === undefined,
    );
    expect(valid).toEqual(['41823299816', '41823299824', '41823299832', '41823299840']);
  });

  test("KRR's sample with wrong control digits is refused", () => {
    expect(faultOf('16903349845')).toBe('controlDigits');
  });

  test.each([
    '22885399316',
    '21836797660',
    '22838497199',
    '22828999528',
    '22814398483',
    '16828397668',
    '07878398712',
    '16837297366',
    '21849297640',
    '20878697112',
    '20914695016',
  ])("KRR's sample %s is valid and synthetic", (value) => {
    expect(readFoedselsnummer(value)).toMatchObject({ ok: true, synthetic: true });
  });

  test('every number of the personas is valid and synthetic, the historical ones too', () => {
    const numbers = personas.personer.flatMap((persona) => [
      persona.foedselsEllerDNummer,
      ...persona.historiskeIdentifikatorer,
    ]);
    expect(numbers.length).toBeGreaterThanOrEqual(14);
    for (const number of numbers)
      expect(readFoedselsnummer(number)).toMatchObject({ ok: true, value: number, synthetic: true });
  });
});

describe('what is no number', () => {
  test.each([[undefined], [null], [''], ['   '], [true], [{}], [[]]])('%p is empty', (written) => {
    expect(faultOf(written)).toBe('empty');
  });

  test.each([[NaN], [Infinity], [1e21], ['12848539A68']])('%p has characters that are not digits', (written) => {
    expect(faultOf(written)).toBe('characters');
  });

  test.each([[1.5], [0.1], [1284853966.8], [1284853.9668]])(
    '%p is not read as the digits around its point',
    (written) => {
      expect(faultOf(written)).toBe('characters');
    },
  );

  test('a number below zero is not read as the digits behind its minus', () => {
    expect(faultOf(-12848539668)).toBe('characters');
  });

  test.each([
    ['a day that does not exist', '32010112345'],
    ['month 13', '01130112345'],
    ['day 00', '00010112345'],
    ["a D-number's day 72", '72010112345'],
    ['a month between the series', '01530112345'],
  ])('%s is no date', (_what, written) => {
    expect(faultOf(written)).toBe('date');
  });

  test.each(['310475025', '974 760 673', '311004506'])(
    'the organisation number %s is told apart from a number that has lost digits',
    (written) => {
      expect(faultOf(written)).toBe('organisation');
      expect(faultOf(`${written.slice(0, -1)}${(Number(written.at(-1)) + 1) % 10}`)).toBe('tooShort');
      expect(NUMBER_FAULTS.organisation.en).toContain('organisation number');
    },
  );

  test.each(['201812345678', '2018 1234 5678'])(
    '%s has the 12 digits of a DUF number, and the sentence says so',
    (written) => {
      expect(faultOf(written)).toBe('duf');
      expect(NUMBER_FAULTS.duf.en).toContain('DUF');
      expect(NUMBER_FAULTS.duf.nb).toContain('DUF');
    },
  );

  test.each(['90000000', '900 00 000', '+47 900 00 000', '0047 90000000', '+46 70 123 45 67', 22000000])(
    '%p looks like a phone number',
    (written) => {
      expect(faultOf(written)).toBe('phone');
    },
  );

  test.each([
    ['1', 'tooShort'],
    ['1284853966', 'tooShort'],
    ['1284853966800', 'tooLong'],
    ['+1', 'characters'],
    ['++4790000000', 'characters'],
  ])('%s is no phone number: %s', (written, fault) => {
    expect(faultOf(written)).toBe(fault);
  });

  test('every fault is told in both languages, as the end of a sentence', () => {
    for (const { en, nb } of Object.values(NUMBER_FAULTS))
      for (const text of [en, nb]) expect(text).toMatch(/^(?:is|has|does|looks|er|har|begynner|ser) .*[^.]$/);
  });
});
