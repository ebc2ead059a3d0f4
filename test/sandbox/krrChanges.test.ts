import { KRR_PERSONS } from '../../sandbox/src/krr/persons';
import { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());

const FEED = 'krr:global/hentendring.read';
const CONTACT = 'krr:global/kontaktinformasjon.read';

const token = async (scope: string) => {
  const { claims, header } = caller.grantOf('May read the changes');
  const answer = await caller.askForToken(await caller.grant({ claims: { ...claims, scope }, header }));
  return answer.body.access_token;
};

const read = async (body: unknown, scope = `${FEED} ${CONTACT}`) =>
  caller.postJson('/krr/rest/v2/krr/hentEndringer', body, { authorization: `Bearer ${await token(scope)}` });

describe('the changes of KRR', () => {
  it('come page by page until the newest, everyone once, with a page about nobody between', async () => {
    const sizes: number[] = [];
    const persons = new Set<string>();
    let at = 0;
    for (let newest = 1; at < newest;) {
      const { status, body } = await read({ fraEndringsId: at });
      expect(status).toBe(200);
      expect(body).toMatchObject({ fraEndringsId: at });
      expect(body.tilEndringsId).toBeGreaterThan(at);
      sizes.push(body.list.length);
      for (const { personidentifikator } of body.list) persons.add(personidentifikator);
      at = body.tilEndringsId;
      newest = body.sisteEndringsId;
    }
    expect(at).toBeGreaterThan(200_000_000);
    expect(sizes).toContain(0);
    expect(sizes.at(-1)).toBeGreaterThan(0);
    expect([persons.size, sizes.reduce((sum, size) => sum + size)]).toEqual([KRR_PERSONS.length, KRR_PERSONS.length]);
  });

  it('are nobody after the newest', async () => {
    const { sisteEndringsId } = (await read({ fraEndringsId: 0 })).body;
    expect((await read({ fraEndringsId: sisteEndringsId })).body).toEqual({
      list: [],
      fraEndringsId: sisteEndringsId,
      tilEndringsId: sisteEndringsId,
      sisteEndringsId,
    });
  });

  it('hold what the other scopes open', async () => {
    const [person] = (await read({ fraEndringsId: 0 })).body.list;
    expect(person).toMatchObject({ status: 'AKTIV', kontaktinformasjon: expect.any(Object) });
    const [bare] = (await read({ fraEndringsId: 0 }, FEED)).body.list;
    expect(bare).toMatchObject({ status: 'AKTIV', reservasjon: 'NEI' });
    expect(bare).not.toHaveProperty('kontaktinformasjon');
  });

  it('are refused without their scope, which an ordinary client has not', async () => {
    expect((await read({ fraEndringsId: 0 }, CONTACT)).status).toBe(403);
    const answer = await caller.askForToken(await caller.grant({ claims: { scope: FEED } }));
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
  });

  it.each([[{}], [{ fraEndringsId: -1 }], [{ fraEndringsId: 1.5 }], [{ fraEndringsId: '0' }], [[]], [null]])(
    'are refused for the body %j',
    async (body) => {
      expect((await read(body)).status).toBe(400);
    },
  );
});
