import { lookUp, type How } from '../../src/krr/lookUp';
import { isServiceError } from '../../src/core';
import { someNumbers } from '../core/numbers';
import { ALL_NUMBERS } from './persons';
import { failureOf, refillRetries, valueOf, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'krr'));

const MALFORMED = '16903349845';
const DIGDIR: How = { route: 'digdir', krrVersion: 'v2', includeMailbox: true, rolleId: undefined };

const check = (numbers: readonly string[]) =>
  world.run(
    'krr',
    'checkNotificationRules',
    numbers.map((foedselsnummer) => ({ foedselsnummer })),
  );

describe('a number that KRR does not accept', () => {
  it('is kept back before it is sent', async () => {
    expect(verdictsOf(await check([MALFORMED, ...ALL_NUMBERS]))).toEqual([
      'ERR_INVALID_IDENTIFIER',
      ...ALL_NUMBERS.map(() => 'ok'),
    ]);
    expect(await world.asked('krr')).toBe(1);
  });

  it('is found among the others if it gets so far, wherever it stands', async () => {
    for (const at of [0, 5, 12]) {
      const numbers = [...ALL_NUMBERS.slice(0, at), MALFORMED, ...ALL_NUMBERS.slice(at)];
      const found = await lookUp(world.session(), DIGDIR, numbers);
      expect(found.map((one) => (isServiceError(one) ? one.code : one.foedselsnummer))).toEqual(
        numbers.map((number) => (number === MALFORMED ? 'ERR_REFUSED' : number)),
      );
    }
  });

  it('costs no more than some calls when it is refused once and then no more', async () => {
    await world.order({ service: 'krr', kind: 'status', status: 400 });
    expect(verdictsOf(await check(ALL_NUMBERS))).toEqual(ALL_NUMBERS.map(() => 'ok'));
    expect(await world.asked('krr')).toBe(4);
  });

  it('is not looked for when KRR refuses everything', async () => {
    await world.order({ service: 'krr', kind: 'status', status: 400, times: 100 });
    const outcomes = await check(ALL_NUMBERS);
    expect(new Set(verdictsOf(outcomes))).toEqual(new Set(['ERR_REFUSED']));
    expect(failureOf(outcomes[3])).toMatchObject({ service: 'krr', status: 400 });
    // All of them, and then sixteen alone.
    expect(await world.asked('krr')).toBe(1 + Math.min(16, ALL_NUMBERS.length));
  });
});

describe('a failure of KRR itself', () => {
  it('is given one more try when it is a 500', async () => {
    await world.order({ service: 'krr', kind: 'status', status: 500 });
    expect(verdictsOf(await check(ALL_NUMBERS))).toEqual(ALL_NUMBERS.map(() => 'ok'));
    await world.order({ service: 'krr', kind: 'status', status: 500, times: 5 });
    expect(new Set(verdictsOf(await check(ALL_NUMBERS)))).toEqual(new Set(['ERR_SERVICE_FAILURE']));
    expect(await world.asked('krr')).toBe(2 + 2);
  });
});

it('nobody is asked about when there is nobody', async () => {
  expect(await check([])).toEqual([]);
  expect(await world.asked('krr')).toBe(0);
});

it('1001 people are two calls, and one person a thousand times over is one', async () => {
  const people = someNumbers(1001);
  expect((await check(people)).map((outcome) => valueOf(outcome).foedselsnummer)).toEqual(people);
  expect(await world.asked('krr')).toBe(2);
  await check(Array.from({ length: 1000 }, () => people[0]!));
  expect(await world.asked('krr')).toBe(3);
});
