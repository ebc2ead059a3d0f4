/** Folkeregister in n8n, directly at Skatteetaten and through Fiks. */
import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { executeIn, itemsOf } from './fakeHost';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();
const WITHOUT_FIKS = () => ({ maskinportenApi: sandbox.credentials().maskinportenApi! });
const DIRECT = { route: 'skatteetaten' };
const person = { foedselsnummer: ORDINARY };

it.each([
  ['getPerson', {}],
  ['getManyPersons', { foedselsnumre: ORDINARY }],
  ['findExactPerson', { navn: 'Rask Fyrlykt', postnummer: '5003' }],
  ['searchPersons', { navn: 'Fyrlykt' }],
  ['getHistoricalVersion', { persondokument: '1eed16f7695e3afc0b50f1d40cfe58ee' }],
  ['getContract', {}],
  ['checkConnection', {}],
])('%s needs no Fiks credential directly, and one through Fiks', async (operation, fields) => {
  const given = { node: new Folkeregister(), items: itemsOf(person), credentials: WITHOUT_FIKS() };
  const { items } = await executeIn(sandbox, { ...given, parameters: { operation, ...fields, ...DIRECT } });
  expect(items).toHaveLength(1);
  expect(items[0]?.json.ok ?? true).toBe(true);
  const through = executeIn(sandbox, { ...given, parameters: { operation, ...fields } });
  await expect(through).rejects.toMatchObject({ message: expect.stringMatching(/no Fiks Integration/) });
});

it('items that say their own way go each its own, and only those through Fiks miss the credential', async () => {
  const { items } = await executeIn(sandbox, {
    node: new Folkeregister(),
    items: itemsOf({ ...person, way: 'skatteetaten' }, { ...person, way: 'fiks' }),
    parameters: { route: '={{ $json.way }}' },
    credentials: WITHOUT_FIKS(),
    onError: 'continue',
  });
  expect(items.map(({ json }) => (json.error as { code?: string } | undefined)?.code)).toEqual([
    undefined,
    'ERR_CREDENTIAL_INCOMPLETE',
  ]);
});

it('a workflow made before there were two ways goes through Fiks as it did', async () => {
  const { items } = await executeIn(sandbox, {
    node: new Folkeregister(),
    items: itemsOf(person),
    parameters: { operation: 'getPerson', foedselsnummer: ORDINARY, output: 'simplified' },
  });
  expect(items[0]?.json).toMatchObject({ foedselsnummer: ORDINARY, name: 'RASK FYRLYKT' });
});

it('an exact search sorts what it found from what it did not', async () => {
  const { outputs } = await executeIn(sandbox, {
    node: new Folkeregister(),
    items: itemsOf({ navn: 'Rask Fyrlykt' }, { navn: 'Ingen Slik' }, { navn: 'Rask' }),
    parameters: { operation: 'findExactPerson', navn: '={{ $json.navn }}', postnummer: '5003', splitOutputs: true },
    onError: 'continue',
  });
  expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
    [{ item: 0 }],
    [{ item: 1 }],
    [{ item: 2 }],
  ]);
});

it('a list in one item is one result', async () => {
  const { items } = await executeIn(sandbox, {
    node: new Folkeregister(),
    items: itemsOf({ foedselsnumre: [ORDINARY, 'feil'] }),
    parameters: { operation: 'getManyPersons' },
  });
  expect(items).toHaveLength(1);
  expect(items[0]?.json).toMatchObject({ found: 1, failed: 1, persons: [{ foedselsnummer: ORDINARY }, {}] });
});
