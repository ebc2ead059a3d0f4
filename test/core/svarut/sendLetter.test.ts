import fc from 'fast-check';
import { documentFromBytes } from '../../../src/http/document';
import type { Letter } from '../../../src/svarut/letter/letter';
import { outcomeUnknown, runSendOnce } from '../../../src/svarut/sendLetter';
import { SLOW_MS, WAITS_MS } from '../../../src/svarut/sendOnce';
import { forgetAll } from '../../../src/svarut/sentBefore';
import {
  broken,
  fakeWorld,
  fiksCredential,
  INTEGRATION,
  KONTO,
  partsOf,
  refillRetries,
  sessionIn,
  START,
  type Reply,
  type Route,
  type World,
} from '../fakePorts';
import { personFrom } from './letters';
import { found, isSend, none, ok, reading, sendsOf, svarut, taken } from './scriptedSvarut';

const LOOKS = WAITS_MS.length;
const TOTAL_WAIT = WAITS_MS.reduce((sum, ms) => sum + ms, 0);

const REFERENCE = 'sak 2026/101 & æ';
const letter = personFrom(
  {
    documents: [
      documentFromBytes('vedtak.pdf', 'application/pdf', new Uint8Array([1])),
      documentFromBytes('vedlegg.pdf', 'application/pdf', new Uint8Array([2])),
    ],
  },
  REFERENCE,
);

beforeEach(() => refillRetries('svarut'));

const runOf = (world: World, given: Letter, changes = {}, windowDays = 365) =>
  runSendOnce(sessionIn(world, changes), given, {
    kontoId: KONTO,
    windowDays,
    protection: 'protect',
    documents: () => Promise.resolve(given.documents),
  });
const run = (world: World, changes = {}, windowDays = 365) => runOf(world, letter, changes, windowDays);

describe('on the wire', () => {
  test('the look-up is a GET with the reference, encoded, on the account', async () => {
    const world = fakeWorld(svarut([found(taken)], []));
    await run(world);
    const [request] = world.requests;
    const url = new URL(request?.url ?? '');
    expect([request?.method, url.origin, url.pathname]).toEqual([
      'GET',
      'https://test.svarut.ks.no',
      `/api/v2/kontoer/${KONTO}/forsendelser/metadata`,
    ]);
    expect([...url.searchParams]).toEqual([['eksternRef', REFERENCE]]);
    expect(request?.headers).toMatchObject({
      IntegrasjonId: INTEGRATION,
      IntegrasjonPassord: fiksCredential.integrationPassword,
    });
  });

  test('the send is a form: the metadata first and without a file name, then the files in the order they are named', async () => {
    const world = fakeWorld(svarut([none], [ok]));
    expect(await run(world)).toEqual({ outcome: 'sent', id: 'letter-2', recovered: false });
    const request = world.requests[1];
    expect([request?.method, request?.url]).toEqual([
      'POST',
      `https://test.svarut.ks.no/api/v3/kontoer/${KONTO}/forsendelser/person`,
    ]);
    expect(request?.headers).not.toHaveProperty('content-type');
    expect(request?.timeoutMs).toBe(16 * 60_000);
    const [metadata, ...files] = partsOf(request);
    expect(metadata).toEqual({ name: 'forsendelse', text: JSON.stringify(letter.metadata) });
    expect(files.map((part) => ('document' in part ? part.document.filnavn : part.text))).toEqual([
      'vedtak.pdf',
      'vedlegg.pdf',
    ]);
  });
});

describe('a reference that is known', () => {
  test('is the answer: nothing is sent', async () => {
    const world = fakeWorld(svarut([found(taken)], []));
    expect(await run(world)).toEqual({ outcome: 'duplicate', letter: taken });
    expect(sendsOf(world)).toBe(0);
  });

  test.each(['AVVIST', 'FEILET_UNDER_MOTTAK'])('only for letters SvarUt turned away (%s) is sent', async (status) => {
    const world = fakeWorld(svarut([found({ ...taken, status })], [ok]));
    expect(await run(world)).toMatchObject({ outcome: 'sent', id: 'letter-2' });
  });

  test.each(['IKKE_LEVERT', 'SLETTET', 'NOE_NYTT', undefined])(
    'for a letter in state %s is not sent again',
    async (status) => {
      const world = fakeWorld(svarut([found({ ...taken, status })], []));
      expect((await run(world)).outcome).toBe('duplicate');
    },
  );

  test('counts for as many days as the window is long', async () => {
    const dayMs = 86_400_000;
    const dated = (ms: number) => found({ ...taken, dato: new Date(ms).toISOString() });
    expect((await run(fakeWorld(svarut([dated(START - 30 * dayMs)], [ok])), {}, 30)).outcome).toBe('duplicate');
    expect((await run(fakeWorld(svarut([dated(START - 30 * dayMs - 1)], [ok])), {}, 30)).outcome).toBe('sent');
  });

  test.each([undefined, 'i går'])('counts when its date is %p, since that tells nothing against it', async (dato) => {
    expect((await run(fakeWorld(svarut([found({ ...taken, dato })], [])))).outcome).toBe('duplicate');
  });

  test('for several letters gives the newest that counts', async () => {
    const at = (id: string, dato: string, status = 'LEST') => ({ id, dato, status });
    const world = fakeWorld(
      svarut(
        [
          found(
            at('old', '2026-01-01T00:00:00Z'),
            at('refused', '2026-11-01T00:00:00Z', 'AVVIST'),
            at('new', '2026-10-01T00:00:00Z'),
            at('middle', '2026-05-01T00:00:00Z'),
          ),
        ],
        [],
      ),
    );
    expect(await run(world)).toMatchObject({ outcome: 'duplicate', letter: { id: 'new' } });
  });

  test('for several letters gives the newest, and takes one without a readable date for the oldest, wherever it stands', async () => {
    const old = { id: 'old', dato: '2026-01-01T00:00:00Z' };
    const recent = { id: 'new', dato: '2026-10-01T00:00:00Z' };
    for (const undated of [{ id: 'undated' }, { id: 'undated', dato: 'i går' }, { id: 'undated', dato: '' }]) {
      for (const letters of [
        [undated, old, recent],
        [old, undated, recent],
        [recent, undated, old],
        [recent, old, undated],
        [undated, recent],
      ])
        expect(await run(fakeWorld(svarut([found(...letters)], [])))).toEqual({ outcome: 'duplicate', letter: recent });
    }
  });
});

describe('an answer that leaves doubt', () => {
  const doubtful: [string, Reply | Error][] = [
    ['a time-out', broken('UND_ERR_HEADERS_TIMEOUT')],
    ['a broken connection', broken('ECONNRESET')],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['504', { status: 504, text: '<html>gateway</html>' }],
    ['408', { status: 408 }],
    ['429', { status: 429 }],
    ['a success that cannot be read', { status: 200, text: '<html>' }],
    ['a success without an id', { status: 200, json: {} }],
    ['a success with an empty id', { status: 200, json: { id: '' } }],
    ['a redirect', { status: 302 }],
  ];

  test.each(doubtful)(
    '(%s) is never followed by a blind send: the letter is looked for first',
    async (_what, reply) => {
      const world = fakeWorld(svarut([none, found(taken)], [reply]));
      expect(await run(world)).toEqual({ outcome: 'sent', id: 'letter-1', recovered: true });
      expect(world.requests.map(isSend)).toEqual([false, true, false]);
      expect(world.sleeps).toEqual(WAITS_MS.slice(0, 1));
    },
  );

  test.each(doubtful)(
    '(%s) for a letter that stays away is followed by one more send after all waits',
    async (_what, reply) => {
      const world = fakeWorld(svarut([none], [reply, ok]));
      expect(await run(world)).toEqual({ outcome: 'sent', id: 'letter-2', recovered: false });
      expect(world.requests.map(isSend)).toEqual([false, true, ...WAITS_MS.map(() => false), true]);
      expect(world.sleeps).toEqual(WAITS_MS);
    },
  );

  /** A SvarUt that takes its time over each send. */
  const lasting = (ms: number, route: Route): World => {
    const world: World = fakeWorld((request, nth) => {
      if (isSend(request)) world.clock.ms += ms;
      return route(request, nth);
    });
    return world;
  };

  test.each(doubtful)(
    '(%s) that came late is never followed by another send, and the end is not known after all waits',
    async (_what, reply) => {
      for (const ms of [SLOW_MS + 1, 16 * 60_000]) {
        forgetAll();
        const world = lasting(ms, svarut([none], [reply, ok]));
        expect((await run(world)).outcome).toBe('unknown');
        expect(world.requests.map(isSend)).toEqual([false, true, ...WAITS_MS.map(() => false)]);
        expect(world.sleeps).toEqual(WAITS_MS);
      }
    },
  );

  test.each(doubtful)('(%s) that came just in time is followed by one more send', async (_what, reply) => {
    const world = lasting(SLOW_MS, svarut([none], [reply, ok]));
    expect(await run(world)).toEqual({ outcome: 'sent', id: 'letter-2', recovered: false });
    expect(sendsOf(world)).toBe(2);
  });

  test('that came late is settled by a look-up that shows the letter', async () => {
    const world = lasting(SLOW_MS + 1, svarut([none, none, found(taken)], [broken('ECONNRESET')]));
    expect(await run(world)).toEqual({ outcome: 'sent', id: 'letter-1', recovered: true });
    expect(world.requests.map(isSend)).toEqual([false, true, false, false]);
  });

  test('is none when SvarUt takes or refuses the letter, however late', async () => {
    expect(await run(lasting(16 * 60_000, svarut([none], [ok])))).toMatchObject({ outcome: 'sent', id: 'letter-2' });
    expect(await run(lasting(16 * 60_000, svarut([none], [{ status: 400 }])))).toMatchObject({
      outcome: 'refused',
      error: { code: 'ERR_REFUSED' },
    });
  });

  test('is left by a route that is lost while the letter is on its way, and not by one that was never there', async () => {
    const lost = broken('EHOSTUNREACH');
    expect(await run(fakeWorld(svarut([none, found(taken)], [lost])))).toMatchObject({
      outcome: 'sent',
      recovered: true,
    });
    forgetAll();
    const neverThere = Object.assign(broken('EHOSTUNREACH'), { syscall: 'connect' });
    const world = fakeWorld(svarut([none], [neverThere]));
    expect(await run(world)).toMatchObject({ outcome: 'refused', error: { code: 'ERR_UNREACHABLE' } });
    expect(world.requests).toHaveLength(2);
  });

  test('twice, with the letter still away, is an outcome that is not known', async () => {
    const world = fakeWorld(svarut([none], [broken('ECONNRESET')]));
    const verdict = await run(world);
    expect(verdict).toMatchObject({ outcome: 'unknown', error: { code: 'ERR_CONNECTION_LOST' } });
    expect(sendsOf(world)).toBe(2);
  });

  test('with a SvarUt that cannot even be asked is not known, and nothing is sent again', async () => {
    const world = fakeWorld(svarut([none, { status: 503 }], [broken('ECONNRESET')]));
    expect((await run(world)).outcome).toBe('unknown');
    expect(sendsOf(world)).toBe(1);
  });

  test('sends each file anew, so that no consumed stream is sent', async () => {
    const world = fakeWorld(svarut([none], [broken('ECONNRESET'), ok]));
    await run(world);
    const sends = world.requests.filter(isSend).map(partsOf);
    expect(sends).toHaveLength(2);
    const [first, second] = sends;
    const saidOf = (parts: typeof first) =>
      parts?.map((part) => ('document' in part ? { ...part.document, name: part.name, open: undefined } : part));
    expect(saidOf(second)).toEqual(saidOf(first));
    for (const parts of [first, second]) {
      for (const part of parts ?? []) {
        if (!('document' in part)) continue;
        let bytes = 0;
        for await (const chunk of part.document.open()) bytes += chunk.byteLength;
        expect(bytes).toBe(part.document.size);
      }
    }
  });
});

describe('a document that fails while it is being sent', () => {
  const OPENERS: [string, () => AsyncIterable<Uint8Array>][] = [
    [
      'cannot be opened',
      () => {
        throw Object.assign(new Error('ENOENT: /home/rask.fyrlykt/vedtak.pdf'), { code: 'ENOENT' });
      },
    ],
    [
      'cannot be read to its end',
      async function* () {
        yield new Uint8Array(2);
        throw Object.assign(new Error('EIO: /home/rask.fyrlykt/vedtak.pdf'), { code: 'EIO' });
      },
    ],
    [
      'is shorter than it said',
      async function* () {
        yield new Uint8Array(2);
      },
    ],
    [
      'is empty',
      async function* () {
        // Nothing comes.
      },
    ],
    [
      'is longer than it said',
      async function* () {
        yield new Uint8Array(4);
      },
    ],
  ];
  const withDocument = (open: () => AsyncIterable<Uint8Array>): Letter => ({
    ...letter,
    documents: [...letter.documents, { filnavn: 'kart.pdf', mimeType: 'application/pdf', size: 3, open }],
  });
  const runWith = (world: World, open: () => AsyncIterable<Uint8Array>) => runOf(world, withDocument(open));

  test.each(OPENERS)('because it %s is certainly not sent: it is the mistake of the line', async (_what, open) => {
    const world = fakeWorld(svarut([none], [ok]));
    const verdict = await runWith(world, open);
    expect(verdict).toMatchObject({
      outcome: 'refused',
      error: { code: 'ERR_INVALID_INPUT', details: { field: 'documents' } },
    });
    const { message, action } = (verdict as { error: Error & { action: string } }).error;
    expect(message + action).not.toMatch(/fyrlykt|ENOENT|EIO|kart/);
    expect([world.requests.map(isSend), world.sleeps]).toEqual([[false, true], []]);
  });

  // A host that has told the length of the body breaks off there, and the document never comes to its own end.
  test('because it goes on after the size it said hands over no byte more than that, and is certainly not sent', async () => {
    let handedOver = 0;
    const world = fakeWorld(async (request) => {
      if (!isSend(request)) return none;
      for (const part of partsOf(request).slice(3)) {
        if (!('document' in part)) continue;
        try {
          for await (const chunk of part.document.open()) {
            handedOver += chunk.byteLength;
            if (handedOver > part.document.size) break;
          }
        } catch {
          // As it should be.
        }
      }
      return broken('ECONNRESET');
    });
    const verdict = await runWith(world, async function* () {
      for (;;) yield new Uint8Array(2);
    });
    expect(handedOver).toBeLessThanOrEqual(3);
    expect(verdict).toMatchObject({ outcome: 'refused', error: { code: 'ERR_INVALID_INPUT' } });
  });

  test('when it is sent once more leaves the doubt about the first time', async () => {
    let opened = 0;
    const open = async function* () {
      opened += 1;
      if (opened === 2) throw new Error('gone');
      yield new Uint8Array(3);
    };
    const world = fakeWorld(svarut([none], [broken('ECONNRESET'), ok]));
    expect(await runWith(world, open)).toMatchObject({ outcome: 'unknown', error: { code: 'ERR_CONNECTION_LOST' } });
    expect(sendsOf(world)).toBe(2);
  });

  test('but one that is as long as it said is sent', async () => {
    const world = fakeWorld(svarut([none], [ok]));
    const open = async function* () {
      yield new Uint8Array(1);
      yield new Uint8Array(2);
    };
    expect(await runWith(world, open)).toMatchObject({ outcome: 'sent', id: 'letter-2' });
  });
});

describe('a definite refusal', () => {
  test.each<[string, Reply | Error, string]>([
    ['400', { status: 400, json: { errorId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2' } }, 'ERR_REFUSED'],
    ['403', { status: 403 }, 'ERR_FORBIDDEN'],
    ['404 for something', { status: 404, json: { message: 'Fant ikke konto' } }, 'ERR_NOT_FOUND'],
    ['404 for the path', { status: 404, text: '<html>' }, 'ERR_API_VERSION_UNAVAILABLE'],
    ['410', { status: 410 }, 'ERR_API_VERSION_UNAVAILABLE'],
    ['413', { status: 413 }, 'ERR_REFUSED'],
    ['a connection that was never made', broken('ECONNREFUSED'), 'ERR_UNREACHABLE'],
  ])('(%s) ends it at once', async (_what, reply, code) => {
    const world = fakeWorld(svarut([none], [reply]));
    expect(await run(world)).toMatchObject({ outcome: 'refused', error: { code } });
    expect(world.requests).toHaveLength(2);
    expect(world.sleeps).toEqual([]);
  });

  test('of the token is followed by one more try, since the letter was never looked at', async () => {
    const world = fakeWorld(svarut([none], [{ status: 401 }, ok]));
    expect(await run(world)).toMatchObject({ outcome: 'sent', id: 'letter-2' });
    expect(world.requests.filter(isSend).map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('by Maskinporten after SvarUt refused the token sends nothing and leaves no doubt', async () => {
    const world = fakeWorld(svarut([none], [{ status: 401 }]), {
      token: (_request, nth) =>
        nth === 1
          ? { json: { access_token: 't', expires_in: 599 } }
          : { status: 400, json: { error: 'invalid_grant', error_description: 'MP-121' } },
    });
    expect(await run(world)).toMatchObject({ outcome: 'refused', error: { code: 'ERR_TOKEN_REFUSED' } });
    expect(sendsOf(world)).toBe(1);
  });

  test('to look up keeps the letter from being sent', async () => {
    const world = fakeWorld(svarut([{ status: 403 }], []));
    expect(await run(world)).toMatchObject({ outcome: 'refused', error: { code: 'ERR_FORBIDDEN' } });
    expect(sendsOf(world)).toBe(0);
  });
});

describe('a run that is stopped', () => {
  test('before anything sends nothing', async () => {
    const world = fakeWorld(svarut([none], [ok]));
    expect(await run(world, { signal: AbortSignal.abort() })).toMatchObject({
      outcome: 'refused',
      error: { code: 'ERR_CANCELLED' },
    });
    expect(world.requests).toEqual([]);
  });

  test('while the letter was on its way does not guess', async () => {
    const stop = new AbortController();
    const world = fakeWorld(
      reading((request) => {
        if (!isSend(request)) return none;
        stop.abort();
        return broken('ABORT_ERR');
      }),
    );
    expect(await run(world, { signal: stop.signal })).toMatchObject({
      outcome: 'unknown',
      error: { code: 'ERR_CANCELLED' },
    });
    expect(sendsOf(world)).toBe(1);
  });

  test('between the look-up and the send is not in doubt', async () => {
    const stop = new AbortController();
    const world = fakeWorld(() => {
      stop.abort();
      return none;
    });
    expect(await run(world, { signal: stop.signal })).toMatchObject({
      outcome: 'refused',
      error: { code: 'ERR_CANCELLED' },
    });
    expect(sendsOf(world)).toBe(0);
  });

  test('before a second send leaves the doubt about the first', async () => {
    const stop = new AbortController();
    let looks = 0;
    const world = fakeWorld(
      reading((request) => {
        if (isSend(request)) return broken('ECONNRESET');
        looks += 1;
        // The last look-up before the letter would be sent once more.
        if (looks === 1 + LOOKS) stop.abort();
        return none;
      }),
    );
    expect(await run(world, { signal: stop.signal })).toMatchObject({
      outcome: 'unknown',
      error: { code: 'ERR_CONNECTION_LOST' },
    });
    expect([looks, sendsOf(world)]).toEqual([1 + LOOKS, 1]);
  });
});

interface Fate {
  readonly taken: boolean;
  readonly reply: 'told' | 'lost' | 'late' | 'broken';
  readonly tookMs: number;
  readonly hiddenMs: number;
}

test.each([
  ['by processes that know nothing of each other, with a pause', true],
  ['by one process, again at once', false],
])(
  'a SvarUt that drops answers and hides letters never holds two, however often the flow is run %s',
  async (_how, restarted) => {
    const fate: fc.Arbitrary<Fate> = fc.record({
      taken: fc.boolean(),
      reply: fc.constantFrom<Fate['reply']>('told', 'lost', 'late', 'broken'),
      tookMs: fc.constantFrom(0, SLOW_MS, SLOW_MS + 1, 16 * 60_000),
      hiddenMs: fc.nat(TOTAL_WAIT),
    });
    await fc.assert(
      fc.asyncProperty(
        // Lists and not endless streams: two of those draw from the same source, and what they give hangs together.
        fc.array(fate, { minLength: 6, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }),
        fc.integer({ min: 1, max: 3 }),
        async (givenFates, givenDrops, runs) => {
          const [fates, drops] = [givenFates.values(), givenDrops.values()];
          await refillRetries('svarut');
          forgetAll();
          const letters: { id: string; visibleAt: number }[] = [];
          let lateDoubt = false;
          let sentAfterLateDoubt = 0;
          const world = fakeWorld(
            reading((request) => {
              if (!isSend(request)) {
                if (drops.next().value) return broken('ECONNRESET');
                if (request.url.endsWith('/status/sok'))
                  return { json: { statuser: letters.map(({ id }) => ({ id, status: 'MOTTATT' })) } };
                return found(
                  ...letters
                    .filter(({ visibleAt }) => visibleAt <= world.clock.ms)
                    .map(({ id }) => ({ id, status: 'MOTTATT', dato: new Date(START).toISOString() })),
                );
              }
              const { taken: isTaken, reply, tookMs, hiddenMs } = fates.next().value as Fate;
              world.clock.ms += tookMs;
              if (lateDoubt) sentAfterLateDoubt += 1;
              lateDoubt = tookMs > SLOW_MS && reply !== 'told';
              if (isTaken) letters.push({ id: `letter-${letters.length + 1}`, visibleAt: world.clock.ms + hiddenMs });
              if (reply === 'lost') return broken('ECONNRESET');
              if (reply === 'late') return broken('ETIMEDOUT');
              if (reply === 'broken') return { status: 502, text: '<html>' };
              return isTaken ? { json: { id: letters.at(-1)?.id } } : { status: 400 };
            }),
          );
          const session = sessionIn(world);
          for (let times = 0; times < runs; times += 1) {
            lateDoubt = false;
            const verdict = await runSendOnce(session, letter, {
              kontoId: KONTO,
              windowDays: 365,
              protection: 'protect',
              documents: () => Promise.resolve(letter.documents),
            });
            if (verdict.outcome === 'sent') expect(verdict.id).toBe(letters[0]?.id);
            if (verdict.outcome === 'duplicate') expect(verdict.letter.id).toBe(letters[0]?.id);
            if (verdict.outcome === 'refused' && times === 0) expect(letters).toHaveLength(0);
            if (!restarted) continue;
            forgetAll();
            world.clock.ms += TOTAL_WAIT;
          }
          expect(letters.length).toBeLessThanOrEqual(1);
          expect(sentAfterLateDoubt).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  },
);

test('an unknown outcome tells not to send by other means, and that running again is safe', () => {
  const error = outcomeUnknown(
    Object.assign(new Error(), { details: { status: 502, supportReference: 'e-1' } }) as never,
  );
  expect(error).toMatchObject({
    code: 'ERR_LETTER_OUTCOME_UNKNOWN',
    retryable: true,
    details: { service: 'svarut', status: 502, supportReference: 'e-1' },
  });
  expect(error.action).toMatch(/Do not send it by other means/);
});
