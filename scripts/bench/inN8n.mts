/**
 * KRR about the lines of a CSV file in a real n8n: with our node, and with n8n's own HTTP Request node.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readCredentials } from '../demo/ledger.mts';
import { exampleCredentials, readExample } from '../n8n/demo.mts';
import { executeWorkflow, type ExecutionRecord } from '../n8n/execute.mts';
import { createUserFolder } from '../n8n/userFolder.mts';
import { pack } from '../pack.mts';

const OURS = 'KRR';
const OURS_AGAIN = 'KRR again';
const HTTP_REQUEST = 'HTTP Request';

const krrNode = (name: string, y: number): object => ({
  id: name,
  name,
  type: 'n8n-nodes-norsk-kommune.krr',
  typeVersion: 1,
  position: [600, y],
  parameters: { operation: 'checkNotificationRules' },
  credentials: { maskinportenApi: { id: 'norskkommunemask', name: 'Maskinporten: sandbox' } },
});

/**
 * The shortest. Without any it opens a connection for every item before it looks at one answer, and where there are some thousands
 * the system has no more to give.
 */
const PAUSES = { batchSize: 50, batchInterval: 1 };

/** As its users fill it in: one call per line, the token in a header. */
const httpRequestNode = (url: string, token: string): object => ({
  id: HTTP_REQUEST,
  name: HTTP_REQUEST,
  type: 'n8n-nodes-base.httpRequest',
  typeVersion: 4.2,
  position: [600, 400],
  parameters: {
    method: 'POST',
    url: `${url}/krr/rest/v2/personer`,
    sendHeaders: true,
    headerParameters: { parameters: [{ name: 'authorization', value: `Bearer ${token}` }] },
    sendBody: true,
    specifyBody: 'json',
    jsonBody: '={{ JSON.stringify({ personidentifikatorer: [$json.foedselsnummer], inkluderIkkeRegistrerte: true }) }}',
    options: { batching: { batch: PAUSES } },
  },
});

const to = (...names: readonly string[]) => ({ main: [names.map((node) => ({ node, type: 'main', index: 0 }))] });

/** What the node took by n8n's own clock. */
const secondsOf = ({ data: { resultData } }: ExecutionRecord, node: string, persons: number): number => {
  if (resultData.error) throw new Error(`The workflow failed: ${resultData.error.message}`);
  const [run] = resultData.runData[node] ?? [];
  const given = run?.data?.main[0]?.length ?? 0;
  if (!run || given !== persons) throw new Error(`${node} gave ${given} items for ${persons} lines.`);
  return run.executionTime / 1000;
};

export interface Sandbox {
  readonly url: string;
  readonly token: string;
}

export interface Seconds {
  readonly ours: number;
  /** In an n8n that has run for a while, as a server has. */
  readonly oursAgain: number;
  readonly httpRequest: number;
}

/** The nodes run one after the other in one execution; ours comes first, and fetches its token itself. */
export const timeInN8n = async ({ url, token }: Sandbox, numbers: readonly string[]): Promise<Seconds> => {
  const folder = await createUserFolder((await pack('n8n')).path);
  try {
    const dataFolder = path.join(folder.path, 'data');
    const file = path.join(dataFolder, 'persons.csv');
    await mkdir(dataFolder);
    await writeFile(file, ['foedselsnummer', ...numbers].join('\n'));

    const example = await readExample();
    const nodes = example.nodes as readonly { readonly name: string; readonly parameters: object }[];
    const [run, read, lines] = ['Run', 'Read persons.csv', 'Lines'].map((name) =>
      nodes.find((node) => node.name === name),
    );
    if (!run || !read || !lines) throw new Error('The example does not begin as it did.');
    const record = await executeWorkflow({
      folder,
      credentials: exampleCredentials(await readCredentials(url)),
      workflow: {
        ...example,
        id: 'norskkommunebnch',
        name: 'Bench',
        nodes: [
          run,
          { ...read, parameters: { ...read.parameters, fileSelector: file } },
          lines,
          krrNode(OURS, 0),
          krrNode(OURS_AGAIN, 200),
          httpRequestNode(url, token),
        ],
        connections: {
          Run: to(read.name),
          [read.name]: to(lines.name),
          [lines.name]: to(OURS, OURS_AGAIN, HTTP_REQUEST),
        },
      },
      env: { N8N_RESTRICT_FILE_ACCESS_TO: dataFolder },
    });
    return {
      ours: secondsOf(record, OURS, numbers.length),
      oursAgain: secondsOf(record, OURS_AGAIN, numbers.length),
      httpRequest: secondsOf(record, HTTP_REQUEST, numbers.length),
    };
  } finally {
    await folder.remove();
  }
};
