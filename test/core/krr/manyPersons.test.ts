import { krrOperations } from '../../../src/krr/operations';
import { runOperation } from '../../../src/operations/run';
import { syntheticNumbers } from '../../../scripts/syntheticNumbers.mts';
import { fakeWorld, jsonOf, sessionIn, valueOf, type Route } from '../fakePorts';

/** One more than the round number, so that the last call is not full. */
const NUMBERS = syntheticNumbers(100_001);

/** Answers for everyone it is asked about, in the reverse order. */
const everyone: Route = (request) => {
  const { personidentifikatorer } = jsonOf(request) as { personidentifikatorer: string[] };
  const person = (personidentifikator: string) => ({ personidentifikator, status: 'IKKE_REGISTRERT' });
  return { json: { personer: personidentifikatorer.map(person).reverse() } };
};

test('100 001 persons are 101 calls, and each input gets its own answer, in order', async () => {
  const world = fakeWorld(everyone);
  const checkNotificationRules = krrOperations.find(({ name }) => name === 'checkNotificationRules');
  const outcomes = await runOperation(
    checkNotificationRules!,
    sessionIn(world),
    NUMBERS.map((foedselsnummer) => ({ values: { foedselsnummer } })),
    { rules: { realPersons: false } },
  );
  const sizes = world.requests.map(
    (request) => (jsonOf(request) as { personidentifikatorer: [] }).personidentifikatorer.length,
  );
  expect(sizes.toSorted((a, b) => b - a)).toEqual([...Array<number>(100).fill(1000), 1]);
  expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual(NUMBERS);
  expect(world.tokenRequests).toHaveLength(1);
});
