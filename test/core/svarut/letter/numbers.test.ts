import fc from 'fast-check';
import { madeNumber } from '../../numbers';
import { expectRefused, KINDS, pdf, personFrom, REFERENCE, wire } from '../letters';

const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), maxLength });
const GAPS = ['', ' ', '-', '.', '\u00a0'];
const asWritten = (value: string, gap: string): string => value.slice(0, 6) + gap + value.slice(6);

describe('an identity number in a title, a file name, a reference or a correlation id', () => {
  const expectNowhere = async (written: string, make = personFrom as (typeof KINDS)[number][1]) => {
    for (const [field, letter] of [
      ['tittel', () => make({ tittel: `Vedtak ${written} 2026` })],
      ['documents', () => make({ documents: [pdf(`vedtak-${written}.pdf`)] })],
      ['eksternReferanse', () => make({}, `sak-${written}`)],
      ['korrelasjonsid', () => make({ korrelasjonsid: `utsending ${written}` })],
    ] as const)
      await expectRefused(letter, field, /looks like an identity number/, new RegExp(written));
  };

  test.each(KINDS)('is refused in a letter to %s', async (_kind, make) => {
    await expectNowhere('12848539668', make);
  });

  test('is refused in every series, however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(madeNumber(), fc.constantFrom(...GAPS), ({ value }, gap) =>
        expectNowhere(asWritten(value, gap)),
      ),
    );
  });

  test('is refused inside a longer run of digits too, wherever it stands there', async () => {
    await fc.assert(
      fc.asyncProperty(
        digits(12),
        madeNumber(),
        fc.constantFrom(...GAPS),
        digits(12),
        (before, { value }, gap, after) => expectNowhere(before + asWritten(value, gap) + after),
      ),
    );
  });

  test('is refused when it is mistyped but written in one run', async () => {
    await expectNowhere('12848539669');
  });

  test('is refused after one that is none', async () => {
    await expectNowhere('12848539669 12848539668');
  });
});

describe('digits that are no identity number', () => {
  const expectTaken = (written: string) => {
    const letter = personFrom(
      { tittel: `Vedtak ${written} 2026`, documents: [pdf(`vedtak-${written}.pdf`)] },
      `${REFERENCE}-${written}`,
    );
    expect(wire(letter)).toMatchObject({
      tittel: `Vedtak ${written} 2026`,
      eksternReferanse: `${REFERENCE}-${written}`,
    });
  };

  test('pass with a gap when one of them is wrong, in every series', () => {
    fc.assert(
      fc.property(
        madeNumber(),
        fc.nat(10),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(...GAPS.filter((gap) => gap !== '')),
        ({ value }, at, more, gap) => {
          const changed = value.slice(0, at) + String((Number(value[at]) + more) % 10) + value.slice(at + 1);
          expectTaken(asWritten(changed, gap));
        },
      ),
    );
  });

  test.each([
    ['a UUID', '6f1d2c3b-4a59-4867-9586-123456789012'],
    ['a UUID of digits', '20261120-1000-4000-8000-000000000101'],
    ['a timestamp', '20261120100000'],
    ['a timestamp in milliseconds', '1795165200000'],
    ['a timestamp with gaps', '20261120-100000.000'],
    ['an archive number', '2026012345-17'],
    ['a long archive number', '202601234567'],
    ['an organisation number', '987654321'],
  ])('pass as %s', (_what, written) => {
    expectTaken(written);
  });
});
