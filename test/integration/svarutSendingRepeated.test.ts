/** SvarUt turns a reference away that it has seen, as its older interfaces did. */
import { forgetAll } from '../../src/svarut/sentBefore';
import { letter } from './letters';
import { sendingIn } from './sending';
import { failureOf, refillRetries, valueOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const { send, onSend, hiddenFor, ids, sends } = sendingIn(() => world);

describe('an environment that refuses a reference it has seen', () => {
  beforeEach(() => world.settings({ repeatedReference: 'refused' }));
  /** Each time as by a process that has just been started. */
  const once = (sendOnce: string, changes: Stored = {}) => {
    forgetAll();
    return send([letter('sak-2026-17', { sendOnce, ...changes })]);
  };

  it.each(['protect', 'afterAmbiguity', 'off'])('takes the first letter with the protection %s', async (sendOnce) => {
    expect(valueOf((await once(sendOnce))[0]).outcome).toBe('sent');
  });

  it('has the letter of an earlier run found after the refusal, where nobody looked before', async () => {
    const { letterId } = valueOf((await once('protect'))[0]);
    expect(valueOf((await once('afterAmbiguity'))[0])).toMatchObject({ outcome: 'duplicate', letterId });
    expect([(await ids()).length, await sends()]).toEqual([1, 2]);
  });

  it('has it found though it is hidden for a while', async () => {
    await hiddenFor(3);
    const { letterId } = valueOf((await once('protect'))[0]);
    expect(valueOf((await once('protect'))[0])).toMatchObject({ outcome: 'duplicate', letterId });
    expect([(await ids()).length, await sends()]).toEqual([1, 2]);
    expect(world.waits.length).toBeGreaterThan(0);
  });

  it('and hides it for longer than all waits says no, and nothing is sent twice', async () => {
    await hiddenFor(3600);
    valueOf((await once('protect'))[0]);
    expect(failureOf((await once('protect'))[0])).toMatchObject({
      code: 'ERR_REFUSED',
      serviceCode: 'GJENTAGENDE_FORSENDELSE',
    });
    expect([(await ids()).length, await sends()]).toEqual([1, 2]);
  });

  it('says no at once where nobody is to look', async () => {
    valueOf((await once('off'))[0]);
    expect(failureOf((await once('off'))[0])).toMatchObject({
      code: 'ERR_REFUSED',
      serviceCode: 'GJENTAGENDE_FORSENDELSE',
    });
    expect([(await ids()).length, await world.asked('svarut', 'metadata')]).toEqual([1, 0]);
  });

  it('has a lost answer found as sent', async () => {
    await onSend({ kind: 'dropAfter' });
    expect(valueOf((await once('protect'))[0])).toMatchObject({ outcome: 'sent', recovered: true });
    expect(await ids()).toHaveLength(1);
  });

  it('takes the letter anew when the first never reached anybody', async () => {
    await world.settings({ receiptFails: true });
    valueOf((await once('protect'))[0]);
    await world.advance(10);
    await world.settings({ receiptFails: false });
    expect(valueOf((await once('protect'))[0]).outcome).toBe('sent');
  });
});
