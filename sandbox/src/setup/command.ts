import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { orderFrom, type SetupAnswers } from './answers.js';
import { writeFolder } from './folder.js';
import { makeKeyPair } from './keyPair.js';
import { lettersFor } from './letters.js';
import { readSetupOptions, SETUP_HELP, type SetupOptions } from './options.js';
import { SetupProblem } from './problem.js';
import { askForMissing } from './questions.js';
import { describeResult, resultAsJson, type SetupResult } from './report.js';

const STOPPED = {
  nb: 'Avbrutt, og ingenting er skrevet. Kjør kommandoen igjen når du vil.',
  en: 'Stopped, and nothing was written. Run the command again when you want to.',
};

/** @throws SetupProblem the user stopped it with Ctrl+C or Ctrl+D */
const askOnTerminal = async (answers: SetupAnswers): Promise<SetupAnswers> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await askForMissing(answers, (question) => terminal.question(question));
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
    throw new SetupProblem(STOPPED, answers.language ?? 'nb');
  } finally {
    terminal.close();
  }
};

const setUp = async ({ answers, folder, json }: SetupOptions): Promise<SetupResult> => {
  const told = process.stdin.isTTY && !json ? await askOnTerminal(answers) : answers;
  const asked = orderFrom(told);
  const keys = await makeKeyPair(asked.keyId);
  const order = { ...asked, keyId: keys.publicJwk.kid };
  const letters = lettersFor(order);
  const target = path.resolve(folder ?? `norsk-kommune-setup-${order.environment}`);
  await writeFolder(target, keys, letters, order.language);
  return { folder: target, order, publicJwk: keys.publicJwk, letters };
};

/** `norsk-kommune-sandbox setup`. Exit code 2: the options cannot be read; 1: no set-up could be made. */
export const runSetup = async (args: readonly string[]): Promise<void> => {
  let options: SetupOptions;
  try {
    options = readSetupOptions(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${SETUP_HELP}`);
    process.exitCode = 2;
    return;
  }
  if (options.help) {
    process.stdout.write(SETUP_HELP);
    return;
  }
  try {
    const result = await setUp(options);
    process.stdout.write(options.json ? resultAsJson(result) : describeResult(result));
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
};
