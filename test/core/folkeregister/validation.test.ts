import fc from 'fast-check';
import { SERVICES } from '../../../src/catalog';
import type { Session } from '../../../src/session';
import { runOperation } from '../../../src/operations/run';
import { validateIdentityNumber } from '../../../src/folkeregister/validation/operation';
import { valueOf } from '../fakePorts';
import { madeNumber } from '../numbers';

/** Whatever it would ask of a session would fail. */
const NO_SESSION = undefined as unknown as Session;

const verdictsOn = async (...written: unknown[]) => {
  const operation = SERVICES.folkeregister.operations.find(({ name }) => name === validateIdentityNumber.name);
  if (!operation) throw new Error('the operation is not in the catalogue');
  const inputs = written.map((identityNumber) => ({ values: { identityNumber } }));
  return (await runOperation(operation, NO_SESSION, inputs, { rules: { realPersons: true } })).map(valueOf);
};

describe('a valid number', () => {
  test.each([
    ['12848539668', 'foedselsnummer', 'plus80', true, 'today', 'GYLDIG'],
    ['128485 39668', 'foedselsnummer', 'plus80', true, 'today', 'GYLDIG'],
    ['57829147744', 'dNummer', 'plus80', true, 'today', 'GYLDIG'],
    ['41819077906', 'dNummer', 'plus80', true, 'from2032', 'GYLDIG_FRA_2032'],
    ['02013299997', 'foedselsnummer', 'ordinary', false, 'today', 'GYLDIG'],
  ])(
    '%s is told kind, series and rule, and is given without gaps',
    async (written, kind, series, synthetic, controlDigits, reason) => {
      const [verdict] = await verdictsOn(written);
      const { reasonText, ...told } = verdict!;
      const foedselsnummer = written.replace(/ /g, '');
      expect(told).toEqual({ valid: true, foedselsnummer, kind, series, synthetic, controlDigits, reason });
      expect(JSON.stringify(reasonText)).toContain(controlDigits === 'today' ? 'The number is valid:' : '2032');
    },
  );

  test('of any series says of which in both languages, and tells nothing of age or sex', async () => {
    await fc.assert(
      fc.asyncProperty(madeNumber(), async ({ value, added }) => {
        const [verdict] = await verdictsOn(value);
        expect(Object.keys(verdict!)).toEqual([
          'valid',
          'foedselsnummer',
          'kind',
          'series',
          'synthetic',
          'controlDigits',
          'reason',
          'reasonText',
        ]);
        const { en, nb } = verdict!.reasonText as { en: string; nb: string };
        expect(en.includes(`${added} added`)).toBe(added > 0);
        expect(nb.includes(`${added} lagt`)).toBe(added > 0);
      }),
    );
  });
});

test.each([
  ['', null, 'TOM'],
  ['  ', null, 'TOM'],
  [undefined, null, 'TOM'],
  ['90 00 00 00', 'telefonnummer', 'TELEFONNUMMER'],
  ['12848539A68', null, 'UGYLDIGE_TEGN'],
  ['310475025', 'organisasjonsnummer', 'ORGANISASJONSNUMMER'],
  [2848539668, null, 'FOR_KORT'],
  ['201812345678', 'dufNummer', 'DUF_NUMMER'],
  ['1284853966800', null, 'FOR_LANG'],
  ['99848539668', null, 'UGYLDIG_DATO'],
  ['12848539669', null, 'FEIL_KONTROLLSIFFER'],
])('%p is none, and what it is instead is a result: %s, %s', async (written, kind, reason) => {
  const [verdict] = await verdictsOn(written);
  const { reasonText, ...told } = verdict!;
  // Without a number, so that an item keeps what is to be corrected.
  expect(told).toEqual({ valid: false, kind, series: null, synthetic: null, controlDigits: null, reason });
  const { en, nb } = reasonText as { en: string; nb: string };
  expect(en).toMatch(/^The number .*\.$/);
  expect(nb).toMatch(/^Nummeret .*\.$/);
});

test('valid and invalid numbers are told apart, each in its place', async () => {
  const verdicts = await verdictsOn('12848539668', '1', '57829147744', '1');
  expect(verdicts.map((verdict) => validateIdentityNumber.branches?.of(verdict as never))).toEqual([
    'valid',
    'invalid',
    'valid',
    'invalid',
  ]);
});
