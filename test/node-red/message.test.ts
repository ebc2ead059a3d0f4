import { loadBench, useNodeRed } from './bench';
import { MALFORMED, ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

// As an http in node makes them: they must come out as the very same objects, or the answer is never sent.
const req = { params: {} };
const res = { _res: {} };
const envelope = { _msgid: 'an-id', topic: 'cases', req, res, statusCode: 200, anything: { else: true } };

describe.each([
  ['a single item', 'array', { foedselsnummer: ORDINARY }],
  ['a list', 'array', [{ foedselsnummer: ORDINARY }]],
  ['one message per item', 'messages', [{ foedselsnummer: ORDINARY }]],
])('with %s', (_what, mode, payload) => {
  test('everything else in the message is kept', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { mode });
    const { messages } = await bench.receive({ ...envelope, payload });
    const { payload: _payload, parts: _parts, ...rest } = messages[0]!;
    expect(rest).toEqual(envelope);
    expect(rest.req).toBe(req);
    expect(rest.res).toBe(res);
  });
});

test('what goes to Catch keeps the message too', async () => {
  const bench = await loadBench(sandbox.get(), 'krr');
  const { caught } = await bench.receive({ ...envelope, payload: { foedselsnummer: MALFORMED } });
  const { payload: _payload, error: _error, ...rest } = caught[0]!;
  expect(rest).toEqual(envelope);
  expect(rest.res).toBe(res);
});

test('two messages at the same time are each done once, with their own result', async () => {
  const bench = await loadBench(sandbox.get(), 'krr');
  await Promise.all([
    bench.receive({ topic: 'a', payload: { foedselsnummer: ORDINARY } }),
    bench.receive({ topic: 'b', payload: { foedselsnummer: MALFORMED } }),
  ]);
  const { messages, caught, completions } = bench.received();
  expect(messages).toMatchObject([{ topic: 'a', payload: { canBeNotified: true } }]);
  expect(caught).toMatchObject([{ topic: 'b' }]);
  expect(completions).toBe(1);
});
