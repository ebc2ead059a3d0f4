/**
 * Runs an operation over all inputs of an execution: one outcome per input, in order. Knows no service.
 */
import { asServiceError, ServiceError } from '../http/serviceError';
import { checkInput, type InputRules } from './checkInput';
import { failed, type Operation, type Outcome } from './operation';

/** What a host could make of one input: the values of the fields, or the error that kept it from reading them. */
export type RawInput = { readonly values: Readonly<Record<string, unknown>> } | { readonly error: unknown };

export interface RunOptions {
  readonly rules: InputRules;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** How many calls may be under way at once. */
  readonly concurrency?: number;
}

interface CheckedInput {
  readonly index: number;
  readonly values: Record<string, unknown>;
}

/** Inputs that can be answered by the same call. `inputs` are distinct; `answers[n]` lists the places that want the n-th. */
interface Task {
  readonly inputs: readonly Record<string, unknown>[];
  readonly answers: readonly (readonly number[])[];
}

const chunk = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

const groupBy = <T>(list: readonly T[], keyOf: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
};

const settingsOf = (values: Record<string, unknown>, except: readonly string[]): string =>
  JSON.stringify(Object.entries(values).filter(([name]) => !except.includes(name)));

/** Look-ups of the same thing become one; the answer is fanned out afterwards. */
const tasksOf = <Context>(operation: Operation<Context>, inputs: readonly CheckedInput[]): Task[] => {
  const { batch } = operation;
  if (!batch) return inputs.map(({ index, values }) => ({ inputs: [values], answers: [[index]] }));
  const on = [batch.on].flat();
  return groupBy(inputs, ({ values }) => settingsOf(values, on))
    .map((group) => groupBy(group, ({ values }) => JSON.stringify(on.map((name) => values[name]))))
    .flatMap((distinct) => chunk(distinct, batch.limit))
    .map((same) => ({
      inputs: same.map(([first]) => first?.values ?? {}),
      answers: same.map((inputsOfOne) => inputsOfOne.map(({ index }) => index)),
    }));
};

/** Tasks that must follow each other, in lines that may run side by side. */
const linesOf = <Context>(operation: Operation<Context>, context: Context, tasks: readonly Task[]): Task[][] => {
  const { serialOn } = operation;
  if (!serialOn) return tasks.map((task) => [task]);
  return groupBy(tasks, (task) => serialOn(context, task.inputs[0] ?? {}));
};

const cancelled = (): ServiceError =>
  new ServiceError(
    'ERR_CANCELLED',
    'The run was stopped before this input was handled.',
    'Start it again when you are ready.',
  );

export const runOperation = async <Context>(
  operation: Operation<Context>,
  context: Context,
  inputs: readonly RawInput[],
  { rules, signal, onProgress, concurrency = 4 }: RunOptions,
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = new Array<Outcome>(inputs.length);
  let done = 0;
  const settle = (index: number, outcome: Outcome): void => {
    outcomes[index] = outcome;
    done += 1;
  };

  const checked: CheckedInput[] = [];
  inputs.forEach((input, index) => {
    try {
      if ('error' in input) throw input.error;
      checked.push({ index, values: checkInput(operation.fields, input.values, rules) });
    } catch (error) {
      settle(index, failed(asServiceError(error)));
    }
  });

  const runTask = async ({ inputs: taskInputs, answers }: Task): Promise<readonly Outcome[]> => {
    try {
      if (signal?.aborted) throw cancelled();
      const results = await operation.run(context, taskInputs);
      if (results.length !== answers.length)
        throw new Error(`${operation.name} gave ${results.length} outcomes for ${answers.length} inputs`);
      return results;
    } catch (error) {
      const failure = failed(asServiceError(error));
      return answers.map(() => failure);
    }
  };

  if (operation.prepare && checked.length > 0 && !signal?.aborted) {
    try {
      await operation.prepare(
        context,
        checked.map(({ values }) => values),
      );
    } catch (error) {
      const failure = failed(asServiceError(error));
      for (const { index } of checked) settle(index, failure);
      checked.length = 0;
    }
  }

  const lines = linesOf(operation, context, tasksOf(operation, checked)).values();
  // Workers share one iterator, so each line is taken once and at most `concurrency` are under way.
  const worker = async (): Promise<void> => {
    for (const line of lines) {
      for (const task of line) {
        const results = await runTask(task);
        results.forEach((outcome, at) => task.answers[at]?.forEach((index) => settle(index, outcome)));
        onProgress?.(done, inputs.length);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return operation.conclude ? [...operation.conclude(outcomes)] : outcomes;
};
