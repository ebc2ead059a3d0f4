import { Following, SERVICES, type Json, type JsonObject } from '../../src/core';
import { moveTo, searchesOf, sendLetters } from '../followedLetters';
import { Caller } from '../sandbox/caller';
import { letterTo, sent } from '../sandbox/letters';
import { VirtualClock } from '../core/operations/virtualClock';
import { refillRetries, World } from './world';

const { trigger } = SERVICES.svarut;
const MINUTE = 60_000;

let world: World;
let caller: Caller;
beforeAll(async () => {
  world = await World.start();
  caller = Caller.of(world.sandbox);
});
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

type Input = Readonly<Record<string, unknown>>;

const INPUT = { reportFirst: true, minutesBetween: 10 };
const named = (...letterIds: readonly string[]): Input => ({ ...INPUT, letterIds, eksternReferanser: [] });
const referred = (...eksternReferanser: readonly string[]): Input => ({ ...INPUT, letterIds: [], eksternReferanser });

/** A trigger that is looked with, page after page; what it stores is text in between. */
class Looker {
  #stored = 'null';

  constructor(readonly input: Input) {}

  async look(): Promise<JsonObject[]> {
    const events: JsonObject[] = [];
    let page: Awaited<ReturnType<typeof trigger.poll>> | undefined;
    do {
      const place = (JSON.parse(this.#stored) ?? undefined) as Json;
      page = await trigger.poll(world.session(), this.input, place, page?.within);
      this.#stored = JSON.stringify(page.place);
      events.push(...page.events);
    } while (page.more);
    return events;
  }
}

const changesIn = (events: readonly JsonObject[]) =>
  events.map(({ previousStatus, status, final }) => [previousStatus, status, final]);

describe('a letter', () => {
  it('is followed through Altinn to paper, and then left alone', async () => {
    const id = await sent(caller, letterTo('22828999528'));
    const looker = new Looker(named(id));
    const seen: unknown[] = [];
    for (const seconds of [0, 10, 41 * 3600, 3600]) {
      await world.advance(seconds);
      seen.push(...changesIn(await looker.look()));
    }
    expect(seen).toEqual([
      [null, 'MOTTATT', false],
      ['MOTTATT', 'LEVERT_ALTINN', false],
      ['LEVERT_ALTINN', 'PRINTET', true],
    ]);
    // Three, and once more with a new token: the first had grown too old in the 41 hours.
    expect(await searchesOf(caller)).toBe(4);
  });

  it('keeps its outcome when its documents are deleted', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const looker = new Looker(named(id));
    await moveTo(caller, 'LEVERT_ALTINN', id);
    await looker.look();
    await moveTo(caller, 'SLETTET', id);
    expect(await looker.look()).toMatchObject([{ status: 'SLETTET', lastStatus: 'LEVERT_ALTINN', final: true }]);
  });

  it('is found by its reference when the reference shows it, and so is the one that is sent after it failed', async () => {
    await world.settings({ eksternRefVisibleAfterMs: 60_000, receiptFails: true });
    const looker = new Looker(referred('sak-2026-1'));
    const [first] = await sendLetters(caller, 1);
    expect(await looker.look()).toEqual([]);
    await world.advance(61);
    expect(await looker.look()).toMatchObject([
      { letterId: first, eksternReferanse: 'sak-2026-1', status: 'FEILET_UNDER_MOTTAK' },
    ]);
    await world.settings({ receiptFails: false });
    const [second] = await sendLetters(caller, 1);
    await world.advance(61);
    expect(await looker.look()).toMatchObject([{ letterId: second, status: 'LEVERT_SDP', final: true }]);
    const asked = world.exchanges.length;
    expect(await looker.look()).toEqual([]);
    expect(world.exchanges).toHaveLength(asked);
  });

  it('nobody knows is reported, and does not keep the others from being followed', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const unknown = '11111111-2222-4333-8444-555555555555';
    const looker = new Looker(named(unknown, id));
    expect(await looker.look()).toMatchObject([{ letterId: id }]);
    expect(await looker.look()).toMatchObject([{ letterId: unknown, status: null }]);
  });

  it('on an account one may not use is an error', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const looker = new Looker({ ...named(id), kontoId: '11111111-2222-4333-8444-555555555555' });
    await expect(looker.look()).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });
  });
});

it('250 letters are asked about in three calls', async () => {
  const ids = await sendLetters(caller, 250);
  const looker = new Looker(named(...ids));
  const events = await looker.look();
  expect(events.map(({ letterId }) => letterId).sort()).toEqual([...ids].sort());
  expect(await searchesOf(caller)).toBe(3);
}, 30_000);

describe('a trigger that runs', () => {
  interface Life {
    readonly end: () => void;
  }

  interface Store {
    place: string;
    readonly written: JsonObject[];
    readonly faults: string[];
  }

  /** Begins from what is stored, and ends for good at the kill: what comes after it never happens. */
  const live = (store: Store, clock: VirtualClock, input: Input): Life => {
    const stopper = new AbortController();
    const { signal } = stopper;
    const place = (JSON.parse(store.place) ?? undefined) as Json;
    const following = new Following(
      {
        poll: (at, within) => trigger.poll(world.session({}, signal), input, at, within),
        place,
        everyMs: 10 * MINUTE,
        settleMs: 1000,
        signal,
      },
      {
        deliver: async (events) => {
          if (!signal.aborted) store.written.push(...events);
        },
        keep: async (at) => {
          if (!signal.aborted) store.place = JSON.stringify(at);
        },
        sleep: clock.sleep,
        onNews: (news) => {
          if (news.kind === 'failed') store.faults.push(news.error.code);
        },
      },
    );
    void following.run();
    return { end: () => stopper.abort() };
  };

  const newStore = (): Store => ({ place: 'null', written: [], faults: [] });

  /** Real requests take real time, of which the virtual clock knows nothing: a look has ended when the trigger sleeps. */
  const asleep = async (clock: VirtualClock): Promise<number> => {
    while (clock.next === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
    return clock.next;
  };

  const look = async (clock: VirtualClock): Promise<void> => {
    await clock.runUntil(await asleep(clock));
    await asleep(clock);
  };

  it('goes on through everything that can be wrong for a while, and misses no change', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const clock = new VirtualClock();
    const store = newStore();
    const life = live(store, clock, named(id));
    await asleep(clock);
    for (const [state, fault] of [
      ['AKSEPTERT', { kind: 'dropAfter', times: 3 }],
      ['SENDT_ALTINN', { kind: 'html', times: 3 }],
      ['LEVERT_ALTINN', { kind: 'status', status: 401, times: 2 }],
      ['LEST', { kind: 'status', status: 429, times: 3 }],
    ] as const) {
      await moveTo(caller, state, id);
      await world.order({ service: 'svarut', operation: 'status', ...fault });
      for (let looks = 0; looks < 3; looks += 1) await look(clock);
    }
    life.end();
    expect(changesIn(store.written).map(([, status]) => status)).toEqual([
      'MOTTATT',
      'AKSEPTERT',
      'SENDT_ALTINN',
      'LEVERT_ALTINN',
      'LEST',
    ]);
    expect(new Set(store.faults)).toContain('ERR_UNAUTHORIZED');
  }, 30_000);
});
