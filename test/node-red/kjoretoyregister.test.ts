/** All that is expected of the made-up vehicles, through Node-RED's node. */
import { SERVICES } from '../../src/core';
import { MIXED_PLATES, MIXED_VERDICTS, VAN_PATTERN, VAN_PLATES } from '../largeFleet';
import { useSandbox } from '../useSandbox';
import { VEHICLE_EXPECTATIONS } from '../vehicleExpectations';
import { loadBench, useNodeRed, type Bench } from './bench';

useNodeRed();
const sandbox = useSandbox();

const asked = async (operation: string): Promise<number> =>
  (await sandbox.ledger()).requests.filter((request) => request.operation === operation).length;

/** Every field reads the property of the item that has its name. */
const fromItem = (operation: string): Record<string, unknown> => {
  const { fields } = SERVICES.kjoretoyregister.operations.find(({ name }) => name === operation)!;
  return {
    operation,
    ...Object.fromEntries(
      fields.flatMap(({ name }) => [
        [name, name],
        [`${name}Type`, 'item'],
      ]),
    ),
  };
};

const benchFor = (operation: string): Promise<Bench> => {
  const { fiksOrgId } = sandbox.get().credentials.fiks;
  return loadBench(sandbox.get(), 'kjoretoyregister', fromItem(operation), { fiks: { fiksOrgId } });
};

const OPERATIONS = [...new Set(VEHICLE_EXPECTATIONS.map(({ operation }) => operation))];

test('every operation is among them', () => {
  const all = SERVICES.kjoretoyregister.operations.map(({ name }) => name);
  expect(OPERATIONS.toSorted()).toEqual(all.filter((name) => name !== 'checkConnection').sort());
});

describe.each(['v3', 'v2'])('in the envelope %s', (bulkEnvelope) => {
  beforeEach(() => sandbox.change({ bulkEnvelope }));

  test.each(OPERATIONS)('%s, all in one message', async (operation) => {
    const expected = VEHICLE_EXPECTATIONS.filter((one) => one.operation === operation);
    const bench = await benchFor(operation);
    const { messages } = await bench.receive({ payload: expected.map(({ input }) => input) });
    const [{ payload } = { payload: [] }] = messages;
    expect(payload).toHaveLength(expected.length);
    expected.forEach(({ check }, at) => check(payload[at]));
  });

  test('a thousand plates are ten calls, and each item gets its own vehicle or its own error', async () => {
    const bench = await benchFor('lookUpByKjennemerke');
    const { messages } = await bench.receive({ payload: MIXED_PLATES.map((kjennemerke) => ({ kjennemerke })) });
    const verdicts = messages[0]!.payload.map(({ error, kjennemerke }: any) => error?.code ?? kjennemerke);
    expect(verdicts).toEqual(MIXED_VERDICTS);
    expect(await asked('bulkKjennemerke')).toBe(10);
  });
});

test('a search of 500 hits is five pages without a gap or a repeat', async () => {
  const bench = await benchFor('searchByUnderstellsnummer');
  const { messages } = await bench.receive({ payload: { understellsnummerPattern: VAN_PATTERN, returnAll: true } });
  const { total, vehicles } = messages[0]!.payload;
  expect(total).toBe(500);
  expect(vehicles.map(({ kjennemerke }: any) => kjennemerke).sort()).toEqual(VAN_PLATES);
  expect(await asked('sokUnderstellsnummer')).toBe(5);
});
