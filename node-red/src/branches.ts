/**
 * Outputs of their own for the kinds of results an operation tells apart, so that a flow needs no switch behind the node.
 */
import type { Operation, Outcome, Session } from '../../src/core';
import type { ServiceDefinition } from './serviceConfig';

export interface Outputs {
  readonly count: number;
  /** The output, counted from 0, for an item that had this outcome, or that nothing was asked about. */
  readonly of: (outcome: Outcome | undefined) => number;
}

/**
 * One for each branch, and the last for what failed, was skipped or belongs to none: never a branch that lets something
 * happen, whatever an item brought with it.
 */
export const outputsOf = ({ split }: ServiceDefinition, { branches }: Operation<Session>): Outputs => {
  if (!split || !branches) return { count: 1, of: () => 0 };
  const values = branches.names.map(({ value }) => value);
  return {
    count: values.length + 1,
    of: (outcome) => {
      const at = outcome?.ok ? values.indexOf(branches.of(outcome.value)) : -1;
      return at < 0 ? values.length : at;
    },
  };
};
