/**
 * A rejection nobody handles ends Node-RED. jest listens to the process for such and fails the test they come in; so
 * everything a message can do to a node is done to it here. survival.test.ts does it to a Node-RED of its own.
 */
import { loadBench, useNodeRed, type Message } from './bench';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

/** A rejection is reported after the turn it comes in. */
const reported = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const circular = (): object => {
  const item: Record<string, unknown> = { foedselsnummer: ORDINARY };
  item.self = item;
  return item;
};

const MESSAGES: readonly (readonly [what: string, message: Message])[] = [
  ['nothing', {}],
  ['null', { payload: null }],
  ['a number', { payload: 17 }],
  ['text', { payload: 'a text' }],
  ['a Buffer', { payload: Buffer.from('bytes') }],
  ['a list of lists', { payload: [[], [[]]] }],
  ['a list with holes', { payload: new Array(3) }],
  ['an object without a prototype', { payload: Object.assign(Object.create(null), { foedselsnummer: ORDINARY }) }],
  ['an object that holds itself', { payload: [circular()] }],
  ['a frozen payload', { payload: Object.freeze({ foedselsnummer: ORDINARY }) }],
];

const expectOneEnd = async (changes: object, message: Message): Promise<void> => {
  const bench = await loadBench(sandbox.get(), 'krr', changes as never);
  const { caught, completions } = await bench.receive(message);
  await reported();
  expect(caught.length + completions).toBe(1);
};

describe.each(['array', 'messages'])('with the result as %s', (mode) => {
  test.each(MESSAGES)('%s ends in Complete or in Catch', (_what, message) => expectOneEnd({ mode }, message));
});

test.each(['', 'payload..x', '[', 'req', 'payload.x'])(
  'a result property such as %p ends in Complete or in Catch',
  (result) => expectOneEnd({ result }, { payload: { foedselsnummer: ORDINARY } }),
);

test.each(['nonsense', '', undefined, 7])('a list of the type %p ends in Complete or in Catch', (listType) =>
  expectOneEnd({ listType }, { payload: { foedselsnummer: ORDINARY } }),
);

test.each(['payload..x', '[', 7])('a mark to skip such as %p ends in Complete or in Catch', (skip) =>
  expectOneEnd({ skip }, { payload: { foedselsnummer: ORDINARY } }),
);

test('a message that cannot be copied to a Catch node rejects nothing', async () => {
  const bench = await loadBench(sandbox.get(), 'krr');
  const payload = Object.defineProperty({}, 'foedselsnummer', {
    enumerable: true,
    get: () => {
      throw new Error('a getter threw');
    },
  });
  bench.node.receive({ payload });
  await reported();
});
