import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Caller, GRANT_TYPE } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

const expectRefusal = async (assertion: string, status: number, error: string, text: RegExp) => {
  const answer = await caller.askForToken(assertion);
  expect(answer.status).toBe(status);
  expect(answer.body.error).toBe(error);
  expect(answer.body.error_description).toMatch(text);
  expect(answer.body.error_description).toMatch(/ \(trace_id: [0-9a-f]{32}\)$/);
};

describe('the metadata document', () => {
  it('names an issuer with a slash at the end and a token endpoint without one', async () => {
    const { body } = await caller.call('/maskinporten/.well-known/oauth-authorization-server');
    expect(body.issuer).toBe(`${caller.url}/maskinporten/`);
    expect(body.token_endpoint).toBe(`${caller.url}/maskinporten/token`);
    expect(body.jwks_uri).toBe(`${caller.url}/maskinporten/jwk`);
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

  it.each(['RS256', 'RS384', 'RS512'])('may be signed with %s', async (alg) => {
    expect((await caller.askForToken(await caller.grant({ header: { alg } }))).status).toBe(200);
  });

  it('turns resource into the audience of the token', async () => {
    const token = await caller.token({ resource: ['https://api.example.com'] });
    expect(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).aud).toEqual([
      'https://api.example.com',
    ]);
  });
});

describe('a grant is refused when', () => {
  it('it was issued more than ten seconds ago', async () => {
    const claims = { iat: secondsAgo(15), exp: secondsAgo(-60) };
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_grant', /JWT is expired/);
  });

  it('it is issued in the future', async () => {
    const claims = { iat: secondsAgo(-20), exp: secondsAgo(-60) };
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_grant', /Issue time is after now/);
  });

  it('it lives for more than two minutes', async () => {
    const claims = { iat: secondsAgo(0), exp: secondsAgo(-121) };
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_grant', /lifetime/);
  });

  it('the audience lacks the slash at the end', async () => {
    const claims = { aud: `${caller.url}/maskinporten` };
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_grant', /Invalid JWT claim aud/);
    expect((await caller.lastRequest()).reason).toContain('MP-110');
  });

  it('the audience is a list', async () => {
    const claims = { aud: [`${caller.url}/maskinporten/`] };
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_grant', /Invalid JWT claim aud/);
  });

  it('the audience is the token endpoint', async () => {
    const claims = { aud: `${caller.url}/maskinporten/token` };
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_grant', /Invalid JWT claim aud/);
  });

  it('its jti was used before, even in another grant', async () => {
    const claims = { jti: randomUUID() };
    await caller.askForToken(await caller.grant({ claims }));
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_grant', /Grant is used before/);
  });

  it('it has no jti and is posted twice', async () => {
    const assertion = await caller.grant({ claims: { jti: undefined } });
    expect((await caller.askForToken(assertion)).status).toBe(200);
    await expectRefusal(assertion, 400, 'invalid_grant', /Grant is used before/);
  });

  it('the client is unknown', async () => {
    const claims = { iss: randomUUID() };
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_grant', /Client not found/);
  });

  it('the kid is not registered on the client', async () => {
    const header = { kid: 'another-key' };
    await expectRefusal(
      await caller.grant({ header }),
      400,
      'invalid_grant',
      /Unknown key identifier \(kid\) for client/,
    );
  });

  it('it carries a certificate and no kid, because the client has a registered key', async () => {
    const header = { kid: undefined, x5c: ['MIIB'] };
    await expectRefusal(
      await caller.grant({ header }),
      400,
      'invalid_grant',
      /Unknown key identifier \(kid\) for client/,
    );
  });

  it('x5c is a text and not a list', async () => {
    const header = { kid: undefined, x5c: 'MIIB' as unknown as string[] };
    await expectRefusal(await caller.grant({ header }), 400, 'invalid_grant', /Invalid JWT header x5c/);
  });

  it('another private key signed it', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const assertion = await caller.grant({ privateKey: JSON.stringify(privateKey.export({ format: 'jwk' })) });
    await expectRefusal(assertion, 400, 'invalid_grant', /Invalid JWT signature/);
  });

  it('the algorithm is PS256', async () => {
    await expectRefusal(
      await caller.grant({ header: { alg: 'PS256' } }),
      400,
      'invalid_request',
      /Invalid parameter value/,
    );
  });

  it('it is not a JWT at all', async () => {
    await expectRefusal('nonsense', 400, 'invalid_request', /Invalid parameter value/);
  });

  it('the scope is misspelt', async () => {
    const claims = { scope: 'ks:fisk' };
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_scope', /Invalid scopes for client/);
  });

  it('it acts for an organisation that has delegated nothing', async () => {
    const claims = { consumer_org: '315582032' };
    await expectRefusal(await caller.grant({ claims }), 403, 'forbidden', /has not delegated scope/);
  });

  it("it acts for the client's own organisation", async () => {
    const claims = { consumer_org: caller.credentials.maskinporten.organisation };
    await expectRefusal(await caller.grant({ claims }), 400, 'invalid_request', /consumer_org/);
  });
});

describe('the other clients each meet their own refusal:', () => {
  const grantFor = (part: string) => {
    const client = caller.credentials.clients.find(({ description }) => description.includes(part))!;
    return { claims: { iss: client.clientId, scope: 'ks:fiks' }, header: { kid: client.keyId } };
  };

  it('one lacks the KRR scopes', async () => {
    const { claims, header } = grantFor('MP-200');
    expect((await caller.askForToken(await caller.grant({ claims, header }))).status).toBe(200);
    const krr = { ...claims, scope: 'krr:global/kontaktinformasjon.read' };
    await expectRefusal(await caller.grant({ claims: krr, header }), 400, 'invalid_scope', /Invalid scopes/);
  });

  it('one belongs to an organisation KS has not let in', async () => {
    await expectRefusal(
      await caller.grant(grantFor('MP-250')),
      403,
      'forbidden',
      /^Consumer has not been granted access to the scope ks:fiks\./,
    );
  });

  it('one has a key that is more than a year old', async () => {
    await expectRefusal(await caller.grant(grantFor('MP-121')), 400, 'invalid_grant', /Expired key/);
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
