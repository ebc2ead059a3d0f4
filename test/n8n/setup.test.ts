import { generateKeyPairSync } from 'node:crypto';
import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { Krr } from '../../nodes/Krr/Krr.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { freePort } from '../../scripts/freePort.mts';
import { execute, executeIn, itemsOf, overFetch } from './fakeHost';
import { LETTER_FORM, letterTo } from './letter';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();
const ITEMS = itemsOf({ foedselsnummer: ORDINARY }, { foedselsnummer: ORDINARY });

const publicKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
const otherKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** One sentence of what happened, then what to do and the code. */
const SENTENCE = /^[A-Z][^\n]*\.$/;
const ACTION = /^[A-Z][^\n]*\. \(ERR_[A-Z_]+(, support reference [\w-]+)?\)$/;

const failure = async (changes: Parameters<typeof sandbox.credentials>[0]): Promise<any> => {
  const given = { node: new Folkeregister(), items: ITEMS, credentials: sandbox.credentials(changes) };
  return executeIn(sandbox, given).then(
    () => undefined,
    (error: unknown) => error,
  );
};

const UNKNOWN_ID = '11111111-2222-4333-8444-555555555555';

const INCOMPLETE = [
  ['no environment', { maskinporten: { environment: '' } }, /no environment/],
  ['a client id that is none', { maskinporten: { clientId: 'kommune' } }, /client id .* not a UUID/],
  ['no key', { maskinporten: { privateKey: '' } }, /no private key/],
  ['an integration id that is none', { fiks: { integrationId: '1' } }, /integration id .* not a UUID/],
  ['no integration password', { fiks: { integrationPassword: '' } }, /no integration password/],
] as const;

describe('a credential with', () => {
  it.each(INCOMPLETE)('%s stops the node, and nobody is asked anything', async (_name, changes, message) => {
    const error = await failure(changes);
    expect(error).toMatchObject({
      name: 'NodeOperationError',
      message: expect.stringMatching(message),
      description: expect.stringMatching(ACTION),
    });
    expect((await sandbox.ledger()).requests).toEqual([]);
  });

  // Where a node that goes on throws, n8n hands the incoming items to its first output, as if all were well.
  it.each(INCOMPLETE)('%s is the error of every item where failed items go on', async (_name, changes, message) => {
    const credentials = sandbox.credentials(changes);
    const { items } = await executeIn(sandbox, {
      node: new Folkeregister(),
      items: ITEMS,
      credentials,
      onError: 'continue',
    });
    expect(items).toEqual(
      [0, 1].map((item) => ({
        json: { error: expect.objectContaining({ kind: 'system', message: expect.stringMatching(message) }) },
        pairedItem: { item },
      })),
    );
  });

  it.each([
    ['the public half of a key', { maskinporten: { privateKey: publicKey() } }, /public half/],
    ["somebody else's key", { maskinporten: { privateKey: otherKey() } }, /does not belong to the key id/],
    ['an unknown key id', { maskinporten: { keyId: 'another' } }, /does not know the key id/],
    ['an unknown client', { maskinporten: { clientId: UNKNOWN_ID } }, /does not know the client id/],
    ['a wrong integration password', { fiks: { integrationPassword: 'wrong' } }, /did not accept the integration/],
    ['an unknown role', { fiks: { rolleId: UNKNOWN_ID } }, /role/],
    ['no role', { fiks: { rolleId: '' } }, /No Folkeregister role/],
  ])('%s is told in one sentence, with what to do and nothing secret', async (_name, changes, message) => {
    const error = await failure(changes);
    expect(error?.name).toBe('NodeOperationError');
    expect(error.message).toMatch(SENTENCE);
    expect(error.message).toMatch(message);
    expect(error.description).toMatch(ACTION);
    const told = JSON.stringify(error) + String(error.stack);
    expect(told).not.toMatch(/-----BEGIN|PUBLIC KEY|PRIVATE KEY|eyJ|"d":|11111111-2222/);
    expect(told).not.toContain(sandbox.get().credentials.fiks.integrationPassword);
  });

  it('an unknown account sends nothing', async () => {
    const run = executeIn(sandbox, {
      node: new SvarUt(),
      parameters: LETTER_FORM,
      items: [letterTo()],
      credentials: sandbox.credentials({ fiks: { kontoId: UNKNOWN_ID } }),
    });
    await expect(run).rejects.toMatchObject({ message: expect.stringMatching(/account/) });
    expect((await sandbox.ledger()).letters).toEqual([]);
  });
});

it('asks for no Fiks integration where the service needs none', async () => {
  const { maskinportenApi } = sandbox.credentials();
  const credentials = { maskinportenApi: maskinportenApi! };
  const { items } = await execute({ node: new Krr(), items: ITEMS, credentials, httpRequest: overFetch });
  expect(items).toHaveLength(2);
});

it('asks for an operation when the node has none that exists', async () => {
  const run = executeIn(sandbox, { node: new Krr(), parameters: { operation: 'gone' }, items: ITEMS });
  await expect(run).rejects.toMatchObject({
    message: 'The node has no operation.',
    description: 'Choose an operation on the node. (ERR_INVALID_INPUT)',
  });
});

it('says that a sandbox is not running, and how to find out', async () => {
  const error = await failure({ maskinporten: { sandboxUrl: `http://127.0.0.1:${await freePort()}` } });
  expect(error.message).toBe('Maskinporten could not be reached.');
  expect(error.description).toMatch(/check that it is running\. \(ERR_UNREACHABLE\)$/);
  expect(JSON.stringify(error)).not.toContain('127.0.0.1');
});

it('a credential that n8n does not hand over is one to choose, not a fault of the package', async () => {
  const { maskinportenApi } = sandbox.credentials();
  const run = executeIn(sandbox, {
    node: new Folkeregister(),
    items: ITEMS,
    credentials: { maskinportenApi: maskinportenApi! },
  });
  await expect(run).rejects.toMatchObject({
    message: 'The node has no Fiks Integration (KS) API credential it may use.',
    description: expect.stringMatching(ACTION),
  });
});

it('an item that goes through Fiks without a Fiks credential fails alone', async () => {
  const { maskinportenApi } = sandbox.credentials();
  const { items } = await executeIn(sandbox, {
    node: new Krr(),
    items: itemsOf({ foedselsnummer: ORDINARY, way: 'digdir' }, { foedselsnummer: ORDINARY, way: 'fiks' }),
    parameters: { route: '={{ $json.way }}' },
    credentials: { maskinportenApi: maskinportenApi! },
    onError: 'continue',
  });
  expect(items.map(({ json }) => (json.error as { code?: string } | undefined)?.code)).toEqual([
    undefined,
    'ERR_CREDENTIAL_INCOMPLETE',
  ]);
});
