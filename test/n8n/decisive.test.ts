/** Fields on which it hangs whether and how a letter leaves, and the loop that a pilot stands in. */
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { useSandbox } from '../useSandbox';
import { executeIn } from './fakeHost';
import { LETTER_FORM, letterTo } from './letter';

const sandbox = useSandbox();
const node = new SvarUt();
const letters = async () => (await sandbox.ledger()).letters;

const NOTHING = '={{ $json.nothing }}';

test.each([
  ['validateOnly', { validateOnly: NOTHING }],
  ['kunDigitalLevering', { kunDigitalLevering: NOTHING }],
  ['sikkerhetsniva', { options: { sikkerhetsniva: NOTHING } }],
  ['kryptert', { options: { kryptert: NOTHING } }],
  ['pauseAfter', { options: { pauseAfter: NOTHING } }],
  ['sendOnce', { options: { sendOnce: NOTHING } }],
])('an expression for %s that comes to nothing is an error, and nothing is sent', async (field, changes) => {
  const parameters = { ...LETTER_FORM, ...changes };
  const { items } = await executeIn(sandbox, { node, parameters, items: [letterTo()], onError: 'continue' });
  expect(items).toMatchObject([{ json: { error: { code: 'ERR_INVALID_INPUT', field } } }]);
  expect(await letters()).toEqual([]);
});

test('left as they are in the form they have their defaults', async () => {
  const { items } = await executeIn(sandbox, { node, parameters: LETTER_FORM, items: [letterTo()] });
  expect(items).toMatchObject([{ json: { outcome: 'sent', journal: { encrypted: false } } }]);
});

test('a pilot in a loop, one run of the node for each letter, sends no more than it may', async () => {
  const parameters = { ...LETTER_FORM, options: { pauseAfter: 2 } };
  const turn = async (name: string, turnOf: string) =>
    (await executeIn(sandbox, { node, parameters, items: [letterTo({ case: name })], onError: 'continue', turnOf }))
      .items[0]?.json;
  expect(await turn('a', 'loop')).toMatchObject({ outcome: 'sent' });
  expect(await turn('a', 'loop')).toMatchObject({ outcome: 'duplicate' });
  expect(await turn('b', 'loop')).toMatchObject({ outcome: 'sent' });
  expect(await turn('c', 'loop')).toMatchObject({ error: { code: 'ERR_PAUSED' } });
  expect(await turn('c', 'another run')).toMatchObject({ outcome: 'sent' });
  expect(await letters()).toHaveLength(3);
});
