import { runInNewContext } from 'node:vm';
import { NodeHelpers, type INodeProperties, type INodePropertyCollection } from 'n8n-workflow';
import { FiksIntegrationApi } from '../../credentials/FiksIntegrationApi.credentials';
import { MaskinportenApi } from '../../credentials/MaskinportenApi.credentials';
import { FIKS_CREDENTIAL, MASKINPORTEN_CREDENTIAL } from '../../src/core';

const fields = (credential: { properties: INodeProperties[] }): INodeProperties[] =>
  credential.properties.filter(({ type }) => type !== 'hidden');

describe.each([
  [new MaskinportenApi(), MASKINPORTEN_CREDENTIAL],
  [new FiksIntegrationApi(), FIKS_CREDENTIAL],
])('the form of a credential', (credential, declaration) => {
  it('has every declared field once, with label, help and default', () => {
    expect(credential.name).toBe(declaration.name);
    expect(credential.displayName).toBe(declaration.title.en);
    expect(fields(credential).map(({ name, displayName, description }) => [name, displayName, description])).toEqual(
      declaration.fields.map(({ name, label, help }) => [name, label.en, help.en]),
    );
    expect(fields(credential).map((field) => [field.default, field.required ?? false])).toEqual(
      declaration.fields.map((field) => [field.kind === 'list' ? {} : field.default, field.required]),
    );
  });
});

const passwordsOf = (credential: { properties: INodeProperties[] }): string[] =>
  credential.properties.filter(({ typeOptions }) => typeOptions?.password).map(({ name }) => name);

it('hides the secrets, and nothing else', () => {
  expect(passwordsOf(new MaskinportenApi())).toEqual(['privateKey', 'passphrase']);
  expect(passwordsOf(new FiksIntegrationApi())).toEqual(['integrationPassword', 'referenceSecret']);
});

it('gives a pasted key several lines', () => {
  expect(new MaskinportenApi().properties.find(({ name }) => name === 'privateKey')?.typeOptions?.rows).toBeGreaterThan(
    1,
  );
});

it('asks for the address of a sandbox only when that is the environment', () => {
  const shownIn = (environment: string): string[] =>
    new MaskinportenApi().properties
      .filter((property) => NodeHelpers.displayParameter({ environment }, property, null, null))
      .map(({ name }) => name);
  expect(shownIn('sandbox')).toContain('sandboxUrl');
  expect(shownIn('test')).not.toContain('sandboxUrl');
  expect(shownIn('production')).not.toContain('sandboxUrl');
  expect(shownIn('custom')).toEqual(expect.arrayContaining(['issuer', 'tokenUrl']));
  expect(shownIn('test')).not.toContain('issuer');
});

it('keeps expert settings out of sight until they are asked for', () => {
  const shown = (expert: boolean): string[] =>
    new MaskinportenApi().properties
      .filter((property) => NodeHelpers.displayParameter({ environment: 'test', expert }, property, null, null))
      .map(({ name }) => name);
  expect(shown(true).filter((name) => !shown(false).includes(name))).toEqual([
    'keyName',
    'resource',
    'extraScopes',
    'authorizationDetails',
  ]);
});

it('has lists that take any number of entries', () => {
  const lists = new FiksIntegrationApi().properties.filter(({ type }) => type === 'fixedCollection');
  expect(lists.map(({ name, typeOptions }) => [name, typeOptions?.multipleValues])).toEqual([
    ['roles', true],
    ['accounts', true],
  ]);
  expect(lists.map(({ options }) => (options as INodePropertyCollection[])[0]?.values.map(({ name }) => name))).toEqual(
    [
      ['name', 'rolleId', 'purpose', 'parts'],
      ['name', 'kontoId'],
    ],
  );
});

it('has n8n run the check, because the hidden property is empty', () => {
  const [hidden, ...more] = new MaskinportenApi().properties.filter(({ type }) => type === 'hidden');
  expect(more).toEqual([]);
  expect(hidden).toMatchObject({ name: 'checked', default: '', typeOptions: { expirable: true } });
});

describe('the address n8n asks after the check', () => {
  const { baseURL, url } = new MaskinportenApi().test.request;
  const addressFor = (credentials: object): string => {
    const expression = /^=\{\{ (.*) \}\}$/.exec(String(baseURL))?.[1];
    return String(runInNewContext(expression!, { $credentials: credentials })) + String(url);
  };
  const PATH = '/.well-known/oauth-authorization-server';

  it.each([
    ['test', 'https://test.maskinporten.no'],
    ['production', 'https://maskinporten.no'],
    // Its services are those of the test environment, and an issuer need not publish anything.
    ['custom', 'https://test.maskinporten.no'],
  ])('is that of the environment %s', (environment, host) => {
    expect(addressFor({ environment, issuer: 'https://issuer.example/' })).toBe(host + PATH);
  });

  it.each(['http://127.0.0.1:8440', 'http://127.0.0.1:8440/'])('is below the sandbox at %s', (sandboxUrl) => {
    expect(addressFor({ environment: 'sandbox', sandboxUrl })).toBe(`http://127.0.0.1:8440/maskinporten${PATH}`);
  });
});
