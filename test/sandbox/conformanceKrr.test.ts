/** Fact sheet krr §2 to §5: what is left of the rules of the look-up, its edges, and what nobody has promised. */
import { Caller } from './caller';

const BOTH = '12848539668';
const RESERVED = '19887834124';
const MOBILE_ONLY = '22828999528';
const ABSENT = '05913828676';
const D_NUMBER = '57829147744';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));
afterAll(() => caller.close());

const ask = async (body: object, version = 'v2') =>
  caller.postJson(`/krr/rest/${version}/personer`, body, { authorization: `Bearer ${await caller.token()}` });

const numbersIn = ({ body }: { body: any }): string[] =>
  body.personer.map(({ personidentifikator }: any) => personidentifikator);

const set = (settings: object) => caller.postJson('/admin/settings', settings);

describe('a look-up in KRR', () => {
  it('may be of a thousand numbers', async () => {
    const { status } = await ask({ personidentifikatorer: Array(1000).fill(BOTH) });
    expect(status).toBe(200);
  });

  it('is answered in the order it was asked, without those who are missing, or in another by a setting', async () => {
    const personidentifikatorer = [RESERVED, ABSENT, BOTH];
    expect(numbersIn(await ask({ personidentifikatorer }))).toEqual([RESERVED, BOTH]);
    await set({ krrOrder: 'reversed' });
    expect(numbersIn(await ask({ personidentifikatorer }))).toEqual([BOTH, RESERVED]);
  });

  it('of a malformed number among others is refused, or answered without it by a setting', async () => {
    const personidentifikatorer = [BOTH, '16903349845', '123', RESERVED];
    expect((await ask({ personidentifikatorer })).status).toBe(400);
    await set({ krrMalformed: 'leftOut' });
    expect(numbersIn(await ask({ personidentifikatorer }))).toEqual([BOTH, RESERVED]);
    expect((await ask({ personidentifikatorer: [] })).status).toBe(400);
  });

  it('of the same number twice is answered once, or twice by a setting', async () => {
    const personidentifikatorer = [BOTH, BOTH];
    expect(numbersIn(await ask({ personidentifikatorer }))).toEqual([BOTH]);
    await set({ krrRepeated: 'each' });
    expect(numbersIn(await ask({ personidentifikatorer }))).toEqual([BOTH, BOTH]);
  });

  it('leaves out who is not registered when nothing is said of them, or not, by a setting', async () => {
    const personidentifikatorer = [BOTH, ABSENT];
    expect(numbersIn(await ask({ personidentifikatorer }))).toEqual([BOTH]);
    await set({ krrNotRegistered: 'included' });
    expect(numbersIn(await ask({ personidentifikatorer }))).toEqual([BOTH, ABSENT]);
    expect(numbersIn(await ask({ personidentifikatorer, inkluderIkkeRegistrerte: false }))).toEqual([BOTH]);
  });

  it('that finds nobody has an empty list, or none by a setting', async () => {
    const nobody = { personidentifikatorer: [ABSENT], inkluderIkkeRegistrerte: false };
    expect((await ask(nobody)).body).toEqual({ personer: [] });
    await set({ krrNobody: 'missing' });
    expect((await ask(nobody)).body).toEqual({});
  });

  it('takes D-numbers', async () => {
    const { status, body } = await ask({ personidentifikatorer: [D_NUMBER], inkluderIkkeRegistrerte: true });
    expect([status, body.personer[0].personidentifikator]).toEqual([200, D_NUMBER]);
  });

  it('does not know inkluderIkkeRegistrerte in version 1', async () => {
    const asked = { personidentifikatorer: [ABSENT], inkluderIkkeRegistrerte: false };
    expect(numbersIn(await ask(asked, 'v1'))).toEqual([ABSENT]);
  });

  it('must be JSON', async () => {
    const headers = { authorization: `Bearer ${await caller.token()}`, 'content-type': 'text/plain' };
    const body = JSON.stringify({ personidentifikatorer: [BOTH] });
    expect((await caller.call('/krr/rest/v2/personer', { method: 'POST', headers, body })).status).toBe(415);
  });

  it('has no more in it than what a person has: nothing is null', async () => {
    const { body } = await ask({ personidentifikatorer: [BOTH, RESERVED, MOBILE_ONLY] });
    expect(JSON.stringify(body)).not.toContain('null');
    expect(body.personer[2].kontaktinformasjon).not.toHaveProperty('epostadresse');
  });

  it('is refused with 401 when the token has expired', async () => {
    await set({ tokenLifetimeSeconds: 1 });
    const authorization = `Bearer ${await caller.token()}`;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const { status } = await caller.postJson(
      '/krr/rest/v2/personer',
      { personidentifikatorer: [BOTH] },
      { authorization },
    );
    expect(status).toBe(401);
    expect((await caller.lastRequest()).reason).toBe('the access token has expired');
  });

  it.each([429, 500, 503])('can be answered with %i in the error body of KRR', async (status) => {
    await caller.postJson('/admin/faults', { service: 'krr', kind: 'status', status });
    const answer = await ask({ personidentifikatorer: [BOTH] });
    expect(answer).toMatchObject({ status, body: { status, path: '/krr/rest/v2/personer' } });
  });
});
