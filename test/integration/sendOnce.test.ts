/** Whatever happens to the answer, a reference has one letter: the sandbox's ledger is the judge. */
import { SLOW_MS, WAITS_MS } from '../../src/svarut/sendOnce';
import { answerLost, sendingIn, withTransport } from './sending';
import { failureOf, refillRetries, valueOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const { send, onSend, onLookUp, hiddenFor, ids, sends, faultsOver } = sendingIn(() => world);

const TOTAL_WAIT_S = WAITS_MS.reduce((sum, ms) => sum + ms, 0) / 1000;
/** Just before each look-up: the seconds a letter can be hidden, and the waits until it is found. */
const FOUND_AFTER = WAITS_MS.map((_ms, at) => {
  const waits = WAITS_MS.slice(0, at + 1);
  return [waits.reduce((sum, ms) => sum + ms, 0) / 1000 - 0.5, waits] as const;
});

describe('a letter whose acceptance was lost', () => {
  it('is found by its reference and counts as sent, once', async () => {
    await onSend({ kind: 'dropAfter' });
    const sent = valueOf((await send())[0]);
    expect(sent).toMatchObject({ outcome: 'sent', recovered: true });
    expect(await ids()).toEqual([sent.letterId]);
    expect([await sends(), world.waits]).toEqual([1, WAITS_MS.slice(0, 1)]);
  });

  it.each(FOUND_AFTER)('is found when it stays hidden for %i seconds', async (seconds, waits) => {
    await hiddenFor(seconds);
    await onSend({ kind: 'dropAfter' });
    const sent = valueOf((await send())[0]);
    expect(sent).toMatchObject({ outcome: 'sent', recovered: true });
    expect([await ids(), await sends(), world.waits]).toEqual([[sent.letterId], 1, waits]);
  });

  // Not what anybody wants, and nothing a client can prevent: SvarUt has no idempotency key, and to the look-ups this letter
  // is like one that was never taken, which has to arrive. It is the limit that docs/svarut.md states.
  it('and that SvarUt denies for longer than all waits gets a second one: the documented limit', async () => {
    await hiddenFor(TOTAL_WAIT_S + 1);
    await onSend({ kind: 'dropAfter' });
    const sent = valueOf((await send())[0]);
    expect(sent).toMatchObject({ outcome: 'sent', recovered: false });
    // Not before all waits are over, and never a third.
    expect([await sends(), world.waits]).toEqual([2, WAITS_MS]);
    expect(await ids()).toHaveLength(2);
    expect(await ids()).toContain(sent.letterId);
    await world.advance(TOTAL_WAIT_S + 1);
    expect(valueOf((await send())[0]).outcome).toBe('duplicate');
    expect(await ids()).toHaveLength(2);
  });

  it('and that is denied at first, and then cannot be looked up, is unknown and not sent again', async () => {
    await hiddenFor(3600);
    const session = world.session();
    const { sleep } = session.ports;
    const failingAtLast = async (ms: number) => {
      if (ms === WAITS_MS.at(-1)) await onLookUp({ kind: 'status', status: 503, times: 9 });
      await sleep(ms);
    };
    await onSend({ kind: 'dropAfter' });
    const [outcome] = await send(undefined, { ...session, ports: { ...session.ports, sleep: failingAtLast } });
    expect(failureOf(outcome).code).toBe('ERR_LETTER_OUTCOME_UNKNOWN');
    const [id, ...more] = await ids();
    expect([more, await sends()]).toEqual([[], 1]);
    await faultsOver();
    await world.advance(3600);
    expect(valueOf((await send())[0])).toMatchObject({ outcome: 'duplicate', letterId: id });
  });

  it('and whose look-ups fail is unknown, not sent again, and a duplicate when it is run later', async () => {
    const session = world.session();
    const { sleep } = session.ports;
    const failing = async (ms: number) => {
      await onLookUp({ kind: 'status', status: 503, times: 9 });
      await sleep(ms);
    };
    await onSend({ kind: 'dropAfter' });
    const [outcome] = await send(undefined, { ...session, ports: { ...session.ports, sleep: failing } });
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_LETTER_OUTCOME_UNKNOWN',
      service: 'svarut',
      retryable: true,
      action: expect.stringMatching(/Run it again later with the same reference/),
    });
    expect(world.waits).toEqual(expect.arrayContaining([...WAITS_MS]));
    const [id, ...more] = await ids();
    expect([more, await sends()]).toEqual([[], 1]);
    await faultsOver();
    expect(valueOf((await send())[0])).toMatchObject({ outcome: 'duplicate', letterId: id });
  });

  const encoded = (text: string) => new TextEncoder().encode(text);
  it.each<[string, Parameters<typeof answerLost>[1]]>([
    ['an answer of 500', () => ({ status: 500, headers: {}, body: encoded('{"status":500}') })],
    ['a web page of a gateway', () => ({ status: 502, headers: {}, body: encoded('<html>502</html>') })],
    ['half an answer', () => ({ status: 200, headers: {}, body: encoded('{"id": "4b2') })],
    ['an answer without an id', () => ({ status: 200, headers: {}, body: encoded('{}') })],
    ['an answer of 429', () => ({ status: 429, headers: {}, body: encoded('') })],
    [
      'no answer in time',
      () => {
        throw Object.assign(new Error('timeout'), { name: 'TimeoutError' });
      },
    ],
    [
      'a reset connection',
      () => {
        throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
      },
    ],
  ])('behind %s is found and counts as sent, once', async (_name, instead) => {
    const sent = valueOf((await send(undefined, answerLost(world.session(), instead)))[0]);
    expect(sent).toMatchObject({ outcome: 'sent', recovered: true });
    expect([await ids(), await sends()]).toEqual([[sent.letterId], 1]);
  });

  it('because the run was stopped is unknown, and a duplicate when it is run again', async () => {
    const controller = new AbortController();
    const stopped = answerLost(world.session({}, controller.signal), () => {
      controller.abort();
      throw controller.signal.reason;
    });
    expect(failureOf((await send(undefined, stopped))[0]).code).toBe('ERR_LETTER_OUTCOME_UNKNOWN');
    const [id, ...more] = await ids();
    expect([more, valueOf((await send())[0])]).toMatchObject([[], { outcome: 'duplicate', letterId: id }]);
  });
});

/** A send that takes this long by the client's clock. */
const lasting = (ms: number) => {
  let late = 0;
  const session = withTransport(world.session(), (transport) => async (request) => {
    if (Array.isArray(request.body)) late += ms;
    return transport(request);
  });
  const { now } = session.ports;
  // The clock stands still but for the send, or the limit could not be met exactly.
  const started = now();
  return { ...session, ports: { ...session.ports, now: () => started + late } };
};

describe('a send that ended in doubt', () => {
  it('after a long time is never sent again, for SvarUt may still be working on it', async () => {
    await onSend({ kind: 'drop' });
    const [outcome] = await send(undefined, lasting(SLOW_MS + 1));
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_LETTER_OUTCOME_UNKNOWN', service: 'svarut' });
    expect([await ids(), await sends(), world.waits]).toEqual([[], 1, WAITS_MS]);
  });

  it('after a long time is looked for all the same', async () => {
    await onSend({ kind: 'dropAfter' });
    const sent = valueOf((await send(undefined, lasting(SLOW_MS + 1)))[0]);
    expect(sent).toMatchObject({ outcome: 'sent', recovered: true });
    expect([await ids(), await sends()]).toEqual([[sent.letterId], 1]);
  });

  it('just within the limit is sent again when it is surely absent', async () => {
    await onSend({ kind: 'drop' });
    const sent = valueOf((await send(undefined, lasting(SLOW_MS)))[0]);
    expect([sent.outcome, await ids(), await sends()]).toEqual(['sent', [sent.letterId], 2]);
  });
});

describe('a letter that was not taken', () => {
  it.each([
    ['a connection cut before it was read', { kind: 'drop' } as const],
    ['an answer of 500', { kind: 'status', status: 500 } as const],
    ['a web page of a gateway', { kind: 'html', status: 502 } as const],
    ['an answer of 504', { kind: 'status', status: 504 } as const],
    ['an answer of 429', { kind: 'status', status: 429 } as const],
    ['an answer of 408', { kind: 'status', status: 408 } as const],
    ['a web page with status 200', { kind: 'html', status: 200 } as const],
    ['an empty answer', { kind: 'status', status: 200, body: '' } as const],
    ['a redirect', { kind: 'status', status: 302, body: '' } as const],
  ])('for %s is sent again only after all look-ups have found nothing', async (_name, trouble) => {
    await onSend(trouble);
    const sent = valueOf((await send())[0]);
    expect(sent).toMatchObject({ outcome: 'sent', recovered: false });
    expect([await ids(), world.waits]).toEqual([[sent.letterId], WAITS_MS]);
    expect(await world.asked('svarut', 'metadata')).toBe(1 + WAITS_MS.length);
  });

  it('twice is given up as unknown, and sent when it is run again', async () => {
    await onSend({ kind: 'drop', times: 2 });
    expect(failureOf((await send())[0]).code).toBe('ERR_LETTER_OUTCOME_UNKNOWN');
    expect([await ids(), await sends()]).toEqual([[], 2]);
    const sent = valueOf((await send())[0]);
    expect([sent.outcome, await ids()]).toEqual(['sent', [sent.letterId]]);
  });

  it('the second time because it was refused is unknown too, for the refusal says nothing of the first', async () => {
    await onSend({ kind: 'drop' });
    await onSend({ kind: 'status', status: 400 });
    expect(failureOf((await send())[0]).code).toBe('ERR_LETTER_OUTCOME_UNKNOWN');
  });

  it.each([400, 403, 404, 409, 413, 415, 422])('for a refusal with %i is not tried again', async (status) => {
    await onSend({ kind: 'status', status });
    expect(failureOf((await send())[0])).toMatchObject({ status, retryable: false });
    expect([await ids(), await sends(), world.waits]).toEqual([[], 1, []]);
  });
});
