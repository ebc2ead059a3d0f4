import { statusTrigger } from '../../../src/svarut/statusTrigger';
import type { Json, JsonObject } from '../../../src/operations/operation';
import type { Page } from '../../../src/operations/trigger';
import { fakeWorld, jsonOf, sessionIn, thrownBy, type Route } from '../fakePorts';

const idOf = (at: number): string => `6f1d2c3b-4a59-4867-9586-${String(at).padStart(12, '0')}`;
const [A, B] = [idOf(1), idOf(2)] as const;
const CHANGED = '2026-11-20T10:00:05+01:00';

/** SvarUt with these letters, by id, and these references. */
class SvarUt {
  readonly states = new Map<string, string>();
  readonly references = new Map<string, string[]>();
  /** The ids of each search for states, and the references that were looked up. */
  readonly asked: string[][] = [];
  readonly lookedUp: string[] = [];
  readonly world = fakeWorld((request) => this.#answer(request));
  readonly session = sessionIn(this.world);
  #place: Json;

  readonly #answer: (request: Parameters<Route>[0]) => ReturnType<Route> = (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/status/sok')) {
      const { id: ids } = jsonOf(request) as { id: string[] };
      this.asked.push(ids);
      return {
        json: {
          statuser: ids.flatMap((id) =>
            this.states.has(id) ? [{ id, status: this.states.get(id), sisteStatusEndring: CHANGED }] : [],
          ),
        },
      };
    }
    const reference = searchParams.get('eksternRef') ?? '';
    this.lookedUp.push(reference);
    const forsendelser = (this.references.get(reference) ?? []).map((id) => ({ id, status: this.states.get(id) }));
    return { json: { forsendelser } };
  };

  /** One look, page after page, as what is stored between them allows. */
  async look(input: Record<string, unknown> = {}): Promise<JsonObject[]> {
    const events: JsonObject[] = [];
    let page: Page | undefined;
    do {
      page = await statusTrigger.poll(this.session, { reportFirst: true, ...input }, this.#place, page?.within);
      this.#place = JSON.parse(JSON.stringify(page.place)) as Json;
      events.push(...page.events);
    } while (page.more);
    return events;
  }

  add(...ids: readonly string[]): void {
    this.#place = statusTrigger.follows?.add(
      this.#place,
      ids.map((letterId) => ({ letterId })),
    );
  }

  get followed(): number | undefined {
    return statusTrigger.follows?.count(this.#place);
  }

  get stored(): string {
    return JSON.stringify(this.#place ?? {});
  }
}

const withLetters = (states: Readonly<Record<string, string>>): SvarUt => {
  const svarut = new SvarUt();
  for (const [id, state] of Object.entries(states)) svarut.states.set(id, state);
  return svarut;
};

const form = (...letterIds: readonly string[]) => ({ letterIds, eksternReferanser: [] });
const references = (...eksternReferanser: readonly string[]) => ({ letterIds: [], eksternReferanser });
const changesIn = (events: readonly JsonObject[]) =>
  events.map(({ letterId, previousStatus, status }) => [letterId, previousStatus, status]);

describe('a letter the form names', () => {
  it('is reported at the first look, and again only when its status changes', async () => {
    const svarut = withLetters({ [A]: 'MOTTATT' });
    expect(await svarut.look(form(A))).toEqual([
      {
        letterId: A,
        eksternReferanse: null,
        previousStatus: null,
        status: 'MOTTATT',
        changedAt: CHANGED,
        channel: null,
        statusClass: 'inProgress',
        final: false,
        lastStatus: null,
        lastStatusClass: null,
      },
    ]);
    expect(await svarut.look(form(A))).toEqual([]);
    svarut.states.set(A, 'SENDT_SDP');
    expect(await svarut.look(form(A))).toMatchObject([
      { letterId: A, previousStatus: 'MOTTATT', status: 'SENDT_SDP', channel: 'digital', final: false },
    ]);
  });

  it('is only remembered at the first look where the form says so', async () => {
    const svarut = withLetters({ [A]: 'MOTTATT' });
    const input = { ...form(A), reportFirst: false };
    expect(await svarut.look(input)).toEqual([]);
    svarut.states.set(A, 'AVVIST');
    expect(await svarut.look(input)).toMatchObject([
      { previousStatus: 'MOTTATT', status: 'AVVIST', statusClass: 'failed', final: true },
    ]);
  });

  it('is asked about no more when it has come to its end, and is not reported again', async () => {
    const svarut = withLetters({ [A]: 'LEVERT_SDP', [B]: 'MOTTATT' });
    await svarut.look(form(A, B));
    svarut.asked.length = 0;
    expect(await svarut.look(form(A, B))).toEqual([]);
    expect(svarut.asked).toEqual([[B]]);
    expect(svarut.followed).toBe(1);
  });

  it('is not asked about when none is left', async () => {
    const svarut = withLetters({ [A]: 'PRINTET' });
    await svarut.look(form(A));
    await svarut.look(form(A));
    expect(svarut.asked).toEqual([[A]]);
  });

  it('keeps the last known outcome when its documents are deleted', async () => {
    const svarut = withLetters({ [A]: 'LEVERT_ALTINN' });
    await svarut.look(form(A));
    svarut.states.set(A, 'SLETTET');
    expect(await svarut.look(form(A))).toMatchObject([
      {
        previousStatus: 'LEVERT_ALTINN',
        status: 'SLETTET',
        statusClass: 'closed',
        final: true,
        lastStatus: 'LEVERT_ALTINN',
        lastStatusClass: 'inProgress',
      },
    ]);
  });

  it('has no outcome to keep when it was deleted before the first look', async () => {
    const svarut = withLetters({ [A]: 'SLETTET' });
    expect(await svarut.look(form(A))).toMatchObject([{ status: 'SLETTET', lastStatus: null, lastStatusClass: null }]);
  });

  it('is followed on through a state that is new to us', async () => {
    const svarut = withLetters({ [A]: 'SENDT_MED_DRONE' });
    expect(await svarut.look(form(A))).toMatchObject([
      { status: 'SENDT_MED_DRONE', statusClass: 'unknown', final: false },
    ]);
    svarut.states.set(A, 'LEST');
    expect(changesIn(await svarut.look(form(A)))).toEqual([[A, 'SENDT_MED_DRONE', 'LEST']]);
  });

  it('is one letter however it is written', async () => {
    const svarut = withLetters({ [A]: 'MOTTATT' });
    expect(changesIn(await svarut.look(form(A.toUpperCase(), A)))).toEqual([[A, null, 'MOTTATT']]);
  });

  it('is forgotten when the form no longer names it', async () => {
    const svarut = withLetters({ [A]: 'MOTTATT', [B]: 'MOTTATT' });
    await svarut.look(form(A, B));
    await svarut.look(form(B));
    svarut.asked.length = 0;
    await svarut.look(form(B));
    expect(svarut.asked).toEqual([[B]]);
    expect(svarut.stored).not.toContain(A);
  });

  it('must be named: a form without letters is an error', async () => {
    const error = await thrownBy(() => new SvarUt().look(form()));
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', retryable: false });
  });
});

describe('a letter SvarUt does not know', () => {
  it('is reported once, at the second look, since a new one need not be visible yet', async () => {
    const svarut = new SvarUt();
    expect(await svarut.look(form(A))).toEqual([]);
    expect(await svarut.look(form(A))).toEqual([
      {
        letterId: A,
        eksternReferanse: null,
        previousStatus: null,
        status: null,
        changedAt: null,
        channel: null,
        statusClass: 'unknown',
        final: false,
        lastStatus: null,
        lastStatusClass: null,
      },
    ]);
    for (let looks = 0; looks < 3; looks += 1) expect(await svarut.look(form(A))).toEqual([]);
  });

  it('is reported also where the first status is not', async () => {
    const svarut = new SvarUt();
    const input = { ...form(A), reportFirst: false };
    await svarut.look(input);
    expect(await svarut.look(input)).toHaveLength(1);
  });

  it('is followed from when it becomes known', async () => {
    const svarut = new SvarUt();
    for (let looks = 0; looks < 3; looks += 1) await svarut.look(form(A));
    svarut.states.set(A, 'AKSEPTERT');
    expect(changesIn(await svarut.look(form(A)))).toEqual([[A, null, 'AKSEPTERT']]);
  });

  it('although it once did is not reported, and is followed on', async () => {
    const svarut = withLetters({ [A]: 'AKSEPTERT' });
    await svarut.look(form(A));
    svarut.states.delete(A);
    for (let looks = 0; looks < 3; looks += 1) expect(await svarut.look(form(A))).toEqual([]);
    svarut.states.set(A, 'SENDT_PRINT');
    expect(changesIn(await svarut.look(form(A)))).toEqual([[A, 'AKSEPTERT', 'SENDT_PRINT']]);
  });
});

describe('many letters', () => {
  const ids = Array.from({ length: 250 }, (_, at) => idOf(at + 1));

  it('are asked about a hundred at a time, each once', async () => {
    const svarut = withLetters(Object.fromEntries(ids.map((id) => [id, 'MOTTATT'])));
    const events = await svarut.look(form(...ids));
    expect(svarut.asked.map((one) => one.length)).toEqual([100, 100, 50]);
    expect(svarut.asked.flat().sort()).toEqual(ids);
    expect(events).toHaveLength(250);
  });

  it('are not all asked about again when the first of them have come to their end in the middle of a look', async () => {
    const svarut = withLetters(Object.fromEntries(ids.map((id, at) => [id, at < 120 ? 'LEST' : 'MOTTATT'])));
    await svarut.look(form(...ids));
    svarut.asked.length = 0;
    expect(await svarut.look(form(...ids))).toEqual([]);
    expect(svarut.asked.map((one) => one.length)).toEqual([100, 30]);
  });
});

describe('a reference', () => {
  it('stands for its letters, and for those that are sent later', async () => {
    const svarut = withLetters({ [A]: 'FEILET_UNDER_MOTTAK', [B]: 'MOTTATT' });
    expect(await svarut.look(references('sak-1'))).toEqual([]);
    svarut.references.set('sak-1', [A.toUpperCase()]);
    expect(await svarut.look(references('sak-1'))).toMatchObject([{ letterId: A, eksternReferanse: 'sak-1' }]);
    svarut.references.set('sak-1', [A, B]);
    expect(changesIn(await svarut.look(references('sak-1')))).toEqual([[B, null, 'MOTTATT']]);
  });

  it('is looked up no more when a letter that was taken on has come to its end', async () => {
    const svarut = withLetters({ [A]: 'LEVERT_SDP' });
    svarut.references.set('sak-1', [A]);
    for (let looks = 0; looks < 3; looks += 1) await svarut.look(references('sak-1'));
    expect(svarut.lookedUp).toEqual(['sak-1']);
  });

  it('is looked up on when its only letter was rejected, for the letter may be sent again', async () => {
    const svarut = withLetters({ [A]: 'AVVIST' });
    svarut.references.set('sak-1', [A]);
    for (let looks = 0; looks < 3; looks += 1) await svarut.look(references('sak-1'));
    expect(svarut.lookedUp).toHaveLength(3);
    expect(svarut.asked).toEqual([[A]]);
  });

  it('keeps a letter that the look-up no longer shows', async () => {
    const svarut = withLetters({ [A]: 'MOTTATT' });
    svarut.references.set('sak-1', [A]);
    await svarut.look(references('sak-1'));
    svarut.references.delete('sak-1');
    svarut.states.set(A, 'LEST');
    expect(changesIn(await svarut.look(references('sak-1')))).toEqual([[A, 'MOTTATT', 'LEST']]);
  });

  it('is looked up once in a look, however many pages it has', async () => {
    const ids = Array.from({ length: 150 }, (_, at) => idOf(at + 1));
    const svarut = withLetters(Object.fromEntries(ids.map((id) => [id, 'MOTTATT'])));
    svarut.references.set('sak-1', ids);
    expect(await svarut.look(references('sak-1'))).toHaveLength(150);
    expect(svarut.lookedUp).toEqual(['sak-1']);
  });
});

describe('a letter a message adds', () => {
  it('is followed from the next look, and on when it is added again', async () => {
    const svarut = withLetters({ [A]: 'MOTTATT', [B]: 'MOTTATT' });
    expect(await svarut.look()).toEqual([]);
    svarut.add(A);
    expect(changesIn(await svarut.look())).toEqual([[A, null, 'MOTTATT']]);
    svarut.add(A.toUpperCase(), B);
    expect(changesIn(await svarut.look())).toEqual([[B, null, 'MOTTATT']]);
    expect(svarut.followed).toBe(2);
  });

  it('is not reported again when it is added again after its end', async () => {
    const svarut = withLetters({ [A]: 'LEST' });
    svarut.add(A);
    await svarut.look();
    svarut.add(A);
    expect(await svarut.look()).toEqual([]);
    expect(svarut.followed).toBe(0);
  });

  it('leaves nothing behind but its id and its status', async () => {
    const svarut = withLetters({ [A]: 'MOTTATT' });
    svarut.add(A);
    await svarut.look();
    expect(JSON.parse(svarut.stored)).toEqual({ letters: { [A]: { status: 'MOTTATT' } } });
  });

  it('pushes out the oldest of ten thousand that are done, and none that is not', async () => {
    const done = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [idOf(at), { status: 'LEST' }]));
    const place = { letters: { [idOf(20_000)]: { status: 'MOTTATT' }, ...done, [idOf(10_000)]: { status: 'LEST' } } };
    const { letters } = statusTrigger.follows?.add(place, [{ letterId: idOf(30_000) }]) as { letters: object };
    expect(Object.keys(letters)).toHaveLength(10_002);
    expect(letters).not.toHaveProperty([idOf(0)]);
    expect(Object.keys(letters)).toEqual(expect.arrayContaining([idOf(1), idOf(20_000), idOf(30_000)]));
  });
});

describe('a sample', () => {
  it('is the current status of the letters, as changes, whatever was reported before', async () => {
    const svarut = withLetters({ [A]: 'LEST' });
    await svarut.look(form(A));
    const sample = () => statusTrigger.sample(svarut.session, { ...form(A), reportFirst: false });
    expect(changesIn(await sample())).toEqual([[A, null, 'LEST']]);
    expect(await svarut.look(form(A))).toEqual([]);
  });

  it('has the shape of the example', async () => {
    const svarut = withLetters({ [A]: 'LEVERT_SDP' });
    const [event] = await statusTrigger.sample(svarut.session, form(A));
    expect(Object.keys(event!).sort()).toEqual(Object.keys(statusTrigger.example).sort());
  });
});
