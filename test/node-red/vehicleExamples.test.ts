/** The shipped flows about vehicles in a real Node-RED. */
import { readFileSync } from 'node:fs';
import { countRequests } from '../../scripts/demo/ledger.mts';
import { exampleFor, withDoor } from '../../scripts/node-red/demo.mts';
import { startNodeRed, type NodeRed } from '../../scripts/node-red/host.mts';
import { useSandbox } from '../useSandbox';
import {
  ABANDONED_CARS,
  ABANDONED_CARS_AGAIN,
  ABANDONED_CARS_WITHOUT_NUMBERS,
  FLEET_COUNTS,
  LETTERS,
  rowsOf,
  THE_LETTER,
  TO_BE_CONTROLLED,
  type CarLine,
} from '../vehicleExamples';

interface Letter {
  readonly eksternReferanse: string;
}

const sandbox = useSandbox();
let nodeRed: NodeRed;

beforeAll(async () => {
  nodeRed = await startNodeRed();
}, 120_000);
afterAll(() => nodeRed.stop());

const deploy = async (name: string, start: string, end: string): Promise<void> => {
  const { url, credentials } = sandbox.get();
  const { flow, secrets } = exampleFor(url, credentials, name);
  await nodeRed.deploy(withDoor(flow, start, end), secrets);
};

const run = async (): Promise<any> => {
  const response = await fetch(`${nodeRed.url}/norsk-kommune/run`, { method: 'POST' });
  expect(response.status).toBe(200);
  return response.json();
};

describe('abandoned cars', () => {
  beforeAll(() => deploy('abandoned-cars', 'abandoned-cars.csv', 'Result'), 60_000);

  test('end as the table of examples/README.md says', async () => {
    expect(rowsOf((await run()) as CarLine[])).toEqual(ABANDONED_CARS);
  });

  test('are a letter for each car with somebody who can be written to, in one call to each register', async () => {
    const lines = (await run()) as CarLine[];
    const ledger = await sandbox.ledger();
    const sent = lines.filter(({ outcome }) => outcome === 'sent').map(({ letterId }) => letterId);
    expect(sent).toHaveLength(LETTERS);
    expect(ledger.letters.map(({ id }) => id).sort()).toEqual(sent.sort());
    expect(ledger.requests.filter(({ service }) => service === 'kjoretoyregister')).toHaveLength(1);
    expect(countRequests(ledger)).toMatchObject({ folkeregister: 1, svarutSend: LETTERS });
  });

  test('give the line that is there twice the letter of before', async () => {
    const lines = (await run()) as CarLine[];
    const [first, , last] = [lines[0], lines[13], lines[15]];
    expect(last?.letterId).toBe(first?.letterId);
  });

  test('send nothing when the flow is run again, and find the same letters', async () => {
    const lines = (await run()) as CarLine[];
    const again = (await run()) as CarLine[];
    expect(rowsOf(again)).toEqual(ABANDONED_CARS_AGAIN);
    expect(again.map(({ letterId }) => letterId)).toEqual(lines.map(({ letterId }) => letterId));
    expect((await sandbox.ledger()).letters).toHaveLength(LETTERS);
  });

  test('are all for a caseworker where the register gives no identity number of owners', async () => {
    await sandbox.change({ vehicleOwnerNumbers: false });
    expect(rowsOf((await run()) as CarLine[])).toEqual(ABANDONED_CARS_WITHOUT_NUMBERS);
    const { letters, requests } = await sandbox.ledger();
    expect([letters, requests.filter(({ service }) => service === 'folkeregister')]).toEqual([[], []]);
  });

  test('have a failed line, and not one for a caseworker, where the machinery fails', async () => {
    await sandbox.orderFault({ service: 'kjoretoyregister', kind: 'status', status: 403 });
    const lines = (await run()) as CarLine[];
    expect(new Set(lines.map(({ outcome, reason }) => `${outcome} ${reason}`))).toEqual(
      new Set(['failed ERR_FORBIDDEN', 'manual malformed plate']),
    );
  });

  test('get the letter that was made beforehand, under a reference that names no car', async () => {
    await run();
    const { letters } = await sandbox.ledger();
    const size = readFileSync(THE_LETTER).length;
    expect(letters).toHaveLength(LETTERS);
    for (const letter of letters)
      expect(letter).toMatchObject({ documents: [{ filnavn: 'varsel.pdf', mimeType: 'application/pdf', size }] });
    const references = letters.map((letter) => (letter as unknown as Letter).eksternReferanse).join();
    for (const [, plate] of ABANDONED_CARS) expect(references).not.toContain(plate);
  });

  test('answer with no identity number and no name', async () => {
    const text = JSON.stringify(await run());
    expect(text).not.toMatch(/(?<![\w-])\d{11}(?![\w-])/);
    expect(text).not.toMatch(/FYRLYKT|TESTLEASING/);
  });
});

describe('the EU control of the fleet', () => {
  beforeAll(() => deploy('fleet-eu-control', 'Our vehicles', 'Overdue or due'), 60_000);

  test('is a list of what is overdue or due within 60 days, and counts of all', async () => {
    const { toBeControlled, ...counts } = await run();
    expect(toBeControlled.map(({ plate, state }: any) => [plate, state])).toEqual(TO_BE_CONTROLLED);
    expect(counts).toEqual(FLEET_COUNTS);
  });

  test('asks for no owner, and tells of none', async () => {
    const [vehicle] = (await run()).toBeControlled;
    expect(Object.keys(vehicle)).toEqual(['plate', 'vehicle', 'state', 'deadline', 'lastApproved']);
  });
});

test("Node-RED's log has none of those the flows are about", () => {
  expect(nodeRed.log()).toContain('Started flows');
  expect(nodeRed.log()).not.toMatch(/(?<![\w-])\d{6}[ .-]?\d{5}(?![\w-])/);
});
