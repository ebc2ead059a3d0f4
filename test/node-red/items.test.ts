import { loadBench, useNodeRed } from './bench';
import { EXPIRED, MALFORMED, ORDINARY, RESERVED } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const line = (foedselsnummer: unknown, more: object = {}) => ({ foedselsnummer, ...more });

describe('a list of items', () => {
  test('becomes one message with the items in the same order, each with its result merged in', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    const { messages } = await bench.receive({
      payload: [line(RESERVED, { line: 1 }), line(ORDINARY, { line: 2 }), line(EXPIRED, { line: 3 })],
    });
    expect(messages).toHaveLength(1);
    expect(messages[0]!.payload).toMatchObject([
      { line: 1, foedselsnummer: RESERVED, reserved: true },
      { line: 2, foedselsnummer: ORDINARY, canBeNotified: true },
      { line: 3, foedselsnummer: EXPIRED, canBeNotified: false, reserved: false },
    ]);
  });

  test('is asked about in one call', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    await bench.receive({ payload: [line(RESERVED), line(ORDINARY), line(EXPIRED), line(ORDINARY)] });
    const { requests } = await sandbox.ledger();
    expect(requests.filter(({ service }) => service === 'krr')).toHaveLength(1);
  });

  test('can be empty', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    const { messages, completions } = await bench.receive({ payload: [] });
    expect(messages).toMatchObject([{ payload: [] }]);
    expect(completions).toBe(1);
    expect((await sandbox.ledger()).requests).toHaveLength(0);
  });

  test('is left as it was in the message that came in', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    const item = Object.freeze(line(ORDINARY));
    const { messages } = await bench.receive({ payload: Object.freeze([item]) });
    expect(messages[0]!.payload[0]).toHaveProperty('canBeNotified', true);
    expect(item).toEqual(line(ORDINARY));
  });

  test('may be any property of the message, and the result may go to another', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { list: 'cases.open', result: 'answers.krr' });
    const { messages } = await bench.receive({ payload: 'kept', cases: { open: [line(ORDINARY)] } });
    expect(messages[0]).toMatchObject({
      payload: 'kept',
      cases: { open: [line(ORDINARY)] },
      answers: { krr: [{ canBeNotified: true }] },
    });
  });

  test('may have its result go to where nothing was', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { result: 'answer' });
    const { messages } = await bench.receive({ payload: [line(ORDINARY)] });
    expect(messages[0]!.answer).toMatchObject([{ canBeNotified: true }]);
  });

  test('may hold bare identity numbers', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { foedselsnummer: '' });
    const { messages } = await bench.receive({ payload: [ORDINARY, RESERVED] });
    expect(messages[0]!.payload).toMatchObject([{ foedselsnummer: ORDINARY }, { foedselsnummer: RESERVED }]);
  });
});

describe('a failing item in a list', () => {
  test('gets an error and does not stop the others', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    const { messages, caught, completions } = await bench.receive({
      payload: [line(MALFORMED, { line: 1 }), line(ORDINARY, { line: 2 }), line(undefined, { line: 3 }), null, 17],
    });
    expect(messages[0]!.payload).toMatchObject([
      { line: 1, error: { code: 'ERR_INVALID_IDENTIFIER', kind: 'business', retryable: false } },
      { line: 2, canBeNotified: true },
      { line: 3, error: { code: 'ERR_INVALID_IDENTIFIER' } },
      { error: { code: 'ERR_INVALID_IDENTIFIER' } },
      { error: { code: 'ERR_INVALID_IDENTIFIER' } },
    ]);
    expect(messages[0]!.payload[1]).not.toHaveProperty('error');
    expect(caught).toHaveLength(0);
    expect(completions).toBe(1);
  });

  test('has nothing personal in its error', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    const { messages } = await bench.receive({ payload: [line(MALFORMED)] });
    expect(JSON.stringify(messages[0]!.payload[0].error)).not.toMatch(/\d{6}/);
  });
});

describe('one message per item', () => {
  test('comes in order, with parts that a join node understands', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { mode: 'messages' });
    const { messages } = await bench.receive({ payload: [line(RESERVED), line(MALFORMED), line(ORDINARY)] });
    expect(messages.map(({ payload }) => payload.foedselsnummer)).toEqual([RESERVED, MALFORMED, ORDINARY]);
    expect(messages.map(({ parts }) => parts)).toEqual(
      [0, 1, 2].map((index) => ({ id: messages[0]!.parts.id, index, count: 3, type: 'array' })),
    );
    expect(messages[1]!.payload.error.code).toBe('ERR_INVALID_IDENTIFIER');
  });

  test('keeps the parts the message had, one level down', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { mode: 'messages' });
    const parts = { id: 'outer', index: 4, count: 9, type: 'array' };
    const { messages } = await bench.receive({ payload: [line(RESERVED), line(ORDINARY)], parts });
    expect(messages.map((message) => message.parts.parts)).toEqual([parts, parts]);
    expect(messages[0]!.parts.id).not.toBe('outer');
  });

  test('is done once, after the last', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { mode: 'messages' });
    const { completions } = await bench.receive({ payload: [line(RESERVED), line(ORDINARY)] });
    expect(completions).toBe(1);
  });

  test.each([
    ['leaves out the list that is a property', 'msg', false],
    ['keeps a property a list was only worked out from', 'jsonata', true],
  ])('%s', async (_what, listType, kept) => {
    const more = { mode: 'messages', list: 'cases', listType, result: 'answer' };
    const bench = await loadBench(sandbox.get(), 'krr', more);
    const cases = [line(RESERVED), line(ORDINARY)];
    const { messages } = await bench.receive({ cases });
    expect(messages.map((message) => message.answer)).toMatchObject([{ reserved: true }, { canBeNotified: true }]);
    expect(messages.map((message) => message.cases)).toEqual(kept ? [cases, cases] : [undefined, undefined]);
  });

  test('shares nothing between the messages', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { mode: 'messages' });
    const { messages } = await bench.receive({ payload: [line(RESERVED), line(ORDINARY)], trail: { steps: [] } });
    expect(messages[0]!.trail).toEqual({ steps: [] });
    expect(messages[0]!.trail).not.toBe(messages[1]!.trail);
  });
});

describe('a single item', () => {
  test('gives a single item back', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    const { messages, completions } = await bench.receive({ payload: line(ORDINARY, { line: 7 }) });
    expect(messages).toMatchObject([{ payload: { line: 7, foedselsnummer: ORDINARY, canBeNotified: true } }]);
    expect(messages[0]).not.toHaveProperty('parts');
    expect(completions).toBe(1);
  });

  test('that fails goes to Catch with a code and a cause, and nothing personal in them', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    const { messages, caught, completions } = await bench.receive({ payload: line(MALFORMED) });
    expect(messages).toHaveLength(0);
    expect(completions).toBe(0);
    expect(caught).toHaveLength(1);
    const { error } = caught[0]!;
    expect(error).toMatchObject({
      code: 'ERR_INVALID_IDENTIFIER',
      message: expect.stringContaining('National Identity Number'),
      cause: {
        code: 'ERR_INVALID_IDENTIFIER',
        kind: 'business',
        retryable: false,
        message: expect.any(String),
        action: expect.any(String),
      },
      source: { id: 'node', type: 'norsk-kommune-krr' },
    });
    expect(JSON.stringify(error)).not.toMatch(/\d{6}/);
  });
});

describe('an item that is marked to be skipped', () => {
  test('is passed on untouched and nothing is asked about it', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { skip: 'held' });
    const held = line(RESERVED, { held: 'dead' });
    const { messages } = await bench.receive({ payload: [held, line(ORDINARY)] });
    expect(messages[0]!.payload[0]).toEqual(held);
    expect(messages[0]!.payload[1]).toHaveProperty('canBeNotified', true);
  });

  test.each([[undefined], [null], [false], ['']])('is not one whose mark is %p', async (held) => {
    const bench = await loadBench(sandbox.get(), 'krr', { skip: 'held' });
    const { messages } = await bench.receive({ payload: [line(ORDINARY, { held })] });
    expect(messages[0]!.payload[0]).toHaveProperty('canBeNotified', true);
  });

  test('costs no call when all are', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { skip: 'held' });
    const payload = [line(RESERVED, { held: 'dead' }), line(ORDINARY, { held: true })];
    const { messages } = await bench.receive({ payload });
    expect(messages[0]!.payload).toEqual(payload);
    expect((await sandbox.ledger()).requests).toHaveLength(0);
  });

  test('may be single', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { skip: 'held' });
    const payload = line(MALFORMED, { held: 'invalid' });
    const { messages } = await bench.receive({ payload });
    expect(messages).toMatchObject([{ payload }]);
  });

  test('may be marked deep inside, also where others have no such depth', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { skip: 'case.held' });
    const held = line(RESERVED, { case: { held: true } });
    const { messages, caught } = await bench.receive({ payload: [held, line(ORDINARY)] });
    expect(caught).toHaveLength(0);
    expect(messages[0]!.payload).toMatchObject([held, { canBeNotified: true }]);
  });
});
