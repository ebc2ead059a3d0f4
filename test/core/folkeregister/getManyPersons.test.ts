import { fakeWorld, failureOf, refillRetries, sessionIn, valueOf } from '../fakePorts';
import { someNumbers } from '../numbers';
import { asking } from './asking';
import { idsIn, isBulk, register } from './register';

beforeEach(() => refillRetries('folkeregister'));

const PARTS = ['navn', 'status'];
const itself = register('foedselsEllerDNummer', (id) => id);
const [a = '', b = '', c = ''] = someNumbers(3);

const runFor = async (foedselsnumre: unknown, route = itself, changes: object = {}) => {
  const world = fakeWorld(route);
  const [outcome] = await asking(world, 'getManyPersons', [{ foedselsnumre, parts: PARTS, ...changes }]);
  return { world, outcome };
};

const verdictsIn = (value: Record<string, unknown>): unknown[] =>
  (value.persons as Record<string, any>[]).map((person) => person.error?.code ?? person.foedselsnummer);

describe('a list of numbers', () => {
  test.each<[string, unknown]>([
    ['as a list', [a, b, c]],
    ['as text with commas', `${a}, ${b},${c}`],
    ['as text with lines', `${a}\n${b}\r\n${c}\n`],
    ['as whole numbers, where none begins with a zero', [Number(a), Number(b), Number(c)]],
  ])('%s is one call and one result, in the order of the list', async (_how, given) => {
    const { world, outcome } = await runFor(given);
    expect(valueOf(outcome)).toMatchObject({ found: 3, failed: 0 });
    expect(verdictsIn(valueOf(outcome))).toEqual([a, b, c]);
    expect(world.requests.map(idsIn)).toEqual([[a, b, c]]);
    expect(new URL(world.requests[0]?.url ?? '').searchParams.get('somBestilt')).toBe('true');
  });

  test('with a number twice asks for it once and answers it twice', async () => {
    const { world, outcome } = await runFor([a, b, a]);
    expect(verdictsIn(valueOf(outcome))).toEqual([a, b, a]);
    expect(world.requests.map(idsIn)).toEqual([[a, b]]);
  });

  test('of 2500 goes in three calls of at most a thousand', async () => {
    const numbers = someNumbers(2500);
    const { world, outcome } = await runFor(numbers);
    expect(verdictsIn(valueOf(outcome))).toEqual(numbers);
    expect(world.requests.map((request) => idsIn(request).length)).toEqual([1000, 1000, 500]);
  });

  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /is empty/],
    ['an empty list', [], /is empty/],
    ['empty text', ' , ', /is empty/],
    ['more than 10 000', Array.from({ length: 10_001 }, () => a), /more than 10000 entries/],
  ])('that is %s is an error of the input', async (_what, given, message) => {
    const { world, outcome } = await runFor(given);
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_INVALID_INPUT',
      message: expect.stringMatching(message),
      details: { field: 'foedselsnumre' },
    });
    expect(world.requests).toEqual([]);
  });
});

describe('numbers that are wrong', () => {
  test('each have their own error in their own place, and the good ones go on', async () => {
    const { world, outcome } = await runFor([a, 'RASK', null, '12848539667', '310475025', b, {}, '', '99887766', 1.5]);
    const wrong = 'ERR_INVALID_IDENTIFIER';
    expect(verdictsIn(valueOf(outcome))).toEqual([a, wrong, wrong, wrong, wrong, b, wrong, wrong, wrong, wrong]);
    expect(valueOf(outcome)).toMatchObject({ found: 2, failed: 8 });
    expect(world.requests.map(idsIn)).toEqual([[a, b]]);
  });

  test('with blanks in them are read as people write them', async () => {
    const { outcome } = await runFor([`${a.slice(0, 6)} ${a.slice(6)}`, ` ${b} `]);
    expect(verdictsIn(valueOf(outcome))).toEqual([a, b]);
  });

  test('alone in the list are asked of nobody', async () => {
    const { world, outcome } = await runFor(['123']);
    expect(valueOf(outcome)).toMatchObject({ found: 0, failed: 1 });
    expect(world.requests).toEqual([]);
  });

  test('are told as hosts show errors, and the number is not in it', async () => {
    const { outcome } = await runFor([a, '12848539667']);
    const { error } = (valueOf(outcome).persons as Record<string, any>[])[1]!;
    expect(error).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', kind: 'business', retryable: false });
    expect(JSON.stringify(error)).not.toContain('12848539667');
  });
});

describe('what the register does not give', () => {
  test('is the error of that number alone', async () => {
    const unknownB = register('foedselsEllerDNummer', (id) => (id === b ? { status: 404 } : id));
    const { outcome } = await runFor([a, b, c], unknownB);
    expect(verdictsIn(valueOf(outcome))).toEqual([a, 'ERR_PERSON_NOT_FOUND', c]);
  });

  test('does not take the others with it when it refuses a whole call for one of them', async () => {
    const refusesB = register('foedselsEllerDNummer', (id) => (id === b ? { status: 400 } : id));
    const numbers = [...someNumbers(100)];
    numbers.splice(40, 1, b);
    const { world, outcome } = await runFor(numbers, refusesB);
    const verdicts = verdictsIn(valueOf(outcome));
    expect(verdicts.filter((verdict) => verdict === 'ERR_REFUSED').length).toBe(
      numbers.filter((one) => one === b).length,
    );
    expect(verdicts.filter((verdict) => /^\d/.test(String(verdict)))).toHaveLength(
      numbers.filter((one) => one !== b).length,
    );
    expect(world.requests.length).toBeLessThan(25);
  });

  test('to anybody is the error of the input, met once', async () => {
    const { world, outcome } = await runFor([a, b], () => ({ status: 403, json: {} }));
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_FORBIDDEN' });
    expect(world.requests).toHaveLength(2);
  });

  test('after a failure in the middle leaves what was found, and the rest hear of the failure', async () => {
    const numbers = someNumbers(2500);
    let calls = 0;
    const world = fakeWorld((request, nth) => {
      calls += 1;
      return calls === 1 ? itself(request, nth) : { status: 401 };
    });
    const [outcome] = await asking(world, 'getManyPersons', [{ foedselsnumre: numbers, parts: PARTS }]);
    expect(valueOf(outcome)).toMatchObject({ found: 1000, failed: 1500 });
    expect(new Set(verdictsIn(valueOf(outcome)).slice(1000))).toEqual(new Set(['ERR_UNAUTHORIZED']));
    // A token is fetched anew once; after that nobody asks on.
    expect(world.requests).toHaveLength(3);
  });
});

describe('single look-ups in a row', () => {
  const withoutBulk = (request: Parameters<typeof itself>[0], nth: number) =>
    isBulk(request) ? { status: 403 } : itself(request, nth);

  test('are kept apart, so that the limit of the test environment is never met', async () => {
    const { world, outcome } = await runFor(someNumbers(20), withoutBulk);
    expect(valueOf(outcome)).toMatchObject({ found: 20 });
    expect(world.sleeps).toEqual(Array(19).fill(50));
  });

  test('of several inputs wait for each other too', async () => {
    const world = fakeWorld(withoutBulk);
    const numbers = someNumbers(10);
    const session = sessionIn(world);
    const inputs = [numbers.slice(0, 5), numbers.slice(5)].map((foedselsnumre) => ({ foedselsnumre, parts: PARTS }));
    await asking(world, 'getManyPersons', inputs, session);
    const waited = world.sleeps.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThanOrEqual(9 * 50);
  });

  test('that take their time need not wait', async () => {
    const world = fakeWorld((request, nth) => {
      world.clock.ms += 200;
      return withoutBulk(request, nth);
    });
    await asking(world, 'getManyPersons', [{ foedselsnumre: someNumbers(5), parts: PARTS }]);
    expect(world.sleeps).toEqual([]);
  });

  test('stop when the run is stopped', async () => {
    const controller = new AbortController();
    const world = fakeWorld((request, nth) => {
      if (nth === 3) controller.abort();
      return withoutBulk(request, nth);
    });
    const session = sessionIn(world, { signal: controller.signal });
    const inputs = [{ foedselsnumre: [a, b, c], parts: PARTS }];
    const [outcome] = await asking(world, 'getManyPersons', inputs, session);
    expect(verdictsIn(valueOf(outcome)).at(-1)).toBe('ERR_CANCELLED');
    expect(world.requests).toHaveLength(3);
  });
});
