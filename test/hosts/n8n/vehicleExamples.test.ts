/** The shipped workflows about vehicles in a real n8n. */
import { countRequests } from '../../../scripts/demo/ledger.mts';
import { readExample } from '../../../scripts/n8n/demo.mts';
import type { ExecutionRecord } from '../../../scripts/n8n/execute.mts';
import {
  ABANDONED_CARS,
  ABANDONED_CARS_AGAIN,
  ABANDONED_CARS_WITHOUT_NUMBERS,
  FLEET_COUNTS,
  LETTERS,
  rowsOf,
  TO_BE_CONTROLLED,
  type CarLine,
} from '../../vehicleExamples';
import { outputsOf } from './smallWorkflow';
import { filesOfN8n, findIn } from './stored';
import { useN8n } from './useN8n';

jest.setTimeout(120_000);

const n8n = useN8n();

const run = async (name: string): Promise<ExecutionRecord> => n8n().execute(await readExample(name));

const linesOf = (record: ExecutionRecord, node = 'Result'): CarLine[] => outputsOf(record, node)[0] as CarLine[];

describe('abandoned cars', () => {
  let record: ExecutionRecord;
  let again: ExecutionRecord;

  beforeAll(async () => {
    record = await run('abandoned-cars');
  });

  it('end as the table of examples/README.md says, all lines in one list and in order', () => {
    expect(rowsOf(linesOf(record))).toEqual(ABANDONED_CARS);
  });

  it('are a letter for each car with somebody who can be written to, in one call to each register', async () => {
    const ledger = await n8n().ledger();
    const sent = linesOf(record).filter(({ outcome }) => outcome === 'sent');
    expect(sent).toHaveLength(LETTERS);
    expect(ledger.letters.map(({ id }) => id).sort()).toEqual(sent.map(({ letterId }) => letterId).sort());
    expect(ledger.requests.filter(({ service }) => service === 'kjoretoyregister')).toHaveLength(1);
    expect(countRequests(ledger)).toMatchObject({ folkeregister: 1, svarutSend: LETTERS });
  });

  it('give a caseworker the list of the rest', () => {
    const manual = ABANDONED_CARS.filter(([, , outcome]) => outcome === 'manual');
    expect(rowsOf(linesOf(record, 'For a caseworker'))).toEqual(manual);
  });

  describe('executed again', () => {
    beforeAll(async () => {
      again = await run('abandoned-cars');
    });

    it('send nothing', async () => {
      expect(await n8n().letters()).toHaveLength(LETTERS);
    });

    it('give each line its letter of before, as a duplicate', () => {
      expect(rowsOf(linesOf(again))).toEqual(ABANDONED_CARS_AGAIN);
      expect(linesOf(again).map(({ letterId }) => letterId)).toEqual(linesOf(record).map(({ letterId }) => letterId));
    });
  });

  it('are all for a caseworker where the register gives no identity number of owners', async () => {
    await n8n().order('reset');
    await n8n().order('settings', { vehicleOwnerNumbers: false });
    expect(rowsOf(linesOf(await run('abandoned-cars')))).toEqual(ABANDONED_CARS_WITHOUT_NUMBERS);
    expect(await n8n().letters()).toEqual([]);
  });

  it('have a failed line, and not one for a caseworker, where the machinery fails', async () => {
    await n8n().order('reset');
    await n8n().order('faults', { service: 'kjoretoyregister', kind: 'status', status: 403 });
    const lines = linesOf(await run('abandoned-cars'));
    expect(new Set(lines.map(({ outcome, reason }) => `${outcome} ${reason}`))).toEqual(
      new Set(['failed ERR_FORBIDDEN', 'manual malformed plate']),
    );
  });
});

describe('the EU control of the fleet', () => {
  let record: ExecutionRecord;

  beforeAll(async () => {
    record = await run('fleet-eu-control');
  });

  it('is a list of what is overdue or due within 60 days', () => {
    const [list] = outputsOf(record, 'To be controlled');
    expect(list!.map(({ plate, state }) => [plate, state])).toEqual(TO_BE_CONTROLLED);
  });

  it('counts all vehicles, in whatever state', () => {
    expect(outputsOf(record, 'In short')).toEqual([[FLEET_COUNTS]]);
  });

  it('asks for no owner, and tells of none', () => {
    const [list] = outputsOf(record, 'To be controlled');
    expect(Object.keys(list![0]!)).toEqual(['plate', 'vehicle', 'state', 'deadline', 'lastApproved']);
    expect(JSON.stringify(outputsOf(record, 'Our vehicles'))).not.toMatch(/owner|TESTLEASING/i);
  });
});

it("leave no plate, number or name in n8n's files", async () => {
  const files = await filesOfN8n(n8n().folder);
  expect(findIn(files, ['Abandoned cars'])).toContainEqual(expect.stringMatching(/^database\.sqlite/));
  const plates = ABANDONED_CARS.map(([, plate]) => plate);
  expect(findIn(files, [...plates, '12848539668', 'FYRLYKT', 'Tenkeveien'])).toEqual([]);
});
