import { once } from 'node:events';
import helper from 'node-red-node-test-helper';
import { freePort } from '../../scripts/freePort.mts';
import { loadBench, useNodeRed, type Properties, type Setup } from './bench';
import { MALFORMED, ORDINARY, RESERVED } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

type Service = Parameters<typeof loadBench>[1];

const caughtBy = async (service: Service, changes: Properties = {}, setup: Setup = {}) => {
  const bench = await loadBench(sandbox.get(), service, changes, setup);
  const { caught, messages, completions } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  expect({ messages, completions, caught: caught.length }).toEqual({ messages: [], completions: 0, caught: 1 });
  return caught[0]!.error;
};

describe('a node that is not set up', () => {
  test('without a Maskinporten configuration says so', async () => {
    expect(await caughtBy('krr', { maskinporten: '' })).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      message: expect.stringContaining('Maskinporten'),
    });
  });

  test('whose Maskinporten configuration was deleted says so', async () => {
    expect(await caughtBy('krr', { maskinporten: 'deleted' })).toMatchObject({ code: 'ERR_CREDENTIAL_INCOMPLETE' });
  });

  test('without a Fiks integration says so', async () => {
    expect(await caughtBy('folkeregister', { fiks: '' })).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      message: expect.stringContaining('Fiks'),
    });
  });

  test.each(['', 'anOldName', undefined])('with the operation %p says so', async (operation) => {
    expect(await caughtBy('krr', { operation })).toMatchObject({ message: expect.stringContaining('operation') });
  });

  test('without a key says so', async () => {
    expect(await caughtBy('krr', {}, { privateKey: '' })).toMatchObject({ code: 'ERR_KEY_MISSING' });
  });

  test('asks nobody anything', async () => {
    await caughtBy('krr', { maskinporten: '' });
    expect((await sandbox.ledger()).requests).toHaveLength(0);
  });
});

describe('an expression that throws', () => {
  const THROWS = `$error("about ${ORDINARY}")`;

  test('in a field is that item’s error, and does not quote it', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { foedselsnummer: THROWS, foedselsnummerType: 'jsonata' });
    const { messages } = await bench.receive({ payload: [{}, {}] });
    expect(messages[0]!.payload).toMatchObject([
      { error: { code: 'ERR_INVALID_INPUT', field: 'foedselsnummer' } },
      { error: { code: 'ERR_INVALID_INPUT', field: 'foedselsnummer' } },
    ]);
    expect(JSON.stringify(messages)).not.toContain(ORDINARY);
  });

  test('that cannot even be read is that item’s error', async () => {
    expect(await caughtBy('krr', { foedselsnummer: '((', foedselsnummerType: 'jsonata' })).toMatchObject({
      code: 'ERR_INVALID_INPUT',
    });
  });

  test('where the items are blames the expression and not the node', async () => {
    const error = await caughtBy('krr', { list: THROWS, listType: 'jsonata' });
    expect(JSON.stringify(error)).not.toContain(ORDINARY);
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT' });
  });

  test('where the items have no such depth blames the path and not the node', async () => {
    expect(await caughtBy('krr', { list: 'cases.open', listType: 'msg' })).toMatchObject({
      code: expect.stringMatching(/^ERR_INVALID_/),
    });
  });
});

describe('a service that does not answer as it should', () => {
  test('because nothing listens is unreachable', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    expect(await caughtBy('krr', {}, { url })).toMatchObject({ code: 'ERR_UNREACHABLE', cause: { retryable: true } });
  });

  test('because nothing listens loses no item of a list', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const bench = await loadBench(sandbox.get(), 'krr', {}, { url });
    const payload = [
      { line: 1, foedselsnummer: ORDINARY },
      { line: 2, foedselsnummer: RESERVED },
    ];
    const { messages, caught } = await bench.receive({ payload });
    expect(caught).toHaveLength(0);
    expect(messages[0]!.payload).toMatchObject(
      payload.map((item) => ({ ...item, error: { code: 'ERR_UNREACHABLE' } })),
    );
  });

  test('but with a web page is named for it', async () => {
    await sandbox.orderFault({ service: 'krr', kind: 'html', status: 200 });
    expect(await caughtBy('krr')).toMatchObject({
      code: 'ERR_UNEXPECTED_ANSWER',
      message: expect.stringContaining('not JSON'),
    });
  });

  test('but with a web page instead of a token is named for it', async () => {
    await sandbox.orderFault({ service: 'maskinporten', kind: 'html', status: 200, times: 3 });
    const url = sandbox.get().url.replace('127.0.0.1', 'localhost');
    expect(await caughtBy('krr', {}, { url })).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER' });
  });

  test.each([429, 503])('but with %i once is asked again', async (status) => {
    await sandbox.orderFault({ service: 'krr', kind: 'status', status });
    const bench = await loadBench(sandbox.get(), 'krr');
    const { messages } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
    expect(messages[0]!.payload).toMatchObject({ canBeNotified: true });
  });

  test('and goes on so fails with a code that says it may help to run it again', async () => {
    await sandbox.orderFault({ service: 'krr', kind: 'status', status: 503, times: 3 });
    expect(await caughtBy('krr')).toMatchObject({ code: 'ERR_SERVICE_FAILURE', cause: { retryable: true } });
  });

  test('because the connection breaks is asked again', async () => {
    await sandbox.orderFault({ service: 'krr', kind: 'drop' });
    const bench = await loadBench(sandbox.get(), 'krr');
    const { messages } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
    expect(messages[0]!.payload).toMatchObject({ canBeNotified: true });
  });
});

describe('a service that refuses', () => {
  test.each([
    ['an unknown client', { maskinporten: { clientId: '00000000-0000-4000-8000-000000000000' } }, 'ERR_TOKEN_REFUSED'],
    ['an unknown key', { maskinporten: { keyId: 'another' } }, 'ERR_TOKEN_REFUSED'],
    ['an unknown role', { fiks: { rolleId: '00000000-0000-4000-8000-000000000000' } }, 'ERR_FORBIDDEN'],
    ['an unknown integration', { fiks: { integrationId: '44a7b17e-d521-4ba0-8000-000000000000' } }, 'ERR_UNAUTHORIZED'],
  ])('%s goes to Catch with a code', async (_what, setup, code) => {
    expect(await caughtBy('folkeregister', {}, setup)).toMatchObject({ code });
  });
});

test('a wrong address of a proxy is a clear error', async () => {
  const others = [{ id: 'proxy', type: 'http proxy', name: '', url: 'not an address', noproxy: [] }];
  const error = await caughtBy('krr', {}, { others, maskinporten: { proxy: 'proxy' } });
  expect(error.code).not.toBe('ERR_INTERNAL');
});

test('without a Catch node the error is logged, and nothing personal with it', async () => {
  const bench = await loadBench(sandbox.get(), 'krr', {}, { withoutCatch: true });
  const failed = once(bench.node, 'call:error');
  bench.node.receive({ payload: { foedselsnummer: MALFORMED } });
  await failed;
  const log = JSON.stringify(helper.log().args.map(([entry]) => String((entry as { msg?: unknown }).msg)));
  expect(log).toContain('National Identity Number');
  expect(log).not.toMatch(/\d{6}/);
});
