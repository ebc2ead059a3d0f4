import {
  fakeWorld,
  failureOf,
  inTurn,
  jsonOf,
  refillRetries,
  ROLE,
  sessionIn,
  valueOf,
  type Reply,
} from '../fakePorts';
import { asking, urlOf } from './asking';
import { Feed, idOf } from './eventFeed';

beforeEach(() => refillRetries('folkeregister'));

const FULL = '/folkeregister/api/v1';

describe('the number of the newest event', () => {
  test('comes with the one a reader begins with, and is asked for once however many items there are', async () => {
    const world = fakeWorld(() => ({ json: 40_015 }));
    const outcomes = await asking(world, 'getLatestEventNumber', [{}, {}]);
    expect(outcomes.map(valueOf)).toEqual([
      { sekvensnummer: 40_015, nextNumber: 40_016 },
      { sekvensnummer: 40_015, nextNumber: 40_016 },
    ]);
    expect(world.requests).toHaveLength(1);
  });
});

describe('a page of the feed', () => {
  const feed = (): Feed => {
    const one = new Feed();
    one.happens(7);
    one.happens(9, 'personErDoed');
    return one;
  };
  const read = async (input: object, route = feed().route) => {
    const world = fakeWorld(route);
    const [outcome] = await asking(world, 'readEventFeed', [{ fromNumber: 7, ...input }]);
    return { world, outcome };
  };

  test('has the events from a number on, and tells where the next begins', async () => {
    const { world, outcome } = await read({});
    expect(valueOf(outcome)).toEqual({
      events: [
        {
          sekvensnummer: 7,
          hendelsetype: 'endringINavn',
          foedselsnummer: '12848539668',
          hendelsesdokument: idOf(7),
          persondokument: idOf(8),
          ajourholdstidspunkt: '2026-05-06T09:14:27.431+02:00',
        },
        expect.objectContaining({ sekvensnummer: 9 }),
      ],
      count: 2,
      nextNumber: 10,
      more: true,
      unchanged: false,
      etag: '"7-2"',
    });
    expect(urlOf(world).pathname).toBe(`${FULL}/${ROLE}/v1/hendelser/feed`);
    expect(urlOf(world).search).toBe('?seq=7');
  });

  test('of chosen types still tells where the whole page ends', async () => {
    const { outcome } = await read({ eventTypes: ['endringINavn'] });
    expect(valueOf(outcome)).toMatchObject({ events: [{ sekvensnummer: 7 }], count: 1, nextNumber: 10 });
  });

  test('that is had already is not sent again', async () => {
    const { outcome } = await read({ etag: '"7-2"' });
    expect(valueOf(outcome)).toEqual({
      events: [],
      count: 0,
      nextNumber: 7,
      more: false,
      unchanged: true,
      etag: '"7-2"',
    });
  });

  test('past the end is empty, and the same number is where to go on', async () => {
    const { outcome } = await read({ fromNumber: 10 });
    expect(valueOf(outcome)).toMatchObject({ events: [], nextNumber: 10, more: false, unchanged: false });
  });

  test('that is too old is said to be so', async () => {
    const { outcome } = await read({ fromNumber: 1 }, new Feed({ oldest: 5 }).route);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_EVENT_NOT_FOUND', kind: 'business' });
  });

  test('goes directly to Skatteetaten where that is chosen', async () => {
    const world = fakeWorld(feed().route);
    const input = { fromNumber: 7, route: 'skatteetaten', rettighetspakke: 'finans' };
    await asking(world, 'readEventFeed', [input], sessionIn(world, { fiks: undefined }));
    expect(urlOf(world).pathname).toBe('/folkeregisteret/api/finans/v1/hendelser/feed');
  });
});

describe('the document of an event', () => {
  const DEATH = { entitet: 'doedsfall', entitetsendring: 'registrereNy', doedsfall: { doedsdato: '2026-05-03' } };
  const MOVE = {
    entitet: 'bostedsadresse',
    entitetsendring: 'registrereNy',
    bostedsadresse: { adressegradering: 'ugradert', vegadresse: { adressenavn: 'Hjemveien' } },
  };
  const document = (id: string, ...egenskapshendelse: readonly object[]) => ({
    dokumentidentifikator: id,
    skjemaversjon: '1.0',
    hendelse: {
      folkeregisteridentifikator: '05913828676',
      hendelsestype: 'personErDoed',
      ajourholdstidspunkt: '2026-05-06T09:14:27.431+02:00',
      egenskapshendelse,
    },
  });
  const [first, second, third] = [idOf(1), idOf(2), idOf(3)];
  const documents: Readonly<Record<string, object>> = {
    [first]: document(first, DEATH),
    [second]: document(second, MOVE),
    [third]: document(third),
  };
  const one = (url: string): Reply => {
    const found = documents[url.split('/').at(-1) ?? ''];
    return found ? { json: found } : { status: 404, json: { kode: 'FREG-001' } };
  };
  type Bulk = (ids: readonly string[]) => Reply;
  const listed: Bulk = (ids) => ({
    json: {
      oppslag: ids.flatMap((id) =>
        documents[id] ? [{ dokumentidentifikator: id, dokumentForHendelse: documents[id] }] : [],
      ),
    },
  });
  const get = async (ids: readonly string[], bulk: Bulk = listed, settings: object = {}) => {
    const world = fakeWorld((request) =>
      request.method === 'POST'
        ? bulk((jsonOf(request) as { dokumentidentifikator: string[] }).dokumentidentifikator)
        : one(request.url),
    );
    const inputs = ids.map((hendelsesdokument) => ({ hendelsesdokument, ...settings }));
    return { world, outcomes: await asking(world, 'getEvent', inputs) };
  };

  test('tells what changed', async () => {
    const { world, outcomes } = await get([first]);
    expect(valueOf(outcomes[0])).toEqual({
      hendelsesdokument: first,
      hendelsetype: 'personErDoed',
      foedselsnummer: '05913828676',
      ajourholdstidspunkt: '2026-05-06T09:14:27.431+02:00',
      changes: [DEATH],
      withheld: false,
    });
    expect(urlOf(world).pathname).toBe(`${FULL}/${ROLE}/v1/hendelser/${first}`);
  });

  test('shows no address, open or not, unless the node asks for it', async () => {
    const { outcomes } = await get([second]);
    expect(valueOf(outcomes[0])).toMatchObject({
      changes: [{ entitet: 'bostedsadresse', entitetsendring: 'registrereNy' }],
      withheld: true,
    });
    expect(JSON.stringify(outcomes)).not.toContain('Hjemveien');
    const { outcomes: asked } = await get([second], listed, { includeProtectedAddresses: true });
    expect(valueOf(asked[0])).toMatchObject({ changes: [MOVE], withheld: false });
  });

  test.each<[string, Bulk, number]>([
    ['a list', listed, 1],
    ['a list without wrapping', (ids) => ({ json: { oppslag: ids.map((id) => documents[id]) } }), 1],
    ['one alone', () => ({ json: documents[first] }), 3],
    ['nothing that can be tied to them', () => ({ json: { oppslag: [{ hendelse: {} }] } }), 4],
    ['a list of another kind', () => ({ json: [documents[first]] }), 4],
    ['a refusal', () => ({ status: 403, json: {} }), 4],
    ['that one is too old', () => ({ status: 400, json: {} }), 4],
  ])('many are asked for together, and alone as far as the answer is %s', async (_what, bulk, requests) => {
    const { world, outcomes } = await get([third, first, second], bulk);
    expect(outcomes.map((outcome) => valueOf(outcome).hendelsesdokument)).toEqual([third, first, second]);
    expect(world.requests).toHaveLength(requests);
  });

  test('that is not there leaves the others', async () => {
    const { outcomes } = await get([first, idOf(99), second]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    const failure = failureOf(outcomes[1]);
    expect(failure).toMatchObject({ code: 'ERR_EVENT_NOT_FOUND', kind: 'business' });
    expect(failure.action).toMatch(/not its persondokument/);
  });

  test('older than three years is not there any more', async () => {
    const world = fakeWorld(() => ({ status: 400, json: { kode: 'FREG-001' } }));
    const [outcome] = await asking(world, 'getEvent', [{ hendelsesdokument: first }]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_EVENT_NOT_FOUND' });
  });

  test('that cannot be read is an error of its own', async () => {
    const world = fakeWorld(inTurn({ json: { dokumentidentifikator: first, hendelse: 'ny form' } }));
    const [outcome] = await asking(world, 'getEvent', [{ hendelsesdokument: first }]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER' });
  });

  test('what is wrong with the set-up is met once, and not once for each', async () => {
    const world = fakeWorld(() => ({ status: 403, json: {} }));
    const inputs = [first, second, third].map((hendelsesdokument) => ({ hendelsesdokument }));
    const outcomes = await asking(world, 'getEvent', inputs);
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual(Array(3).fill('ERR_FORBIDDEN'));
    expect(world.requests).toHaveLength(2);
  });
});

describe("KS' events per municipality", () => {
  const SINCE = { fraDato: '2026-11-01', kommunenummer: '4601', kommunenumre: '4601, 0301' };

  test('are asked for with the role in the question', async () => {
    const world = fakeWorld(() => ({ json: { fnr: ['12848539668'] } }));
    const [outcome] = await asking(world, 'listMunicipalityEvents', [SINCE]);
    expect(valueOf(outcome)).toEqual({ foedselsnumre: ['12848539668'], count: 1 });
    expect(urlOf(world).pathname).toBe(`${FULL}/hendelser/liste`);
    expect(jsonOf(world.requests[0])).toEqual({
      rolleId: ROLE,
      fraDato: '2026-11-01',
      hendelsestype: 'FLYTTET_TIL_KOMMUNE',
      kommuner: [{ kommunenummer: '4601' }, { kommunenummer: '0301' }],
    });
  });

  test.each([
    ['FLYTTET_FRA_KOMMUNE', { fraDato: '1980-01-01', tilDato: '1990-12-31' }],
    ['DOED', undefined],
  ])('%s knows when somebody was born: %j', async (hendelsestype, foedt) => {
    const world = fakeWorld(() => ({ json: { fnr: [] } }));
    const born = { bornFrom: '1980-01-01', bornTo: '1990-12-31' };
    await asking(world, 'listMunicipalityEvents', [{ ...SINCE, ...born, hendelsestype }]);
    expect((jsonOf(world.requests[0]) as { foedt?: object }).foedt).toEqual(foedt);
  });

  test('can be counted', async () => {
    const world = fakeWorld(() => ({ json: { antall: 256, parametere: {} } }));
    const [outcome] = await asking(world, 'countMunicipalityEvents', [SINCE]);
    expect(valueOf(outcome)).toEqual({
      hendelsestype: 'FLYTTET_TIL_KOMMUNE',
      fraDato: '2026-11-01',
      kommunenummer: '4601',
      count: 256,
    });
  });

  test.each([
    ['listMunicipalityEvents', { kommunenumre: ['4601', '301'] }, 'kommunenumre'],
    ['countMunicipalityEvents', { kommunenummer: 'Bergen' }, 'kommunenummer'],
  ])('%s with %j is a mistake in %s, and nothing is asked', async (operation, wrong, field) => {
    const world = fakeWorld(() => ({ json: {} }));
    const [outcome] = await asking(world, operation, [{ ...SINCE, ...wrong }]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field } });
    expect(world.requests).toEqual([]);
  });

  test('that are for people only say what does without them', async () => {
    const world = fakeWorld(() => ({ status: 403, json: {} }));
    const [outcome] = await asking(world, 'listMunicipalityEvents', [SINCE]);
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_FORBIDDEN',
      action: expect.stringMatching(/Read Event Feed/),
    });
  });
});
