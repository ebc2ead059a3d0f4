import { send, transportFailure, type Call } from '../../../src/http/call';
import { broken, fakeWorld, inTurn, refillRetries, thrownBy, type Reply } from '../fakePorts';

const read: Call = {
  service: 'krr',
  method: 'GET',
  url: 'https://krr.example/persons',
  headers: {},
  timeoutMs: 1_000,
  retry: 'read',
};
const never: Call = { ...read, retry: 'never' };

beforeEach(() => refillRetries('krr'));

describe('a read', () => {
  test('is repeated after a transient answer until it succeeds', async () => {
    const world = fakeWorld(inTurn({ status: 503 }, { status: 429 }, { status: 200, text: 'here' }));
    expect((await send(world.ports, read)).status).toBe(200);
    expect(world.requests).toHaveLength(3);
    expect(world.sleeps).toEqual([50, 500]);
  });

  test('is given up after three tries, and the last answer is the answer', async () => {
    const world = fakeWorld(inTurn({ status: 503 }, { status: 503 }, { status: 502 }));
    expect((await send(world.ports, read)).status).toBe(502);
    expect(world.requests).toHaveLength(3);
  });

  test('is given up sooner after an answer that the service says is worth fewer tries', async () => {
    const impatient: Call = { ...read, attempts: { 500: 2 } };
    const twice = fakeWorld(inTurn({ status: 500 }, { status: 500 }));
    expect((await send(twice.ports, impatient)).status).toBe(500);
    const late = fakeWorld(inTurn({ status: 503 }, { status: 500 }));
    expect((await send(late.ports, impatient)).status).toBe(500);
    const other = fakeWorld(inTurn({ status: 500 }, { status: 503 }, { status: 200 }));
    expect((await send(other.ports, impatient)).status).toBe(200);
  });

  test.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNREFUSED'])('is repeated after %s', async (code) => {
    const world = fakeWorld(inTurn(broken(code), { status: 200 }));
    expect((await send(world.ports, read)).status).toBe(200);
  });

  test.each([400, 401, 403, 404, 406, 409, 410, 422, 302])('is not repeated after %i', async (status) => {
    const world = fakeWorld(inTurn({ status }));
    expect((await send(world.ports, read)).status).toBe(status);
    expect(world.requests).toHaveLength(1);
    expect(world.sleeps).toEqual([]);
  });

  test('waits as long as the service asks, in the unit the service counts in', async () => {
    const throttled: Reply = { status: 429, headers: { 'retry-after': '3000' } };
    const world = fakeWorld(inTurn(throttled, { status: 200 }));
    await send(world.ports, { ...read, retryAfterUnit: 'milliseconds' });
    expect(world.sleeps).toEqual([3_000]);
    const inSeconds = fakeWorld(inTurn({ ...throttled, headers: { 'retry-after': '3' } }, { status: 200 }));
    await send(inSeconds.ports, read);
    expect(inSeconds.sleeps).toEqual([3_000]);
  });

  test('is no longer repeated when an outage has used the budget, until successes have earned it back', async () => {
    const outage = fakeWorld(() => ({ status: 503 }));
    for (let times = 0; times < 20; times += 1) await send(outage.ports, read);
    // 20 first tries, and the 10 retries that the budget has.
    expect(outage.requests).toHaveLength(30);
    await refillRetries('krr');
    const world = fakeWorld(inTurn({ status: 503 }, { status: 200 }));
    expect((await send(world.ports, read)).status).toBe(200);
  });

  test.each<[string, Call]>([
    ['that was stopped', { ...never, service: 'maskinporten' }],
    ['that broke', { ...never, service: 'maskinporten' }],
  ])('earns no retry from a call %s, since no answer came', async (what, call) => {
    await refillRetries('maskinporten');
    const outage = fakeWorld(() => ({ status: 503 }));
    for (let times = 0; times < 20; times += 1) await send(outage.ports, { ...call, retry: 'read' });
    for (let times = 0; times < 20; times += 1) {
      const stop = new AbortController();
      const world = fakeWorld(() => {
        if (what === 'that was stopped') stop.abort();
        return broken('ECONNRESET');
      });
      const { code } = await thrownBy(() => send(world.ports, { ...call, signal: stop.signal }));
      expect(code).toBe(what === 'that was stopped' ? 'ERR_CANCELLED' : 'ERR_CONNECTION_LOST');
      expect(world.requests).toHaveLength(1);
    }
    const world = fakeWorld(inTurn({ status: 503 }, { status: 200 }));
    expect((await send(world.ports, { ...call, retry: 'read' })).status).toBe(503);
  });

  test('does not use the budget of another service', async () => {
    const outage = fakeWorld(() => ({ status: 503 }));
    for (let times = 0; times < 20; times += 1) await send(outage.ports, read);
    const world = fakeWorld(inTurn({ status: 503 }, { status: 200 }));
    expect((await send(world.ports, { ...read, service: 'fiks' })).status).toBe(200);
  });
});

describe('a call whose failures are for the caller to judge', () => {
  test('is never repeated after an answer', async () => {
    const world = fakeWorld(inTurn({ status: 503 }));
    expect((await send(world.ports, never)).status).toBe(503);
    expect(world.requests).toHaveLength(1);
  });

  test('is never repeated after a broken connection', async () => {
    const world = fakeWorld(inTurn(broken('ECONNRESET')));
    expect((await thrownBy(() => send(world.ports, never))).code).toBe('ERR_CONNECTION_LOST');
    expect(world.requests).toHaveLength(1);
  });
});

describe('a run that is stopped', () => {
  test('asks nothing more', async () => {
    const world = fakeWorld(inTurn({ status: 200 }));
    expect((await thrownBy(() => send(world.ports, { ...read, signal: AbortSignal.abort() }))).code).toBe(
      'ERR_CANCELLED',
    );
    expect(world.requests).toHaveLength(0);
  });

  test('does not wait for a retry', async () => {
    const stop = new AbortController();
    const world = fakeWorld(() => {
      stop.abort();
      return { status: 503 };
    });
    expect((await thrownBy(() => send(world.ports, { ...read, signal: stop.signal }))).code).toBe('ERR_CANCELLED');
    expect(world.requests).toHaveLength(1);
  });

  test('is told apart from a connection that broke by itself', async () => {
    const stop = new AbortController();
    const world = fakeWorld(() => {
      stop.abort();
      return broken('ECONNRESET');
    });
    expect((await thrownBy(() => send(world.ports, { ...read, signal: stop.signal }))).code).toBe('ERR_CANCELLED');
    expect(world.requests).toHaveLength(1);
  });
});

describe('the failure of a transport', () => {
  const wrapped = (code: string): Error =>
    new Error('outer', { cause: new Error('middle', { cause: Object.assign(new Error('inner'), { code }) }) });

  test.each([
    ['ECONNREFUSED', 'ERR_UNREACHABLE'],
    ['ENOTFOUND', 'ERR_UNREACHABLE'],
    ['EAI_AGAIN', 'ERR_UNREACHABLE'],
    ['UND_ERR_CONNECT_TIMEOUT', 'ERR_UNREACHABLE'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_UNREACHABLE'],
    ['ETIMEDOUT', 'ERR_TIMEOUT'],
    ['ECONNABORTED', 'ERR_TIMEOUT'],
    ['UND_ERR_HEADERS_TIMEOUT', 'ERR_TIMEOUT'],
    ['UND_ERR_BODY_TIMEOUT', 'ERR_TIMEOUT'],
    ['ECONNRESET', 'ERR_CONNECTION_LOST'],
    ['EPIPE', 'ERR_CONNECTION_LOST'],
    ['UND_ERR_SOCKET', 'ERR_CONNECTION_LOST'],
    ['SOMETHING_NEW', 'ERR_CONNECTION_LOST'],
  ])('%s is %s, also deep in the causes a host wraps it in', (code, expected) => {
    expect(transportFailure('svarut', broken(code)).code).toBe(expected);
    expect(transportFailure('svarut', wrapped(code)).code).toBe(expected);
  });

  describe.each(['EHOSTUNREACH', 'ENETUNREACH'])('%s', (code) => {
    const during = (syscall?: string): Error => Object.assign(broken(code), syscall === undefined ? {} : { syscall });

    test('while connecting is ERR_UNREACHABLE, also deep in the causes a host wraps it in', () => {
      for (const error of [
        during('connect'),
        new Error('outer', { cause: new Error('middle', { cause: during('connect') }) }),
        // As Node gives it when each address of the host has failed.
        Object.assign(new AggregateError([during('connect'), during('connect')]), { code }),
      ])
        expect(transportFailure('svarut', error)).toMatchObject({
          code: 'ERR_UNREACHABLE',
          details: { serviceCode: code },
        });
    });

    test.each(['read', 'write', 'getaddrinfo', '', undefined])(
      'during %p is ERR_CONNECTION_LOST: something may have been received',
      (syscall) => {
        expect(transportFailure('svarut', during(syscall)).code).toBe('ERR_CONNECTION_LOST');
        expect(transportFailure('svarut', new Error('outer', { cause: during(syscall) })).code).toBe(
          'ERR_CONNECTION_LOST',
        );
      },
    );
  });

  test('a time-out is known by its name too', () => {
    expect(transportFailure('krr', new DOMException('late', 'TimeoutError')).code).toBe('ERR_TIMEOUT');
  });

  test('several refused addresses of one host are one refusal', () => {
    expect(transportFailure('krr', new AggregateError([broken('ECONNREFUSED'), broken('ECONNREFUSED')])).code).toBe(
      'ERR_UNREACHABLE',
    );
  });

  test('a chain of causes that bites its own tail comes to an end', () => {
    const error: Error & { cause?: unknown } = new Error('loop');
    error.cause = error;
    expect(transportFailure('krr', error).code).toBe('ERR_CONNECTION_LOST');
  });

  test('to connect is one sentence, with the code of the system beside it and not in it', () => {
    const error = transportFailure('krr', wrapped('ENOTFOUND'));
    expect(error.message).toBe('KRR could not be reached.');
    expect(error.details).toEqual({ service: 'krr', serviceCode: 'ENOTFOUND' });
  });

  test('names the service and never repeats the words of the error', () => {
    const error = transportFailure('folkeregister', new Error('connect 10.0.0.1 for 12848539668'));
    expect(error.message).toContain('Folkeregisteret');
    expect(error.message + error.action).not.toMatch(/10\.0\.0\.1|12848539668/);
    expect(error.retryable).toBe(true);
  });
});
