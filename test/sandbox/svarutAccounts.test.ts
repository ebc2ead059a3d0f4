import { Caller } from './caller';
import {
  advance,
  ledgerLetter,
  letterPath,
  letterTo,
  lookupPath,
  nhnLetter,
  send,
  sent,
  statesOf,
  statusPath,
  toSign,
} from './letters';

const RECIPIENT = '12848539668';
const RESERVED = '19887834124';

let caller: Caller;
let headers: Record<string, string>;
beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
  headers = await caller.fiksHeaders();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

describe('an account', () => {
  it('is listed with what it is for', () => {
    expect(caller.credentials.accounts.map(({ name }) => name)).toEqual([
      'full',
      'manual-print',
      'no-health-network',
      'no-signing',
      'send-only',
      'read-only',
      'not-allowed',
    ]);
    expect(caller.credentials.accounts[0]!.kontoId).toBe(caller.credentials.fiks.kontoId);
  });

  it.each(['read-only', 'not-allowed'])('that is %s sends nothing', async (account) => {
    const answer = await send(caller, letterTo(RECIPIENT), { account });
    expect(answer).toMatchObject({ status: 403, body: { message: 'Mangler tilgang' } });
    expect(await ledgerLetter(caller)).toBeUndefined();
  });

  it('that is send-only sends, and tells nothing of it', async () => {
    const id = await sent(caller, letterTo(RECIPIENT), { account: 'send-only' });
    expect((await caller.postJson(statusPath(caller, 'send-only'), { id: [id] }, headers)).status).toBe(403);
    for (const what of ['hendelser', 'signeringshendelser', 'metadata']) {
      expect([what, (await caller.call(letterPath(id, what), { headers })).status]).toEqual([what, 403]);
    }
    const removal = await caller.call(letterPath(id, 'dokumenter'), { method: 'DELETE', headers });
    expect(removal.status).toBe(403);
    const read = { fnr: RECIPIENT, tidspunkt: '2026-11-20T10:00:00Z' };
    expect((await caller.postJson(letterPath(id, 'lest'), read, headers)).status).toBe(403);
  });

  it('that is read-only may look for letters', async () => {
    expect((await caller.postJson(statusPath(caller, 'read-only'), { id: [] }, headers)).status).toBe(200);
  });

  it('knows only its own letters', async () => {
    const id = await sent(caller, letterTo(RECIPIENT), { account: 'manual-print' });
    const { body } = await caller.postJson(statusPath(caller), { id: [id] }, headers);
    expect(body.statuser).toEqual([]);
    expect((await caller.call(lookupPath(caller, '', 'sak-2026-17'), { headers })).body.forsendelseIds).toEqual([]);
  });

  it('without a print supplier waits for somebody who prints', async () => {
    const id = await sent(caller, letterTo(RESERVED), { account: 'manual-print' });
    await advance(caller, 100);
    expect((await ledgerLetter(caller)).state).toBe('SENDT_PRINT');
    const { body } = await caller.call(letterPath(id, 'hendelser'), { headers });
    expect(body.hendelser.at(-1).hendelse).toMatch(/manuell utskrift/);
    expect((await caller.postJson(`/admin/letters/${id}/state`, { state: 'PRINTET' })).status).toBe(204);
    expect((await ledgerLetter(caller)).state).toBe('PRINTET');
  });

  it('without a HER-id sends nothing to the health network', async () => {
    const answer = await send(caller, nhnLetter(), { endpoint: 'nhn', account: 'no-health-network' });
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('HER-id') } });
  });

  it('without an agreement about signing has what is to be signed rejected', async () => {
    const id = await sent(caller, letterTo(RECIPIENT, toSign()), { account: 'no-signing' });
    await advance(caller, 1);
    expect(statesOf(await ledgerLetter(caller))).toEqual(['MOTTATT', 'AVVIST']);
    const { body } = await caller.call(letterPath(id, 'signeringshendelser'), { headers });
    expect(body.hendelser.map(({ status }: any) => status)).toEqual(['AVVIST_AV_SVARUT']);
  });
});
