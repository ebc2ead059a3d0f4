import { Caller } from './caller';
import { letterTo, lookupPath, send } from './letters';

let caller: Caller;
let headers: Record<string, string>;
beforeAll(async () => {
  caller = await Caller.start();
  headers = await caller.fiksHeaders();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const order = (fault: object) => caller.postJson('/admin/faults', fault);

const lookUp = () => caller.call(lookupPath(caller, '', 'sak-2026-17'), { headers });

describe('a fault', () => {
  it('that drops happens before the request is handled', async () => {
    await order({ service: 'svarut', operation: 'sendPerson', kind: 'drop' });
    await expect(send(caller, letterTo('12848539668'))).rejects.toThrow();
    expect((await caller.call('/admin/letters')).body).toHaveLength(0);
    expect(await caller.lastRequest()).toMatchObject({ operation: 'sendPerson', status: null, verdict: 'refused' });
  });

  it('that drops afterwards leaves a letter the sender has no id of', async () => {
    await order({ service: 'svarut', operation: 'sendPerson', kind: 'dropAfter' });
    await expect(send(caller, letterTo('12848539668'))).rejects.toThrow();
    expect((await lookUp()).body.forsendelseIds).toHaveLength(1);
    const sent = (await caller.call('/admin/requests')).body.find((request: any) => request.operation === 'sendPerson');
    expect(sent).toMatchObject({
      status: 200,
      verdict: 'accepted',
      reason: expect.stringContaining('cut before the answer'),
    });
  });

  it('with a status comes in the error shape of the service', async () => {
    await order({ service: 'svarut', kind: 'status', status: 500 });
    expect(await lookUp()).toMatchObject({ status: 500, body: { status: 500, errorId: expect.any(String) } });
    await order({ service: 'maskinporten', kind: 'status' });
    expect(await caller.askForToken(await caller.grant())).toMatchObject({
      status: 503,
      body: { error: 'temporarily_unavailable' },
    });
  });

  it('may bring its own headers and body', async () => {
    await order({
      service: 'svarut',
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '5000' },
      body: { melding: 'x' },
    });
    const answer = await lookUp();
    expect(answer).toMatchObject({ status: 429, body: { melding: 'x' } });
    expect(answer.headers.get('retry-after')).toBe('5000');
  });

  it('may be a page of HTML from a gateway', async () => {
    await order({ service: 'svarut', kind: 'html' });
    const answer = await lookUp();
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('may only delay', async () => {
    await order({ service: 'svarut', kind: 'delay', delayMs: 150 });
    const started = Date.now();
    expect((await lookUp()).status).toBe(200);
    expect(Date.now() - started).toBeGreaterThanOrEqual(140);
  });

  it('happens as often as ordered, and only to the operation it names', async () => {
    await order({ service: 'svarut', operation: 'eksternRef', kind: 'status', times: 2 });
    const { status } = await caller.call(lookupPath(caller, '/metadata', 'x'), { headers });
    expect(status).toBe(200);
    expect([(await lookUp()).status, (await lookUp()).status, (await lookUp()).status]).toEqual([503, 503, 200]);
  });

  it('that still waits is forgotten at a reset', async () => {
    await order({ service: 'svarut', kind: 'status' });
    await caller.call('/admin/reset', { method: 'POST' });
    expect((await lookUp()).status).toBe(200);
  });

  it.each([
    { service: 'kjoretoy', kind: 'drop' },
    { service: 'krr', kind: 'explode' },
    { service: 'krr', kind: 'drop', time: 2 },
    { service: 'krr', kind: 'drop', times: '2' },
  ])('that is misspelt is refused: %j', async (fault) => {
    expect((await order(fault)).status).toBe(400);
  });
});

it('faults that are still waiting can be called off', async () => {
  await order({ service: 'svarut', kind: 'status', status: 500 });
  expect((await caller.call('/admin/faults', { method: 'DELETE' })).status).toBe(204);
  expect((await lookUp()).status).toBe(200);
});
