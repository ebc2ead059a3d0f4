/**
 * Operations that ask nobody: they run where no credential is chosen, or where what is chosen is not whole.
 */
import type { InputRules } from './checkInput';
import type { Operation, Outcome } from './operation';
import { runOperation, type RawInput, type RunOptions } from './run';

export type OfflineOperation = Operation<unknown> & { readonly offline: true };

export const isOffline = (operation: Operation<never>): operation is OfflineOperation => operation.offline === true;

/** Without a credential there is no environment, so such an operation has no field that is judged by one. */
const NO_ENVIRONMENT: InputRules = { realPersons: false };

export const runOffline = (
  operation: OfflineOperation,
  inputs: readonly RawInput[],
  options: Omit<RunOptions, 'rules'>,
): Promise<Outcome[]> => runOperation(operation, undefined, inputs, { ...options, rules: NO_ENVIRONMENT });
