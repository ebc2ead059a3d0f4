import { ServiceError } from '../../../../src/http/serviceError';
import { failed, succeeded, type JsonObject, type Outcome } from '../../../../src/operations/operation';
import { withTotals } from '../../../../src/svarut/sending/sendTheLetter';

const validated = (channel: string, wouldBe: 'sent' | 'duplicate' = 'sent'): Outcome =>
  succeeded({ outcome: 'validated', wouldBe, channel });
const failure = failed(new ServiceError('ERR_INVALID_INPUT', 'Bad.', 'Mend.'));
const totalsOf = (outcome: Outcome | undefined): unknown => outcome?.ok && outcome.value.totals;

test('every letter that was validated has the totals of the whole batch', () => {
  const outcomes = [
    validated('digitalOrPrint'),
    validated('print'),
    failure,
    validated('digitalOrPrint'),
    validated('digitalOnly', 'duplicate'),
    validated('healthNetwork'),
    failure,
    validated('digitalOnly'),
  ];
  const told = withTotals(outcomes);
  const totals = {
    letters: 5,
    duplicates: 1,
    failed: 2,
    digitalOrPrint: 2,
    digitalOnly: 1,
    print: 1,
    healthNetwork: 1,
  };
  expect(told).toHaveLength(outcomes.length);
  told.forEach((outcome, at) => {
    if (!outcome.ok) expect(outcome).toBe(outcomes[at]);
    else expect(outcome).toEqual(succeeded({ ...(outcomes[at] as { value: JsonObject }).value, totals }));
  });
});

test('a batch of duplicates is no letters', () => {
  expect(totalsOf(withTotals([validated('print', 'duplicate')])[0])).toEqual({
    letters: 0,
    duplicates: 1,
    failed: 0,
    digitalOrPrint: 0,
    digitalOnly: 0,
    print: 0,
    healthNetwork: 0,
  });
});

test('what was sent has no totals, and is not counted', () => {
  const sent = succeeded({ outcome: 'sent', letterId: 'letter-1' });
  const [first, second] = withTotals([sent, validated('print')]);
  expect(first).toBe(sent);
  expect(totalsOf(second)).toMatchObject({ letters: 1, print: 1 });
  const onlySent = [sent, failure];
  expect(withTotals(onlySent)).toBe(onlySent);
});

test('nothing has no totals', () => {
  expect(withTotals([])).toEqual([]);
});
