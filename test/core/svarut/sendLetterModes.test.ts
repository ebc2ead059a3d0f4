import { forgetAll } from '../../../src/svarut/sentBefore';
import { ServiceError } from '../../../src/http/serviceError';
import { runSendOnce, type SendOptions } from '../../../src/svarut/sendLetter';
import { SLOW_MS, WAITS_MS } from '../../../src/svarut/sendOnce';
import {
  broken,
  fakeWorld,
  KONTO,
  partsOf,
  refillRetries,
  sessionIn,
  START,
  type Reply,
  type World,
} from '../fakePorts';
import { pdf, personFrom } from './letters';
import { found, isSend, none, ok, sendsOf, svarut, taken } from './scriptedSvarut';

const letter = personFrom({ documents: [pdf('a.pdf'), pdf('b.pdf')] });
const lost = broken('ECONNRESET');
const MINUTE_MS = 60_000;

beforeEach(() => refillRetries('svarut'));

const running =
  (protection: SendOptions['protection']) =>
  (world: World, changes: Partial<SendOptions> = {}) =>
    runSendOnce(sessionIn(world), letter, {
      kontoId: KONTO,
      windowDays: 365,
      protection,
      documents: () => Promise.resolve(letter.documents),
      ...changes,
    });

const datedAt = (ms: number) => ({ ...taken, dato: new Date(ms).toISOString() });

describe('with protection only after an ambiguous failure', () => {
  const run = running('afterAmbiguity');

  test('a letter is sent unseen, though there is one with the reference', async () => {
    const world = fakeWorld(svarut([found(taken)], [ok]));
    expect(await run(world)).toEqual({ outcome: 'sent', id: 'letter-2', recovered: false });
    expect(world.requests.map(isSend)).toEqual([true]);
  });

  test('a letter whose answer was lost is found by what came since, or a little before by the clock of SvarUt', async () => {
    for (const ms of [START, START + MINUTE_MS, START - 5 * MINUTE_MS]) {
      forgetAll();
      const world = fakeWorld(svarut([found(datedAt(ms))], [lost]));
      expect(await run(world)).toEqual({ outcome: 'sent', id: 'letter-1', recovered: true });
      expect([sendsOf(world), world.sleeps]).toEqual([1, WAITS_MS.slice(0, 1)]);
    }
  });

  test('an older letter is never taken for this one: this one is sent', async () => {
    for (const older of [datedAt(START - 5 * MINUTE_MS - 1), { ...taken, dato: '2026-11-19T10:00:00+01:00' }]) {
      forgetAll();
      const world = fakeWorld(svarut([found(older)], [lost, ok]));
      expect(await run(world)).toEqual({ outcome: 'sent', id: 'letter-2', recovered: false });
      expect([sendsOf(world), world.sleeps]).toEqual([2, [...WAITS_MS]]);
    }
  });

  test('of several it is the one that came since', async () => {
    const own = { ...datedAt(START + 1), id: 'letter-3' };
    const world = fakeWorld(svarut([found(taken, own)], [lost]));
    expect(await run(world)).toMatchObject({ outcome: 'sent', id: 'letter-3', recovered: true });
  });

  // An older server tells only the ids.
  test.each([undefined, '', 'i går'])(
    'a letter whose date is %p can be this one or an older: nobody knows, and it is not sent again',
    async (dato) => {
      const world = fakeWorld(svarut([found({ ...taken, dato })], [lost]));
      expect(await run(world)).toMatchObject({ outcome: 'unknown', error: { code: 'ERR_CONNECTION_LOST' } });
      expect([sendsOf(world), world.sleeps]).toEqual([1, [...WAITS_MS]]);
    },
  );

  test('a letter without a date beside one that came since is no matter', async () => {
    const world = fakeWorld(svarut([found({ id: 'letter-0' }, datedAt(START))], [lost]));
    expect(await run(world)).toMatchObject({ outcome: 'sent', id: 'letter-1', recovered: true });
  });
});

describe('without protection', () => {
  const run = running('off');

  test.each<[string, Reply | Error, object]>([
    ['taken', ok, { outcome: 'sent', id: 'letter-2', recovered: false }],
    ['refused', { status: 400 }, { outcome: 'refused', error: { code: 'ERR_REFUSED' } }],
    ['lost', lost, { outcome: 'unknown', error: { code: 'ERR_CONNECTION_LOST' } }],
    ['answered with 503', { status: 503 }, { outcome: 'unknown', error: { code: 'ERR_SERVICE_FAILURE' } }],
  ])('a letter that is %s is never looked up, nor sent again', async (_what, reply, verdict) => {
    const world = fakeWorld(svarut([], [reply]));
    expect(await run(world)).toMatchObject(verdict);
    expect([world.requests.map(isSend), world.sleeps]).toEqual([[true], []]);
  });
});

const REPEATED: Reply = { status: 400, json: { errorCode: 'GJENTAGENDE_FORSENDELSE', message: 'Finnes fra før' } };

describe('a letter that SvarUt refuses as repeated', () => {
  test.each(['protect', 'afterAmbiguity'] as const)(
    'is the one it has, however old, and is a duplicate (%s)',
    async (protection) => {
      const old = { ...taken, dato: '2020-01-01T00:00:00Z' };
      const world = fakeWorld(svarut([found(old)], [REPEATED]));
      expect(await running(protection)(world)).toEqual({ outcome: 'duplicate', letter: old });
      expect([sendsOf(world), world.sleeps]).toEqual([1, WAITS_MS.slice(0, 1)]);
    },
  );

  test('and does not show is refused in its words, after all waits, and not sent again', async () => {
    const world = fakeWorld(svarut([none], [REPEATED]));
    expect(await running('protect')(world)).toMatchObject({
      outcome: 'refused',
      error: { code: 'ERR_REFUSED', details: { serviceCode: 'GJENTAGENDE_FORSENDELSE' } },
    });
    expect([sendsOf(world), world.sleeps]).toEqual([1, [...WAITS_MS]]);
  });

  test.each([400, 409, 500])('is known by its code, whatever the status (%i)', async (status) => {
    const world = fakeWorld(svarut([none, found(taken)], [{ ...REPEATED, status }]));
    expect(await running('protect')(world)).toEqual({ outcome: 'duplicate', letter: taken });
  });

  test('after a lost answer is found as the letter whose answer was lost', async () => {
    const own = datedAt(START);
    const world = fakeWorld(svarut([none, ...WAITS_MS.map(() => none), found(own)], [lost, REPEATED]));
    expect(await running('protect')(world)).toEqual({ outcome: 'sent', id: 'letter-1', recovered: true });
  });

  test('after a lost answer is not said to be sent where there is only one from before', async () => {
    const old = { ...taken, dato: '2020-01-01T00:00:00Z' };
    for (const protection of ['protect', 'afterAmbiguity'] as const) {
      const world = fakeWorld(svarut([found(old)], [lost, REPEATED]));
      expect(await running(protection)(world)).toMatchObject({ outcome: 'unknown' });
      expect(sendsOf(world)).toBe(2);
    }
  });
});

describe('a connection that breaks while the letter is on its way', () => {
  /** Breaks after the first document, so many times. */
  const cutting = (times: number, code: string): World => {
    let left = times;
    return fakeWorld(async (request, nth) => {
      if (!isSend(request) || left === 0) return svarut([none], [ok])(request, nth);
      left -= 1;
      const [, first] = partsOf(request);
      if (first && 'document' in first) for await (const _chunk of first.document.open());
      return broken(code);
    });
  };

  test.each(['ECONNRESET', 'UND_ERR_BODY_TIMEOUT'])(
    'is no doubt (%s): the letter is sent once more, without a wait or a look',
    async (code) => {
      for (const protection of ['protect', 'afterAmbiguity', 'off'] as const) {
        const world = cutting(1, code);
        expect(await running(protection)(world)).toEqual({ outcome: 'sent', id: 'letter-2', recovered: false });
        expect([sendsOf(world), world.sleeps]).toEqual([2, []]);
        expect(world.requests).toHaveLength(protection === 'protect' ? 3 : 2);
      }
    },
  );

  test('twice is a letter that was certainly not sent', async () => {
    const world = cutting(2, 'ECONNRESET');
    const verdict = await running('protect')(world);
    expect(verdict).toMatchObject({ outcome: 'refused', error: { code: 'ERR_CONNECTION_LOST', retryable: true } });
    expect((verdict as { error: Error }).error.message).toMatch(/it was not sent/);
    expect(sendsOf(world)).toBe(2);
  });

  test('is doubt once the last byte was read, also when it breaks at once', async () => {
    const world = fakeWorld(svarut([none], [lost]));
    expect((await running('protect')(world)).outcome).toBe('unknown');
  });
});

describe('the documents', () => {
  test('are asked for only when the letter is sent', async () => {
    const documents = jest.fn(() => Promise.resolve(letter.documents));
    await running('protect')(fakeWorld(svarut([found(taken)], [])), { documents });
    expect(documents).not.toHaveBeenCalled();
    await running('protect')(fakeWorld(svarut([none], [ok])), { documents });
    expect(documents).toHaveBeenCalledTimes(1);
  });

  test('that cannot be made ready are no doubt, but leave the doubt there was', async () => {
    const noKey = new ServiceError('ERR_ENCRYPTION_KEY', 'No key.', 'Ask.', { service: 'svarut' });
    const world = fakeWorld(svarut([none], [lost]));
    expect(await running('protect')(world, { documents: () => Promise.reject(noKey) })).toEqual({
      outcome: 'refused',
      error: noKey,
    });
    expect(sendsOf(world)).toBe(0);
    let times = 0;
    const documents = () => ((times += 1) === 1 ? Promise.resolve(letter.documents) : Promise.reject(noKey));
    const doubtful = fakeWorld(svarut([none], [lost]));
    expect(await running('protect')(doubtful, { documents })).toMatchObject({
      outcome: 'unknown',
      error: { code: 'ERR_CONNECTION_LOST' },
    });
    expect(sendsOf(doubtful)).toBe(1);
  });
});

test('a send that failed late is not sent again in any mode', async () => {
  for (const protection of ['protect', 'afterAmbiguity', 'off'] as const) {
    const route = svarut([none], [lost, ok]);
    const world: World = fakeWorld((request, nth) => {
      if (isSend(request)) world.clock.ms += SLOW_MS + 1;
      return route(request, nth);
    });
    expect((await running(protection)(world)).outcome).toBe('unknown');
    expect(sendsOf(world)).toBe(1);
  }
});
