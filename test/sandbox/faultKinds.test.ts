import { readFileSync } from 'node:fs';
import { FAULT_KINDS } from '../../sandbox/src/traffic/faultKinds';
import { inProject } from '../../scripts/project.mts';
import { Caller, type Answer } from './caller';
import { ledgerLetter, letterTo, lookupPath, send } from './letters';

const LETTER = letterTo('12848539668');

let caller: Caller;
let headers: Record<string, string>;
beforeAll(async () => {
  caller = await Caller.start();
  headers = await caller.fiksHeaders();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const order = async (fault: object): Promise<void> => {
  const { status, body } = await caller.postJson('/admin/faults', { service: 'svarut', ...fault });
  if (status !== 201) throw new Error(JSON.stringify(body));
};

const lookUp = (reference = 'sak-2026-17'): Promise<Answer> =>
  caller.call(lookupPath(caller, '/metadata', reference), { headers });

const lettersAccepted = async (): Promise<number> => (await caller.call('/admin/letters')).body.length;

/** The answer as it comes off the wire. */
const pieces = async (): Promise<{ text: string; count: number }> => {
  const response = await fetch(caller.url + lookupPath(caller, '/metadata', 'x'), { headers });
  const reader = response.body!.getReader();
  const read: Uint8Array[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) read.push(next.value);
  return { text: Buffer.concat(read).toString(), count: read.length };
};

describe('too many requests', () => {
  it.each([
    [{}, /^2$/],
    [{ retryAfter: 'seconds', waitSeconds: 7 }, /^7$/],
    [{ retryAfter: 'milliseconds', waitSeconds: 1.5 }, /^1500$/],
    [{ retryAfter: 'date', waitSeconds: 60 }, /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/],
  ])('say when to come back: %j', async (fields, expected) => {
    await order({ kind: 'throttle', ...fields });
    const answer = await lookUp();
    expect(answer).toMatchObject({ status: 429, body: { status: 429, errorId: expect.any(String) } });
    expect(answer.headers.get('retry-after')).toMatch(expected);
  });

  it('may give a date as far ahead as ordered', async () => {
    await order({ kind: 'throttle', retryAfter: 'date', waitSeconds: 3600 });
    const until = Date.parse((await lookUp()).headers.get('retry-after')!);
    expect(until).toBeGreaterThan(Date.now() + 3_500_000);
    expect(until).toBeLessThanOrEqual(Date.now() + 3_600_000);
  });

  it('may leave the caller to guess', async () => {
    await order({ kind: 'throttle', retryAfter: 'none' });
    expect((await lookUp()).headers.has('retry-after')).toBe(false);
  });

  it('come in the words of each service', async () => {
    await order({ service: 'maskinporten', kind: 'throttle' });
    expect(await caller.askForToken(await caller.grant())).toMatchObject({
      status: 429,
      body: { error: 'invalid_request', error_description: expect.stringContaining('Too Many Requests') },
    });
  });
});

describe('an answer that cannot be read', () => {
  it('may be empty', async () => {
    await order({ kind: 'empty' });
    const response = await fetch(caller.url + lookupPath(caller, '/metadata', 'x'), { headers });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'application/json; charset=utf-8',
      '',
    ]);
  });

  it('may be garbage', async () => {
    await order({ kind: 'garbage' });
    const response = await fetch(caller.url + lookupPath(caller, '/metadata', 'x'), { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBeGreaterThan(0);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
  });

  it('may be right but called something else', async () => {
    await order({ kind: 'contentType', contentType: 'text/csv' });
    const answer = await lookUp();
    expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([
      200,
      'text/csv',
      '{"forsendelser":[]}',
    ]);
  });

  it('may stop in the middle', async () => {
    await order({ kind: 'dropHalfway' });
    const response = await fetch(caller.url + lookupPath(caller, '/metadata', 'x'), { headers });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('may stop in the middle after a letter was accepted', async () => {
    await order({ operation: 'sendPerson', kind: 'dropHalfway' });
    await expect(send(caller, LETTER)).rejects.toThrow();
    expect(await lettersAccepted()).toBe(1);
  });

  it('may only come slowly, and is whole in the end', async () => {
    const started = Date.now();
    const whole = await pieces();
    await order({ kind: 'trickle', durationMs: 200 });
    const dripped = await pieces();
    expect(dripped.text).toBe(whole.text);
    expect(dripped.count).toBeGreaterThan(1);
    expect(Date.now() - started).toBeGreaterThanOrEqual(190);
  });
});

describe.each(['status', 'html', 'empty', 'garbage'] as const)('an answer replaced by %s', (kind) => {
  const sendAndRead = async (): Promise<number> => {
    const { sandbox, credentials } = caller;
    const form = new FormData();
    form.append('forsendelse', JSON.stringify(LETTER));
    form.append('fil', new File(['%PDF-1.7'], 'vedtak.pdf', { type: 'application/pdf' }));
    const path = `${sandbox.url}/svarut/api/v3/kontoer/${credentials.fiks.kontoId}/forsendelser/person`;
    return (await fetch(path, { method: 'POST', headers, body: form })).status;
  };

  it('is instead of the request being handled', async () => {
    await order({ operation: 'sendPerson', kind });
    await sendAndRead();
    expect(await lettersAccepted()).toBe(0);
    expect(await caller.lastRequest()).toMatchObject({ verdict: 'refused', fault: kind });
  });

  it('may come after the letter was accepted', async () => {
    await order({ operation: 'sendPerson', kind, status: 503, handled: true });
    expect(await sendAndRead()).toBe(503);
    expect(await lettersAccepted()).toBe(1);
    expect(await caller.lastRequest()).toMatchObject({
      status: 503,
      verdict: 'accepted',
      reason: expect.stringContaining('handled first'),
      fault: kind,
    });
  });
});

describe('weather that is a setting', () => {
  it('a reference is found only after a while', async () => {
    await caller.postJson('/admin/clock', { speed: 0 });
    await caller.postJson('/admin/settings', { eksternRefVisibleAfterMs: 5000 });
    await send(caller, LETTER);
    expect((await lookUp()).body.forsendelser).toEqual([]);
    await caller.postJson('/admin/clock', { advanceSeconds: 5 });
    expect((await lookUp()).body.forsendelser).toHaveLength(1);
    expect((await ledgerLetter(caller)).eksternReferanse).toBe('sak-2026-17');
    await caller.postJson('/admin/clock', { speed: 1 });
  });
});

describe('the kinds of faults', () => {
  /** What some must be told, and others are told so that nobody waits for them. */
  const TOLD: Record<string, object> = {
    refusal: { code: 'MP-100' },
    delay: { delayMs: 1 },
    trickle: { durationMs: 20 },
  };

  it.each(Object.keys(FAULT_KINDS))('tell the request list what happened: %s', async (kind) => {
    await order({ service: 'maskinporten', operation: 'token', kind, ...TOLD[kind] });
    await fetch(`${caller.url}/maskinporten/token`).then(
      (response) => response.text().catch(() => 'cut'),
      () => 'cut',
    );
    expect(await caller.lastRequest()).toMatchObject({
      fault: kind,
      reason: expect.stringMatching(/fault: .{8,}/),
    });
  });

  it('are those the README lists', () => {
    const readme = readFileSync(inProject('sandbox', 'README.md'), 'utf8');
    const [, table = ''] = /\| kind +\| effect +\|\n([^]*?)\n\n/.exec(readme) ?? [];
    const listed = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, kind]) => kind);
    expect(listed.sort()).toEqual(Object.keys(FAULT_KINDS).sort());
  });
});
