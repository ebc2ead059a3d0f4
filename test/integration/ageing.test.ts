/** The client in a sandbox whose clock is moved: its tokens grow too old, and so does what KRR knows. */
import type { ServiceKey } from '../../src/core';
import { letter } from './letters';
import { numberOf } from './persons';
import { sendingIn } from './sending';
import { HARMLESS, valueOf, verdictsOf, World } from './world';

const LIFETIME_S = 119;
const MONTH_S = 31 * 86_400;

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const { send, ids } = sendingIn(() => world);
const tokens = () => world.asked('maskinporten', 'token');

describe('a token that has grown too old', () => {
  it.each(Object.entries(HARMLESS))('is replaced once by who asks %s, and the answer comes', async (service, asked) => {
    const [operation, input] = asked;
    const run = () => world.run(service as ServiceKey, operation, [input]);
    valueOf((await run())[0]);
    const before = await tokens();
    await world.advance(LIFETIME_S);
    expect(verdictsOf(await run())).toEqual(['ok']);
    expect(verdictsOf(await run())).toEqual(['ok']);
    expect(await tokens()).toBe(before + 1);
  });

  it('is replaced by who sends, and the letter is sent once', async () => {
    await world.run('svarut', ...lookUp('sak-1'));
    await world.advance(LIFETIME_S);
    expect(verdictsOf(await send([letter('sak-1'), letter('sak-2')]))).toEqual(['ok', 'ok']);
    await world.advance(LIFETIME_S);
    expect(verdictsOf(await send([letter('sak-2'), letter('sak-3')]))).toEqual(['ok', 'ok']);
    expect(await ids()).toHaveLength(3);
  });

  const lookUp = (eksternReferanse: string) => ['findByReference', [{ eksternReferanse }]] as const;
});

it('who is notified today is not when nothing was confirmed for eighteen months', async () => {
  const foedselsnummer = numberOf('historical-identifiers');
  const check = async () => valueOf((await world.run('krr', 'checkNotificationRules', [{ foedselsnummer }]))[0]);
  expect(await check()).toMatchObject({ canBeNotified: true, reason: 'KAN_VARSLES' });
  await world.advance(14 * MONTH_S);
  expect(await check()).toMatchObject({ canBeNotified: true, reason: 'KAN_VARSLES' });
  await world.advance(3 * MONTH_S);
  expect(await check()).toMatchObject({ canBeNotified: false, reason: 'KAN_IKKE_VARSLES' });
});
