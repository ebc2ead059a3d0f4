/** What a process that sends the same letter again makes of what it knows of the first time. */
import { runSendOnce } from '../../../src/svarut/sendLetter';
import { SLOW_MS, WAITS_MS, type Protection } from '../../../src/svarut/sendOnce';
import {
  broken,
  fakeWorld,
  KONTO,
  refillRetries,
  sessionIn,
  START,
  type Reply,
  type Route,
  type World,
} from '../fakePorts';
import { personFrom } from './letters';
import { found, isSend, none, ok, sendsOf, svarut, taken } from './scriptedSvarut';

const letter = personFrom({}, 'sak-2026-101');

beforeEach(() => refillRetries('svarut'));

const run = (world: World, protection: Protection = 'protect') =>
  runSendOnce(sessionIn(world), letter, {
    kontoId: KONTO,
    windowDays: 365,
    protection,
    documents: () => Promise.resolve(letter.documents),
  });

const lasting = (ms: number, route: Route): World => {
  const world: World = fakeWorld((request, nth) => {
    if (isSend(request)) world.clock.ms += ms;
    return route(request, nth);
  });
  return world;
};

describe('a process that sends the same letter again', () => {
  const statuses = (...some: string[]): Reply => ({ json: { statuser: some.map((id) => ({ id, status: 'LEST' })) } });

  test('at once, while SvarUt does not find it by its reference yet, asks for it by its id', async () => {
    await run(fakeWorld(svarut([none], [ok])));
    const world = fakeWorld(svarut([none, statuses('letter-2')], []));
    expect(await run(world)).toEqual({ outcome: 'duplicate', letter: { id: 'letter-2', status: 'LEST' } });
    expect(sendsOf(world)).toBe(0);
  });

  test.each([
    ['SvarUt does not know its id either', [none, statuses()]],
    ['it never reached anybody', [none, { json: { statuser: [{ id: 'letter-2', status: 'AVVIST' }] } }]],
  ])('sends it where %s', async (_where, lookUps) => {
    await run(fakeWorld(svarut([none], [ok])));
    const world = fakeWorld(svarut(lookUps, [{ json: { id: 'letter-3' } }]));
    expect(await run(world)).toMatchObject({ outcome: 'sent', id: 'letter-3' });
  });

  test('does not ask by an id that is older than the window', async () => {
    await run(fakeWorld(svarut([none], [ok])));
    const world = fakeWorld(svarut([none], [ok]), { now: START + 366 * 86_400_000 });
    expect(await run(world)).toMatchObject({ outcome: 'sent' });
    expect(world.requests).toHaveLength(2);
  });

  test('at once after an outcome that is not known waits again before it sends', async () => {
    await run(fakeWorld(svarut([none], [broken('ECONNRESET')])));
    const world = fakeWorld(svarut([none], [ok]));
    expect(await run(world)).toMatchObject({ outcome: 'sent', recovered: false });
    expect(world.sleeps).toEqual(WAITS_MS.slice(1));
  });

  test('and finds it meanwhile has a duplicate, which the earlier execution sent', async () => {
    await run(fakeWorld(svarut([none], [broken('ECONNRESET')])));
    const world = fakeWorld(svarut([none, none, found(taken)], []));
    expect(await run(world)).toMatchObject({ outcome: 'duplicate', letter: { id: 'letter-1' } });
  });

  test('does not send it for as long as SvarUt may be at work on the first', async () => {
    const late = lasting(SLOW_MS + 1, svarut([none], [broken('ECONNRESET')]));
    expect((await run(late)).outcome).toBe('unknown');
    const soon = fakeWorld(svarut([none], [ok]), { now: late.clock.ms + 60_000 });
    expect((await run(soon)).outcome).toBe('unknown');
    expect(sendsOf(soon)).toBe(0);
    const later = fakeWorld(svarut([none], [ok]), { now: late.clock.ms + 16 * 60_000 });
    expect((await run(later)).outcome).toBe('sent');
  });

  test('without protection sends it, and remembers nothing', async () => {
    await run(fakeWorld(svarut([], [ok])), 'off');
    const world = fakeWorld(svarut([none], [ok]));
    expect((await run(world)).outcome).toBe('sent');
    expect(world.requests).toHaveLength(2);
  });
});

test('a clock that was put back during a send is no proof that it ended fast', async () => {
  const world = lasting(-3_600_000, svarut([none], [broken('ECONNRESET'), ok]));
  expect((await run(world)).outcome).toBe('unknown');
  expect(sendsOf(world)).toBe(1);
});

test('a letter that was there before is not taken for the one whose answer was lost', async () => {
  await run(fakeWorld(svarut([none], [{ json: { id: 'letter-1' } }])));
  const recent = { ...taken, dato: new Date(START).toISOString() };
  const world = fakeWorld(svarut([found(recent)], [broken('ECONNRESET')]));
  expect((await run(world, 'afterAmbiguity')).outcome).toBe('unknown');
});
