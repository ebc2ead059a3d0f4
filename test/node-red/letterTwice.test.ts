/** The same letter in messages that come at once, a pilot over a sequence, and a switch that comes to nothing. */
import { useSandbox } from '../useSandbox';
import { loadBench, useNodeRed } from './bench';
import { letterTo, PDF } from './letter';

useNodeRed();
const sandbox = useSandbox();
const letters = async () => (await sandbox.ledger()).letters;

const messageOf = (eksternReferanse: string, more: object = {}) => ({
  payload: letterTo({ eksternReferanse }),
  documents: [{ filename: 'vedtak.pdf', mimeType: 'application/pdf', data: PDF }],
  ...more,
});

test('two equal messages at once send the letter once', async () => {
  const bench = await loadBench(sandbox.get(), 'svarut');
  await Promise.all([bench.receive(messageOf('sak-1')), bench.receive(messageOf('sak-1'))]);
  expect(await letters()).toHaveLength(1);
});

test('a pilot that gets its letters as one message each sends no more than it may', async () => {
  const bench = await loadBench(sandbox.get(), 'svarut', { pauseAfter: '1', pauseAfterType: 'num' });
  for (const index of [0, 1, 2])
    await bench.receive(messageOf(`sak-2-${index}`, { parts: { id: 'sequence', index, count: 3, type: 'array' } }));
  expect(await letters()).toHaveLength(1);
});

test('a message that lacks the property of "Validate Only" is an error, and nothing is sent', async () => {
  const bench = await loadBench(sandbox.get(), 'svarut', { validateOnly: 'dryRun', validateOnlyType: 'msg' });
  const { caught } = await bench.receive(messageOf('sak-3'));
  expect(JSON.stringify(caught)).toContain('came to nothing');
  expect(await letters()).toEqual([]);
});
