import { loadBench, useNodeRed, type Properties } from './bench';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const THROUGH_FIKS = { route: 'fiks', routeType: 'choice' };

const ask = async (changes: Properties) => {
  const bench = await loadBench(sandbox.get(), 'krr', changes);
  return bench.receive({ payload: { foedselsnummer: ORDINARY } });
};

test('KRR asked through Fiks uses the Fiks configuration of the node', async () => {
  const { messages } = await ask({ ...THROUGH_FIKS, fiks: 'integration' });
  expect(messages[0]!.payload).toMatchObject({ canBeNotified: true });
});

test('KRR asked through Fiks without a Fiks configuration says what is missing', async () => {
  const { caught } = await ask({ ...THROUGH_FIKS, fiks: '' });
  expect(caught).toMatchObject([{ error: { code: 'ERR_CREDENTIAL_INCOMPLETE' } }]);
});

test('KRR asked directly needs no Fiks configuration', async () => {
  const { messages } = await ask({ route: 'digdir', routeType: 'choice', fiks: '' });
  expect(messages[0]!.payload).toMatchObject({ canBeNotified: true });
});

test('KRR asked directly does not mind a Fiks configuration that lacks something', async () => {
  const bench = await loadBench(sandbox.get(), 'krr', { fiks: 'integration' }, { fiks: { integrationId: '' } });
  const { messages } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  expect(messages[0]!.payload).toMatchObject({ canBeNotified: true });
});

test('KRR asked through Fiks about some items alone uses the Fiks configuration for these', async () => {
  const bench = await loadBench(sandbox.get(), 'krr', { route: 'way', routeType: 'item', fiks: 'integration' });
  const payload = ['digdir', 'fiks'].map((way) => ({ foedselsnummer: ORDINARY, way }));
  const { messages } = await bench.receive({ payload });
  // Fiks does not tell the language.
  expect(messages[0]!.payload).toMatchObject([{ language: 'nb' }, { language: null }]);
});
