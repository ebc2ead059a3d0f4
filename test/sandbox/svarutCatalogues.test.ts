import { Caller } from './caller';

let caller: Caller;
let headers: Record<string, string>;
beforeAll(async () => {
  caller = await Caller.start();
  headers = await caller.fiksHeaders();
});
afterAll(() => caller.close());

const get = (path: string) => caller.call(`/svarut/api/v2/${path}`, { headers });

it('the types of shipments are each named once', async () => {
  const { forsendelsestyper } = (await get('forsendelsestyper')).body;
  expect(forsendelsestyper.length).toBeGreaterThan(1);
  expect(new Set(forsendelsestyper).size).toBe(forsendelsestyper.length);
});

describe('the receiving systems', () => {
  it.each<[string, number]>([
    ['', 3],
    ['?organisasjonsnummer=310475025', 2],
    ['?organisasjonsnummer=310475025&niva=4', 1],
    ['?forsendelseType=byggesak.soknad', 1],
    ['?niva=0', 0],
  ])('are found by %s', async (query, count) => {
    const { mottakersystemer } = (await get(`mottakersystem${query}`)).body;
    expect(mottakersystemer).toHaveLength(count);
  });

  it.each(['?organisasjonsnummer=31047502', '?forsendelseType=bygge-sak', '?forsendelseType=', '?niva=10', '?niva=x'])(
    'are not looked for by %s',
    async (query) => expect((await get(`mottakersystem${query}`)).status).toBe(400),
  );
});

it('the administration shows who can be written to', async () => {
  const { body } = await caller.call('/admin/recipients');
  expect(body.organisations.map(({ organisasjonsnummer }: any) => organisasjonsnummer)).toContain('310475025');
  expect([body.receivingSystems.length, body.healthParties.length]).toEqual([3, 5]);
});

it.each(['/v2/forsendelsestyper', '/v2/mottakersystem', '/v1/nhn/oppslag/8440100'])(
  '%s wants an integration',
  async (path) => expect((await caller.call(`/svarut/api${path}`)).status).toBe(401),
);
