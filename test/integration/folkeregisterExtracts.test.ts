/** Extracts as the register makes them: in its own time, in pieces, a few at once and not for ever. */
import { SERVICES, type JsonObject } from '../../src/core';
import { numberOf } from './persons';
import { withTransport } from './sending';
import { failureOf, refillRetries, valueOf, verdictsOf, World, type Stored } from './world';

const CONFIDENTIAL = numberOf('confidential');
/** Married women who live in Bergen. */
const MARRIED = { bostedskommunenummer: '4601', kjoenn: 'kvinne', sivilstandstype: 'gift' };
const THEY_ARE = ['09898749867', '12848539668', '28818649829'];
const RESIDENTS = { extract: 'wholeCountry', returnAll: true };
const A_DAY = 86_400;

let world: World;
beforeAll(async () => void (world = await World.start()));
beforeEach(() => world.reset());
afterAll(() => world.close());

const role = (name: string): string => world.sandbox.credentials.roles.find((one) => one.name === name)!.rolleId;

const ask = async (operation: string, input: Stored, session = world.session()) =>
  (await world.run('folkeregister', operation, [input], session))[0];

const list = (input: Stored, session?: ReturnType<World['session']>) => ask('listResidents', input, session);

const order = async (input: Stored = MARRIED): Promise<string> => valueOf(await ask('orderExtract', input)).jobId;

const sorted = (numbers: readonly string[]): string[] => [...numbers].sort();

/** Each question about a batch, with the status of its answer. */
const batchesAsked = (): string[] =>
  world.exchanges.flatMap(({ request, response }) => {
    const [, index] = /\/batch\/(\d+)$/.exec(request.url) ?? [];
    return index === undefined ? [] : [`${index}: ${response?.status}`];
  });

const WAYS: readonly (readonly [name: string, settings: () => Stored])[] = [
  ['through Fiks with legal basis', () => ({ rolleId: role('full') })],
  ['through Fiks without', () => ({ rolleId: role('without-legal-basis') })],
  ['at Skatteetaten with legal basis', () => ({ route: 'skatteetaten' })],
  ['at Skatteetaten without', () => ({ route: 'skatteetaten', rettighetspakke: 'offentligutenhjemmel' })],
];

describe.each(WAYS)('a list of residents %s', (_name, settings) => {
  it('is ordered, waited for at every batch and at the end, and whole', async () => {
    await world.settings({ extractBatchSize: 2 });
    const listed = valueOf(await list({ ...MARRIED, ...settings() }));
    expect(sorted(listed.foedselsnumre)).toEqual(THEY_ARE);
    expect(listed).toMatchObject({ count: 3, persons: null, goOnFrom: null });
    expect(batchesAsked()).toEqual(['0: 404', '0: 200', '1: 404', '1: 200', '2: 404', '2: 200']);
    expect(world.waits).toEqual([2000, 2000, 2000]);
  });

  it('comes with its persons', async () => {
    const { persons } = valueOf(await list({ ...MARRIED, ...settings(), includePersons: true }));
    expect(sorted(persons.map(({ foedselsnummer }: JsonObject) => foedselsnummer))).toEqual(THEY_ARE);
    expect(persons.every(({ name }: JsonObject) => typeof name === 'string')).toBe(true);
  });
});

describe('a list of residents', () => {
  it('can be had in pieces, of one order, and gives everyone once', async () => {
    await world.settings({ extractBatchSize: 4 });
    const whole = valueOf(await list(RESIDENTS)).foedselsnumre;
    const pieces: string[][] = [];
    let input: Stored = { extract: 'wholeCountry', limit: 7 };
    while (input.goOnFrom !== null) {
      const { foedselsnumre, goOnFrom } = valueOf(await list(input));
      pieces.push(foedselsnumre);
      input = { extract: 'job', goOnFrom, limit: 7 };
    }
    expect(pieces.length).toBeGreaterThan(4);
    expect(sorted(pieces.flat())).toEqual(sorted(whole));
    expect(await world.asked('folkeregister', 'uttrekkTilpasset')).toBe(2);
  });

  it.each(['simplified', 'selected', 'raw', 'xml'])('tells nobody where the protected live: %s', async (output) => {
    const { persons, foedselsnumre } = valueOf(await list({ ...RESIDENTS, includePersons: true, output }));
    expect(persons.map(({ foedselsnummer }: JsonObject) => foedselsnummer)).toEqual(foedselsnumre);
    const hidden = persons.find(({ foedselsnummer }: JsonObject) => foedselsnummer === CONFIDENTIAL);
    expect(hidden).toMatchObject({ handleManually: true });
    expect(JSON.stringify(hidden)).not.toMatch(/adressenavn|"postnummer":"|fortrolig/i);
  });

  it('of a role that refuses bulk has its persons all the same', async () => {
    const input = { ...MARRIED, rolleId: role('single-lookups'), includePersons: true };
    expect(valueOf(await list(input)).persons).toHaveLength(3);
  });
});

describe('a complete extract', () => {
  const COMPLETE = { extract: 'complete', returnAll: true, includePersons: true };

  it('gives versions, which are looked up with the protection of today', async () => {
    const { persondokumenter, foedselsnumre, persons, count, feedsekvensnr } = valueOf(await list(COMPLETE));
    expect([foedselsnumre, persondokumenter.length, persons.length]).toEqual([null, count, count]);
    expect(feedsekvensnr).toBeGreaterThan(40_000);
    expect(persons.filter((person: JsonObject) => 'error' in person)).toEqual([]);
    const hidden = persons.find(({ foedselsnummer }: JsonObject) => foedselsnummer === CONFIDENTIAL);
    expect(hidden).toMatchObject({ handleManually: true });
  });

  it('is made at the event from which a reader goes on', async () => {
    const { sekvensnummer } = valueOf(await ask('getLatestEventNumber', {}));
    expect(valueOf(await ask('orderExtract', { extract: 'complete' })).feedsekvensnr).toBe(sekvensnummer);
  });

  it('takes legal basis, and says so', async () => {
    const outcome = await list({ ...COMPLETE, rolleId: role('without-legal-basis') });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_NOT_FOUND', message: expect.stringMatching(/complete/) });
  });
});

describe('a flow that waits by itself', () => {
  it('asks for batch after batch, and meets what is not ready as a result', async () => {
    await world.settings({ extractBatchSize: 2 });
    const jobId = await order();
    const states: string[] = [];
    const numbers: string[] = [];
    for (let batchNumber = 0; states.at(-1) !== 'end';) {
      const batch = valueOf(await ask('getExtractBatch', { jobId, batchNumber }));
      states.push(batch.batchState);
      numbers.push(...(batch.foedselsnumre ?? []));
      batchNumber = batch.nextBatch;
      if (batch.batchState === 'notReady') await world.advance(2);
    }
    expect(states).toEqual(['notReady', 'ready', 'notReady', 'ready', 'notReady', 'end']);
    expect(sorted(numbers)).toEqual(THEY_ARE);
  });
});

describe('a job', () => {
  it('outlives the host that was killed in the middle of it', async () => {
    await world.settings({ extractBatchSize: 1 });
    const killed = withTransport(world.session(), (send) => async (request) => {
      if (request.url.endsWith('/batch/2')) throw Object.assign(new Error('killed'), { code: 'ECONNRESET' });
      return send(request);
    });
    const { code, jobId } = failureOf(await list(MARRIED, killed));
    expect([code, jobId]).toEqual(['ERR_CONNECTION_LOST', expect.any(String)]);
    const again = valueOf(await list({ extract: 'job', goOnFrom: jobId }));
    expect(sorted(again.foedselsnumre)).toEqual(THEY_ARE);
    expect(await world.asked('folkeregister', 'uttrekkTilpasset')).toBe(1);
  });

  it('that takes too long is gone on with later', async () => {
    await world.settings({ extractReadyAfterMs: 600_000 });
    const { code, retryable, jobId } = failureOf(await list({ ...MARRIED, waitMinutes: 5 }));
    expect([code, retryable]).toEqual(['ERR_EXTRACT_NOT_READY', true]);
    const later = await list({ extract: 'job', goOnFrom: jobId, waitMinutes: 11 });
    expect(valueOf(later).count).toBe(3);
  });

  it('that is stopped in the middle of a wait asks for nothing more', async () => {
    const stopper = new AbortController();
    const session = world.session({}, stopper.signal);
    const sleep = (_ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
        stopper.abort();
      });
    const stopped = await list(MARRIED, { ...session, ports: { ...session.ports, sleep } });
    expect(failureOf(stopped)).toMatchObject({ code: 'ERR_CANCELLED', jobId: expect.any(String) });
    expect(batchesAsked()).toEqual(['0: 404']);
  });

  it.each<[string, () => Promise<string>]>([
    ['that nobody ordered', async () => '1231d76c-0000-4000-8000-000000000000'],
    [
      'that was kept for its time',
      async () => {
        const jobId = await order();
        await world.advance(A_DAY + 1);
        return jobId;
      },
    ],
    ['whose batches end before', async () => `${await order()}/9/0`],
  ])('%s is gone', async (_what, make) => {
    expect(failureOf(await list({ extract: 'job', goOnFrom: await make() }))).toMatchObject({
      code: 'ERR_EXTRACT_GONE',
      status: 410,
      action: expect.stringMatching(/Order a new one/),
    });
  });

  it('is the last of ten until one is fetched to its end', async () => {
    const jobs: string[] = [];
    for (let job = 0; job < 10; job += 1) jobs.push(await order());
    expect(failureOf(await list(MARRIED))).toMatchObject({
      code: 'ERR_TOO_MANY_EXTRACTS',
      retryable: true,
      message: expect.stringMatching(/ten extracts/),
    });
    valueOf(await list({ extract: 'job', goOnFrom: jobs[0] }));
    expect(valueOf(await list(MARRIED)).count).toBe(3);
  });

  it('is one for all items that want the same', async () => {
    const outcomes = await world.run('folkeregister', 'listResidents', Array<Stored>(12).fill(MARRIED));
    expect(new Set(verdictsOf(outcomes))).toEqual(new Set(['ok']));
    expect(await world.asked('folkeregister', 'uttrekkTilpasset')).toBe(1);
  });
});

describe('an order', () => {
  it.each(['status', 'message'])('with a criterion the register does not accept is refused (by %s)', async (way) => {
    await world.settings({ extractOrderFailure: way });
    // The form has only what is accepted, so somebody else's answer stands for it.
    const narrowed = withTransport(world.session(), (send) => (request) => {
      const body = typeof request.body === 'string' ? request.body.replace('"kvinne"', '"ukjent"') : request.body;
      return send({ ...request, body });
    });
    expect(failureOf(await list(MARRIED, narrowed))).toMatchObject({
      code: 'ERR_REFUSED',
      action: expect.stringMatching(/Check the criteria/),
    });
  });

  it.each(['drop', 'dropAfter'] as const)('whose answer is lost is not placed twice (%s)', async (kind) => {
    await refillRetries(world, 'folkeregister');
    await world.order({ service: 'folkeregister', operation: 'uttrekkTilpasset', kind, times: 3 });
    expect(failureOf(await list(MARRIED)).code).toBe('ERR_CONNECTION_LOST');
    expect(await world.asked('folkeregister', 'uttrekkTilpasset')).toBe(1);
  });
});

describe('a batch', () => {
  it('is asked for again when the service stumbles', async () => {
    await refillRetries(world, 'folkeregister');
    await world.order({ service: 'folkeregister', operation: 'uttrekkBatch', kind: 'status', status: 503, times: 2 });
    expect(valueOf(await list(MARRIED)).count).toBe(3);
  });
});

it('the form has the statuses and the civil statuses the register knows', async () => {
  const { fields } = SERVICES.folkeregister.operations.find(({ name }) => name === 'orderExtract')!;
  for (const name of ['personstatustyper', 'sivilstandstype', 'kjoenn']) {
    const field = fields.find((one) => one.name === name);
    if (field?.kind !== 'choice' && field?.kind !== 'choices') throw new Error(`no choices in ${name}`);
    for (const { value } of field.choices) {
      await world.reset();
      const input = { extract: 'wholeCountry', [name]: field.kind === 'choices' ? [value] : value };
      expect(await order(input)).toMatch(/^[\da-f-]{36}$/);
    }
  }
});
