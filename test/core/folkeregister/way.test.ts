import { decodeJwt } from 'jose';
import { ask, throughFiks, type Way } from '../../../src/folkeregister/client/way';
import { RIGHTS_PACKAGES } from '../../../src/folkeregister/client/packages';
import { credentialOf, fakeWorld, fiksCredential, INTEGRATION, ROLE, sessionIn } from '../fakePorts';

const QUESTION = { resource: 'personer/1', timeoutMs: 1 };
const direct = (rettighetspakke: Way['rettighetspakke']): Way => ({
  route: 'skatteetaten',
  rolleId: undefined,
  rettighetspakke,
});

const grantOf = (body: unknown) => decodeJwt(new URLSearchParams(String(body)).get('assertion') ?? '');

/** Paths and scopes as the fact sheet has them, written out. */
const PACKAGES: Readonly<Record<string, readonly [path: string, scope: string]>> = {
  offentligmedhjemmel: ['offentlig-med-hjemmel/api', 'folkeregister:deling/offentligmedhjemmel'],
  offentligutenhjemmel: ['api/offentligutenhjemmel', 'folkeregister:deling/offentligutenhjemmel'],
  privatutenhjemmel: ['api/privatutenhjemmel', 'folkeregister:deling/privatutenhjemmel'],
  privat: ['api/privat', 'folkeregister:deling/privat'],
  privatutenfolkeregisteridentifikator: [
    'api/privatutenfolkeregisteridentifikator',
    'folkeregister:deling/privatutenfolkeregisteridentifikator',
  ],
  finans: ['api/finans', 'folkeregister:deling/finans'],
  presse: ['api/presse', 'folkeregister:deling/presse'],
  presseutenfolkeregisteridentifikator: [
    'api/presseutenfolkeregisteridentifikator',
    'folkeregister:deling/presseutenfolkeregisteridentifikator',
  ],
  utstedereid: ['api/eid', 'folkeregister:deling/utstedereid'],
};

describe('through Fiks', () => {
  test.each([
    [{ environment: 'test' }, 'https://api.fiks.test.ks.no'],
    [{ environment: 'production' }, 'https://api.fiks.ks.no'],
  ] as const)(
    'in %j the question carries the role in its address and the integration in its headers',
    async (environment, host) => {
      const world = fakeWorld(() => ({ json: {} }));
      await ask(sessionIn(world, { maskinporten: credentialOf(environment) }), throughFiks(), QUESTION);
      const [request] = world.requests;
      expect(request?.url).toBe(`${host}/folkeregister/api/v1/${ROLE}/v1/personer/1`);
      expect(request?.headers).toMatchObject({
        IntegrasjonId: INTEGRATION,
        IntegrasjonPassord: fiksCredential.integrationPassword,
      });
      expect(grantOf(world.tokenRequests[0]?.body).scope).toBe('ks:fiks');
    },
  );
});

describe('directly at Skatteetaten', () => {
  test('every package of the fact sheet can be chosen, and no other', () => {
    expect(RIGHTS_PACKAGES.map(({ value }) => value).sort()).toEqual(Object.keys(PACKAGES).sort());
  });

  test.each(RIGHTS_PACKAGES.map(({ value }) => value))('%s has its own address and scope', async (rettighetspakke) => {
    const world = fakeWorld(() => ({ json: {} }));
    await ask(sessionIn(world), direct(rettighetspakke), QUESTION);
    const [path, scope] = PACKAGES[rettighetspakke] ?? [];
    expect(world.requests[0]?.url).toBe(
      `https://folkeregisteret-api-konsument.sits.no/folkeregisteret/${path}/v1/personer/1`,
    );
    expect(grantOf(world.tokenRequests[0]?.body).scope).toBe(scope);
  });

  test('no Fiks integration is needed, and nothing of one is sent', async () => {
    const world = fakeWorld(() => ({ json: {} }));
    await ask(sessionIn(world), direct('offentligmedhjemmel'), QUESTION);
    await ask(sessionIn(world, { fiks: undefined }), direct('offentligmedhjemmel'), QUESTION);
    expect(world.requests).toHaveLength(2);
    for (const { headers, url } of world.requests) {
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['IntegrasjonId']));
      expect(url).not.toContain(ROLE);
    }
  });

  test('the token is made for nobody in particular, whatever the credential asks for', async () => {
    const world = fakeWorld(() => ({ json: {} }));
    const maskinporten = credentialOf({ resource: 'https://api.example.no' });
    await ask(sessionIn(world, { maskinporten }), direct('offentligmedhjemmel'), QUESTION);
    expect(grantOf(world.tokenRequests[0]?.body)).not.toHaveProperty('resource');
    await ask(sessionIn(world, { maskinporten }), throughFiks(), QUESTION);
    expect(grantOf(world.tokenRequests[1]?.body)).toMatchObject({ resource: ['https://api.example.no'] });
  });

  test('production has an address of its own', async () => {
    const world = fakeWorld(() => ({ json: {} }));
    const maskinporten = credentialOf({ environment: 'production' });
    await ask(sessionIn(world, { maskinporten }), direct('offentligutenhjemmel'), QUESTION);
    expect(world.requests[0]?.url).toMatch(/^https:\/\/folkeregisteret\.api\.skatteetaten\.no\/folkeregisteret\/api\//);
  });
});

describe('on both ways', () => {
  test.each([throughFiks(), direct('offentligmedhjemmel')])(
    'a body goes as JSON, for without a type it is read as XML',
    async (way) => {
      const world = fakeWorld(() => ({ json: {} }));
      await ask(sessionIn(world), way, { ...QUESTION, body: { a: 1 } });
      expect(world.requests[0]).toMatchObject({
        method: 'POST',
        body: '{"a":1}',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      });
    },
  );

  test.each([throughFiks(), direct('offentligmedhjemmel')])('Retry-After counts milliseconds', async (way) => {
    const replies = [{ status: 429, headers: { 'retry-after': '2500' } }, { json: {} }];
    const world = fakeWorld((_request, nth) => replies[nth - 1] ?? { status: 500 });
    await ask(sessionIn(world), way, QUESTION);
    expect(world.sleeps).toEqual([2500]);
  });
});
