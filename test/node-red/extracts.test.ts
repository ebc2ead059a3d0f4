/** A list of residents in Node-RED: one long run for one message. */
import { setTimeout as sleep } from 'node:timers/promises';
import { loadBench, useNodeRed, type Bench } from './bench';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const RUNNING = 'norsk-kommune-folkeregister.status.running';
const LIST = {
  operation: 'listResidents',
  fiks: 'integration',
  bostedskommunenummer: '4601',
  bostedskommunenummerType: 'str',
  includePersons: 'true',
  includePersonsType: 'bool',
};

const load = (): Promise<Bench> => loadBench(sandbox.get(), 'folkeregister', LIST);

test('comes with its persons, and the status tells how many there are so far', async () => {
  await sandbox.change({ extractBatchSize: 5, extractReadyAfterMs: 0, extractNotReadyAnswers: 0 });
  const bench = await load();
  const { messages, statuses } = await bench.receive({ payload: {} });
  const { foedselsnumre, persons, goOnFrom } = messages[0]!.payload;
  expect([foedselsnumre.includes(ORDINARY), persons.length, goOnFrom]).toEqual([true, foedselsnumre.length, null]);
  expect(statuses).toEqual([RUNNING, '5/…', '10/…', `${foedselsnumre.length}/…`, '1']);
});

test('several lists at once are counted as lists', async () => {
  await sandbox.change({ extractReadyAfterMs: 0, extractNotReadyAnswers: 0 });
  const bench = await loadBench(sandbox.get(), 'folkeregister', {
    ...LIST,
    bostedskommunenummer: 'kommune',
    bostedskommunenummerType: 'item',
  });
  const { statuses } = await bench.receive({ payload: [{ kommune: '4601' }, { kommune: '0301' }] });
  expect(statuses).toEqual([RUNNING, '1/2', '2/2', '2']);
});

test('a node that is closed while it waits for a batch does not wait any longer', async () => {
  await sandbox.change({ extractReadyAfterMs: 86_400_000 });
  const bench = await load();
  const ended = bench.receive({ payload: {} });
  const isWaiting = async (): Promise<boolean> => {
    const { requests } = await sandbox.ledger();
    return JSON.stringify(requests).includes('uttrekkBatch');
  };
  while (!(await isWaiting())) await sleep(5);
  await bench.node.close(false);
  expect((await ended).caught).toMatchObject([{ error: { code: 'ERR_CANCELLED' } }]);
  expect(bench.received().statuses.at(-1)).toBe('');
});
