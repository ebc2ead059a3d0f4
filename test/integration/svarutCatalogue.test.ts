/** What can be looked up before a letter is sent. */
import { failureOf, refillRetries, valueOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const ask = async (operation: string, input: Stored) => (await world.run('svarut', operation, [input]))[0];
const told = async (operation: string, input: Stored) => valueOf(await ask(operation, input));

describe('the catalogues', () => {
  it('name the types, and the systems that receive them', async () => {
    await world.settings({ extraFields: true });
    const { forsendelsestyper } = await told('listShipmentTypes', {});
    const { receivingSystems } = await told('findReceivingSystems', {});
    expect(receivingSystems).toHaveLength(3);
    for (const { forsendelsestype } of receivingSystems) expect(forsendelsestyper).toContain(forsendelsestype);
  });

  it.each([
    [{ organisasjonsnummer: '310475025' }, ['Stillevik arkiv', 'Stillevik arkiv']],
    [{ organisasjonsnummer: '310475025', niva: 4 }, ['Stillevik arkiv']],
    [{ forsendelsestype: 'byggesak.soknad' }, ['Prøvedal byggesak']],
    [{ niva: 0 }, []],
  ])('find systems by %j', async (filter, names) => {
    const { receivingSystems } = await told('findReceivingSystems', filter);
    expect(receivingSystems.map(({ navn }: any) => navn)).toEqual(names);
  });

  it('are not asked about a type no type looks like', async () => {
    expect(failureOf(await ask('findReceivingSystems', { forsendelsestype: 'bygge-sak' })).code).toBe(
      'ERR_INVALID_INPUT',
    );
    expect(await world.asked('svarut', 'mottakersystem')).toBe(0);
  });
});

describe('Look Up NHN Party', () => {
  it.each([
    [8_440_100, 'ORGANIZATION', 'Stillevik legesenter', null],
    [8_440_101, 'PERSON', 'Blid Stetoskop', { herId: 8_440_100, navn: null }],
    [8_440_104, 'SERVICE', 'Stillevik legevakt', { herId: 8_440_100, navn: null }],
  ])('tells who %i is', async (herId, type, navn, parent) => {
    expect(await told('lookUpNhnParty', { herId })).toMatchObject({ herId, party: { type, navn, parent } });
  });

  it.each([
    ['available', /nobody with that HER-id/],
    ['notFound', /does not say which/],
  ])('does not find an unknown party where the look-up is %s', async (nhnLookup, message) => {
    await world.settings({ nhnLookup });
    expect(failureOf(await ask('lookUpNhnParty', { herId: 1 }))).toMatchObject({
      code: 'ERR_NOT_FOUND',
      field: 'herId',
      message: expect.stringMatching(message),
    });
  });
});
