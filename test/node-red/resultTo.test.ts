import { loadBench, useNodeRed } from './bench';
import { letterTo, PDF } from './letter';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

describe('a place that cannot hold the result', () => {
  test.each([
    ['a text', 'payload.letter', { payload: 'a text', lines: [letterTo()] }],
    ['a number', 'payload.letter', { payload: 7, lines: [letterTo()] }],
    ['null', 'answers.svarut.letters', { answers: { svarut: null }, lines: [letterTo()] }],
    ['a text deep inside', 'answers.svarut.letters', { answers: { svarut: 'sent' }, lines: [letterTo()] }],
  ])('is told of before anything is sent: below %s', async (_what, result, message) => {
    const bench = await loadBench(sandbox.get(), 'svarut', { list: 'lines', result });
    const { messages, caught } = await bench.receive({ ...message, documents: PDF });
    expect(messages).toHaveLength(0);
    expect(caught).toMatchObject([{ error: { code: 'ERR_INVALID_INPUT', cause: { field: 'result' } } }]);
    expect((await sandbox.ledger()).requests).toHaveLength(0);
  });

  test('is none where the message has room, which is left as it was', async () => {
    const bench = await loadBench(sandbox.get(), 'svarut', { list: 'lines', result: 'payload.letters' });
    const payload = Object.freeze({ kept: true });
    const { messages, caught } = await bench.receive({ payload: { ...payload }, lines: [letterTo()], documents: PDF });
    expect(caught).toHaveLength(0);
    expect(messages[0]!.payload).toMatchObject({ kept: true, letters: [{ outcome: 'sent' }] });
  });
});
