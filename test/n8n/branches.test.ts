import { runInNewContext } from 'node:vm';
import { Krr } from '../../nodes/Krr/Krr.node';
import { Kjoretoyregister } from '../../nodes/Kjoretoyregister/Kjoretoyregister.node';
import { executeIn, itemsOf } from './fakeHost';
import { MALFORMED, NOBODY, ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();
const people = itemsOf(...[ORDINARY, NOBODY, MALFORMED].map((foedselsnummer) => ({ foedselsnummer })));

const outputsWith = (parameters: object): { displayName?: string }[] => {
  const expression = /^=\{\{ (.*) \}\}$/.exec(String(new Krr().description.outputs))?.[1];
  return runInNewContext(expression!, { $parameter: parameters }) as { displayName?: string }[];
};

describe('the outputs n8n draws', () => {
  it('are one, until they are asked for', () => {
    expect(outputsWith({ operation: 'checkNotificationRules' })).toHaveLength(1);
    expect(outputsWith({ operation: 'lookUpContactInfo', splitOutputs: true })).toHaveLength(1);
  });

  it('are one for each kind of result, and one for what fails', () => {
    const named = outputsWith({ operation: 'checkNotificationRules', splitOutputs: true });
    expect(named.map(({ displayName }) => displayName)).toEqual([
      'May Be Notified',
      'Paper Only',
      'No Channel',
      'Failed',
    ]);
  });

  it('are not offered where no operation tells results apart', () => {
    expect(new Kjoretoyregister().description.properties.map(({ name }) => name)).not.toContain('splitOutputs');
  });
});

it('gives each item the output its result belongs to, still paired with where it came from', async () => {
  const { outputs } = await executeIn(sandbox, {
    node: new Krr(),
    parameters: { splitOutputs: true },
    items: people,
    onError: 'continue',
  });
  expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
    [{ item: 0 }],
    [{ item: 1 }],
    [],
    [{ item: 2 }],
  ]);
});

it('gives a service message to nobody without a channel', async () => {
  const { outputs } = await executeIn(sandbox, {
    node: new Krr(),
    parameters: { splitOutputs: true, purpose: 'servicemelding' },
    items: people.slice(0, 2),
  });
  expect(outputs.map((items) => items.length)).toEqual([1, 0, 1, 0]);
});

it('gives an agent one answer, whatever the form says', async () => {
  const { outputs } = await executeIn(sandbox, {
    node: new Krr(),
    unshown: { splitOutputs: true },
    asTool: true,
    items: people.slice(0, 2),
  });
  expect(outputs.map((items) => items.length)).toEqual([2]);
});

it('does not put a set-up that is wrong for everyone among those who may be notified', async () => {
  const { outputs } = await executeIn(sandbox, {
    node: new Krr(),
    parameters: { splitOutputs: true },
    credentials: sandbox.credentials({ maskinporten: { clientId: 'x' } }),
    items: people,
    onError: 'continue',
  });
  expect(outputs.map((items) => items.length)).toEqual([0, 0, 0, 3]);
});
