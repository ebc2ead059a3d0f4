import fc from 'fast-check';
import { isOrganisasjonsnummer } from '../../../src/identifiers/organisasjonsnummer';

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** By the rule, from eight digits; undefined where no control digit fits. */
const made = fc
  .array(fc.nat(9), { minLength: 8, maxLength: 8 })
  .map((digits) => digits.join(''))
  .map((eight) => {
    const rest = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(eight[at]), 0) % 11;
    return rest === 1 ? undefined : `${eight}${rest === 0 ? 0 : 11 - rest}`;
  })
  .filter((number) => number !== undefined);

test.each(['974760673', '986130861', '310475025', '310048208', '311004506', '312203006', '311007777'])(
  '%s is an organisation number',
  (number) => {
    expect(isOrganisasjonsnummer(number)).toBe(true);
  },
);

test('nine digits made by the rule are one, and no longer when a digit is changed', () => {
  fc.assert(
    fc.property(made, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, at, more) => {
      const changed = number.slice(0, at) + String((Number(number[at]) + more) % 10) + number.slice(at + 1);
      expect([isOrganisasjonsnummer(number), isOrganisasjonsnummer(changed)]).toEqual([true, false]);
    }),
  );
});

test.each(['', '12345', '12848539668', '97476067A', '974 760 673', '٩٧٤٧٦٠٦٧٣'])('%p is none', (text) => {
  expect(isOrganisasjonsnummer(text)).toBe(false);
});
