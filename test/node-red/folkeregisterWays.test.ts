/** Folkeregister in Node-RED, directly at Skatteetaten and through Fiks. */
import { inProject } from '../../scripts/project.mts';
import { loadBench, useNodeRed, type Properties } from './bench';
import { readEditorFile } from './editorFile';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const DIRECT = { route: 'skatteetaten', routeType: 'choice' };

const ask = async (changes: Properties, payload: unknown = { foedselsnummer: ORDINARY }) => {
  const bench = await loadBench(sandbox.get(), 'folkeregister', changes);
  return bench.receive({ payload });
};

test('directly no Fiks configuration is needed', async () => {
  const { messages } = await ask({ ...DIRECT, fiks: '' });
  expect(messages[0]!.payload).toMatchObject({ name: 'RASK FYRLYKT' });
});

test('directly a Fiks configuration that lacks something does not matter', async () => {
  const bench = await loadBench(
    sandbox.get(),
    'folkeregister',
    { ...DIRECT, fiks: 'integration' },
    { fiks: { integrationId: '' } },
  );
  const { messages } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  expect(messages[0]!.payload).toMatchObject({ name: 'RASK FYRLYKT' });
});

/** A flow made before there were two ways has no route. */
const THROUGH_FIKS = [{}, { route: 'fiks', routeType: 'choice' }];

test.each(THROUGH_FIKS)('through Fiks a Fiks configuration is missed where there is none: %j', async (way) => {
  const { caught } = await ask({ ...way, fiks: '' });
  expect(caught).toMatchObject([{ error: { code: 'ERR_CREDENTIAL_INCOMPLETE' } }]);
});

test.each(THROUGH_FIKS)('through Fiks the Fiks configuration is used: %j', async (way) => {
  const { messages } = await ask({ ...way, fiks: 'integration' });
  expect(messages[0]!.payload).toMatchObject({ name: 'RASK FYRLYKT' });
});

test('elements that say their own way go each its own, and only those through Fiks miss the configuration', async () => {
  const payload = ['skatteetaten', 'fiks'].map((way) => ({ foedselsnummer: ORDINARY, way }));
  const { messages } = await ask({ route: 'way', routeType: 'item', fiks: '' }, payload);
  expect(messages[0]!.payload).toMatchObject([
    { name: 'RASK FYRLYKT' },
    { error: { code: 'ERR_CREDENTIAL_INCOMPLETE' } },
  ]);
});

test.each([{ ...DIRECT, fiks: '' }, { fiks: 'integration' }])('the connection can be checked: %j', async (way) => {
  const { messages } = await ask({ operation: 'checkConnection', ...way });
  expect(messages[0]!.payload).toMatchObject({ ok: true });
});

describe('the dialog', () => {
  const TYPE = 'norsk-kommune-folkeregister';
  /** What every field of the page belongs to. */
  const OPERATION = 'anOperation';
  const formWith = (route: string, type = 'choice') =>
    readEditorFile(inProject('node-red', 'dist', `${TYPE}.html`), [OPERATION], {
      chosen: {
        '#node-input-route': route,
        '#node-input-routeType': type,
      },
      configs: [{ id: 'integration' }],
    });
  const isMissed = (route: string | undefined, type: string | undefined, id: string): boolean =>
    !formWith('fiks').definition.defaults.fiks!.validate!.call({ route, routeType: type }, id);

  test.each([
    ['fiks', 'choice', true],
    ['skatteetaten', 'choice', false],
    [undefined, undefined, true],
    ['way', 'item', false],
  ])('misses a Fiks configuration with the way %p of type %p: %p', (route, type, missed) => {
    expect(isMissed(route, type, '')).toBe(missed);
    expect(isMissed(route, type, 'integration')).toBe(false);
  });

  test.each([
    ['fiks', 'choice', true],
    ['skatteetaten', 'choice', false],
    ['way', 'item', true],
  ])('shows it with the way %p of type %p: %p', (route, type, shown) => {
    const { traces } = formWith(route, type);
    expect(Object.entries(traces.shown).find(([selector]) => selector.startsWith('#node-input-fiks'))?.[1]).toBe(shown);
  });
});

test('a search with only a name is sent with only a name, whatever else the form has', async () => {
  const fields = { navn: 'Fyrlykt', navnType: 'str', foedselsaarFraOgMed: '', foedselsaarFraOgMedType: 'num' };
  const { messages } = await ask({ operation: 'searchPersons', ...fields, fiks: 'integration' });
  expect(messages[0]!.payload.foedselsnumre).toContain(ORDINARY);
});
