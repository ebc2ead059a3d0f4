import { ServiceError } from '../../../src/http/serviceError';
import type { ErrorCode } from '../../../src/http/errorCodes';
import { Following, type FollowOptions, type News } from '../../../src/operations/follow';
import type { Json, JsonObject } from '../../../src/operations/operation';
import type { Page } from '../../../src/operations/trigger';
import { VirtualClock } from './virtualClock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const trouble = (code: ErrorCode): ServiceError => new ServiceError(code, 'It went wrong.', 'Try again.');
const page = (place: Json, ...ids: readonly number[]): Page => ({
  events: ids.map((id) => ({ id })),
  place,
  more: false,
});

type Turn = Page | Error;

interface Host {
  readonly following: Following;
  readonly clock: VirtualClock;
  /** What the trigger was asked with, and when. */
  readonly asked: { place: Json; within: Json; at: number }[];
  readonly delivered: JsonObject[][];
  readonly kept: Json[];
  readonly news: News[];
  readonly stop: () => void;
}

interface Given {
  readonly deliver?: (events: readonly JsonObject[], nth: number) => Promise<void>;
  readonly keep?: (place: Json, nth: number) => Promise<void>;
  readonly options?: Partial<FollowOptions>;
}

/** The last turn goes on for ever. */
const hostWith = (turns: readonly Turn[], { deliver, keep, options }: Given = {}): Host => {
  const clock = new VirtualClock();
  const stopper = new AbortController();
  const asked: Host['asked'] = [];
  const delivered: JsonObject[][] = [];
  const kept: Json[] = [];
  const news: News[] = [];
  const following = new Following(
    {
      poll: async (place, within) => {
        const turn = turns[Math.min(asked.push({ place, within, at: clock.now() }), turns.length) - 1];
        if (!turn || turn instanceof Error) throw turn ?? new Error('no turn');
        return turn;
      },
      place: undefined,
      everyMs: 10 * MINUTE,
      settleMs: 1000,
      signal: stopper.signal,
      ...options,
    },
    {
      deliver: async (events) => {
        await deliver?.(events, delivered.length + 1);
        delivered.push([...events]);
      },
      keep: async (place) => {
        await keep?.(place, kept.length + 1);
        kept.push(place);
      },
      sleep: clock.sleep,
      onNews: (one) => void news.push(one),
    },
  );
  return { following, clock, asked, delivered, kept, news, stop: () => stopper.abort() };
};

const started = (turns: readonly Turn[], given?: Given): Host => {
  const host = hostWith(turns, given);
  void host.following.run();
  return host;
};

const minutesOf = ({ asked }: Host): number[] => asked.map(({ at }) => at / MINUTE);
const failuresOf = ({ news }: Host) => news.filter((one) => one.kind === 'failed');

describe('looking', () => {
  it('begins at once, goes on at its pace and asks from where the page before ended', async () => {
    const host = started([page('a', 1), page('b', 2, 3), page('c')]);
    await host.clock.run(25 * MINUTE);
    expect(host.asked.map(({ place, at }) => [place, at / MINUTE])).toEqual([
      [undefined, 0],
      ['a', 10],
      ['b', 20],
    ]);
    expect(host.delivered).toEqual([[{ id: 1 }], [{ id: 2 }, { id: 3 }]]);
    host.stop();
  });

  it('begins where it ended before', async () => {
    const host = started([page('z')], { options: { place: 'y' } });
    await host.clock.run(0);
    expect(host.asked).toMatchObject([{ place: 'y', at: 0 }]);
    host.stop();
  });

  it('asks for the next page after a moment where there is more', async () => {
    const host = started([{ ...page('a', 1), more: true }, { ...page('b', 2), more: true }, page('c', 3)]);
    await host.clock.run(2 * MINUTE);
    expect(host.asked.map(({ at }) => at)).toEqual([0, 1000, 2000]);
    host.stop();
  });

  it('tells each page how far the page before has come, as long as they are of one look', async () => {
    const more = { more: true, within: 17 };
    const pages = [
      { ...page('a', 1), ...more },
      trouble('ERR_TIMEOUT'),
      { ...page('b', 2), ...more },
      page('c'),
      page('d'),
    ];
    const host = started(pages);
    await host.clock.run(HOUR);
    expect(host.asked.slice(0, 5).map(({ place, within }) => [place, within])).toEqual([
      [undefined, undefined],
      ['a', 17],
      // The look was broken off.
      ['a', undefined],
      ['b', 17],
      ['c', undefined],
    ]);
    host.stop();
  });

  it('needs no moment where there is more and nothing was delivered', async () => {
    const host = started([{ ...page('a'), more: true }, page('b', 1)]);
    await host.clock.run(0);
    expect(host.asked.map(({ at }) => at)).toEqual([0, 0]);
    host.stop();
  });

  it('has one page under way: while the flow works, nothing is asked for', async () => {
    const host: Host = started([page('a', 1), page('b', 2)], {
      deliver: () => host.clock.sleep(45 * MINUTE),
    });
    await host.clock.run(54 * MINUTE);
    expect(minutesOf(host)).toEqual([0]);
    await host.clock.run(2 * MINUTE);
    expect(minutesOf(host)).toEqual([0, 55]);
    host.stop();
  });

  it('delivers nothing where nothing has happened', async () => {
    const host = started([page('a')]);
    await host.clock.run(HOUR);
    expect(host.delivered).toEqual([]);
    expect(host.news).toContainEqual({ kind: 'looked', events: 0 });
    host.stop();
  });

  it('ends in the middle of a pause, and asks no more', async () => {
    const host = hostWith([page('a')]);
    const end = host.following.run();
    await host.clock.run(MINUTE);
    host.stop();
    await end;
    await host.clock.run(HOUR);
    expect(host.asked).toHaveLength(1);
  });
});

describe('the kept place', () => {
  it('moves past a page only when its pause is over, since only then the flow has surely worked on it', async () => {
    const host = started([page('a', 1), page('b', 2), page('b')]);
    await host.clock.run(9 * MINUTE);
    expect(host.kept).toEqual([]);
    await host.clock.run(2 * MINUTE);
    expect(host.kept).toEqual(['a']);
    await host.clock.run(10 * MINUTE);
    expect(host.kept.slice(0, 2)).toEqual(['a', 'b']);
    host.stop();
  });

  it('moves at once past a page in which nothing has happened', async () => {
    const host = started([page('now')]);
    await host.clock.run(0);
    expect(host.kept).toEqual(['now']);
    host.stop();
  });

  it('never moves past a page that was not delivered, and the page is asked for again', async () => {
    const host = started([page('a', 1), page('b', 1, 2)], {
      deliver: async (_events, nth) => {
        if (nth === 1 && host.asked.length === 1) throw trouble('ERR_UNREACHABLE');
      },
    });
    await host.clock.run(19 * MINUTE);
    expect(host.kept).toEqual([]);
    await host.clock.run(2 * MINUTE);
    expect(host.asked.map(({ place }) => place)).toEqual([undefined, undefined]);
    expect(host.delivered).toEqual([[{ id: 1 }, { id: 2 }]]);
    host.stop();
  });

  it('is tried again where it could not be stored, before anything else is asked for', async () => {
    const host = started([page('a', 1), page('b')], {
      keep: async (_place, nth) => {
        if (nth === 1 && failuresOf(host).length === 0) throw new Error('the disk is full');
      },
    });
    await host.clock.run(15 * MINUTE);
    expect(failuresOf(host)).toMatchObject([{ error: { code: 'ERR_INTERNAL' }, tell: true }]);
    expect(host.asked).toHaveLength(1);
    await host.clock.run(HOUR);
    expect(host.kept.slice(0, 2)).toEqual(['a', 'b']);
    host.stop();
  });
});

describe('the first look, where the host waits for it', () => {
  it('keeps a place that has nothing before it', async () => {
    const host = hostWith([page('now'), page('later', 1)]);
    await host.following.begin();
    expect(host.kept).toEqual(['now']);
    void host.following.run();
    await host.clock.run(11 * MINUTE);
    expect(host.asked.map(({ place }) => place)).toEqual([undefined, 'now']);
    expect(host.kept).not.toContain(undefined);
    host.stop();
  });

  it('holds its events until the host goes on, and delivers them once', async () => {
    const host = hostWith([page('a', 1), page('a')]);
    await host.following.begin();
    expect([host.delivered, host.kept]).toEqual([[], []]);
    void host.following.run();
    await host.clock.run(25 * MINUTE);
    expect(host.delivered).toEqual([[{ id: 1 }]]);
    expect(minutesOf(host)).toEqual([0, 10, 20]);
    host.stop();
  });

  it('fails where it cannot be taken', async () => {
    const host = hostWith([trouble('ERR_UNAUTHORIZED')]);
    await expect(host.following.begin()).rejects.toMatchObject({ code: 'ERR_UNAUTHORIZED' });
    expect(host.news).toEqual([]);
  });
});

describe('when something is wrong', () => {
  it('that passes by itself, the waits grow up to an hour, and a person hears of it once, when it lasts', async () => {
    const host = started([trouble('ERR_UNREACHABLE')]);
    await host.clock.run(5 * HOUR);
    expect(minutesOf(host)).toEqual([0, 20, 60, 120, 180, 240, 300]);
    expect(failuresOf(host).map(({ tell }) => tell)).toEqual([false, false, true, false, false, false, false]);
    host.stop();
  });

  it('that somebody must mend, a person hears of it at once and once, and it is tried each hour', async () => {
    const host = started([trouble('ERR_UNAUTHORIZED'), trouble('ERR_UNAUTHORIZED'), trouble('ERR_FORBIDDEN')]);
    await host.clock.run(3 * HOUR);
    expect(minutesOf(host)).toEqual([0, 60, 120, 180]);
    expect(failuresOf(host).map(({ error, tell }) => [error.code, tell])).toEqual([
      ['ERR_UNAUTHORIZED', true],
      ['ERR_UNAUTHORIZED', false],
      ['ERR_FORBIDDEN', true],
      ['ERR_FORBIDDEN', false],
    ]);
    host.stop();
  });

  it('and then right again, it goes on at its pace from where it was', async () => {
    const host = started([page('a', 1), trouble('ERR_TIMEOUT'), page('b', 2), trouble('ERR_TIMEOUT'), page('c')]);
    await host.clock.run(HOUR);
    expect(minutesOf(host)).toEqual([0, 10, 30, 40, 60]);
    expect(host.asked.map(({ place }) => place)).toEqual([undefined, 'a', 'a', 'b', 'b']);
    host.stop();
  });

  it('that nobody foresaw, it goes on all the same', async () => {
    const host = started([new TypeError('undefined is not a function'), page('a', 1)]);
    await host.clock.run(61 * MINUTE);
    expect(failuresOf(host)).toMatchObject([{ error: { code: 'ERR_INTERNAL' }, tell: true }]);
    expect(host.delivered).toEqual([[{ id: 1 }]]);
    host.stop();
  });

  it('looks that are more than an hour apart are tried again after one, or wait their turn where a person must act', async () => {
    const day = { options: { everyMs: 24 * HOUR } };
    const transient = started([trouble('ERR_TIMEOUT')], day);
    await transient.clock.run(90 * MINUTE);
    expect(minutesOf(transient)).toEqual([0, 60]);
    const permanent = started([trouble('ERR_FORBIDDEN')], day);
    await permanent.clock.run(25 * HOUR);
    expect(minutesOf(permanent)).toEqual([0, 24 * 60]);
    transient.stop();
    permanent.stop();
  });

  it('an end that comes while the service is asked is no failure', async () => {
    const host: Host = started([page('a', 1)], {
      deliver: async () => {
        host.stop();
        throw trouble('ERR_CANCELLED');
      },
    });
    await host.clock.run(HOUR);
    expect(host.news).toEqual([]);
  });
});

describe('a change of what is followed', () => {
  const add = (name: string) => (place: Json) => [...((place as string[] | undefined) ?? []), name];

  it('is kept when it resolves, without the page whose pause is still running', async () => {
    const host = started([page(['old', 'page'], 1), page(['end'])], { options: { place: ['old'] } });
    await host.clock.run(MINUTE);
    await host.following.change(add('new'));
    expect(host.kept).toEqual([['old', 'new']]);
    await host.clock.run(10 * MINUTE);
    expect(host.kept[1]).toEqual(['old', 'page', 'new']);
    expect(host.asked[1]?.place).toEqual(['old', 'page', 'new']);
    host.stop();
  });

  it('that comes while a page is under way is not lost when the page has ended', async () => {
    const host: Host = started([page(['page'], 1), page(['end'])], {
      deliver: () => host.clock.sleep(MINUTE),
    });
    await host.clock.run(1000);
    await host.following.change(add('meanwhile'));
    await host.clock.run(11 * MINUTE);
    expect(host.asked[1]?.place).toEqual(['page', 'meanwhile']);
    expect(host.kept).toContainEqual(['page', 'meanwhile']);
    host.stop();
  });

  it('that comes while a page is under way is not lost when the page fails', async () => {
    const host: Host = started([page(['page'], 1), page(['end'])], {
      deliver: async () => {
        await host.following.change(add('meanwhile'));
        throw trouble('ERR_TIMEOUT');
      },
    });
    await host.clock.run(21 * MINUTE);
    expect(host.asked[1]?.place).toEqual(['meanwhile']);
    host.stop();
  });
});
