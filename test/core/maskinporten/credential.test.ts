import { checkMaskinporten } from '../../../src/connection/checkCredential';
import { folkeregisterConnection } from '../../../src/folkeregister/connection';
import { krrConnection } from '../../../src/krr/connection';
import { hostOf, readMaskinportenCredential } from '../../../src/maskinporten/credential';
import { credentialOf, fakeWorld, inTurn, thrownBy } from '../fakePorts';

const stored = {
  environment: 'test',
  sandboxUrl: 'http://127.0.0.1:8440',
  clientId: ' 5d5d5d5d-0000-4000-8000-000000000005 ',
  privateKey: ' key ',
  keyId: ' kid ',
};

describe('what a host stored', () => {
  test('is read without the blanks around it', () => {
    expect(readMaskinportenCredential(stored)).toEqual({
      environment: 'test',
      sandboxUrl: '',
      clientId: '5d5d5d5d-0000-4000-8000-000000000005',
      issuer: '',
      tokenUrl: '',
      privateKey: 'key',
      passphrase: '',
      keyId: 'kid',
      certificate: '',
      keyName: '',
      consumerOrg: '',
      resource: '',
      extraScopes: [],
      authorizationDetails: undefined,
    });
  });

  test('keeps the blanks of a passphrase, and reads a number as people write it', () => {
    expect(readMaskinportenCredential({ ...stored, passphrase: ' a b ', consumerOrg: '310 475 025' })).toMatchObject({
      passphrase: ' a b ',
      consumerOrg: '310475025',
    });
  });

  test('uses expert settings only while they are on', () => {
    const settings = {
      keyName: 'signering',
      resource: 'https://api.example/',
      extraScopes: 'one:read, two:read',
      authorizationDetails: '[{"type":"urn:altinn:systemuser"}]',
    };
    expect(readMaskinportenCredential({ ...stored, ...settings, expert: true })).toMatchObject({
      keyName: 'signering',
      resource: 'https://api.example/',
      extraScopes: ['one:read', 'two:read'],
      authorizationDetails: [{ type: 'urn:altinn:systemuser' }],
    });
    expect(readMaskinportenCredential({ ...stored, ...settings, authorizationDetails: '{' })).toMatchObject({
      keyName: '',
      resource: '',
      extraScopes: [],
      authorizationDetails: undefined,
    });
  });

  const custom = { environment: 'custom', issuer: 'https://issuer.example/', tokenUrl: 'https://issuer.example/token' };

  test('may name an issuer of its own, to the letter', () => {
    expect(readMaskinportenCredential({ ...stored, ...custom })).toMatchObject(custom);
  });

  test('may have no key id, since a JWK carries its own', () => {
    expect(readMaskinportenCredential({ ...stored, keyId: undefined }).keyId).toBe('');
  });

  test.each([
    ['environment', { environment: 'prod' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['environment', { environment: undefined }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['clientId', { clientId: '' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['clientId', { clientId: 'min-klient' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['privateKey', { privateKey: '   ' }, 'ERR_KEY_MISSING'],
    ['privateKey', { privateKey: undefined }, 'ERR_KEY_MISSING'],
    ['sandboxUrl', { environment: 'sandbox', sandboxUrl: '127.0.0.1:8440' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['sandboxUrl', { environment: 'sandbox', sandboxUrl: 'file:///etc' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['keyId', { keyId: '-----BEGIN PRIVATE KEY----- x' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['keyId', { keyId: '{"kty":"RSA"}' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['keyId', { keyId: 'M'.repeat(201) }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['consumerOrg', { consumerOrg: '310475026' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['authorizationDetails', { expert: true, authorizationDetails: '{"type":"x"}' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['authorizationDetails', { expert: true, authorizationDetails: '[{}]' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['issuer', { environment: 'custom', issuer: '', tokenUrl: 'https://x.example' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['issuer', { environment: 'custom', issuer: 'http://issuer.example/' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    ['issuer', { environment: 'custom', issuer: 'https://maskinporten.no/' }, 'ERR_CREDENTIAL_INCOMPLETE'],
    [
      'tokenUrl',
      { environment: 'custom', issuer: 'https://issuer.example/', tokenUrl: 'https://test.maskinporten.no/token' },
      'ERR_CREDENTIAL_INCOMPLETE',
    ],
    ['issuer', { environment: 'custom', issuer: 'https://ver2.maskinporten.no/' }, 'ERR_RETIRED_ADDRESS'],
    ['sandboxUrl', { environment: 'sandbox', sandboxUrl: 'https://oidc-ver2.difi.no' }, 'ERR_RETIRED_ADDRESS'],
    ['sandboxUrl', { environment: 'sandbox', sandboxUrl: 'krr-ver2.digdir.no' }, 'ERR_RETIRED_ADDRESS'],
  ])('without a right %s is refused by the name of the field: %o', async (field, changes, code) => {
    const error = await thrownBy(() => readMaskinportenCredential({ ...stored, ...changes }));
    expect(error).toMatchObject({ code, details: { service: 'maskinporten', field } });
    expect(error.action).toMatch(/\.$/);
  });

  const inSandbox = (sandboxUrl: string) =>
    readMaskinportenCredential({ ...stored, environment: 'sandbox', sandboxUrl });

  test.each([
    'https://evil.example',
    'http://user:word@127.0.0.1:8440',
    'http://10.0.0.1:8440',
    'http://192.168.1.4:8440',
    'http://0.0.0.0:8440',
    'http://0x0a000001:8440',
    'http://[::ffff:10.0.0.1]:8440',
    'http://[2001:db8::1]:8440',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://host.docker.internal.evil.example',
    'http://localhost@evil.example',
    'ftp://127.0.0.1',
  ])('with a sandbox at %s, which is not on this machine, is refused', async (sandboxUrl) => {
    expect(await thrownBy(() => inSandbox(sandboxUrl))).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      details: { service: 'maskinporten', field: 'sandboxUrl' },
    });
  });

  test.each([
    'http://127.0.0.1:8440',
    'http://127.8.9.10:8440',
    'http://localhost:8440',
    'https://localhost',
    'http://[::1]:8440',
    'http://host.docker.internal:8440',
    'http://sandbox:8440',
    'http://fiks-sandbox-2:8440',
  ])('may have its sandbox at %s', (sandboxUrl) => {
    expect(inSandbox(sandboxUrl).sandboxUrl).toBe(sandboxUrl);
  });

  test.each(['test', 'production'])('has no sandbox in %s, whatever address stands there', (environment) => {
    const read = readMaskinportenCredential({ ...stored, environment, sandboxUrl: 'https://evil.example' });
    expect(read.sandboxUrl).toBe('');
  });

  test('leads to the sandbox only in the sandbox environment, whatever slashes its address ends in', () => {
    const hosts = { test: 'https://t', production: 'https://p', sandbox: '/krr' };
    const sandbox = readMaskinportenCredential({
      ...stored,
      environment: 'sandbox',
      sandboxUrl: 'http://127.0.0.1:8440//',
    });
    expect(hostOf(sandbox, hosts)).toBe('http://127.0.0.1:8440/krr');
    expect(hostOf(readMaskinportenCredential(stored), hosts)).toBe('https://t');
    expect(hostOf(readMaskinportenCredential({ ...stored, environment: 'production' }), hosts)).toBe('https://p');
    expect(hostOf(readMaskinportenCredential({ ...stored, ...custom }), hosts)).toBe('https://t');
  });
});

describe('the test of a credential', () => {
  const PLANS = [folkeregisterConnection, krrConnection];
  const refusal = (text: string) => ({ status: 400, json: { error: 'x', error_description: text } });

  test('succeeds with the first scope a token is issued for', async () => {
    const world = fakeWorld(inTurn());
    expect(await checkMaskinporten(world.ports, credentialOf(), PLANS)).toBe('ks:fiks');
    expect(world.tokenRequests).toHaveLength(1);
  });

  test('tries the other scope when only the scope is refused', async () => {
    const world = fakeWorld(inTurn(), {
      token: (_request, nth) => (nth === 1 ? refusal('MP-200') : { json: { access_token: 't', expires_in: 100 } }),
    });
    expect(await checkMaskinporten(world.ports, credentialOf(), PLANS)).toBe('krr:global/kontaktinformasjon.read');
  });

  test('fails at once when the key is refused', async () => {
    const world = fakeWorld(inTurn(), { token: () => refusal('MP-124') });
    expect((await thrownBy(() => checkMaskinporten(world.ports, credentialOf(), PLANS))).details.serviceCode).toBe(
      'MP-124',
    );
    expect(world.tokenRequests).toHaveLength(1);
  });

  test('tells of the first refusal when every scope is refused', async () => {
    const world = fakeWorld(inTurn(), { token: (_request, nth) => refusal(nth === 1 ? 'MP-250' : 'MP-200') });
    expect((await thrownBy(() => checkMaskinporten(world.ports, credentialOf(), PLANS))).details.serviceCode).toBe(
      'MP-250',
    );
    expect(world.tokenRequests).toHaveLength(2);
  });
});
