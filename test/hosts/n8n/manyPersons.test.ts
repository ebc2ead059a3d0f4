import type { ExecutionRecord, NodeRun } from '../../../scripts/n8n/execute.mts';
import { PERSON_CALLS, PERSON_LINES, PERSON_VERDICTS } from '../../tenThousand';
import { executeOwn } from './ownWorkflow';
import { executeLines, outputsOf } from './smallWorkflow';
import { useN8n } from './useN8n';

jest.setTimeout(60_000);

const n8n = useN8n();

const COUNT = PERSON_LINES.length;

interface Answer {
  readonly json: { readonly line: string; readonly foedselsnummer: string; readonly error?: { readonly code: string } };
  readonly pairedItem: { readonly item: number };
}

const runOf = (record: ExecutionRecord): NodeRun => record.data.resultData.runData.Folkeregister![0]!;

/** What the register was asked, and how that went. */
const calls = async (): Promise<readonly object[]> =>
  (await n8n().ledger()).requests.filter(({ service }) => service === 'folkeregister');

const print = async (what: string, { executionTime }: NodeRun): Promise<void> => {
  process.stdout.write(`n8n, ${COUNT} persons ${what}: ${(await calls()).length} calls, ${executionTime} ms\n`);
};

const oneCall = expect.objectContaining({ operation: 'bulkoppslag', verdict: 'accepted', status: 200 }) as unknown;

const expectTheCalls = async (): Promise<void> =>
  expect(await calls()).toEqual(Array.from({ length: PERSON_CALLS }, () => oneCall));

/** Places in the list, of those that must succeed or of those that must fail. */
const placesOf = (kind: 'found' | 'failed'): number[] =>
  PERSON_VERDICTS.flatMap((verdict, at) => (verdict.startsWith('ERR_') === (kind === 'failed') ? [at] : []));

describe(`${COUNT} persons in one execution, an item each`, () => {
  let found: readonly Answer[];
  let failed: readonly Answer[];

  beforeAll(async () => {
    const record = await executeLines(
      n8n(),
      PERSON_LINES.map(({ line, foedselsnummer }) => [String(line), foedselsnummer]),
      [
        {
          name: 'Folkeregister',
          type: 'folkeregister',
          onError: 'continueErrorOutput',
          parameters: { operation: 'getPerson', includeInput: true },
        },
      ],
    );
    const run = runOf(record);
    await print('as an item each', run);
    [found = [], failed = []] = (run.data?.main ?? []) as unknown as Answer[][];
  }, 120_000);

  it('are asked for in ten calls', expectTheCalls);

  it.each(['found', 'failed'] as const)('that are %s come out in order, each paired with its own line', (kind) => {
    const answers = { found, failed }[kind];
    const places = placesOf(kind);
    expect(answers.map(({ pairedItem }) => pairedItem.item)).toEqual(places);
    expect(answers.map(({ json }) => json.line)).toEqual(places.map((at) => String(PERSON_LINES[at]!.line)));
    expect(answers.map(({ json }) => json.foedselsnummer)).toEqual(
      places.map((at) => PERSON_LINES[at]!.foedselsnummer),
    );
  });

  it('have each the error that is theirs', () => {
    expect(failed.map(({ json }) => json.error?.code)).toEqual(placesOf('failed').map((at) => PERSON_VERDICTS[at]));
  });
});

describe(`${COUNT} persons in one execution, as a list in one item`, () => {
  let result: Record<string, any>;

  beforeAll(async () => {
    await n8n().order('reset');
    const record = await executeOwn(n8n(), {
      id: 'manypersons00000',
      item: { foedselsnumre: PERSON_LINES.map(({ foedselsnummer }) => foedselsnummer).join('\n') },
      ours: [
        {
          name: 'Folkeregister',
          type: 'folkeregister',
          parameters: { operation: 'getManyPersons', foedselsnumre: '={{ $json.foedselsnumre }}' },
        },
      ],
    });
    await print('as one list', runOf(record));
    result = outputsOf(record, 'Folkeregister')[0]![0]!;
  }, 120_000);

  it('are asked for in ten calls', expectTheCalls);

  it('come out in the order of the list, with errors in the places that are theirs', () => {
    const persons = result.persons as Answer['json'][];
    expect(persons.map(({ foedselsnummer, error }) => error?.code ?? foedselsnummer)).toEqual(PERSON_VERDICTS);
  });

  it('are counted', () => {
    expect(result).toMatchObject({ found: placesOf('found').length, failed: placesOf('failed').length });
  });
});
