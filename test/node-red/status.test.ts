import { freePort } from '../../scripts/freePort.mts';
import { loadBench, useNodeRed } from './bench';
import { letterTo, PDF } from './letter';
import { MALFORMED, ORDINARY, RESERVED } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const RUNNING = 'norsk-kommune-krr.status.running';

test('a look-up shows that it is at work and then how many items it had', async () => {
  const bench = await loadBench(sandbox.get(), 'krr');
  const { statuses } = await bench.receive({ payload: [{ foedselsnummer: ORDINARY }, { foedselsnummer: RESERVED }] });
  expect(statuses[0]).toBe(RUNNING);
  expect(statuses.at(-1)).toBe('2');
});

test('a single item is counted as one', async () => {
  const bench = await loadBench(sandbox.get(), 'krr');
  const { statuses } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  expect(statuses).toEqual([RUNNING, '1']);
});

test('sending shows how far it has come', async () => {
  const bench = await loadBench(sandbox.get(), 'svarut');
  const { statuses } = await bench.receive({
    payload: [letterTo(), letterTo({ eksternReferanse: 'vedtak-2' })],
    documents: PDF,
  });
  expect(statuses).toEqual(['norsk-kommune-svarut.status.running', '1/2', '2/2', '2']);
});

test('what partly failed shows how much', async () => {
  const bench = await loadBench(sandbox.get(), 'krr');
  const { statuses } = await bench.receive({ payload: [{ foedselsnummer: ORDINARY }, { foedselsnummer: MALFORMED }] });
  expect(statuses.at(-1)).toBe('1 ✓  1 ✗');
});

test('what failed altogether shows the code', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const bench = await loadBench(sandbox.get(), 'krr', {}, { url });
  const { statuses } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  expect(statuses).toEqual([RUNNING, 'ERR_UNREACHABLE']);
});

test('a node without a configuration shows the code', async () => {
  const bench = await loadBench(sandbox.get(), 'krr', { maskinporten: '' });
  const { statuses } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  expect(statuses.at(-1)).toBe('ERR_CREDENTIAL_INCOMPLETE');
});

test.each(['krr', 'folkeregister'] as const)('no status of %s ever holds an identity number', async (service) => {
  const bench = await loadBench(sandbox.get(), service);
  await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  await bench.receive({ payload: { foedselsnummer: MALFORMED } });
  const { statuses } = await bench.receive({ payload: [{ foedselsnummer: MALFORMED }, { foedselsnummer: RESERVED }] });
  expect(statuses.join(' ')).not.toMatch(/\d{6}/);
});

test('closing the node takes the status away', async () => {
  const bench = await loadBench(sandbox.get(), 'krr');
  await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  await bench.node.close(false);
  expect(bench.received().statuses.at(-1)).toBe('');
});
