import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { decodeJwt } from 'jose';
import { Caller } from './caller';
import { expectRefusal } from './expectRefusal';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' });
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = JSON.stringify(jwkOf(pair.privateKey));
const publicJwk = jwkOf(pair.publicKey);

const organisation = () => caller.credentials.maskinporten.organisation;

const register = (order: object = {}) =>
  caller.register({ organisation: organisation(), keys: [{ kid: 'ny', publicJwk }], ...order });

const ask = async (iss: string, kid = 'ny', key = privateKey) =>
  caller.askForToken(await caller.grant({ claims: { iss }, header: { kid }, privateKey: key }));

describe('a client that is registered', () => {
  it('gets a token for its organisation, with the scopes of a municipality unless others were given', async () => {
    const clientId = await register();
    const { body } = await ask(clientId);
    expect(decodeJwt(body.access_token)).toMatchObject({
      client_id: clientId,
      consumer: { ID: `0192:${organisation()}` },
    });
  });

  it('has the id it was given', async () => {
    const clientId = '3b9a35b2-6c3c-4be5-9d8a-1f5f8f0b6d0a';
    expect(await register({ clientId })).toBe(clientId);
  });

  it('has the scopes it was given and no others', async () => {
    const clientId = await register({ scopes: ['ks:fiks'] });
    await expectRefusal(
      caller,
      await caller.grant({ claims: { iss: clientId }, header: { kid: 'ny' }, privateKey }),
      400,
      'invalid_scope',
      /^Invalid scopes for client\. /,
    );
  });

  it('may have five keys, and sign with any of them', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e'].map((kid) => ({ kid, publicJwk }));
    const clientId = await register({ keys });
    for (const { kid } of keys) expect((await ask(clientId, kid)).status).toBe(200);
  });

  it('loses its old keys when it is registered again', async () => {
    const clientId = await register();
    await register({ clientId, keys: [{ kid: 'nyere', publicJwk }] });
    expect((await ask(clientId, 'nyere')).status).toBe(200);
    expect((await ask(clientId)).body.error_description).toContain('Unknown key identifier');
  });

  it('has a key that expires after a year', async () => {
    const [young, old] = await Promise.all(
      [364, 366].map((registeredDaysAgo) => register({ keys: [{ kid: 'ny', publicJwk, registeredDaysAgo }] })),
    );
    expect((await ask(young!)).status).toBe(200);
    expect((await ask(old!)).body.error_description).toMatch(/Client authentication failed\. Expired key\. /);
  });

  it('has a key that is unknown until it becomes active', async () => {
    await caller.postJson('/admin/settings', { newKeyActiveAfterMs: 3_600_000 });
    const fresh = await register();
    const yesterday = await register({ keys: [{ kid: 'ny', publicJwk, registeredDaysAgo: 1 }] });
    expect((await ask(fresh)).body.error_description).toContain('Unknown key identifier (kid) for client');
    expect((await caller.lastRequest()).reason).toContain('not active yet');
    expect((await ask(yesterday)).status).toBe(200);
    await caller.postJson('/admin/settings', { newKeyActiveAfterMs: 0 });
    expect((await ask(fresh)).status).toBe(200);
  });

  it('is forgotten at a reset, and what was built in is back', async () => {
    const { clientId, keyId, privateKey: builtIn } = caller.credentials.maskinporten;
    const registered = await register();
    await register({ clientId });
    expect((await ask(clientId, keyId, builtIn)).status).toBe(400);
    await caller.call('/admin/reset', { method: 'POST' });
    expect((await ask(clientId, keyId, builtIn)).status).toBe(200);
    expect((await ask(registered)).body.error_description).toContain('Client not found');
  });
});

describe('the integration type of a client', () => {
  const KRR = 'krr:global/kontaktinformasjon.read';

  it.each([
    ['maskinporten', 'ks:fiks', 200],
    ['maskinporten', KRR, 200],
    ['krr', KRR, 200],
    ['krr', 'ks:fiks', 400],
    ['krr', `${KRR} ks:fiks`, 400],
    ['idporten', KRR, 400],
  ])('%s with %s gives %i', async (integrationType, scope, status) => {
    const claims = { iss: await register({ integrationType }), scope };
    const answer = await caller.askForToken(await caller.grant({ claims, header: { kid: 'ny' }, privateKey }));
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(status === 200 ? undefined : 'invalid_scope');
    if (status !== 200) expect((await caller.lastRequest()).reason).toContain('MP-201');
  });
});

describe('the clients of the sandbox each meet their own refusal:', () => {
  it('one lacks the KRR scopes', async () => {
    const { claims, header } = caller.grantOf('MP-200');
    expect((await caller.askForToken(await caller.grant({ claims, header }))).status).toBe(200);
    const krr = { ...claims, scope: 'krr:global/kontaktinformasjon.read' };
    await expectRefusal(caller, await caller.grant({ claims: krr, header }), 400, 'invalid_scope', /Invalid scopes/);
  });

  it.each([
    ['MP-250', 403, 'forbidden', /^Consumer has not been granted access to the scope ks:fiks\. /],
    ['MP-121', 400, 'invalid_grant', /Expired key/],
    ['MP-201', 400, 'invalid_scope', /^Scopes not allowed for maskinporten\. /],
  ])('one meets %s', async (code, status, error, text) => {
    await expectRefusal(caller, await caller.grant(caller.grantOf(code)), status, error, text);
    expect((await caller.lastRequest()).reason).toContain(code);
  });
});

describe('an order to register a client is refused when', () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = (jwk: object, kid = 'ny') => ({ keys: [{ kid, publicJwk: jwk }] });

  it.each([
    ['a key holds its private half', key(jwkOf(pair.privateKey)), /private half/],
    ['a key holds a part of its private half', key({ ...publicJwk, dp: 'AQAB' }), /private half/],
    ['a key is not RSA', key(jwkOf(elliptic.publicKey)), /2048 bits/],
    ['a key is too short', key(jwkOf(short.publicKey)), /2048 bits/],
    ['a key is none', key({ kty: 'RSA', n: 'AQAB' }), /2048 bits/],
    ['two keys share a kid', { keys: [...key(publicJwk).keys, ...key(publicJwk).keys] }, /same kid/],
    ['a certificate is none', { keys: [], certificate: 'MIIB' }, /could not be read/],
    ['it has keys and a certificate', { certificate: 'MIIB' }, /either keys or a certificate/],
  ])('%s, with a sentence', async (_what, order, sentence) => {
    const answer = await caller.postJson('/admin/clients', {
      organisation: organisation(),
      ...key(publicJwk),
      ...order,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(sentence);
  });

  it.each([
    ['it has no organisation', { organisation: undefined }],
    ['its organisation is no number', { organisation: 'Sandkommunen' }],
    ['its id is no UUID', { clientId: 'oidc_kommune' }],
    ['its type is misspelt', { integrationType: 'maskinprten' }],
    ['a scope has a blank in it', { scopes: ['ks:fiks ks:fiks'] }],
    ['it has six keys', { keys: Array.from('abcdef', (kid) => ({ kid, publicJwk })) }],
    ['a key has no kid', { keys: [{ publicJwk }] }],
    ['a key is a text', { keys: [{ kid: 'ny', publicJwk: 'MIIB' }] }],
    ['a key is from the future', { keys: [{ kid: 'ny', publicJwk, registeredDaysAgo: -1 }] }],
    ['a field is misspelt', { scope: ['ks:fiks'] }],
  ])('%s', async (_what, order) => {
    expect((await caller.postJson('/admin/clients', { organisation: organisation(), ...order })).status).toBe(400);
  });
});

describe('an order to delegate', () => {
  it.each([
    ['lacks the scope', { scope: undefined }],
    ['has a number of eight digits', { consumer: '31047502' }],
    ['names two scopes', { scope: 'ks:fiks krr:global/kontaktinfo.read' }],
  ])('is refused when it %s', async (_what, changes) => {
    const order = { consumer: '314245075', supplier: '312497107', scope: 'ks:fiks', ...changes };
    expect((await caller.postJson('/admin/delegations', order)).status).toBe(400);
  });
});
