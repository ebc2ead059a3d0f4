import fc from 'fast-check';
import { checkInput } from '../../../src/operations/checkInput';
import type { Json, JsonObject } from '../../../src/operations/operation';
import { eventTrigger } from '../../../src/folkeregister/events/trigger';
import type { Session } from '../../../src/session';
import { someNumbers } from '../numbers';
import { fakeWorld, refillRetries, sessionIn, thrownBy, type Reply } from '../fakePorts';
import { Feed, feedRequests, idOf, personRequests, type FeedSettings } from './eventFeed';

beforeEach(() => refillRetries('folkeregister'));

const [ONE = '', TWO = '', THREE = ''] = someNumbers(3);
const OTHER_ROLE = '5e5e5e5e-0000-4000-8000-000000000005';

/** The trigger on a feed, with what is stored between two looks. */
class Reader {
  readonly feed: Feed;
  readonly world = fakeWorld((request, nth) => this.reply?.(request.url) ?? this.feed.route(request, nth));
  readonly session: Session = sessionIn(this.world);
  place: Json;
  /** Instead of the feed's own, where it gives one. */
  reply: ((url: string) => Reply | undefined) | undefined;

  constructor(settings?: FeedSettings) {
    this.feed = new Feed(settings);
    for (const number of [100, 101, 103]) this.feed.happens(number);
  }

  /** As it comes from the form. */
  input(given: Record<string, unknown>): Record<string, unknown> {
    return checkInput(eventTrigger.fields, given, { realPersons: false });
  }

  async page(given: Record<string, unknown>, session = this.session) {
    const page = await eventTrigger.poll(session, this.input(given), this.place);
    this.place = JSON.parse(JSON.stringify(page.place)) as Json;
    return page;
  }

  /** Page after page, until there are no more. */
  async look(given: Record<string, unknown> = {}): Promise<readonly JsonObject[]> {
    const events: JsonObject[] = [];
    for (let more = true; more;) {
      const page = await this.page(given);
      events.push(...page.events);
      more = page.more;
    }
    return events;
  }
}

const FROM_START = { start: 'number', fromNumber: 100 };
const numbersIn = (events: readonly JsonObject[]) => events.map(({ sekvensnummer }) => sekvensnummer);

describe('where it begins', () => {
  test('from now on: with the next event, and with nothing that was before', async () => {
    const reader = new Reader();
    expect(await reader.look()).toEqual([]);
    reader.feed.happens(104);
    expect(numbersIn(await reader.look())).toEqual([104]);
  });

  test('what it begins with is kept before the first event is asked for', async () => {
    const reader = new Reader();
    const page = await reader.page({});
    expect(page).toMatchObject({ events: [], more: true, place: { start: 'now', nextNumber: 104 } });
    expect(feedRequests(reader.world.requests)).toEqual([]);
  });

  test('from a number: with that one, though it may be a gap', async () => {
    expect(numbersIn(await new Reader().look(FROM_START))).toEqual([100, 101, 103]);
    expect(numbersIn(await new Reader().look({ ...FROM_START, fromNumber: 102 }))).toEqual([103]);
  });

  test('from the number that comes next, which nothing has yet', async () => {
    expect(await new Reader().look({ ...FROM_START, fromNumber: 104 })).toEqual([]);
  });

  test('a number past the end is a mistake, and it is said how to find the right one', async () => {
    const reader = new Reader();
    const error = await thrownBy(() => reader.look({ ...FROM_START, fromNumber: 105 }));
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'fromNumber' } });
    expect(error.action).toMatch(/Get Latest Event Number/);
  });

  test('another choice begins anew, the same goes on', async () => {
    const reader = new Reader();
    await reader.look();
    expect(numbersIn(await reader.look(FROM_START))).toEqual([100, 101, 103]);
    expect(await reader.look(FROM_START)).toEqual([]);
    expect(numbersIn(await reader.look({ ...FROM_START, fromNumber: 103 }))).toEqual([103]);
    expect(await reader.look()).toEqual([]);
  });

  test('a stored place that is none begins anew', async () => {
    const reader = new Reader();
    reader.place = { letters: {} };
    expect(await reader.look()).toEqual([]);
    expect(reader.place).toMatchObject({ nextNumber: 104 });
  });
});

describe('reading on', () => {
  test.each<FeedSettings>([
    {},
    { pageSize: 2 },
    { pastEnd: '404' },
    { givesEtag: false },
    { pageSize: 1, pastEnd: '404', givesEtag: false },
  ])('brings every event once and in order: %j', async (settings) => {
    const reader = new Reader(settings);
    expect(numbersIn(await reader.look(FROM_START))).toEqual([100, 101, 103]);
    reader.feed.happens(110);
    reader.feed.happens(111);
    expect(numbersIn(await reader.look(FROM_START))).toEqual([110, 111]);
    expect(await reader.look(FROM_START)).toEqual([]);
  });

  test('brings every event once and in order, whatever the gaps, the pages and the moments of the looks', async () => {
    const feeds = fc.record({
      gaps: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }),
      looksAfter: fc.array(fc.nat(40), { maxLength: 4 }),
      settings: fc.record({
        pageSize: fc.integer({ min: 1, max: 7 }),
        pastEnd: fc.constantFrom('empty' as const, '404' as const),
        givesEtag: fc.boolean(),
      }),
    });
    await fc.assert(
      fc.asyncProperty(feeds, async ({ gaps, looksAfter, settings }) => {
        const reader = new Reader(settings);
        const seen = [...(await reader.look(FROM_START))];
        for (const [at, gap] of gaps.entries()) {
          reader.feed.happens(reader.feed.latest + gap);
          if (looksAfter.includes(at)) seen.push(...(await reader.look(FROM_START)));
        }
        seen.push(...(await reader.look(FROM_START)));
        expect(numbersIn(seen)).toEqual(numbersIn(reader.feed.happened as unknown as JsonObject[]));
      }),
      { numRuns: 50 },
    );
  });

  test('asks for a page at the end only whether it has changed', async () => {
    const reader = new Reader();
    await reader.look();
    const before = reader.world.requests.length;
    expect(await reader.look()).toEqual([]);
    const [again] = reader.world.requests.slice(before);
    expect(reader.world.requests).toHaveLength(before + 1);
    expect(again?.headers['if-none-match']).toBe('"104-0"');
    reader.feed.happens(104);
    expect(numbersIn(await reader.look())).toEqual([104]);
  });

  test('is one call for a thousand events, and goes on at once', async () => {
    const reader = new Reader();
    for (let number = 104; number < 3104; number += 1) reader.feed.happens(number);
    const page = [];
    await reader.page({ ...FROM_START });
    for (let pages = 0; pages < 4; pages += 1) page.push(await reader.page(FROM_START));
    expect(page.map(({ events, more }) => [events.length, more])).toEqual([
      [1000, true],
      [1000, true],
      [1000, true],
      [3, true],
    ]);
    expect(await reader.page(FROM_START)).toMatchObject({ events: [], more: false });
  });

  test('an event that cannot be read comes with its number, and stops nothing', async () => {
    const reader = new Reader();
    reader.reply = (url) =>
      url.endsWith('seq=100')
        ? { json: [{ sekvensnummer: 100, hendelse: 'ny form' }, { sekvensnummer: 101 }] }
        : undefined;
    const events = await reader.look(FROM_START);
    expect(events[0]).toEqual({
      sekvensnummer: 100,
      hendelsetype: null,
      foedselsnummer: null,
      hendelsesdokument: null,
      persondokument: null,
      ajourholdstidspunkt: null,
      person: null,
    });
    expect(numbersIn(events)).toEqual([100, 101, 103]);
  });

  test('a page that is no feed is refused, and the place stays', async () => {
    const reader = new Reader();
    await reader.look();
    const before = reader.place;
    for (const json of [{ sekvensnummer: 104 }, [{ hendelse: {} }], [{ sekvensnummer: '104' }]]) {
      reader.reply = () => ({ json });
      expect(await thrownBy(() => reader.look())).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER' });
    }
    expect(reader.place).toEqual(before);
  });

  test('what is not found because the role is wrong is no end of the feed', async () => {
    const reader = new Reader({ pastEnd: '404' });
    await reader.look();
    reader.reply = () => ({ status: 404, json: { message: 'unknown' } });
    expect(await thrownBy(() => reader.look())).toMatchObject({ code: 'ERR_NOT_FOUND' });
  });
});

describe('a place that leads nowhere any more', () => {
  test('older than 36 months: it is said how to begin again', async () => {
    const reader = new Reader({ oldest: 102 });
    const error = await thrownBy(() => reader.look(FROM_START));
    expect(error).toMatchObject({ code: 'ERR_EVENT_NOT_FOUND', retryable: false });
    expect(error.message).toMatch(/36 months/);
    expect(error.action).toMatch(/Get Latest Event Number/);
  });

  test('a firewall in front is not taken for it', async () => {
    const reader = new Reader();
    await reader.look();
    reader.reply = () => ({ status: 406, text: '<html>Request rejected</html>' });
    expect(await thrownBy(() => reader.look())).toMatchObject({ code: 'ERR_REFUSED' });
  });

  test.each([
    ['another role', { rolleId: OTHER_ROLE }],
    ['the other way', { route: 'skatteetaten' }],
  ])('%s has numbers of its own, so it does not go on with these', async (_what, changed) => {
    const reader = new Reader();
    await reader.look();
    const error = await thrownBy(() => reader.look(changed));
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'start' } });
    expect(await reader.look()).toEqual([]);
    expect(numbersIn(await reader.look({ ...changed, ...FROM_START }))).toEqual([100, 101, 103]);
  });

  test('nor with those of another environment', async () => {
    const reader = new Reader();
    await reader.look();
    const { maskinporten } = reader.session;
    const production: Session = { ...reader.session, maskinporten: { ...maskinporten, environment: 'production' } };
    expect(await thrownBy(() => reader.page({}, production))).toMatchObject({ code: 'ERR_INVALID_INPUT' });
  });
});

describe('what is chosen', () => {
  const reader = (): Reader => {
    const one = new Reader({ pageSize: 2 });
    one.feed.happens(104, 'personErDoed');
    one.feed.happens(105, 'endringISkostoerrelse');
    return one;
  };

  test.each([
    [{}, [100, 101, 103, 104, 105]],
    [{ eventTypes: ['personErDoed'] }, [104]],
    [{ otherEventTypes: 'endringISkostoerrelse' }, [105]],
    [{ eventTypes: ['personErDoed'], otherEventTypes: ['endringISkostoerrelse'] }, [104, 105]],
    [{ eventTypes: ['personErBosatt'] }, []],
  ])('%j', async (chosen, expected) => {
    expect(numbersIn(await reader().look({ ...FROM_START, ...chosen }))).toEqual(expected);
  });

  test('a page of others is passed over, and not the ones behind it', async () => {
    const one = reader();
    const chosen = { ...FROM_START, eventTypes: ['personErDoed'] };
    await one.page(chosen);
    expect(await one.page(chosen)).toMatchObject({ events: [], more: true, place: { nextNumber: 102 } });
    expect(numbersIn((await one.page(chosen)).events)).toEqual([104]);
  });
});

describe('the person', () => {
  const WITH_PERSON = { ...FROM_START, includePerson: true, parts: ['navn', 'status'] };
  const reader = (): Reader => {
    const one = new Reader();
    one.feed.happened.length = 0;
    for (const [at, person] of [ONE, TWO, ONE, THREE].entries()) one.feed.happens(100 + at, 'endringINavn', person);
    return one;
  };

  test('is not asked for unless it is wanted', async () => {
    const one = reader();
    await one.look(FROM_START);
    expect(personRequests(one.world.requests)).toEqual([]);
  });

  test('comes with each event, in one call, each asked for once', async () => {
    const one = reader();
    const events = await one.look(WITH_PERSON);
    expect(events.map(({ foedselsnummer, person }) => [foedselsnummer, (person as any).foedselsnummer])).toEqual(
      [ONE, TWO, ONE, THREE].map((number) => [number, number]),
    );
    expect(personRequests(one.world.requests)).toHaveLength(1);
  });

  test('is asked for with protection wherever there is an address, and a protected address stays with the register', async () => {
    const one = reader();
    one.feed.persons = () => ({
      json: {
        oppslag: [ONE, TWO, THREE].map((number) => ({
          foedselsEllerDNummer: number,
          folkeregisterperson: {
            identifikasjonsnummer: [{ erGjeldende: true, foedselsEllerDNummer: number }],
            adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }],
            bostedsadresse: [
              { erGjeldende: true, adressegradering: 'fortrolig', vegadresse: { adressenavn: 'Skjulveien' } },
            ],
          },
        })),
      },
    });
    for (const output of ['simplified', 'raw', 'selected']) {
      const hidden = await one.look({ ...WITH_PERSON, parts: ['bostedsadresse'], output });
      expect(hidden.map(({ person }) => (person as any).handleManually)).toEqual([true, true, true, true]);
      expect(JSON.stringify(hidden)).not.toMatch(/Skjulveien|fortrolig/);
      one.place = undefined;
    }
    const [bulk] = personRequests(one.world.requests);
    expect(new URL(bulk!.url).searchParams.getAll('part')).toContain('adressebeskyttelse');
    const asked = { ...WITH_PERSON, parts: ['bostedsadresse'], output: 'raw', includeProtectedAddresses: true };
    expect(JSON.stringify(await one.look(asked))).toContain('Skjulveien');
  });

  test('who is not found leaves an error in that event alone', async () => {
    const one = reader();
    const found = one.feed.persons;
    one.feed.persons = (request, nth) =>
      request.url.includes(`/personer/${TWO}`) ? { status: 404, json: {} } : found(request, nth);
    one.reply = (url) => (url.includes('/bulkoppslag') ? { status: 403, json: {} } : undefined);
    const events = await one.look(WITH_PERSON);
    expect(events.map(({ person }) => (person as any).error?.code)).toEqual([
      undefined,
      'ERR_PERSON_NOT_FOUND',
      undefined,
      undefined,
    ]);
  });

  test.each<[number, string]>([
    [503, 'ERR_SERVICE_FAILURE'],
    [401, 'ERR_UNAUTHORIZED'],
  ])(
    'that cannot be had because of a %i keeps the events back, so that they come again whole',
    async (status, code) => {
      const one = reader();
      await one.page(WITH_PERSON);
      const before = one.place;
      one.reply = (url) => (url.includes('/personer/') ? { status, json: {} } : undefined);
      expect(await thrownBy(() => one.page(WITH_PERSON))).toMatchObject({ code });
      expect(one.place).toEqual(before);
      one.reply = undefined;
      expect(await one.look(WITH_PERSON)).toHaveLength(4);
    },
  );
});

describe('what is stored', () => {
  test('identifies nobody', async () => {
    const reader = new Reader();
    await reader.look({ ...FROM_START, includePerson: true });
    expect(JSON.stringify(reader.place)).not.toMatch(/(?<![\w-])\d{11}(?![\w-])|e{10}/);
    expect(Object.keys(reader.place as object).sort()).toEqual(['etag', 'nextNumber', 'source', 'start']);
  });
});

describe('a sample to build a flow with', () => {
  const sample = (reader: Reader, given: Record<string, unknown> = {}) =>
    eventTrigger.sample(reader.session, reader.input(given));

  test('is the newest events there are, of the chosen types', async () => {
    const reader = new Reader();
    for (let number = 104; number < 110; number += 1) reader.feed.happens(number);
    reader.feed.happens(110, 'personErDoed');
    expect(numbersIn(await sample(reader))).toEqual([106, 107, 108, 109, 110]);
    expect(numbersIn(await sample(reader, { eventTypes: ['personErDoed'] }))).toEqual([110]);
  });

  test('of a feed that does not go far back is what it has', async () => {
    const reader = new Reader({ oldest: 90 });
    expect(await sample(reader)).toMatchObject([
      { sekvensnummer: 100, hendelsesdokument: idOf(100), person: null },
      { sekvensnummer: 101 },
      { sekvensnummer: 103 },
    ]);
  });
});
