/** The documentation leaves open what a look-up of many answers for a number that has been replaced. */
import { NOBODY, numberOf, REPLACED, SURVIVOR } from './persons';
import { withTransport } from './sending';
import { valueOf, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const RESIDENT = numberOf('ordinary-resident');

const get = (numbers: readonly string[], settings: object = {}) =>
  world.run(
    'folkeregister',
    'getPerson',
    numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings })),
  );

const numbersOf = async (outcomes: ReturnType<typeof get>) =>
  (await outcomes).map((outcome) => (outcome.ok ? outcome.value.foedselsnummer : outcome.error.code));

describe('a number that was replaced', () => {
  it('alone gives the person under the number that is valid now', async () => {
    const [outcome] = await get([REPLACED]);
    expect(valueOf(outcome)).toMatchObject({ foedselsnummer: SURVIVOR, name: 'FINURLIG TINNSOLDAT' });
  });

  it.each(['asked', 'current'])(
    'among others gives the person, when the register answers under the %s number',
    async (historicalNumberInBulk) => {
      await world.settings({ historicalNumberInBulk });
      const answers = numbersOf(get([RESIDENT, REPLACED, NOBODY, SURVIVOR]));
      expect(await answers).toEqual([RESIDENT, SURVIVOR, 'ERR_PERSON_NOT_FOUND', SURVIVOR]);
    },
  );

  it.each(['asked', 'current', 'error'])(
    'among others gives the person when unknown numbers are rechecked, with the setting %s',
    async (historicalNumberInBulk) => {
      await world.settings({ historicalNumberInBulk });
      const answers = numbersOf(get([RESIDENT, REPLACED, NOBODY, SURVIVOR], { recheckUnknown: true }));
      expect(await answers).toEqual([RESIDENT, SURVIVOR, 'ERR_PERSON_NOT_FOUND', SURVIVOR]);
    },
  );

  it('is unknown when the register says so and nobody asked for a recheck, at the cost of no more calls', async () => {
    await world.settings({ historicalNumberInBulk: 'error' });
    expect(verdictsOf(await get([RESIDENT, REPLACED]))).toEqual(['ok', 'ERR_PERSON_NOT_FOUND']);
    expect(await world.asked('folkeregister', 'person')).toBe(0);
  });

  it('is rechecked alone, and only where the answer was unknown', async () => {
    await world.settings({ historicalNumberInBulk: 'error' });
    await get([RESIDENT, REPLACED, SURVIVOR], { recheckUnknown: true });
    expect(await world.asked('folkeregister', 'bulkoppslag')).toBe(1);
    expect(await world.asked('folkeregister', 'person')).toBe(1);
  });

  it('is asked for alone, and nobody else is, where the answer stands under another number', async () => {
    await world.settings({ historicalNumberInBulk: 'current' });
    expect(await numbersOf(get([RESIDENT, REPLACED]))).toEqual([RESIDENT, SURVIVOR]);
    expect(await world.asked('folkeregister', 'bulkoppslag')).toBe(1);
    expect(await world.asked('folkeregister', 'person')).toBe(1);
  });

  it('is asked for alone where the register did not keep the order', async () => {
    await world.settings({ historicalNumberInBulk: 'current' });
    const session = withTransport(world.session(), (transport) => async (request) => {
      const response = await transport(request);
      if (!request.url.includes('/bulkoppslag')) return response;
      const { oppslag } = JSON.parse(new TextDecoder().decode(response.body));
      return { ...response, body: new TextEncoder().encode(JSON.stringify({ oppslag: oppslag.reverse() })) };
    });
    const asked = [RESIDENT, REPLACED, numberOf('deceased')];
    for (const numbers of [asked, asked.slice(0, 2)]) {
      const inputs = numbers.map((foedselsnummer) => ({ foedselsnummer }));
      const answers = numbersOf(world.run('folkeregister', 'getPerson', inputs, session));
      expect(await answers).toEqual(numbers.map((number) => (number === REPLACED ? SURVIVOR : number)));
    }
  });

  it('never gives one person the answer of another, whatever the order', async () => {
    await world.settings({ historicalNumberInBulk: 'current' });
    const forwards = [REPLACED, SURVIVOR, RESIDENT, numberOf('deceased')];
    const expected = new Map([[REPLACED, SURVIVOR]]);
    for (const order of [forwards, [...forwards].reverse(), [RESIDENT, ...forwards]]) {
      expect(await numbersOf(get(order))).toEqual(order.map((number) => expected.get(number) ?? number));
    }
  });
});
