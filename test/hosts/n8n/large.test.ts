import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExecutionRecord } from '../../../scripts/n8n/execute.mts';
import { inProject } from '../../../scripts/project.mts';
import { syntheticNumbers } from '../../../scripts/syntheticNumbers.mts';
import { executeLines, type OurNode } from './smallWorkflow';
import { useN8n } from './useN8n';

jest.setTimeout(60_000);

const n8n = useN8n();

const COUNT = 100_000;

/** Persons KRR knows, at the edges of the list and of calls; the others are registered nowhere. */
const KNOWN: Readonly<Record<number, readonly [number: string, reason: string]>> = {
  1: ['12848539668', 'KAN_VARSLES'],
  1000: ['19887834124', 'RESERVERT'],
  1001: ['22814398483', 'KAN_VARSLES'],
  50_000: ['21836797660', 'SLETTET'],
  100_000: ['20914695016', 'MANGLER_DATO'],
};

const LINES = syntheticNumbers(COUNT).map((number, at): [string, string] => [
  String(at + 1),
  KNOWN[at + 1]?.[0] ?? number,
]);

const KRR: OurNode = {
  name: 'KRR',
  type: 'krr',
  parameters: { operation: 'checkNotificationRules', includeInput: true },
};

/** The record, and the most memory n8n took, in megabytes. */
const execute = async (...nodes: readonly OurNode[]): Promise<{ record: ExecutionRecord; peak: number }> => {
  const peakFile = path.join(n8n().dataFolder, 'peak.txt');
  const record = await executeLines(n8n(), LINES, nodes, [], {
    NODE_OPTIONS: `--require "${inProject('test', 'hosts', 'n8n', 'keepPeak.cjs')}"`,
    KEEP_PEAK: peakFile,
  });
  return { record, peak: Number(await readFile(peakFile, 'utf8')) };
};

interface Answer {
  readonly json: { readonly line: string; readonly foedselsnummer: string; readonly reason: string };
  readonly pairedItem: { readonly item: number };
}

describe('100 000 persons in one execution of KRR', () => {
  let answers: readonly Answer[];
  let growth: number;

  beforeAll(async () => {
    const without = await execute();
    const { record, peak } = await execute(KRR);
    growth = peak - without.peak;
    const [run] = record.data.resultData.runData.KRR ?? [];
    answers = (run?.data?.main[0] ?? []) as unknown as Answer[];
    process.stdout.write(
      `n8n, ${COUNT} persons: ${peak} MB at most, ${without.peak} MB without the KRR node, which took ${run?.executionTime} ms\n`,
    );
  }, 180_000);

  it('are asked about in 100 calls', async () => {
    const { requests } = await n8n().ledger();
    const calls = requests.filter(({ operation }) => operation === 'personer');
    // None holds more than 1000, so each holds 1000.
    expect(calls).toHaveLength(COUNT / 1000);
    expect(calls).toEqual(
      calls.map(() => expect.objectContaining({ service: 'krr', verdict: 'accepted', status: 200 })),
    );
  });

  it('come out in their order, each paired with the line it came from', () => {
    expect(answers.map(({ json }) => [json.line, json.foedselsnummer])).toEqual(LINES);
    expect(answers.map(({ pairedItem }) => pairedItem.item)).toEqual(LINES.map((_, at) => at));
  });

  it('each have their own answer', () => {
    const expected = LINES.map((_, at) => KNOWN[at + 1]?.[1] ?? 'IKKE_REGISTRERT');
    expect(answers.map(({ json }) => json.reason)).toEqual(expected);
  });

  it('take n8n less than ten kilobytes each', () => {
    expect(growth).toBeLessThan(1000);
  });
});
