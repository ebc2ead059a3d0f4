/** The operations beside sending, run in a world of scripted answers. */
import type { Outcome } from '../../../src/operations/operation';
import { runOperation } from '../../../src/operations/run';
import { followingOperations } from '../../../src/svarut/following/operations';
import { sessionIn, type World } from '../fakePorts';

export const LETTER = '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2';

/** SvarUt's error object. */
export const saying = (message: string, status = 404) => ({ status, json: { status, message } });

export const operationNamed = (name: string) => {
  const found = followingOperations.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

export const run = (
  name: string,
  world: World,
  inputs: readonly Record<string, unknown>[],
  changes = {},
): Promise<Outcome[]> =>
  runOperation(
    operationNamed(name),
    sessionIn(world, changes),
    inputs.map((values) => ({ values })),
    { rules: { realPersons: false } },
  );

export const runOne = async (name: string, world: World, input: Record<string, unknown> = {}): Promise<Outcome> => {
  const [outcome] = await run(name, world, [input]);
  if (!outcome) throw new Error('the input was lost');
  return outcome;
};

/** Kind of result, as a host sorts it. */
export const branchOf = (name: string, value: Record<string, unknown>): string | undefined =>
  operationNamed(name).branches?.of(value as never);
