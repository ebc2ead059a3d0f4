/** Events of a register in which things happen: read by hand, and followed by a host that is killed at any moment. */
import fc from 'fast-check';
import { checkInput, Following, inputRulesFor, SERVICES, type Json, type JsonObject } from '../../src/core';
import { EVENT_TYPES } from '../../sandbox/src/folkeregister/eventTypes';
import { EVENT_TYPES as CHOICES } from '../../src/folkeregister/events/types';
import { numberOf } from './persons';
import { failureOf, valueOf, verdictsOf, World, type Stored } from './world';

const { trigger } = SERVICES.folkeregister;
const ORDINARY = numberOf('ordinary-resident');
const CONFIDENTIAL = numberOf('confidential');
const LATEST = 40_015;
const OFFSET = 100_000;
const THREE_YEARS = 3 * 366 * 86_400;

let world: World;
beforeAll(async () => void (world = await World.start()));
beforeEach(() => world.reset());
afterAll(() => world.close());

const role = (name: string): string => world.sandbox.credentials.roles.find((one) => one.name === name)!.rolleId;

/** @returns the number of the last of them */
const happens = async (order: Stored): Promise<number> => {
  const response = await fetch(`${world.sandbox.url}/admin/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'endringINavn', person: ORDINARY, ...order }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { sekvensnummer: number }).sekvensnummer;
};

const ask = async (operation: string, input: Stored) => (await world.run('folkeregister', operation, [input]))[0];

const WAYS: readonly (readonly [name: string, settings: () => Stored, first: number])[] = [
  ['through Fiks with legal basis', () => ({ rolleId: role('full') }), LATEST],
  ['through Fiks without', () => ({ rolleId: role('without-legal-basis') }), LATEST + OFFSET],
  ['at Skatteetaten with legal basis', () => ({ route: 'skatteetaten' }), LATEST],
  [
    'at Skatteetaten without',
    () => ({ route: 'skatteetaten', rettighetspakke: 'offentligutenhjemmel' }),
    LATEST + OFFSET,
  ],
];

describe.each(WAYS)('the feed %s', (_name, settings, latest) => {
  it('is read from the newest number on', async () => {
    const { sekvensnummer, nextNumber } = valueOf(await ask('getLatestEventNumber', settings()));
    expect([sekvensnummer, nextNumber]).toEqual([latest, latest + 1]);
    await happens({ times: 3 });
    const page = valueOf(await ask('readEventFeed', { fromNumber: nextNumber, ...settings() }));
    expect(page.events.map((event: JsonObject) => event.foedselsnummer)).toEqual([ORDINARY, ORDINARY, ORDINARY]);
    const end = valueOf(await ask('readEventFeed', { fromNumber: page.nextNumber, ...settings() }));
    expect(end).toMatchObject({ events: [], more: false, nextNumber: page.nextNumber });
    const again = await ask('readEventFeed', { fromNumber: end.nextNumber, etag: end.etag, ...settings() });
    expect(valueOf(again)).toMatchObject({ events: [], unchanged: true });
  });
});

describe('the feed', () => {
  it('has every type there is, and each can be chosen', async () => {
    for (const type of EVENT_TYPES) await happens({ type });
    const { events } = valueOf(await ask('readEventFeed', { fromNumber: LATEST + 1 }));
    expect(events.map(({ hendelsetype }: JsonObject) => hendelsetype)).toEqual(EVENT_TYPES);
    expect(CHOICES.map(({ value }) => value).sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('ends with nothing found where that is how it ends', async () => {
    await world.settings({ feedPastEnd: '404' });
    expect(valueOf(await ask('readEventFeed', { fromNumber: LATEST + 1 }))).toMatchObject({ events: [], more: false });
  });

  it('that is too old is said to be so', async () => {
    await world.advance(THREE_YEARS);
    expect(failureOf(await ask('readEventFeed', { fromNumber: 40_012 }))).toMatchObject({
      code: 'ERR_EVENT_NOT_FOUND',
      status: 406,
    });
  });
});

describe('the document of an event', () => {
  const documentsOf = async (orders: readonly Stored[]): Promise<string[]> => {
    for (const order of orders) await happens(order);
    const { events } = valueOf(await ask('readEventFeed', { fromNumber: LATEST + 1 }));
    return events.map(({ hendelsesdokument }: JsonObject) => hendelsesdokument);
  };
  const get = (ids: readonly string[], settings: Stored = {}) =>
    world.run(
      'folkeregister',
      'getEvent',
      ids.map((hendelsesdokument) => ({ hendelsesdokument, ...settings })),
    );

  it.each(['list', 'single'])('many are given in order, however they are wrapped: %s', async (documentBulk) => {
    await world.settings({ documentBulk });
    const ids = await documentsOf([{}, { type: 'personErOppdatert' }, { type: 'endringIKjoenn' }]);
    const outcomes = await get(ids);
    expect(verdictsOf(outcomes)).toEqual(['ok', 'ERR_EVENT_NOT_FOUND', 'ok']);
    expect([outcomes[0], outcomes[2]].map((outcome) => valueOf(outcome).changes[0].entitet)).toEqual([
      'navn',
      'kjoenn',
    ]);
  });

  it('never tells where somebody lives, whoever it is and whatever happened', async () => {
    const ids = await documentsOf(
      EVENT_TYPES.flatMap((type) => [CONFIDENTIAL, ORDINARY].map((person) => ({ type, person }))),
    );
    const outcomes = await get(ids);
    const shown = JSON.stringify(outcomes.map((outcome) => (outcome.ok ? outcome.value : null)));
    expect(shown).not.toMatch(/vegadresse|adressenavn|postnummer|kommunenummer|fortrolig/i);
    const asked = await get(ids, { includeProtectedAddresses: true, includeProtectionGrade: true });
    expect(JSON.stringify(asked)).toMatch(/adressenavn.*fortrolig|fortrolig.*adressenavn/);
  });

  it('needs legal basis', async () => {
    const [id = ''] = await documentsOf([{}]);
    expect(verdictsOf(await get([id], { rolleId: role('without-legal-basis') }))).toEqual(['ERR_EVENT_NOT_FOUND']);
  });
});

describe("KS' events per municipality", () => {
  it('find those who were born, and count them', async () => {
    const since = { hendelsestype: 'FOEDT', fraDato: '2010-01-01' };
    const list = valueOf(await ask('listMunicipalityEvents', { ...since, kommunenumre: ['4601'] }));
    expect(list.count).toBeGreaterThan(0);
    const { count } = valueOf(await ask('countMunicipalityEvents', { ...since, kommunenummer: '4601' }));
    expect(count).toBe(list.count);
    const { persons } = valueOf(await ask('getManyPersons', { foedselsnumre: list.foedselsnumre }));
    expect(persons).toHaveLength(list.count);
  });

  it('are of the kinds the form offers', async () => {
    const { types } = valueOf(await ask('listMunicipalityEventTypes', {}));
    const offered = SERVICES.folkeregister.operations
      .find(({ name }) => name === 'listMunicipalityEvents')!
      .fields.find(({ name }) => name === 'hendelsestype');
    expect(offered).toMatchObject({
      choices: types.map(({ hendelsestype }: JsonObject) => expect.objectContaining({ value: hendelsestype })),
    });
  });

  it.each(['role', 'people'])('that are not open to the integration (%s) say whom to ask', async (fiksEvents) => {
    await world.settings({ fiksEvents });
    const input = { fraDato: '2010-01-01', kommunenumre: ['4601'] };
    expect(failureOf(await ask('listMunicipalityEvents', input))).toMatchObject({
      code: 'ERR_FORBIDDEN',
      action: expect.stringMatching(/ask KS/),
    });
  });
});

/** What outlives a kill, and what the flow has written. */
interface Disk {
  place: string | undefined;
  readonly written: number[];
}

const inputOf = (given: Stored) => checkInput(trigger.fields, given, inputRulesFor(world.session().maskinporten));

/** Lives until the flow has written so many events, or until there are no more. */
const live = (disk: Disk, given: Stored, writes: number): Promise<void> =>
  new Promise((end) => {
    const stopper = new AbortController();
    const { signal } = stopper;
    let left = writes;
    const die = (): void => {
      stopper.abort();
      end();
    };
    const input = inputOf(given);
    const following = new Following(
      {
        poll: (place) => trigger.poll(world.session(), input, place),
        place: disk.place === undefined ? undefined : (JSON.parse(disk.place) as Json),
        everyMs: 60_000,
        settleMs: 0,
        signal,
      },
      {
        deliver: async (events) => {
          for (const { sekvensnummer } of events) {
            if (left === 0) {
              die();
              return;
            }
            left -= 1;
            disk.written.push(sekvensnummer as number);
          }
        },
        keep: async (place) => {
          if (!signal.aborted) disk.place = JSON.stringify(place);
        },
        sleep: async (ms) => {
          if (ms > 0) die();
        },
        onNews: (news) => {
          if (news.kind === 'failed') throw news.error;
        },
      },
    );
    void following.run();
  });

const numbersIn = async (): Promise<number[]> => {
  const numbers: number[] = [];
  for (let from = LATEST + 1, more = true; more;) {
    const page = valueOf(await ask('readEventFeed', { fromNumber: from }));
    numbers.push(...page.events.map(({ sekvensnummer }: JsonObject) => sekvensnummer));
    ({ nextNumber: from, more } = page);
  }
  return numbers;
};

const repeatsIn = ({ written }: Disk): number => written.length - new Set(written).size;
const FROM = { start: 'number', fromNumber: LATEST + 1 };

describe('the trigger', () => {
  it('brings each of 25 000 events to a flow that is killed five times, and repeats at most two pages for each', async () => {
    await happens({ times: 25_000 });
    const disk: Disk = { place: undefined, written: [] };
    for (const writes of [1, 999, 4321, 7000, 2500]) await live(disk, FROM, writes);
    await live(disk, FROM, Infinity);
    const all = await numbersIn();
    expect(all).toHaveLength(25_000);
    expect([...new Set(disk.written)].sort((one, other) => one - other)).toEqual(all);
    expect(repeatsIn(disk)).toBeLessThanOrEqual(5 * 2000);
  }, 120_000);

  it('brings every event to a flow that is killed at any moments', async () => {
    await world.settings({ feedPageSize: 7 });
    await happens({ times: 60 });
    const all = await numbersIn();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 5 }), async (lives) => {
        const disk: Disk = { place: undefined, written: [] };
        for (const writes of lives) await live(disk, FROM, writes);
        await live(disk, FROM, Infinity);
        expect([...new Set(disk.written)]).toEqual(all);
        expect(repeatsIn(disk)).toBeLessThanOrEqual(lives.length * 14);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it.each(WAYS)('from now on, %s, brings what happens next', async (_name, settings, latest) => {
    const input = inputOf(settings());
    const { place } = await trigger.poll(world.session(), input, undefined);
    await happens({ times: 2 });
    const page = await trigger.poll(world.session(), input, place);
    expect(page.events.map(({ sekvensnummer }) => sekvensnummer)).toEqual([latest + 1, latest + 2]);
    const end = await trigger.poll(world.session(), input, page.place);
    expect(end).toMatchObject({ events: [], more: false });
    expect(await trigger.poll(world.session(), input, end.place)).toEqual(end);
    expect(world.exchanges.at(-1)?.response?.status).toBe(304);
  });

  it('works where Fiks lets no ETag through', async () => {
    await world.settings({ fiksForwardsEtag: false });
    const { place } = await trigger.poll(world.session(), inputOf({}), undefined);
    const end = await trigger.poll(world.session(), inputOf({}), place);
    await happens({});
    expect((await trigger.poll(world.session(), inputOf({}), end.place)).events).toHaveLength(1);
  });

  it('brings the person as of now, without an address that is protected', async () => {
    await happens({ type: 'endringIAdressebeskyttelse', person: CONFIDENTIAL });
    const input = inputOf({ ...FROM, includePerson: true, output: 'raw', eventTypes: ['endringIAdressebeskyttelse'] });
    const { place } = await trigger.poll(world.session(), input, undefined);
    const { events } = await trigger.poll(world.session(), input, place);
    expect(events).toMatchObject([{ person: { foedselsnummer: CONFIDENTIAL, handleManually: true } }]);
    expect(JSON.stringify(events)).not.toMatch(/adressenavn|fortrolig/i);
  });

  it('that was away for more than three years says how to begin again, and can', async () => {
    const { place } = await trigger.poll(world.session(), inputOf({}), undefined);
    await world.advance(THREE_YEARS);
    const poll = (given: Stored) => trigger.poll(world.session(), inputOf(given), place);
    await expect(poll({})).rejects.toMatchObject({
      code: 'ERR_EVENT_NOT_FOUND',
      action: expect.stringMatching(/Get Latest Event Number/),
    });
    const { nextNumber } = valueOf(await ask('getLatestEventNumber', {}));
    expect(await poll({ start: 'number', fromNumber: nextNumber })).toMatchObject({
      events: [],
      place: { nextNumber },
    });
  });

  it('shows the newest events while a flow is built', async () => {
    const sample = await trigger.sample(world.session(), inputOf({}));
    expect(sample.map(({ sekvensnummer }) => sekvensnummer)).toEqual([40_011, 40_012, 40_013, 40_014, 40_015]);
  });
});
