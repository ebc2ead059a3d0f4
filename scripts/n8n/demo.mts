/**
 * The example workflow in an n8n of its own.
 */
import { readFile } from 'node:fs/promises';
import type { SandboxCredentials } from '../demo/ledger.mts';
import type { FlowLine } from '../demo/report.mts';
import type { DemoHost } from '../demo/run.mts';
import { pack } from '../pack.mts';
import { inProject } from '../project.mts';
import { executeWorkflow, type ExecutionRecord, type ImportedCredential, type ImportedWorkflow } from './execute.mts';
import { installN8n } from './install.mts';
import { startN8n } from './server.mts';
import { createUserFolder } from './userFolder.mts';

const RESULT = 'Result without personal data';

/** n8n reads files only below these folders. */
export const FILE_ACCESS = { N8N_RESTRICT_FILE_ACCESS_TO: inProject('examples', 'data') };

export const readExample = async (name = 'decision-letters'): Promise<ImportedWorkflow> =>
  JSON.parse(await readFile(inProject('examples', 'n8n', `${name}.json`), 'utf8')) as ImportedWorkflow;

/** The two credentials the example refers to, filled in with what the sandbox hands out. */
export const exampleCredentials = ({ maskinporten, fiks }: SandboxCredentials): ImportedCredential[] => [
  { id: 'norskkommunemask', name: 'Maskinporten: sandbox', type: 'maskinportenApi', data: maskinporten },
  { id: 'norskkommunefiks', name: 'Fiks: sandbox municipality', type: 'fiksIntegrationApi', data: fiks },
];

/** A node in a loop runs several times; what all its runs gave is the result. */
export const linesOf = (record: ExecutionRecord): FlowLine[] => {
  const { error, runData } = record.data.resultData;
  if (error) throw new Error(`The workflow failed: ${error.message}`);
  return (runData[RESULT] ?? [])
    .flatMap((run) => run.data?.main[0] ?? [])
    .map(({ json }) => {
      const { line, outcome, channel, reason, letterId } = json as Record<keyof FlowLine, unknown>;
      const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
      return {
        line: Number(line),
        outcome: String(outcome),
        channel: text(channel),
        reason: text(reason),
        letterId: text(letterId),
      };
    });
};

interface Demo {
  readonly sandbox: { readonly url: string; readonly credentials: SandboxCredentials };
  /** Whether to start the editor too. */
  readonly withEditor: boolean;
}

export const startN8nDemo = async ({ sandbox, withEditor }: Demo): Promise<DemoHost> => {
  await installN8n();
  const folder = await createUserFolder((await pack('n8n')).path);
  const run = async (): Promise<FlowLine[]> =>
    linesOf(
      await executeWorkflow({
        folder,
        credentials: exampleCredentials(sandbox.credentials),
        workflow: await readExample(),
        env: FILE_ACCESS,
      }),
    );
  const editor = withEditor ? await startN8n({ folder, port: 5678, env: FILE_ACCESS }) : undefined;
  return {
    name: 'n8n',
    url: editor?.url ?? '',
    runFlow: run,
    stop: async () => {
      await editor?.stop();
      await folder.remove();
    },
  };
};
