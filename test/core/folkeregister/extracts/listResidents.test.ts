import fc from 'fast-check';
import type { Session } from '../../../../src/session';
import {
  fakeWorld,
  failureOf,
  fiksCredential,
  refillRetries,
  ROLE,
  sessionIn,
  valueOf,
  type Route,
  type World,
} from '../../fakePorts';
import { someNumbers } from '../../numbers';
import { asking, partsIn } from '../asking';
import { currentPersonaOf } from '../personas';
import { idsIn, register } from '../register';
import { batchIn, extractOf, isOrder, JOB, ordersIn, type Making } from './extract';

beforeEach(() => refillRetries('folkeregister'));

const MINUTE_MS = 60_000;
const numbers = someNumbers(2600);
const [a = '', b = '', c = '', d = ''] = numbers;

const BERGEN = { bostedskommunenummer: '4601' };
const ALL = { ...BERGEN, returnAll: true };
const GO_ON = { extract: 'job', returnAll: true };

const list = async (making: Making | Route, input: object = ALL, changes: Partial<Session> = {}) => {
  const world = fakeWorld(typeof making === 'function' ? making : extractOf(making));
  const [outcome] = await asking(world, 'listResidents', [{ ...input }], sessionIn(world, changes));
  return { world, outcome };
};

/** What was asked for, in a word each. */
const stepsOf = ({ requests }: World): string[] =>
  requests.map((request) => {
    const batch = batchIn(request);
    if (batch !== undefined) return `batch ${batch}`;
    return isOrder(request) ? 'order' : `${idsIn(request).length} persons`;
  });

describe('a list of residents', () => {
  test('is ordered, and fetched batch by batch to the end', async () => {
    const { world, outcome } = await list({ batches: [[a, b], [c], [d]] });
    expect(valueOf(outcome)).toEqual({
      jobId: JOB,
      feedsekvensnr: null,
      foedselsnumre: [a, b, c, d],
      persondokumenter: null,
      count: 4,
      persons: null,
      goOnFrom: null,
    });
    expect(stepsOf(world)).toEqual(['order', 'batch 0', 'batch 1', 'batch 2', 'batch 3']);
    expect(ordersIn(world.requests)).toEqual([
      { personstatustyper: ['bosatt'], kommunenummer: { bostedskommunenummer: '4601' } },
    ]);
  });

  test('of nobody is empty', async () => {
    expect(valueOf((await list({ batches: [] })).outcome)).toMatchObject({
      foedselsnumre: [],
      count: 0,
      goOnFrom: null,
    });
  });

  test('waits before every batch that is not ready, and before the end', async () => {
    const { world, outcome } = await list({ batches: [[a], [b]], notReady: 2 });
    expect(valueOf(outcome)).toMatchObject({ foedselsnumre: [a, b], goOnFrom: null });
    expect(world.sleeps).toEqual([2000, 4000, 2000, 4000, 2000, 4000]);
  });

  test('waits longer each time, up to a quarter of a minute', async () => {
    const { world } = await list({ batches: [], notReady: 6 });
    expect(world.sleeps).toEqual([2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  test('tells how far it has come', async () => {
    const seen: number[] = [];
    await list({ batches: [numbers, [a]] }, ALL, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([1000, 2000, 2600, 2601]);
  });

  test('is made once for equal items, each of which gets it', async () => {
    const world = fakeWorld(extractOf({ batches: [[a]] }));
    const outcomes = await asking(world, 'listResidents', [ALL, ALL, ALL]);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnumre)).toEqual([[a], [a], [a]]);
    expect(stepsOf(world)).toEqual(['order', 'batch 0', 'batch 1']);
  });
});

describe('a list with a limit', () => {
  test('ends there, and says where to go on', async () => {
    const { world, outcome } = await list(
      {
        batches: [
          [a, b],
          [c, d],
        ],
      },
      { ...BERGEN, limit: 3 },
    );
    expect(valueOf(outcome)).toMatchObject({ foedselsnumre: [a, b, c], count: 3, goOnFrom: `${JOB}/1/1` });
    expect(stepsOf(world)).toEqual(['order', 'batch 0', 'batch 1']);
  });

  test('goes on without another order, and ends with nowhere to go on from', async () => {
    const input = { extract: 'job', goOnFrom: `${JOB}/1/1`, limit: 3 };
    const { world, outcome } = await list(
      {
        batches: [
          [a, b],
          [c, d],
        ],
      },
      input,
    );
    expect(valueOf(outcome)).toMatchObject({ jobId: JOB, foedselsnumre: [d], count: 1, goOnFrom: null });
    expect(stepsOf(world)).toEqual(['batch 1', 'batch 2']);
  });

  test('gives everyone once and in order, whatever the batches and the limit', async () => {
    const batches = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 1, max: 12 }), async (sizes, limit) => {
        let from = 0;
        const made = sizes.map((size) => numbers.slice(from, (from += size)));
        const world = fakeWorld(extractOf({ batches: made }));
        const given: unknown[] = [];
        let input: Record<string, unknown> = { ...BERGEN, limit };
        for (let more = true; more;) {
          const [outcome] = await asking(world, 'listResidents', [input]);
          const { foedselsnumre, goOnFrom } = valueOf(outcome) as { foedselsnumre: string[]; goOnFrom: string | null };
          expect(foedselsnumre.length).toBeLessThanOrEqual(limit);
          given.push(...foedselsnumre);
          more = goOnFrom !== null;
          input = { extract: 'job', goOnFrom, limit };
        }
        expect(given).toEqual(made.flat());
      }),
      { numRuns: 50 },
    );
  });
});

describe('a job that is gone on with', () => {
  test('by its id alone begins at its beginning', async () => {
    const { world, outcome } = await list({ batches: [[a], [b]] }, { ...GO_ON, goOnFrom: JOB });
    expect(valueOf(outcome)).toMatchObject({ foedselsnumre: [a, b], feedsekvensnr: null });
    expect(ordersIn(world.requests)).toEqual([]);
  });

  test.each(['', 'sak 17', `${JOB}/1`, `${JOB}/-1/0`, `${JOB}/1/1/1`, '../personer/xsd'])(
    'wants an id or a place, and not %j',
    async (goOnFrom) => {
      const { world, outcome } = await list({ batches: [] }, { ...GO_ON, goOnFrom });
      expect(failureOf(outcome)).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'goOnFrom' } });
      expect(world.requests).toEqual([]);
    },
  );

  test('and is gone says so, with its id', async () => {
    const { outcome } = await list(() => ({ status: 410 }), { ...GO_ON, goOnFrom: `${JOB}/3/0` });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_EXTRACT_GONE', details: { jobId: JOB, status: 410 } });
  });
});

describe('the persons of a list', () => {
  const WITH_PERSONS = { ...ALL, includePersons: true, parts: ['navn', 'status'] };

  test('are looked up a thousand at a time, before the next batch is fetched', async () => {
    const { world, outcome } = await list({ batches: [numbers.slice(0, 2500), numbers.slice(2500)] }, WITH_PERSONS);
    const { persons, foedselsnumre } = valueOf(outcome) as { persons: any[]; foedselsnumre: string[] };
    expect(persons.map(({ foedselsnummer }) => foedselsnummer)).toEqual(foedselsnumre);
    expect(stepsOf(world)).toEqual([
      'order',
      'batch 0',
      '1000 persons',
      '1000 persons',
      '500 persons',
      'batch 1',
      '100 persons',
      'batch 2',
    ]);
    expect(partsIn(world, 2)).toEqual(['navn', 'status']);
  });

  test('beyond the limit are not looked up', async () => {
    const { world } = await list({ batches: [numbers] }, { ...WITH_PERSONS, returnAll: false, limit: 1200 });
    expect(stepsOf(world)).toEqual(['order', 'batch 0', '1000 persons', '200 persons']);
  });

  test('are given though one of them is not known any more', async () => {
    const persons = register('foedselsEllerDNummer', (id) => (id === b ? { status: 404, json: {} } : id));
    const { outcome } = await list({ batches: [[a, b, c]], persons }, WITH_PERSONS);
    const found = valueOf(outcome).persons as any[];
    expect(found.map((one) => one.foedselsnummer ?? one.error.code)).toEqual([a, 'ERR_PERSON_NOT_FOUND', c]);
  });

  test.each(['simplified', 'selected', 'raw'])('who are protected lose their addresses: %s', async (output) => {
    const persons: Route = () => ({ json: currentPersonaOf('confidential') });
    const input = { ...WITH_PERSONS, output, parts: ['navn', 'bostedsadresse'] };
    const { world, outcome } = await list({ batches: [[a]], persons }, input);
    expect(partsIn(world, 2)).toContain('adressebeskyttelse');
    expect(valueOf(outcome).persons).toMatchObject([{ handleManually: true }]);
    expect(JSON.stringify(valueOf(outcome).persons)).not.toMatch(/adressenavn|postnummer":"|fortrolig/i);
  });

  test('that the register does not give out fail the list, which is gone on with by the job', async () => {
    const persons: Route = () => ({ status: 403, json: {} });
    const { outcome } = await list({ batches: [[a, b]], persons }, WITH_PERSONS);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_FORBIDDEN', details: { jobId: JOB, status: 403 } });
  });

  test('with a part the role may not see are not even ordered', async () => {
    const fiks = {
      ...fiksCredential,
      roles: [{ name: 'Skole', rolleId: ROLE, purpose: '', parts: ['navn', 'status'] }],
    };
    const { world, outcome } = await list({ batches: [[a]] }, { ...WITH_PERSONS, parts: ['bostedsadresse'] }, { fiks });
    expect(failureOf(outcome).code).toBe('ERR_PART_NOT_ALLOWED');
    expect(world.requests).toEqual([]);
  });

  test('of a complete extract are versions, shown by the protection of today', async () => {
    const [first, second] = ['1'.repeat(32), '2'.repeat(32)];
    const open = { bostedsadresse: [{ adressegradering: 'ugradert', vegadresse: { adressenavn: 'Tenkeveien' } }] };
    const number = (foedselsEllerDNummer: string) => ({
      identifikasjonsnummer: [{ erGjeldende: true, foedselsEllerDNummer }],
    });
    const versions = [
      { dokumentidentifikator: first, folkeregisterperson: { ...number(a), ...open } },
      { dokumentidentifikator: second, folkeregisterperson: { ...number(b), ...open } },
    ];
    const today = [
      { foedselsEllerDNummer: a, folkeregisterperson: number(a) },
      {
        foedselsEllerDNummer: b,
        folkeregisterperson: { ...number(b), adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }] },
      },
    ];
    const { outcome } = await list(
      {
        batches: [[first, second]],
        content: 'dokumentidentifikator',
        persons: ({ url }) => ({ json: { oppslag: url.includes('/arkiv') ? versions : today } }),
      },
      { ...WITH_PERSONS, extract: 'complete', feedsekvensnr: 7, parts: ['bostedsadresse'], output: 'selected' },
    );
    expect(valueOf(outcome)).toMatchObject({
      feedsekvensnr: 7,
      foedselsnumre: null,
      persondokumenter: [first, second],
      count: 2,
      persons: [
        { foedselsnummer: a, bostedsadresse: open.bostedsadresse, handleManually: false },
        { foedselsnummer: b, bostedsadresse: null, handleManually: true },
      ],
    });
  });
});

describe('a list that does not come to its end', () => {
  test('because a batch is not ready in time has the job to go on with', async () => {
    const { world, outcome } = await list({ batches: [[a]], notReady: 99 }, { ...ALL, waitMinutes: 1 });
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_EXTRACT_NOT_READY',
      kind: 'system',
      retryable: true,
      details: { jobId: JOB },
    });
    expect(world.sleeps.reduce((sum, ms) => sum + ms)).toBe(MINUTE_MS);
  });

  test('does not wait at all where it is given no time', async () => {
    const { world, outcome } = await list({ batches: [[a]], notReady: 1 }, { ...ALL, waitMinutes: 0 });
    expect(failureOf(outcome).code).toBe('ERR_EXTRACT_NOT_READY');
    expect(world.sleeps).toEqual([]);
  });

  test('has as long for each batch as for the first', async () => {
    // 2, 4, 8, 15 and 15 seconds before each of them.
    const { world, outcome } = await list({ batches: [[a], [b]], notReady: 5 }, { ...ALL, waitMinutes: 1 });
    expect(valueOf(outcome)).toMatchObject({ count: 2 });
    expect(world.sleeps.reduce((sum, ms) => sum + ms)).toBeGreaterThan(2 * MINUTE_MS);
  });

  test('because the service is down has the job too', async () => {
    const { outcome } = await list((request) => (isOrder(request) ? { json: { jobbId: JOB } } : { status: 503 }));
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_SERVICE_FAILURE', details: { jobId: JOB, status: 503 } });
  });

  test('because of a message in place of a batch is not taken to be at its end', async () => {
    const { outcome } = await list({ batches: [[a]], end: { feilmelding: 'Feil' } });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER', details: { jobId: JOB } });
  });

  test('because it is stopped while it waits asks for nothing more', async () => {
    const stopper = new AbortController();
    const world = fakeWorld(extractOf({ batches: [[a]], notReady: 99 }));
    const sleep = async (): Promise<void> => {
      stopper.abort();
      throw new Error('aborted');
    };
    const session = sessionIn(world, { ports: { ...world.ports, sleep }, signal: stopper.signal });
    const [outcome] = await asking(world, 'listResidents', [ALL], session);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_CANCELLED', details: { jobId: JOB } });
    expect(stepsOf(world)).toEqual(['order', 'batch 0']);
  });

  test('because nothing could be ordered has no job', async () => {
    const { outcome } = await list(() => ({ status: 429 }));
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_TOO_MANY_EXTRACTS' });
    expect(failureOf(outcome).details).not.toHaveProperty('jobId');
  });
});
