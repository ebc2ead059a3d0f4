/** All that is expected of the made-up vehicles, through n8n's node. */
import { Kjoretoyregister } from '../../nodes/Kjoretoyregister/Kjoretoyregister.node';
import { SERVICES } from '../../src/core';
import { MIXED_PLATES, MIXED_VERDICTS, VAN_PATTERN, VAN_PLATES } from '../largeFleet';
import { useSandbox } from '../useSandbox';
import { VEHICLE_EXPECTATIONS } from '../vehicleExpectations';
import { executeIn, itemsOf } from './fakeHost';

const sandbox = useSandbox();

const asked = async (operation: string): Promise<number> =>
  (await sandbox.ledger()).requests.filter((request) => request.operation === operation).length;

/** What a field takes from the item, or the value itself under Options, where n8n reads no item of ours. */
const parametersFor = (operationName: string, input: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { fields } = SERVICES.kjoretoyregister.operations.find(({ name }) => name === operationName)!;
  const given = (group: 'advanced' | undefined) =>
    Object.fromEntries(
      fields
        .filter((field) => field.group === group && field.name in input)
        .map(({ name }) => [name, input[name]] as const),
    );
  return { operation: operationName, ...given(undefined), options: given('advanced') };
};

it('every operation is among them', () => {
  const asked = new Set(VEHICLE_EXPECTATIONS.map(({ operation }) => operation));
  const all = SERVICES.kjoretoyregister.operations.map(({ name }) => name);
  expect([...asked].sort()).toEqual(all.filter((name) => name !== 'checkConnection').sort());
});

describe.each(['v3', 'v2'])('in the envelope %s', (bulkEnvelope) => {
  beforeEach(() => sandbox.change({ bulkEnvelope }));

  it.each(VEHICLE_EXPECTATIONS)('$name', async ({ operation, input, check }) => {
    const { items } = await executeIn(sandbox, {
      node: new Kjoretoyregister(),
      parameters: parametersFor(operation, input),
      items: itemsOf({}),
      onError: 'continue',
    });
    expect(items).toHaveLength(1);
    check(items[0]!.json);
  });

  it('a thousand plates are ten calls, and each item gets its own vehicle or its own error', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Kjoretoyregister(),
      parameters: { operation: 'lookUpByKjennemerke', kjennemerke: '={{ $json.kjennemerke }}' },
      items: itemsOf(...MIXED_PLATES.map((kjennemerke) => ({ kjennemerke }))),
      onError: 'continue',
    });
    expect(items.map(({ json: { error, kjennemerke } }: any) => error?.code ?? kjennemerke)).toEqual(MIXED_VERDICTS);
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual(MIXED_PLATES.map((_plate, item) => ({ item })));
    expect(await asked('bulkKjennemerke')).toBe(10);
  });
});

it('a search of 500 hits is five pages without a gap or a repeat', async () => {
  const { items } = await executeIn(sandbox, {
    node: new Kjoretoyregister(),
    parameters: { operation: 'searchByUnderstellsnummer', understellsnummerPattern: VAN_PATTERN, returnAll: true },
    items: itemsOf({}),
  });
  const [{ total, vehicles }] = items.map(({ json }) => json) as [any];
  expect(total).toBe(500);
  expect(vehicles.map(({ kjennemerke }: any) => kjennemerke).sort()).toEqual(VAN_PLATES);
  expect(await asked('sokUnderstellsnummer')).toBe(5);
});
