import { READS, requestOf, type Read } from './reads';
import { failureOf, refillRetries, verdictsOf, World, type Fault } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());

describe.each(READS)('a look-up of $name', (read: Read) => {
  const { service, operation, retryAfter } = read;
  beforeEach(() => refillRetries(world, service));

  /** Orders the fault for the read itself, and runs it. */
  const meet = async (fault: Omit<Fault, 'service' | 'operation'>) => {
    const inputs = await read.inputs(world);
    await world.order({ ...fault, service, operation: requestOf(read) });
    const outcomes = await world.run(service, operation, inputs);
    expect(outcomes).toHaveLength(inputs.length);
    return { outcomes, verdicts: new Set(verdictsOf(outcomes)), calls: await world.asked(service, requestOf(read)) };
  };

  it('waits as long as it is asked to', async () => {
    const [header, ms] = retryAfter;
    const { verdicts, calls } = await meet({ kind: 'status', status: 429, headers: { 'retry-after': header } });
    expect([verdicts, calls, world.waits]).toEqual([new Set(['ok']), 2, [ms]]);
  });

  it('waits some time by itself when it is not told how long', async () => {
    const { verdicts } = await meet({ kind: 'status', status: 429, times: 2 });
    expect(verdicts).toEqual(new Set(['ok']));
    expect(world.waits).toHaveLength(2);
  });

  it('never waits more than a minute, whatever it is asked to', async () => {
    await meet({ kind: 'status', status: 429, headers: { 'retry-after': '99999' } });
    expect(world.waits).toEqual([60_000]);
  });

  it('gives up being slowed down after three tries', async () => {
    const { outcomes, verdicts, calls } = await meet({ kind: 'status', status: 429, times: 5 });
    expect([verdicts, calls]).toEqual([new Set(['ERR_THROTTLED']), 3]);
    expect(failureOf(outcomes[0])).toMatchObject({ service, status: 429, retryable: true, kind: 'system' });
  });

  // A 500 of KRR is worth one more try only.
  it.each(service === 'krr' ? [502, 503, 504] : [500, 502, 503, 504])(
    'succeeds at the third try after two answers of %i',
    async (status) => {
      const { verdicts, calls } = await meet({ kind: 'status', status, times: 2 });
      expect([verdicts, calls]).toEqual([new Set(['ok']), 3]);
    },
  );

  it('gives up an outage after three tries, with the reference support asks for', async () => {
    const { outcomes, verdicts, calls } = await meet({ kind: 'status', status: 503, times: 5 });
    expect([verdicts, calls]).toEqual([new Set(['ERR_SERVICE_FAILURE']), 3]);
    expect(failureOf(outcomes[0])).toMatchObject({ service, status: 503, retryable: true, kind: 'system' });
    // KRR's error body has none.
    if (service !== 'krr') expect(failureOf(outcomes[0]).supportReference).toMatch(/^[\da-f-]{36}$/);
  });

  it('is not disturbed by one web page from a gateway', async () => {
    expect((await meet({ kind: 'html', status: 502 })).verdicts).toEqual(new Set(['ok']));
  });

  it('says so when a web page comes with status 200', async () => {
    const { outcomes, verdicts } = await meet({ kind: 'html', status: 200, times: 5 });
    expect(verdicts).toEqual(new Set(['ERR_UNEXPECTED_ANSWER']));
    expect(failureOf(outcomes[0]).message).toMatch(/such as a web page/);
  });

  it('says so when the answer is JSON of another shape', async () => {
    const { verdicts } = await meet({ kind: 'status', status: 200, times: 5, body: ['something else'] });
    expect(verdicts).toEqual(new Set(['ERR_UNEXPECTED_ANSWER']));
  });

  it('does not follow a redirect with its credentials', async () => {
    const { verdicts, calls } = await meet({
      kind: 'status',
      status: 302,
      headers: { location: `${world.sandbox.url}/admin/letters` },
      body: '',
    });
    expect([verdicts, calls]).toEqual([new Set(['ERR_UNEXPECTED_ANSWER']), 1]);
  });

  it.each(['drop', 'dropAfter'] as const)('tries again when the connection is cut (%s)', async (kind) => {
    const { verdicts, calls } = await meet({ kind, times: 2 });
    expect([verdicts, calls]).toEqual([new Set(['ok']), 3]);
  });

  it('gives up a connection that is cut three times', async () => {
    const { verdicts, calls } = await meet({ kind: 'drop', times: 5 });
    expect([verdicts, calls]).toEqual([new Set(['ERR_CONNECTION_LOST']), 3]);
  });

  // Where the newer look-up by reference is not found, the older one is asked; the end of the feed may be not found.
  it.each([400, 409, 422, ...(['findByReference', 'readEventFeed'].includes(operation) ? [] : [404])])(
    'never asks again after a refusal with %i',
    async (status) => {
      const { verdicts, calls } = await meet({ kind: 'status', status, times: 50 });
      // A person unknown to the register is what 404 means there; then the rest are asked for too.
      // After a 400 to many some are asked for alone, for one number can have the others refused.
      // After a 404 of a status SvarUt is asked about no letter, to tell an unknown one from a path that is not there.
      const more = { folkeregister: 404, getPerson: 400, getHistoricalVersion: 400, krr: 400, getStatus: 404 };
      if (![more[service as keyof typeof more], more[operation as keyof typeof more]].includes(status))
        expect(calls).toBe(1);
      expect(verdicts.has('ok')).toBe(false);
      expect(verdicts.has('lost')).toBe(false);
    },
  );
});

describe('Folkeregisteret', () => {
  beforeEach(() => refillRetries(world, 'folkeregister'));

  it('gets at least a second when it asks for less, for it may mean seconds', async () => {
    await world.order({ service: 'folkeregister', kind: 'status', status: 429, headers: { 'retry-after': '40' } });
    const outcomes = await world.run('folkeregister', 'getPerson', [{ foedselsnummer: '12848539668' }]);
    expect([verdictsOf(outcomes), world.waits]).toEqual([['ok'], [1000]]);
  });

  it('is left alone after an outage in the middle of single look-ups, and every line hears of it', async () => {
    const rolleId = world.sandbox.credentials.roles.find(({ name }) => name === 'single-lookups')!.rolleId;
    const inputs = (await READS[1]!.inputs(world)).map((input) => ({ ...input, rolleId }));
    const first = verdictsOf(await world.run('folkeregister', 'getPerson', inputs.slice(0, 1)));
    await world.order({ service: 'folkeregister', operation: 'person', kind: 'status', status: 503, times: 99 });
    const rest = verdictsOf(await world.run('folkeregister', 'getPerson', inputs));
    expect([first, rest]).toEqual([['ok'], Array(12).fill('ERR_SERVICE_FAILURE')]);
    expect(await world.asked('folkeregister', 'person')).toBe(1 + 3);
  });
});

describe('a service that is gone', () => {
  it.each(READS)('fails every line of a look-up of $name, and says what to check', async (read) => {
    const gone = await World.start();
    await refillRetries(gone, read.service);
    const inputs = await read.inputs(gone);
    expect(new Set(verdictsOf(await gone.run(read.service, read.operation, inputs)))).toEqual(new Set(['ok']));
    await gone.sandbox.close();
    // The letters' clock is gone with the sandbox.
    const session = { ...gone.session(), ports: { ...gone.session().ports, sleep: async () => undefined } };
    const outcomes = await gone.run(read.service, read.operation, inputs, session);
    await gone.close();
    expect(verdictsOf(outcomes)).toEqual(inputs.map(() => 'ERR_UNREACHABLE'));
    expect(failureOf(outcomes[0])).toMatchObject({
      service: read.service,
      action: expect.stringMatching(/firewall, proxy/),
    });
  });
});

describe('the retries of a process', () => {
  it('run out in a long outage, so that it is not made worse, and come back with successes', async () => {
    await refillRetries(world, 'krr');
    const check = async (times: number) => {
      for (let run = 0; run < times; run += 1)
        await world.run('krr', 'checkNotificationRules', [{ foedselsnummer: '12848539668' }]);
    };
    await world.order({ service: 'krr', kind: 'status', status: 503, times: 30 });
    await check(15);
    // Two units a retry, twenty to begin with: ten retries for fifteen failed runs.
    expect(await world.asked('krr')).toBe(15 + 10);
    await refillRetries(world, 'krr');
    await world.order({ service: 'krr', kind: 'status', status: 503, times: 2 });
    await check(1);
    expect(await world.asked('krr')).toBe(3);
  });
});
