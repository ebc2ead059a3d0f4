/** Runs an operation of Folkeregister in a world without a network. */
import { folkeregisterOperations } from '../../../src/folkeregister/operations';
import type { Outcome } from '../../../src/operations/operation';
import { runOperation } from '../../../src/operations/run';
import type { Session } from '../../../src/session';
import { sessionIn, type World } from '../fakePorts';

type Values = Readonly<Record<string, unknown>>;

export const asking = async (
  world: World,
  name: string,
  inputs: readonly Values[],
  session: Session = sessionIn(world),
): Promise<Outcome[]> => {
  const operation = folkeregisterOperations.find((one) => one.name === name);
  if (!operation) throw new Error(`no operation ${name}`);
  const raw = inputs.map((values) => ({ values }));
  return runOperation(operation, session, raw, { rules: { realPersons: false } });
};

export const urlOf = (world: World, at = 0): URL => new URL(world.requests[at]?.url ?? '');

export const partsIn = (world: World, at = 0): string[] => urlOf(world, at).searchParams.getAll('part');
