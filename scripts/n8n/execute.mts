/**
 * Runs a workflow once through n8n's command line, without a server and without an owner.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { capture, captureIn } from '../command.mts';
import { n8nEnvironment } from './environment.mts';
import { n8nProgram } from './install.mts';
import type { UserFolder } from './userFolder.mts';

/** As n8n imports them, with the values in plain text; ids are 16 characters. */
export interface ImportedCredential {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly data: object;
}

export interface ImportedWorkflow {
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly object[];
  readonly connections: object;
  readonly settings?: object;
}

export interface Execution {
  readonly folder: UserFolder;
  readonly credentials: readonly ImportedCredential[];
  readonly workflow: ImportedWorkflow;
  readonly env?: NodeJS.ProcessEnv;
}

/** The part of an execution's record that says what each node gave. */
export interface ExecutionRecord {
  readonly status: string;
  readonly data: {
    readonly resultData: {
      readonly error?: { readonly message: string };
      readonly runData: Readonly<Record<string, readonly NodeRun[]>>;
    };
  };
}

export interface NodeRun {
  readonly executionStatus: string;
  /** Milliseconds. */
  readonly executionTime: number;
  readonly data?: { readonly main: readonly (readonly { readonly json: Record<string, unknown> }[] | null)[] };
}

export const n8nCli = (args: readonly string[], env: NodeJS.ProcessEnv) =>
  capture(process.execPath, [n8nProgram, ...args], { env });

const mustRun = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> => {
  const { code, stdout, stderr } = await n8nCli(args, env);
  if (code !== 0) throw new Error(`n8n ${args.join(' ')} failed:\n${stdout}${stderr}`);
};

/** A workflow that fails is an answer too. What n8n logs stands before and after the record. */
const readRecord = (output: string): ExecutionRecord => {
  const [record] = /^\{[^]*\}$/m.exec(output) ?? [];
  if (record === undefined) throw new Error(`n8n execute gave no record:\n${output}`);
  return JSON.parse(record) as ExecutionRecord;
};

/** Puts both into n8n's database, in the place of what has their ids. */
export const importWorkflow = async ({ folder, credentials, workflow, env }: Execution): Promise<void> => {
  const environment = await n8nEnvironment(folder, env);
  const credentialsFile = path.join(folder.path, 'credentials.json');
  const workflowFile = path.join(folder.path, 'workflow.json');
  await writeFile(credentialsFile, JSON.stringify(credentials));
  await writeFile(workflowFile, JSON.stringify([workflow]));
  await mustRun(['import:credentials', `--input=${credentialsFile}`], environment);
  await mustRun(['import:workflow', `--input=${workflowFile}`], environment);
};

export const executeWorkflow = async (execution: Execution): Promise<ExecutionRecord> => {
  await importWorkflow(execution);
  const { folder, workflow, env } = execution;
  // n8n ends itself without waiting, and a pipe loses the rest of a record that is longer than it holds.
  const outputFile = path.join(folder.path, 'execution.txt');
  const args = [n8nProgram, 'execute', '--id', workflow.id, '--rawOutput'];
  return readRecord(await captureIn(outputFile, process.execPath, args, { env: await n8nEnvironment(folder, env) }));
};
