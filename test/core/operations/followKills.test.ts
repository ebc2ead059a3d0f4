/**
 * Hosts that are killed at any moment and start again from what they had stored.
 */
import fc from 'fast-check';
import { Following } from '../../../src/operations/follow';
import type { Json, JsonObject } from '../../../src/operations/operation';
import type { Page } from '../../../src/operations/trigger';
import { VirtualClock } from './virtualClock';

const MINUTE = 60_000;

/** What outlives a kill. */
interface Disk {
  place: Json;
  /** Written by the flow, which takes its time. */
  readonly written: number[];
}

interface Life {
  readonly clock: VirtualClock;
  readonly disk: Disk;
  /** False from the moment of the kill: what is still under way then never happens. */
  readonly isAlive: () => boolean;
}

interface Host {
  readonly settleMs: number;
  readonly deliver: (events: readonly number[]) => Promise<void>;
  readonly keep: (place: Json) => Promise<void>;
}

/** The longest a flow works on a page. */
const WORK_MS = 800;

const work = async ({ clock, disk, isAlive }: Life, events: readonly number[]): Promise<void> => {
  for (const event of events) {
    await clock.sleep(WORK_MS / 8);
    if (isAlive()) disk.written.push(event);
  }
};

/** Says when the flow has ended; stores the place only as it hands over the page after, and a kill can come before that. */
const confirming = (life: Life): Host => {
  let remembered: Json = life.disk.place;
  return {
    settleMs: 0,
    deliver: async (events) => {
      const stored = remembered;
      void life.clock.sleep(50).then(() => {
        if (life.isAlive()) life.disk.place = stored;
      });
      await work(life, events);
    },
    keep: async (place) => {
      remembered = place;
    },
  };
};

/** Hands over and knows no more; stores the place at once. */
const unconfirming = (life: Life): Host => ({
  settleMs: 1000,
  deliver: async (events) => void work(life, events),
  keep: async (place) => {
    await life.clock.sleep(20);
    if (life.isAlive()) life.disk.place = place;
  },
});

interface Service {
  readonly pageSize: number;
  readonly eventsPerMinute: number;
  readonly total: number;
}

/** Events have happened since before the first look: none of them may be skipped. */
const pageOf = ({ pageSize, eventsPerMinute, total }: Service, clock: VirtualClock, place: Json): Page => {
  const after = (place as number | undefined) ?? 0;
  const last = Math.min(total, 5 + Math.floor((clock.now() / MINUTE) * eventsPerMinute));
  const numbers = Array.from({ length: Math.min(pageSize, last - after) }, (_, at) => after + at + 1);
  return {
    events: numbers.map((number) => ({ number })),
    place: after + numbers.length,
    more: after + numbers.length < last,
  };
};

const live = (service: Service, makeHost: (life: Life) => Host, clock: VirtualClock, disk: Disk): (() => void) => {
  const stopper = new AbortController();
  const { signal } = stopper;
  const host = makeHost({ clock, disk, isAlive: () => !signal.aborted });
  const following = new Following(
    {
      poll: async (place) => {
        await clock.sleep(100);
        return pageOf(service, clock, place);
      },
      place: disk.place,
      everyMs: MINUTE,
      settleMs: host.settleMs,
      signal,
    },
    {
      deliver: (events: readonly JsonObject[]) => host.deliver(events.map(({ number }) => number as number)),
      keep: host.keep,
      sleep: clock.sleep,
      onNews: () => undefined,
    },
  );
  void following.run();
  return () => stopper.abort();
};

const repeatsIn = (written: readonly number[]): number => written.length - new Set(written).size;

describe.each([
  ['that says when a flow has ended', confirming],
  ['that cannot know when a flow has ended', unconfirming],
])('a host %s', (_name, makeHost) => {
  it('that is killed at any moments brings every event at least once, and repeats at most two pages for each kill', async () => {
    const service = fc.record({
      pageSize: fc.integer({ min: 1, max: 8 }),
      eventsPerMinute: fc.integer({ min: 1, max: 30 }),
      total: fc.integer({ min: 0, max: 60 }),
    });
    const lives = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(service, lives, async (given, killedAfter) => {
        const clock = new VirtualClock();
        const disk: Disk = { place: undefined, written: [] };
        for (const ms of killedAfter) {
          const kill = live(given, makeHost, clock, disk);
          await clock.run(ms);
          kill();
        }
        live(given, makeHost, clock, disk);
        await clock.run(120 * MINUTE);
        const all = Array.from({ length: given.total }, (_, at) => at + 1);
        expect([...new Set(disk.written)].sort((one, other) => one - other)).toEqual(all);
        expect(repeatsIn(disk.written)).toBeLessThanOrEqual(2 * given.pageSize * killedAfter.length);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('that is never killed brings every event once, in order', async () => {
    const clock = new VirtualClock();
    const disk: Disk = { place: undefined, written: [] };
    live({ pageSize: 4, eventsPerMinute: 6, total: 50 }, makeHost, clock, disk);
    await clock.run(30 * MINUTE);
    expect(disk.written).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
  });
});
