import { FaultBook, type FaultOrder } from '../../sandbox/src/traffic/faultBook';
import { Caller } from './caller';
import { lookupPath } from './letters';

let caller: Caller;
let headers: Record<string, string>;
beforeAll(async () => {
  caller = await Caller.start();
  headers = await caller.fiksHeaders();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const order = (fault: object) => caller.postJson('/admin/faults', { service: 'svarut', kind: 'status', ...fault });

const statuses = async (calls: number): Promise<number[]> => {
  const seen: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    seen.push((await caller.call(lookupPath(caller, '/metadata', 'x'), { headers })).status);
  }
  return seen;
};

describe('a fault happens', () => {
  it('to the next request, when nothing else is said', async () => {
    await order({});
    expect(await statuses(2)).toEqual([503, 200]);
  });

  it('to every third request, until it is called off', async () => {
    await order({ every: 3 });
    expect(await statuses(7)).toEqual([200, 200, 503, 200, 200, 503, 200]);
    await caller.call('/admin/faults', { method: 'DELETE' });
    expect(await statuses(3)).toEqual([200, 200, 200]);
  });

  it('to every request, until it is called off by its id', async () => {
    const { body } = await order({ every: 1 });
    expect(await statuses(3)).toEqual([503, 503, 503]);
    expect((await caller.call(`/admin/faults/${body.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await statuses(1)).toEqual([200]);
    expect((await caller.call(`/admin/faults/${body.id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('to every second request, as often as ordered', async () => {
    await order({ every: 2, times: 2 });
    expect(await statuses(6)).toEqual([200, 503, 200, 503, 200, 200]);
  });

  it('in the order of the orders, and those behind the first never hear of its request', async () => {
    await order({ status: 500 });
    await order({ status: 502, every: 2 });
    expect(await statuses(4)).toEqual([500, 200, 502, 200]);
  });
});

describe('a fault by chance', () => {
  const ORDER: FaultOrder = { service: 'krr', kind: 'drop', probability: 0.25 };

  const drawn = (seed?: number): string => {
    const book = new FaultBook();
    book.order({ ...ORDER, seed });
    return Array.from({ length: 400 }, () => (book.take('krr', 'personer') ? 'x' : '.')).join('');
  };

  it('happens about as often as its probability says', () => {
    const played = drawn().replaceAll('.', '').length;
    expect(played).toBeGreaterThan(75);
    expect(played).toBeLessThan(125);
  });

  it('happens to the same requests again with the same seed, and to others with another', () => {
    expect(drawn()).toBe(drawn(1));
    expect(drawn(7)).toBe(drawn(7));
    expect(drawn(7)).not.toBe(drawn(8));
  });
});

describe('the list of faults', () => {
  it('tells how often each was met and has happened, and which are over', async () => {
    await order({ operation: 'metadata', every: 2 });
    await order({ operation: 'eksternRef', times: 2 });
    await statuses(5);
    expect((await caller.call('/admin/faults')).body).toEqual([
      expect.objectContaining({ operation: 'metadata', every: 2, met: 5, played: 2, remaining: null }),
      expect.objectContaining({ operation: 'eksternRef', met: 0, played: 0, remaining: 2 }),
    ]);
    await order({ status: 500 });
    await statuses(1);
    const { body } = await caller.call('/admin/faults');
    expect(body.map(({ status, played, remaining }: any) => [status, played, remaining])).toEqual([
      [undefined, 3, null],
      [undefined, 0, 2],
      [500, 0, 1],
    ]);
  });

  it('keeps the last hundred that are over, in front of those to come', () => {
    const book = new FaultBook();
    for (let times = 0; times < 120; times += 1) {
      book.order({ service: 'krr', kind: 'drop' });
      book.take('krr', 'personer');
    }
    book.order({ service: 'krr', kind: 'delay' });
    expect([book.all().length, book.all()[0]?.id, book.all().at(-1)?.kind]).toEqual([101, 21, 'delay']);
  });

  it('names the operations that faults can be ordered for', async () => {
    const { body } = await caller.call('/admin/operations');
    expect(Object.keys(body)).toEqual(['maskinporten', 'folkeregister', 'kjoretoyregister', 'krr', 'svarut']);
    expect(body.maskinporten).toEqual(['unknown', 'wellKnown', 'jwk', 'token']);
    expect(body.svarut).toEqual(expect.arrayContaining(['sendPerson', 'metadata', 'hendelser', 'unknown']));
  });

  it.each([
    { operation: 'sendLetter' },
    { operation: 'token' },
    { every: 0 },
    { probability: 2 },
    { kind: 'drop', status: 500 },
    { kind: 'status', headers: { 'x y': '1' } },
    { kind: 'status', headers: { 'x-y': 'a\r\nb: c' } },
    { kind: 'throttle', retryAfter: 'minutes' },
    { kind: 'refusal', code: 'MP-100' },
  ])('takes no fault that could never happen: %j', async (fault) => {
    expect((await order(fault)).status).toBe(400);
    expect((await caller.call('/admin/faults')).body).toEqual([]);
  });
});

describe('a request that asks for its own fault', () => {
  const ask = (fault: string, path = lookupPath(caller, '/metadata', 'x')) =>
    caller.call(path, { headers: { ...headers, 'x-sandbox-fault': fault } });

  it('meets it, and no other request does', async () => {
    expect((await ask('{ "kind": "status", "status": 500 }')).status).toBe(500);
    expect(await statuses(1)).toEqual([200]);
  });

  it('may name the kind alone', async () => {
    expect((await ask('status')).status).toBe(503);
    await expect(ask('drop')).rejects.toThrow();
    expect(await caller.lastRequest()).toMatchObject({ status: null, fault: 'drop' });
  });

  it('leaves the faults that were ordered for others', async () => {
    await order({ status: 502 });
    expect((await ask('throttle')).status).toBe(429);
    expect(await statuses(2)).toEqual([502, 200]);
  });

  it('can be one for a token', async () => {
    const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: await caller.grant() };
    const { status, body } = await caller.call('/maskinporten/token', {
      method: 'POST',
      headers: { 'x-sandbox-fault': '{"kind":"refusal","code":"MP-250"}' },
      body: new URLSearchParams(form),
    });
    expect([status, body.error]).toEqual([403, 'forbidden']);
  });

  it.each(['explode', '{"kind":"status"', '{"kind":"status","every":2}', '{"kind":"refusal","code":"MP-250"}', '[]'])(
    'is refused when it cannot have it: %s',
    async (fault) => {
      expect((await ask(fault)).status).toBe(400);
      expect(await caller.lastRequest()).toMatchObject({
        verdict: 'refused',
        reason: expect.stringMatching(/^the header x-sandbox-fault cannot be read/),
      });
    },
  );
});
