import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { Caller, GRANT_TYPE } from './caller';
import { expectRefusal } from './expectRefusal';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

const expectRefused = (assertion: string, status: number, error: string, text: RegExp) =>
  expectRefusal(caller, assertion, status, error, text);

describe('the metadata document', () => {
  it('names an issuer with a slash at the end and a token endpoint without one', async () => {
    const { body } = await caller.call('/maskinporten/.well-known/oauth-authorization-server');
    expect(body.issuer).toBe(`${caller.url}/maskinporten/`);
    expect(body.token_endpoint).toBe(`${caller.url}/maskinporten/token`);
    expect(body.jwks_uri).toBe(`${caller.url}/maskinporten/jwk`);
    expect(body).not.toHaveProperty('authorization_endpoint');
  });

  it('says what is supported', async () => {
    const { body } = await caller.call('/maskinporten/.well-known/oauth-authorization-server');
    expect(body).toMatchObject({
      grant_types_supported: [GRANT_TYPE],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512'],
      authorization_details_types_supported: ['urn:altinn:systemuser', 'urn:altinn:consent'],
    });
  });
});

describe('a correct grant', () => {
  it('gives a token that can be checked with the published key', async () => {
    const answer = await caller.askForToken(await caller.grant());
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 119 });
    const keys = createRemoteJWKSet(new URL(`${caller.url}/maskinporten/jwk`));
    const { payload } = await jwtVerify(answer.body.access_token, keys, { issuer: `${caller.url}/maskinporten/` });
    expect(payload).toMatchObject({
      aud: 'unspecified',
      client_amr: 'private_key_jwt',
      client_id: caller.credentials.maskinporten.clientId,
      consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${caller.credentials.maskinporten.organisation}` },
    });
  });

  it.each([
    [['https://api.example.com']],
    [['https://a.example.com', 'https://b.example.com']],
    ['https://api.example.com'],
  ])('turns the resource %j into the audience of the token', async (resource) => {
    expect(decodeJwt(await caller.token({ resource })).aud).toEqual(resource);
  });
});

describe('a grant is refused when', () => {
  it('it was issued more than ten seconds ago', async () => {
    const claims = { iat: secondsAgo(15), exp: secondsAgo(-60) };
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_grant', /JWT is expired/);
  });

  it('it is issued in the future', async () => {
    const claims = { iat: secondsAgo(-20), exp: secondsAgo(-60) };
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_grant', /Issue time is after now/);
  });

  it('it lives for more than two minutes', async () => {
    const claims = { iat: secondsAgo(0), exp: secondsAgo(-121) };
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_grant', /lifetime/);
  });

  it('the audience lacks the slash at the end', async () => {
    const claims = { aud: `${caller.url}/maskinporten` };
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_grant', /Invalid JWT claim aud/);
    expect((await caller.lastRequest()).reason).toContain('MP-110');
  });

  it('the audience is a list', async () => {
    const claims = { aud: [`${caller.url}/maskinporten/`] };
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_grant', /Invalid JWT claim aud/);
  });

  it('the audience is the token endpoint', async () => {
    const claims = { aud: `${caller.url}/maskinporten/token` };
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_grant', /Invalid JWT claim aud/);
  });

  it('its jti was used before, even in another grant', async () => {
    const claims = { jti: randomUUID() };
    await caller.askForToken(await caller.grant({ claims }));
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_grant', /Grant is used before/);
  });

  it('it has no jti and is posted twice', async () => {
    const assertion = await caller.grant({ claims: { jti: undefined } });
    expect((await caller.askForToken(assertion)).status).toBe(200);
    await expectRefused(assertion, 400, 'invalid_grant', /Grant is used before/);
  });

  it('the client is unknown', async () => {
    const claims = { iss: randomUUID() };
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_grant', /Client not found/);
  });

  it('it is not a JWT at all', async () => {
    await expectRefused('nonsense', 400, 'invalid_request', /Invalid parameter value/);
  });

  it.each([[42], [['https://api.example.com', 42]], [{ aud: 'https://api.example.com' }], [null]])(
    'the resource is %j',
    async (resource) => {
      const claims = { resource };
      await expectRefused(await caller.grant({ claims }), 400, 'invalid_request', /Invalid parameter value/);
    },
  );

  it.each([undefined, '', ' ', ['ks:fiks']])('the scope is %j', async (scope) => {
    const claims = { scope };
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_request', /Invalid parameter value/);
  });

  it('the scope is misspelt', async () => {
    const claims = { scope: 'ks:fisk' };
    await expectRefused(await caller.grant({ claims }), 400, 'invalid_scope', /Invalid scopes for client/);
  });
});

describe('the token request is refused when', () => {
  const post = (form: string[][]) =>
    caller.call('/maskinporten/token', { method: 'POST', body: new URLSearchParams(form) });

  it('the grant type is another', async () => {
    const answer = await post([
      ['grant_type', 'client_credentials'],
      ['assertion', await caller.grant()],
    ]);
    expect(answer).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
  });

  it('a parameter is given twice', async () => {
    const assertion = await caller.grant();
    const answer = await post([
      ['grant_type', GRANT_TYPE],
      ['assertion', assertion],
      ['assertion', assertion],
    ]);
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  it('it is sent as JSON', async () => {
    const answer = await caller.postJson('/maskinporten/token', {
      grant_type: GRANT_TYPE,
      assertion: await caller.grant(),
    });
    expect(answer).toMatchObject({ status: 415, body: { error: 'invalid_request' } });
  });

  it('it is a GET', async () => {
    expect(await caller.call('/maskinporten/token')).toMatchObject({ status: 405, body: { error: 'invalid_request' } });
  });
});
