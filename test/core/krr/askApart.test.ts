import fc from 'fast-check';
import { ServiceError } from '../../../src/http/serviceError';
import { askApart } from '../../../src/krr/askApart';
import { thrownBy } from '../fakePorts';

const errorWith = (status: number): ServiceError =>
  new ServiceError(status === 400 ? 'ERR_REFUSED' : 'ERR_SERVICE_FAILURE', 'No.', 'Wait.', { service: 'krr', status });

/** A register that refuses every question with one of these in it, and otherwise answers with the number in capitals. */
const registerThatRefuses = (bad: readonly string[], failAtCall = Infinity) => {
  const calls: (readonly string[])[] = [];
  const ask = async (numbers: readonly string[]): Promise<string[]> => {
    calls.push(numbers);
    if (calls.length >= failAtCall) throw errorWith(503);
    if (numbers.some((number) => bad.includes(number))) throw errorWith(400);
    return numbers.map((number) => number.toUpperCase());
  };
  return { calls, ask };
};

const people = (count: number): string[] => Array.from({ length: count }, (_, at) => `n${at}`);
const verdicts = (answers: readonly (string | ServiceError)[]): string[] =>
  answers.map((answer) => (typeof answer === 'string' ? answer : answer.code));

test('a batch that is answered is asked for once', async () => {
  const { calls, ask } = registerThatRefuses([]);
  expect(await askApart(ask, people(1000))).toEqual(people(1000).map((one) => one.toUpperCase()));
  expect(calls).toHaveLength(1);
});

test('one bad number among a thousand is found in some twenty calls, and the others are answered', async () => {
  for (const bad of ['n0', 'n1', 'n499', 'n500', 'n998', 'n999']) {
    const { calls, ask } = registerThatRefuses([bad]);
    const answers = await askApart(ask, people(1000));
    expect(verdicts(answers)).toEqual(people(1000).map((one) => (one === bad ? 'ERR_REFUSED' : one.toUpperCase())));
    expect(calls.length).toBeLessThanOrEqual(2 + 2 * Math.ceil(Math.log2(1000)) + 1);
  }
});

test('every good number is answered and every bad one refused, in order, whichever they are', async () => {
  const numbers = fc.integer({ min: 8, max: 300 }).map(people);
  const withBad = numbers.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all, { minLength: 1, maxLength: 8 })));
  await fc.assert(
    fc.asyncProperty(withBad, async ([all, bad]) => {
      // A batch in which even the sixteen that are tried alone are bad is taken for a request that is wrong.
      fc.pre(
        Array.from({ length: 16 }, (_, at) => all[Math.round((at * (all.length - 1)) / 15)]!).some(
          (one) => !bad.includes(one),
        ),
      );
      const { calls, ask } = registerThatRefuses(bad);
      const answers = await askApart(ask, all);
      expect(verdicts(answers)).toEqual(all.map((one) => (bad.includes(one) ? 'ERR_REFUSED' : one.toUpperCase())));
      expect(calls.length).toBeLessThanOrEqual(17 + 2 * Math.ceil(Math.log2(all.length)) * bad.length);
    }),
  );
});

test('many bad numbers at the head of a list do not condemn the rest', async () => {
  const { ask } = registerThatRefuses(people(40));
  const answers = await askApart(ask, people(200));
  expect(verdicts(answers).filter((verdict) => verdict === 'ERR_REFUSED')).toHaveLength(40);
});

test('when even numbers asked for alone are refused, it is the request that is wrong: one error, and seventeen calls', async () => {
  const { calls, ask } = registerThatRefuses(people(1000));
  expect((await thrownBy(() => askApart(ask, people(1000)))).details.status).toBe(400);
  expect(calls.map((numbers) => numbers.length)).toEqual([1000, ...Array<number>(16).fill(1)]);
});

test.each([1, 2, 3])('a batch of %i that is all refused is not asked for again and again', async (count) => {
  const { calls, ask } = registerThatRefuses(people(count));
  expect((await thrownBy(() => askApart(ask, people(count)))).code).toBe('ERR_REFUSED');
  expect(calls).toHaveLength(count === 1 ? 1 : 1 + count);
});

test('a failure of the register is the failure of all, and is not asked about again', async () => {
  const { calls, ask } = registerThatRefuses([], 1);
  expect((await thrownBy(() => askApart(ask, people(10)))).code).toBe('ERR_SERVICE_FAILURE');
  expect(calls).toHaveLength(1);
});

test('what was answered before the register failed stays answered, and the rest hear of the failure', async () => {
  // Refused, one tried alone, the first half answered, the second refused, and then nothing more.
  const { calls, ask } = registerThatRefuses(['n7'], 5);
  const answers = await askApart(ask, people(8));
  expect(verdicts(answers)).toEqual(['N0', 'N1', 'N2', 'N3', ...Array(4).fill('ERR_SERVICE_FAILURE')]);
  expect(calls).toHaveLength(5);
});

test('a fault in the program is not taken for an answer of the register', async () => {
  const broken = async (numbers: readonly string[]): Promise<string[]> => {
    if (numbers.length === 4) throw errorWith(400);
    if (numbers.length === 1) return ['N0'];
    throw new TypeError('a fault');
  };
  await expect(askApart(broken, people(4))).rejects.toThrow(TypeError);
});

test('the error of a bad number names the field and what to do, and keeps what the register said of it', async () => {
  const { ask } = registerThatRefuses(['n1']);
  const [, refused] = await askApart(ask, people(4));
  expect(refused).toMatchObject({
    code: 'ERR_REFUSED',
    kind: 'business',
    action: expect.stringContaining('Folkeregisteret'),
    details: { service: 'krr', status: 400, field: 'foedselsnummer' },
  });
});

test('good ones go through beside several that are refused, wherever they stand', async () => {
  const { ask } = registerThatRefuses(['a', 'b', 'd', 'e']);
  expect(verdicts(await askApart(ask, ['a', 'b', 'c', 'd', 'e']))).toEqual([
    'ERR_REFUSED',
    'ERR_REFUSED',
    'C',
    'ERR_REFUSED',
    'ERR_REFUSED',
  ]);
});
