import fc from 'fast-check';
import { ServiceError } from '../../../src/http/serviceError';
import type { IdentifierField, TextField } from '../../../src/operations/field';
import { defineOperation, failed, succeeded, type Operation } from '../../../src/operations/operation';
import { runOperation, type RawInput } from '../../../src/operations/run';
import { failureOf, valueOf } from '../fakePorts';

const label = { en: 'Case', nb: 'Sak' };
const id = { kind: 'text', name: 'id', label, help: label, required: true, maxLength: 20 } as const satisfies TextField;
const setting = {
  kind: 'text',
  name: 'setting',
  label,
  help: label,
  required: false,
  maxLength: 20,
} as const satisfies TextField;
const number = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'number',
  label,
  help: label,
  required: true,
} as const satisfies IdentifierField;

const described = { title: label, summary: label, sensitive: [], example: {} };
const rules = { realPersons: false };

interface Log {
  readonly calls: { ids: string[]; settings: (string | undefined)[] }[];
  underWay: number;
  most: number;
}
const newLog = (): Log => ({ calls: [], underWay: 0, most: 0 });

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const working = async <T>(log: Log, length: number, work: () => T): Promise<T> => {
  log.underWay += 1;
  log.most = Math.max(log.most, log.underWay);
  await turns(length);
  log.underWay -= 1;
  return work();
};

/** Answers each id with itself; `bad` fails alone, `fatal` fails the call it is in. */
const lookUp = (limit: number, lengths: readonly number[] = [0]): Operation<Log> =>
  defineOperation<Log>()({
    ...described,
    name: 'lookUp',
    effect: 'read',
    fields: [id, setting],
    batch: { limit, on: 'id' },
    all: (log, inputs) => {
      log.calls.push({ ids: inputs.map((input) => input.id), settings: inputs.map((input) => input.setting) });
      return working(log, lengths[log.calls.length % lengths.length] ?? 0, () => {
        if (inputs.some((input) => input.id === 'fatal'))
          throw new ServiceError('ERR_SERVICE_FAILURE', 'The service failed.', 'Try again.');
        return inputs.map((input) =>
          input.id === 'bad'
            ? failed(new ServiceError('ERR_PERSON_NOT_FOUND', 'Nobody.', 'Check.'))
            : succeeded({ id: input.id, setting: input.setting ?? null }),
        );
      });
    },
  });

const given = (...ids: readonly string[]): RawInput[] => ids.map((value) => ({ values: { id: value } }));

describe('a look-up in batches', () => {
  const input = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .record({
          id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'bad'),
          setting: fc.constantFrom(undefined, 'x', 'y'),
        })
        .map((values) => ({ kind: 'valid' as const, values })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom({}, { id: '' }, { id: null }, { id: 'longer than twenty characters' })
        .map((values) => ({ kind: 'invalid' as const, values })),
    },
    {
      weight: 1,
      arbitrary: fc.constant({
        kind: 'unreadable' as const,
        error: new TypeError('the expression failed for 12848539668'),
      }),
    },
  );

  test('gives one outcome per input, in order and paired, whatever the mix, the limit and the time each call takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(input, { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
        async (inputs, limit, concurrency, lengths) => {
          const log = newLog();
          const progress: number[] = [];
          const raw = inputs.map((one): RawInput =>
            one.kind === 'unreadable' ? { error: one.error } : { values: one.values },
          );
          const outcomes = await runOperation(lookUp(limit, lengths), log, raw, {
            rules,
            concurrency,
            onProgress: (done) => progress.push(done),
          });

          expect(outcomes).toHaveLength(inputs.length);
          inputs.forEach((one, at) => {
            if (one.kind === 'valid' && one.values.id !== 'bad')
              expect(valueOf(outcomes[at])).toEqual({ id: one.values.id, setting: one.values.setting ?? null });
            else
              expect(failureOf(outcomes[at]).code).toBe(
                { valid: 'ERR_PERSON_NOT_FOUND', invalid: 'ERR_INVALID_INPUT', unreadable: 'ERR_INTERNAL' }[one.kind],
              );
          });

          expect(log.most).toBeLessThanOrEqual(concurrency);
          const asked = log.calls.flatMap(({ ids, settings }) => {
            expect(ids.length).toBeLessThanOrEqual(limit);
            expect(new Set(settings).size).toBe(1);
            return ids.map((value) => `${value}/${settings[0]}`);
          });
          const wanted = inputs.flatMap((one) =>
            one.kind === 'valid' ? [`${one.values.id}/${one.values.setting}`] : [],
          );
          // Each thing once, and nothing that was not wanted.
          expect([...asked].sort()).toEqual([...new Set(wanted)].sort());
          expect(progress).toEqual([...progress].sort((a, b) => a - b));
          if (wanted.length > 0) expect(progress.at(-1)).toBe(inputs.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('fills each call before it begins another', async () => {
    const log = newLog();
    await runOperation(lookUp(3), log, given('a', 'b', 'c', 'd', 'a', 'e', 'f', 'g'), { rules });
    expect(log.calls.map(({ ids }) => ids)).toEqual([['a', 'b', 'c'], ['d', 'e', 'f'], ['g']]);
  });

  test('fails only the inputs of the call that failed', async () => {
    const outcomes = await runOperation(lookUp(2), newLog(), given('a', 'b', 'fatal', 'c', 'd', 'fatal'), { rules });
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, false, false, true, false]);
    expect(failureOf(outcomes[3]).code).toBe('ERR_SERVICE_FAILURE');
  });

  test('may differ in several fields within one call, and is the same only where all of them are', async () => {
    const log = newLog();
    const dated = { ...lookUp(3), batch: { limit: 3, on: ['id', 'setting'] } };
    const inputs = [
      { values: { id: 'a', setting: 'x' } },
      { values: { id: 'a', setting: 'y' } },
      { values: { id: 'a' } },
      { values: { id: 'a', setting: 'x' } },
      { values: { id: 'b', setting: 'x' } },
    ];
    const outcomes = await runOperation(dated, log, inputs, { rules });
    expect(log.calls).toEqual([
      { ids: ['a', 'a', 'a'], settings: ['x', 'y', undefined] },
      { ids: ['b'], settings: ['x'] },
    ]);
    expect(outcomes.map(valueOf)).toEqual(
      inputs.map(({ values }) => ({ id: values.id, setting: values.setting ?? null })),
    );
  });

  test('answers nothing for no inputs, and asks nothing', async () => {
    const log = newLog();
    expect(await runOperation(lookUp(2), log, [], { rules })).toEqual([]);
    expect(log.calls).toEqual([]);
  });

  test('asks nothing when no input is valid', async () => {
    const log = newLog();
    expect(await runOperation(lookUp(2), log, [{ values: {} }, { error: new Error() }], { rules })).toHaveLength(2);
    expect(log.calls).toEqual([]);
  });

  test('an operation that loses an answer is a fault of ours for all of the call, and no wrong pairing', async () => {
    const forgetful: Operation<null> = {
      ...described,
      name: 'forgetful',
      effect: 'read',
      fields: [id],
      batch: { limit: 10, on: 'id' },
      run: async () => [succeeded({ id: 'a' })],
    };
    const outcomes = await runOperation(forgetful, null, given('a', 'b'), { rules });
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual(['ERR_INTERNAL', 'ERR_INTERNAL']);
  });
});

describe('a send', () => {
  interface Sends {
    readonly events: string[];
    underWay: number;
    most: number;
    readonly active: Set<string>;
  }
  const sendOperation = (lengths: readonly number[]): Operation<Sends> =>
    defineOperation<Sends>()({
      ...described,
      name: 'send',
      effect: 'send',
      fields: [id, setting],
      serialOn: (log, values) => {
        expect(log.active).toBeInstanceOf(Set);
        return String(values.id);
      },
      each: async (log, values) => {
        expect(log.active).not.toContain(values.id);
        log.active.add(values.id);
        log.underWay += 1;
        log.most = Math.max(log.most, log.underWay);
        log.events.push(`${values.id}:${values.setting}`);
        await turns(lengths[log.events.length % lengths.length] ?? 0);
        log.active.delete(values.id);
        log.underWay -= 1;
        if (values.id === 'bad') throw new ServiceError('ERR_REFUSED', 'Refused.', 'Check.');
        return { sent: `${values.id}:${values.setting}` };
      },
    });

  test('is done for every input, and one after the other in order where inputs may be the same thing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'bad'), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
        async (ids, concurrency, lengths) => {
          const log: Sends = { events: [], underWay: 0, most: 0, active: new Set() };
          const outcomes = await runOperation(
            sendOperation(lengths),
            log,
            ids.map((value, at) => ({ values: { id: value, setting: String(at) } })),
            { rules, concurrency },
          );
          ids.forEach((value, at) => {
            if (value === 'bad') expect(failureOf(outcomes[at]).code).toBe('ERR_REFUSED');
            else expect(valueOf(outcomes[at])).toEqual({ sent: `${value}:${at}` });
          });
          expect(log.events).toHaveLength(ids.length);
          expect(log.most).toBeLessThanOrEqual(concurrency);
          for (const key of new Set(ids)) {
            expect(log.events.filter((event) => event.startsWith(`${key}:`))).toEqual(
              ids.flatMap((value, at) => (value === key ? [`${key}:${at}`] : [])),
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('goes side by side with those it cannot be the same as', async () => {
    const log: Sends = { events: [], underWay: 0, most: 0, active: new Set() };
    await runOperation(sendOperation([3]), log, given('a', 'a', 'b', 'c', 'b', 'd'), { rules, concurrency: 3 });
    expect([log.events.length, log.most]).toEqual([6, 3]);
  });

  test('that fails does not stop the next one in its line', async () => {
    const log: Sends = { events: [], underWay: 0, most: 0, active: new Set() };
    await runOperation(sendOperation([0]), log, given('bad', 'bad', 'a'), { rules });
    expect(log.events).toHaveLength(3);
  });
});

describe('a run that is stopped', () => {
  test('handles no further input, and says so for each that is left', async () => {
    const stop = new AbortController();
    const log = newLog();
    const operation = lookUp(1);
    const stopping: Operation<Log> = {
      ...operation,
      run: async (context, inputs) => {
        const outcomes = await operation.run(context, inputs);
        if (context.calls.length === 2) stop.abort();
        return outcomes;
      },
    };
    const outcomes = await runOperation(stopping, log, given('a', 'b', 'c', 'd'), {
      rules,
      signal: stop.signal,
      concurrency: 1,
    });
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, false, false]);
    expect(failureOf(outcomes[3]).code).toBe('ERR_CANCELLED');
    expect(log.calls).toHaveLength(2);
  });
});

describe('what was thrown', () => {
  test("by nobody's design becomes an error that shows nothing and keeps its cause", async () => {
    const cause = new RangeError('canary 12848539668');
    const [outcome] = await runOperation(lookUp(1), newLog(), [{ error: cause }], { rules });
    const error = failureOf(outcome);
    expect(error).toMatchObject({ code: 'ERR_INTERNAL', cause });
    expect(error.message).toContain('RangeError');
    expect(error.message + error.action).not.toContain('canary');
  });

  test('as a service error stays what it is', async () => {
    const error = new ServiceError('ERR_NOT_ALLOWED_FOR_AI', 'No.', 'Use another node.');
    expect(failureOf((await runOperation(lookUp(1), newLog(), [{ error }], { rules }))[0])).toBe(error);
  });
});

test('a malformed number never reaches the operation, and the others go on', async () => {
  const seen: string[] = [];
  const operation = defineOperation<null>()({
    ...described,
    name: 'number',
    effect: 'read',
    fields: [number],
    batch: { limit: 10, on: 'number' },
    all: async (_context, inputs) => {
      seen.push(...inputs.map((one) => one.number));
      return inputs.map((one) => succeeded({ number: one.number }));
    },
  });
  const outcomes = await runOperation(
    operation,
    null,
    [
      { values: { number: '12848539668' } },
      { values: { number: '12848539669' } },
      { values: { number: '128485 39668' } },
    ],
    { rules },
  );
  expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
  // The third is the first, written with a blank.
  expect(seen).toEqual(['12848539668']);
  const error = failureOf(outcomes[1]);
  expect(error).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', details: { field: 'number' } });
  expect(error.message + error.action).not.toContain('12848539669');
});
