/** An operation that asks nobody runs in Node-RED without any configuration. */
import { inProject } from '../../scripts/project.mts';
import { SERVICES } from '../../src/core';
import { loadBench, useNodeRed, type Properties } from './bench';
import { readEditorFile } from './editorFile';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const OFFLINE = 'validateIdentityNumber';
const VALIDATE = {
  operation: OFFLINE,
  identityNumber: 'foedselsnummer',
  identityNumberType: 'item',
  maskinporten: '',
  fiks: '',
};

const receive = async (payload: unknown, changes: Properties = {}) =>
  (await loadBench(sandbox.get(), 'folkeregister', { ...VALIDATE, ...changes })).receive({ payload });

test('a number is validated with no configuration on the node', async () => {
  const { messages, caught, statuses } = await receive({ foedselsnummer: ORDINARY });
  expect(messages[0]!.payload).toMatchObject({ foedselsnummer: ORDINARY, valid: true, kind: 'foedselsnummer' });
  expect([caught, statuses.at(-1)]).toEqual([[], '1']);
});

test('each element of a list has its own verdict, and real numbers are judged as synthetic ones are', async () => {
  const numbers = [ORDINARY, '31123950057', 'feil'];
  const { messages, statuses } = await receive(numbers.map((foedselsnummer) => ({ foedselsnummer })));
  expect(messages[0]!.payload.map(({ valid }: { valid: boolean }) => valid)).toEqual([true, true, false]);
  expect(statuses.at(-1)).toBe('3');
});

test.each(['gone', 'client'])('a configuration that was deleted, or is not whole, does not matter: %s', async (id) => {
  const setup = { maskinporten: { clientId: '' } };
  const bench = await loadBench(sandbox.get(), 'folkeregister', { ...VALIDATE, maskinporten: id }, setup);
  const { messages } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  expect(messages[0]!.payload.valid).toBe(true);
});

test('an operation that asks somebody misses it', async () => {
  const { caught, statuses } = await receive({ foedselsnummer: ORDINARY }, { operation: 'getPerson' });
  expect(caught).toMatchObject([{ error: { code: 'ERR_CREDENTIAL_INCOMPLETE' } }]);
  expect(statuses.at(-1)).toBe('ERR_CREDENTIAL_INCOMPLETE');
});

describe.each(Object.values(SERVICES))('the dialog of $name', ({ name, operations }) => {
  const editorFor = (operation: string) =>
    readEditorFile(inProject('node-red', 'dist', `norsk-kommune-${name}.html`), [operation], {
      chosen: { '#node-input-route': 'fiks', '#node-input-routeType': 'choice' },
      configs: [{ id: 'whole' }],
    });

  test.each(operations.map((operation) => [operation.name, operation.offline === true] as const))(
    'asks for configurations for %s, unless it asks nobody: %p',
    (operation, isOffline) => {
      const { definition, traces } = editorFor(operation);
      expect(traces.shown['#node-input-maskinporten']).toBe(!isOffline);
      if (isOffline) expect(traces.shown['#node-input-fiks']).toBe(false);
      for (const config of ['maskinporten', 'fiks'] as const) {
        const { validate, required } = definition.defaults[config]!;
        const isMissed = validate
          ? !validate.call({ operation, route: 'fiks', routeType: 'choice' }, '')
          : required === true;
        // Of KRR the route decides, and of no other is Fiks left out with the route chosen here.
        expect([config, isMissed]).toEqual([config, !isOffline]);
        if (validate) expect(validate.call({ operation }, 'whole')).toBe(true);
        // Otherwise the editor would take an empty one for valid and not ask.
        expect(validate === undefined).toBe(required !== undefined);
      }
    },
  );
});
