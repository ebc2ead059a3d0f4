/** An operation that asks nobody runs in n8n without any credential. */
import { NodeHelpers, type INodeParameters, type INodeType } from 'n8n-workflow';
import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { Kjoretoyregister } from '../../nodes/Kjoretoyregister/Kjoretoyregister.node';
import { Krr } from '../../nodes/Krr/Krr.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { isOffline, SERVICES, type Operation, type Session } from '../../src/core';
import { execute, itemsOf } from './fakeHost';
import { ORDINARY } from './persons';

const NODES: readonly { node: INodeType; operations: readonly Operation<Session>[] }[] = [
  { node: new Folkeregister(), operations: SERVICES.folkeregister.operations },
  { node: new Krr(), operations: SERVICES.krr.operations },
  { node: new Kjoretoyregister(), operations: SERVICES.kjoretoyregister.operations },
  { node: new SvarUt(), operations: SERVICES.svarut.operations },
];
const CASES = NODES.flatMap(({ node, operations }) =>
  operations.map((operation) => ({ node, operation, name: operation.name })),
);

const shownCredentials = ({ description }: INodeType, parameters: INodeParameters): string[] =>
  (description.credentials ?? [])
    .filter((credential) => NodeHelpers.displayParameter(parameters, credential, null, description))
    .map(({ name }) => name);

it.each(CASES)(
  '$node.description.name shows Maskinporten for $name exactly where it asks somebody',
  ({ node, operation }) => {
    const shown = shownCredentials(node, { operation: operation.name });
    expect(shown.includes('maskinportenApi')).toBe(!isOffline(operation));
    if (isOffline(operation)) expect(shown).toEqual([]);
  },
);

it('shows both credentials for what is asked through Fiks, and one for what is asked directly', () => {
  const node = new Folkeregister();
  const both = ['maskinportenApi', 'fiksIntegrationApi'];
  expect(shownCredentials(node, { operation: 'getPerson', route: 'fiks' })).toEqual(both);
  expect(shownCredentials(node, { operation: 'getPerson', route: 'skatteetaten' })).toEqual(both.slice(0, 1));
});

const validate = (parameters: object = {}) =>
  execute({
    node: new Folkeregister(),
    parameters: { operation: 'validateIdentityNumber', ...parameters },
    items: itemsOf({ foedselsnummer: ORDINARY }, { foedselsnummer: '31123950057' }, { foedselsnummer: 'feil' }),
    credentials: {},
    httpRequest: () => Promise.reject(new Error('nobody is asked')),
  });

it('validates numbers with no credential on the node, each item its own', async () => {
  const { items } = await validate();
  expect(items.map(({ json, pairedItem }) => [json.valid, pairedItem])).toEqual([
    [true, { item: 0 }],
    [true, { item: 1 }],
    [false, { item: 2 }],
  ]);
});

it('sorts the valid from the others with no credential on the node', async () => {
  const { outputs } = await validate({ splitOutputs: true });
  expect(outputs.map((items) => items.length)).toEqual([2, 1, 0]);
});

it('misses the credential of an operation that asks somebody', async () => {
  await expect(validate({ operation: 'getPerson' })).rejects.toMatchObject({
    message: expect.stringMatching(/no Maskinporten/),
  });
});
