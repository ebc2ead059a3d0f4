import { generateKeyPairSync } from 'node:crypto';
import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, IDataObject, INodeType } from 'n8n-workflow';
import { MaskinportenApi } from '../../credentials/MaskinportenApi.credentials';
import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { freePort } from '../../scripts/freePort.mts';
import { overFetch } from './fakeHost';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();

const check = (changes: IDataObject = {}, httpRequest = overFetch): Promise<IDataObject> =>
  new MaskinportenApi().preAuthentication.call(
    { helpers: { httpRequest } },
    {
      ...sandbox.credentials({ maskinporten: changes }).maskinportenApi,
    },
  );

const publicKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('the test of a Maskinporten credential', () => {
  it('fetches a token, throws it away and leaves nothing', async () => {
    expect(await check()).toEqual({ checked: '' });
    expect((await sandbox.ledger()).requests).toMatchObject([
      { service: 'maskinporten', operation: 'token', status: 200 },
    ]);
  });

  it('asks for the scope of KRR where the client has none of Fiks', async () => {
    const withoutAccess = sandbox.get().credentials.clients.find(({ description }) => description.includes('MP-250'))!;
    const scopes: string[] = [];
    const noted: typeof overFetch = async (options) => {
      const [, claims = ''] = (new URLSearchParams(String(options.body)).get('assertion') ?? '').split('.');
      scopes.push(JSON.parse(Buffer.from(claims, 'base64url').toString()).scope);
      return overFetch(options);
    };
    await expect(check({ clientId: withoutAccess.clientId }, noted)).rejects.toThrow('has not been given the scope');
    expect(scopes).toEqual(['ks:fiks', 'krr:global/kontaktinformasjon.read']);
  });

  it('is made anew each time', async () => {
    await check();
    await check();
    expect((await sandbox.ledger()).requests).toHaveLength(2);
  });

  it('asks again when Maskinporten is out for a moment', async () => {
    await sandbox.orderFault({ service: 'maskinporten', kind: 'status', status: 503 });
    expect(await check()).toEqual({ checked: '' });
    expect((await sandbox.ledger()).requests).toMatchObject([{ status: 503 }, { status: 200 }]);
  });

  it('says that Maskinporten is out when it stays so', async () => {
    await sandbox.orderFault({ service: 'maskinporten', kind: 'status', status: 503, times: 9 });
    await expect(check()).rejects.toThrow(/^Maskinporten .*\. .*\.$/);
    expect((await sandbox.ledger()).requests).toHaveLength(3);
  });

  it.each([
    [
      'another key id',
      { keyId: 'another' },
      'Maskinporten does not know the key id on this client. Check the key id and the client id; a key registered just now can need a minute.',
    ],
    [
      'the public half of a key',
      { privateKey: publicKey() },
      /^The Maskinporten key is the public half of a key pair\. Paste the private key.*\.$/,
    ],
    ['no key', { privateKey: '' }, /^The Maskinporten credential has no private key\. Paste/],
    [
      'a client id that is none',
      { clientId: 'kommune' },
      /^The client id in the Maskinporten credential is not a UUID\. Copy/,
    ],
  ])('says in words what is wrong with %s', async (_name, changes, message) => {
    const error: any = await check(changes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    if (typeof message === 'string') expect(error.message).toBe(message);
    else expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/eyJ|-----BEGIN|PUBLIC KEY|127\.0\.0\.1/);
    // n8n reads a cause, which could hold the request with its assertion.
    expect(error.cause).toBeUndefined();
  });

  it('says that a sandbox is not running', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    await expect(check({ sandboxUrl: nobody })).rejects.toThrow(
      /^Maskinporten could not be reached\. Check .* check that it is running\.$/,
    );
  });
});

const TESTED_ON: readonly (readonly [name: string, node: INodeType])[] = [
  ['Folkeregister', new Folkeregister()],
  ['SvarUt', new SvarUt()],
];

describe.each(TESTED_ON)('the test of a Fiks credential on %s', (_name, node) => {
  const form = async (changes: object = {}) => {
    const [, declared] = node.description.credentials!;
    expect(declared).toMatchObject({ name: 'fiksIntegrationApi', testedBy: 'fiksForm' });
    const httpRequest = jest.fn();
    const data = sandbox.credentials({ fiks: changes }).fiksIntegrationApi as ICredentialDataDecryptedObject;
    const answer = await node.methods!.credentialTest!.fiksForm!.call(
      { helpers: { httpRequest } } as unknown as ICredentialTestFunctions,
      {
        id: '1',
        name: 'Fiks',
        type: 'fiksIntegrationApi',
        data,
      },
    );
    expect(httpRequest).not.toHaveBeenCalled();
    return answer;
  };

  it('promises no more than that the form is right', async () => {
    expect(await form()).toEqual({
      status: 'OK',
      message: 'The form is right. Whether Fiks accepts it shows when a node runs.',
    });
  });

  it.each([
    ['an integration id that is none', { integrationId: 'kommune' }, /integration id .* not a UUID\. Copy/],
    ['no password', { integrationPassword: '' }, /no integration password\. Paste/],
    ['a role that is none', { rolleId: 'admin' }, /role id .* not a UUID\. Copy/],
    ['an account that is none', { kontoId: '1' }, /account id .* not a UUID\. Copy/],
  ])('says what is wrong with %s', async (_name, changes, message) => {
    expect(await form(changes)).toEqual({ status: 'Error', message: expect.stringMatching(message) });
  });
});
