import { countRequests } from '../../../scripts/demo/ledger.mts';
import { makeReport, type Report } from '../../../scripts/demo/report.mts';
import { linesOf, readExample } from '../../../scripts/n8n/demo.mts';
import { executeAndKill } from './killed';
import { exampleNumbers, filesOfN8n, findIn } from './stored';
import { useN8n } from './useN8n';

jest.setTimeout(120_000);

const n8n = useN8n();

const runExample = async (): Promise<Report> => {
  const lines = linesOf(await n8n().execute(await readExample()));
  return makeReport('n8n', lines, await n8n().ledger(), 0);
};

const tableOf = ({ lines }: Report): unknown[] =>
  lines.map(({ line, outcome, channel, reason }) => [line, outcome, channel, reason]);

/** The table of examples/README.md; the reason of a letter is where SvarUt says it is. */
const TABLE = [
  [1, 'digital', 'dpi', 'LEVERT_SDP'],
  [2, 'print', 'print', 'PRINTET'],
  [3, 'held', null, 'dead'],
  [4, 'print', 'print', 'PRINTET'],
  [5, 'digital', 'dpi', 'SENDT_DIGITALT'],
  [6, 'held', null, 'handle manually'],
  [7, 'print', 'print', 'PRINTET'],
  [8, 'held', null, 'minor'],
  [9, 'digital', 'dpi', 'LEVERT_SDP'],
  [10, 'digital', 'altinn', 'LEST'],
  [11, 'held', null, 'minor'],
  [12, 'digital', 'dpi', 'LEVERT_SDP'],
  [13, 'held', null, 'unknown'],
  [14, 'held', null, 'invalid'],
  [15, 'duplicate', 'dpi', 'LEVERT_SDP'],
];

const SENT = TABLE.filter(([, outcome]) => outcome !== 'held').map(([line]) => line);

describe('the shipped example', () => {
  let first: Report;
  let again: Report;

  beforeAll(async () => {
    first = await runExample();
  });

  it('gives the table of examples/README.md', () => {
    expect(tableOf(first)).toEqual(TABLE);
  });

  it('gives the line that is there twice the id of the first letter', () => {
    const idOf = (line: number) => first.lines.find((one) => one.line === line)?.letterId;
    expect(idOf(15)).toBe(idOf(1));
    expect(new Set(first.lines.map(({ letterId }) => letterId).filter(Boolean)).size).toBe(8);
  });

  it('sends 8 letters with one call to each register, and prints none itself', () => {
    expect(first.figures).toMatchObject({
      lines: 15,
      outcomes: { digital: 5, print: 3, duplicate: 1, held: 6, failed: 0 },
      letters: 8,
      printEndpoint: 0,
      requests: { folkeregister: 1, krr: 1, svarutSend: 8 },
    });
    expect((first.figures.requests as { maskinporten: number }).maskinporten).toBeLessThanOrEqual(2);
  });

  describe('executed again', () => {
    beforeAll(async () => {
      again = await runExample();
    });

    it('sends nothing', async () => {
      expect(await n8n().letters()).toHaveLength(8);
      expect(countRequests(await n8n().ledger()).svarutSend).toBe(8);
    });

    it('gives each line its letter of before as a duplicate, and holds the same lines', () => {
      const held = tableOf(first).filter((row) => (row as unknown[])[1] === 'held');
      expect(tableOf(again).filter((row) => (row as unknown[])[1] === 'held')).toEqual(held);
      expect(again.lines.filter(({ outcome }) => outcome === 'duplicate').map(({ line }) => line)).toEqual(SENT);
      expect(again.lines.map(({ letterId }) => letterId)).toEqual(first.lines.map(({ letterId }) => letterId));
    });
  });
});

describe('an n8n that is killed while letters go out', () => {
  it('leaves nobody without a letter, and nobody with two, when it runs again', async () => {
    await n8n().order('reset');
    await n8n().order('faults', { service: 'svarut', operation: 'sendPerson', kind: 'delay', delayMs: 1000, times: 8 });
    await executeAndKill(n8n(), (await readExample()).id, 1);
    const before = (await n8n().letters()).length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(8);

    const report = await runExample();
    const letters = await n8n().letters();
    expect(letters.map(({ eksternReferanse }) => eksternReferanse).sort()).toEqual(
      [101, 102, 104, 105, 107, 109, 110, 112].map((number) => `vedtak-2026-${number}`),
    );
    expect(report.figures).toMatchObject({ lines: 15, letters: 8, outcomes: { held: 6, failed: 0 } });
    const arrived = report.lines.filter(({ letterId }) => letterId !== null).map(({ line }) => line);
    expect(arrived).toEqual(SENT);
  });
});

it("leaves no identity number, no name and no key in n8n's files", async () => {
  const files = await filesOfN8n(n8n().folder);
  // Where the workflow itself is found, data of its executions would be too.
  expect(findIn(files, ['Decision letters'])).toContainEqual(expect.stringMatching(/^database\.sqlite/));
  const { integrationPassword, referenceSecret } = n8n().credentials.fiks;
  const secrets = ['-----BEGIN', '"d":"', integrationPassword!, referenceSecret!];
  const words = [...(await exampleNumbers()), 'RASK FYRLYKT', 'Tenkeveien', 'eyJ', ...secrets];
  expect(findIn(files, words)).toEqual([]);
});
