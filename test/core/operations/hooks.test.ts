import { ServiceError } from '../../../src/http/serviceError';
import type { TextField } from '../../../src/operations/field';
import { defineOperation, succeeded, type Operation, type Outcome } from '../../../src/operations/operation';
import { runOperation, type RawInput } from '../../../src/operations/run';
import { failureOf, valueOf } from '../fakePorts';

const label = { en: 'Case', nb: 'Sak' };
const id = { kind: 'text', name: 'id', label, help: label, required: true, maxLength: 20 } as const satisfies TextField;
const rules = { realPersons: false };

type Log = string[];

/** Writes down what is done, and when. */
const operation = (hooks: Pick<Operation<Log>, 'prepare' | 'conclude'>): Operation<Log> =>
  defineOperation<Log>()({
    title: label,
    summary: label,
    sensitive: [],
    example: {},
    name: 'work',
    effect: 'send',
    fields: [id],
    ...hooks,
    each: async (log, input) => {
      log.push(`each ${input.id}`);
      await new Promise((resolve) => setImmediate(resolve));
      if (input.id === 'bad') throw new ServiceError('ERR_REFUSED', 'Refused.', 'Check.');
      return { id: input.id };
    },
  });

const given = (...ids: readonly string[]): RawInput[] => ids.map((value) => ({ values: { id: value } }));
const preparing: NonNullable<Operation<Log>['prepare']> = async (log, inputs) => {
  log.push(`prepare ${inputs.map((input) => String(input.id)).join()}`);
  await new Promise((resolve) => setImmediate(resolve));
  log.push('prepared');
};

describe('what is prepared', () => {
  test('is ready before the first input is handled, from all that passed the check, in order', async () => {
    const log: Log = [];
    const inputs = [...given('a', ''), { error: new Error('unreadable') }, ...given(' b ', 'a')];
    await runOperation(operation({ prepare: preparing }), log, inputs, { rules });
    expect(log).toEqual(['prepare a,b,a', 'prepared', 'each a', 'each b', 'each a']);
  });

  test('is nothing where no input passed, and where the run is stopped', async () => {
    const log: Log = [];
    await runOperation(operation({ prepare: preparing }), log, given('', ' '), { rules });
    await runOperation(operation({ prepare: preparing }), log, [], { rules });
    const outcomes = await runOperation(operation({ prepare: preparing }), log, given('a'), {
      rules,
      signal: AbortSignal.abort(),
    });
    expect(log).toEqual([]);
    expect(failureOf(outcomes[0]).code).toBe('ERR_CANCELLED');
  });

  test('and fails keeps every input from being handled, with its error; those that did not pass keep their own', async () => {
    const down = new ServiceError('ERR_SERVICE_FAILURE', 'Down.', 'Later.');
    const log: Log = [];
    const prepare = (): Promise<void> => Promise.reject(down);
    const outcomes = await runOperation(operation({ prepare }), log, given('a', '', 'b'), { rules });
    expect(outcomes.map(failureOf)).toEqual([down, expect.objectContaining({ code: 'ERR_INVALID_INPUT' }), down]);
    expect(log).toEqual([]);
  });

  test('and throws what nobody foresaw is an error that shows nothing of it', async () => {
    const prepare = (): Promise<void> => Promise.reject(new TypeError('canary'));
    const [outcome] = await runOperation(operation({ prepare }), [], given('a'), { rules });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_INTERNAL' });
    expect(failureOf(outcome).message).not.toContain('canary');
  });
});

describe('what is concluded', () => {
  const counting: NonNullable<Operation<Log>['conclude']> = (outcomes) =>
    outcomes.map((outcome) => (outcome.ok ? succeeded({ ...outcome.value, of: outcomes.length }) : outcome));

  test('is said of the whole, to each input in its place, when all are handled', async () => {
    const outcomes = await runOperation(operation({ conclude: counting }), [], given('a', 'bad', '', 'b'), { rules });
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, false, true]);
    expect([outcomes[0], outcomes[3]].map(valueOf)).toEqual([
      { id: 'a', of: 4 },
      { id: 'b', of: 4 },
    ]);
    expect([outcomes[1], outcomes[2]].map((outcome) => failureOf(outcome).code)).toEqual([
      'ERR_REFUSED',
      'ERR_INVALID_INPUT',
    ]);
  });

  test('sees every outcome, also when nothing was handled', async () => {
    const seen: (readonly Outcome[])[] = [];
    const conclude = (outcomes: readonly Outcome[]) => {
      seen.push([...outcomes]);
      return outcomes;
    };
    const prepare = (): Promise<void> => Promise.reject(new ServiceError('ERR_SERVICE_FAILURE', 'Down.', 'Later.'));
    await runOperation(operation({ conclude, prepare }), [], given('a', ''), { rules });
    await runOperation(operation({ conclude }), [], given('a', 'b'), { rules, signal: AbortSignal.abort() });
    await runOperation(operation({ conclude }), [], [], { rules });
    expect(seen.map((outcomes) => outcomes.map((outcome) => outcome.ok))).toEqual([[false, false], [false, false], []]);
  });
});
