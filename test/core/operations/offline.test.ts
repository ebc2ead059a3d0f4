import { SERVICES } from '../../../src/catalog';
import { isOffline, runOffline, type OfflineOperation } from '../../../src/operations/offline';
import { failureOf, valueOf } from '../fakePorts';

const OPERATIONS = Object.values(SERVICES).flatMap(({ operations }) => operations);
const OFFLINE: readonly OfflineOperation[] = OPERATIONS.filter((operation) => isOffline(operation));
const [validate] = OFFLINE as [OfflineOperation];

test('the validation of numbers is the one operation that asks nobody', () => {
  expect(OFFLINE.map(({ name }) => name)).toEqual(['validateIdentityNumber']);
});

test.each(OFFLINE)(
  '$name acts for nobody, and has no field that an environment or a credential decides about',
  ({ fields }) => {
    for (const field of fields) {
      expect(['identifier', 'choicesFrom', 'documents']).not.toContain(field.kind);
      expect('identifier' in field).toBe(false);
    }
  },
);

const read = (...numbers: readonly unknown[]) =>
  runOffline(
    validate,
    numbers.map((identityNumber) => ({ values: { identityNumber } })),
    {},
  );

test('numbers of today, of 2032, synthetic and of nobody are judged alike, whatever environment there may be', async () => {
  const outcomes = await read('12848539668', '31123950057', '30823299903', '12345678901');
  expect(outcomes.map((outcome) => valueOf(outcome).valid)).toEqual([true, true, true, false]);
  expect(outcomes.map((outcome) => valueOf(outcome).synthetic)).toEqual([true, false, true, null]);
});

test('progress is told, and a run that is stopped is stopped', async () => {
  const told: number[][] = [];
  const inputs = [{ values: { identityNumber: '12848539668' } }];
  await runOffline(validate, inputs, { onProgress: (...progress) => told.push(progress) });
  expect(told).toEqual([[1, 1]]);
  const [outcome] = await runOffline(validate, inputs, { signal: AbortSignal.abort() });
  expect(failureOf(outcome)).toMatchObject({ code: 'ERR_CANCELLED' });
});
