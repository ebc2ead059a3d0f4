/**
 * A workflow that hands the lines of a CSV file to nodes of ours, side by side.
 */
import { readExample } from '../../../scripts/n8n/demo.mts';
import type { ExecutionRecord, ImportedCredential, ImportedWorkflow, NodeRun } from '../../../scripts/n8n/execute.mts';
import type { UsedN8n } from './useN8n';

type Json = Readonly<Record<string, any>>;

export interface OurNode {
  readonly name: string;
  readonly type: 'folkeregister' | 'krr' | 'kjoretoyregister' | 'svarUt';
  readonly parameters: object;
  readonly onError?: 'continueErrorOutput' | 'continueRegularOutput' | 'stopWorkflow';
  /** Ids of other credentials than the example's. */
  readonly maskinporten?: string;
  readonly fiks?: string;
}

const named = (id: string) => ({ id, name: id });

export const place = ({ name, type, maskinporten, fiks, ...rest }: OurNode, at: number): object => ({
  ...rest,
  id: `ours-${at}`,
  name,
  type: `n8n-nodes-norsk-kommune.${type}`,
  typeVersion: 1,
  position: [600, at * 200],
  credentials: {
    maskinportenApi: named(maskinporten ?? 'norskkommunemask'),
    ...(type !== 'krr' && { fiksIntegrationApi: named(fiks ?? 'norskkommunefiks') }),
  },
});

export const to = (...names: readonly string[]) => ({
  main: [names.map((node) => ({ node, type: 'main', index: 0 }))],
});

/** The way into the workflow, and its settings, are those of the example. */
const workflowOf = async (file: string, ours: readonly OurNode[]): Promise<ImportedWorkflow> => {
  const example = await readExample();
  const [run, read, lines] = ['Run', 'Read persons.csv', 'Lines'].map(
    (name) => example.nodes.find((node) => (node as { name: string }).name === name) as { parameters: object },
  );
  return {
    ...example,
    id: 'smallworkflow000',
    name: 'Small workflow',
    nodes: [run!, { ...read, parameters: { ...read!.parameters, fileSelector: file } }, lines!, ...ours.map(place)],
    connections: {
      Run: to('Read persons.csv'),
      'Read persons.csv': to('Lines'),
      Lines: to(...ours.map(({ name }) => name)),
    },
  };
};

export const executeLines = async (
  n8n: UsedN8n,
  lines: readonly (readonly [line: string, foedselsnummer: string])[],
  ours: readonly OurNode[],
  credentials: readonly ImportedCredential[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<ExecutionRecord> => {
  const csv = ['line;foedselsnummer', ...lines.map((line) => line.join(';'))].join('\n');
  return n8n.execute(await workflowOf(await n8n.writeData('lines.csv', csv), ours), credentials, env);
};

const onlyRun = (record: ExecutionRecord, node: string): NodeRun => {
  const [run, ...more] = record.data.resultData.runData[node] ?? [];
  if (!run || more.length > 0) throw new Error(`${node} did not run once`);
  return run;
};

/** What the node gave, by output: the error output, where it has one, is the last. */
export const outputsOf = (record: ExecutionRecord, node: string): Json[][] =>
  (onlyRun(record, node).data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json));
