import { generateKeyPairSync } from 'node:crypto';
import { Caller } from './caller';
import { expectRefusal } from './expectRefusal';

let caller: Caller;
let withoutKeys: string;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
beforeEach(async () => {
  await caller.call('/admin/reset', { method: 'POST' });
  withoutKeys = await caller.register({ organisation: caller.credentials.maskinporten.organisation });
});

const UNKNOWN_KEY = /^Invalid assertion\. Client authentication failed\. Unknown key identifier \(kid\) for client\. /;
const INVALID_X5C = /^Invalid assertion\. Invalid JWT header x5c\. /;

describe('a client with a registered key', () => {
  it.each(['RS256', 'RS384', 'RS512'])('may sign with %s', async (alg) => {
    expect((await caller.askForToken(await caller.grant({ header: { alg } }))).status).toBe(200);
  });

  it('may not sign with PS256', async () => {
    const assertion = await caller.grant({ header: { alg: 'PS256' } });
    await expectRefusal(caller, assertion, 400, 'invalid_request', /Invalid parameter value/);
  });

  it('is told that its kid is unknown when it is not the registered one', async () => {
    await expectRefusal(
      caller,
      await caller.grant({ header: { kid: 'another-key' } }),
      400,
      'invalid_grant',
      UNKNOWN_KEY,
    );
  });

  it('must send the kid, and a certificate does not replace it', async () => {
    for (const header of [{ kid: undefined }, { kid: undefined, x5c: ['MIIB'] }]) {
      await expectRefusal(caller, await caller.grant({ header }), 400, 'invalid_grant', UNKNOWN_KEY);
      expect((await caller.lastRequest()).reason).toContain('must carry its kid');
    }
  });

  it('may not send a certificate beside the kid', async () => {
    const assertion = await caller.grant({ header: { x5c: ['MIIB'] } });
    await expectRefusal(caller, assertion, 400, 'invalid_grant', INVALID_X5C);
    expect((await caller.lastRequest()).reason).toContain('never both');
  });

  it('may send a certificate beside the kid when the setting says so, and the kid counts', async () => {
    await caller.postJson('/admin/settings', { kidWithX5c: 'accepted' });
    expect((await caller.askForToken(await caller.grant({ header: { x5c: ['MIIB'] } }))).status).toBe(200);
    const unknown = await caller.grant({ header: { x5c: ['MIIB'], kid: 'another-key' } });
    await expectRefusal(caller, unknown, 400, 'invalid_grant', UNKNOWN_KEY);
  });

  it('must sign with the private half of that key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const assertion = await caller.grant({ privateKey: JSON.stringify(privateKey.export({ format: 'jwk' })) });
    await expectRefusal(caller, assertion, 400, 'invalid_grant', /Invalid JWT signature/);
  });
});

describe('a client with nothing registered', () => {
  it('may not send a kid', async () => {
    await expectRefusal(
      caller,
      await caller.grant({ claims: { iss: withoutKeys } }),
      400,
      'invalid_grant',
      UNKNOWN_KEY,
    );
    expect((await caller.lastRequest()).reason).toContain('nothing is registered');
  });

  it('must send a certificate', async () => {
    const assertion = await caller.grant({ claims: { iss: withoutKeys }, header: { kid: undefined } });
    await expectRefusal(caller, assertion, 400, 'invalid_grant', UNKNOWN_KEY);
    expect((await caller.lastRequest()).reason).toContain('must carry x5c');
  });

  it.each([
    ['a text', 'MIIB'],
    ['an empty list', []],
    ['null', null],
    ['a list with a number in it', ['MIIB', 1]],
    ['an object', { 0: 'MIIB' }],
    ['a list of an empty text', ['']],
    ['a list of what is no base64', ['%%%']],
    ['a list of base64 of something else', [Buffer.from('a certificate').toString('base64')]],
  ])('is refused, and no more, when x5c is %s', async (_what, x5c) => {
    const header = { kid: undefined, x5c: x5c as string[] };
    const assertion = await caller.grant({ claims: { iss: withoutKeys }, header });
    await expectRefusal(caller, assertion, 400, 'invalid_grant', INVALID_X5C);
    expect((await caller.lastRequest()).reason).toMatch(/^MP-123: /);
  });
});

describe('a header of the wrong types', () => {
  it.each([
    ['a kid that is a number', { kid: 42 }, 'invalid_grant', UNKNOWN_KEY],
    ['a kid that is null', { kid: null }, 'invalid_grant', UNKNOWN_KEY],
    ['an alg that is a list', { alg: ['RS256'] }, 'invalid_request', /Invalid parameter value/],
    ['no alg', {}, 'invalid_request', /Invalid parameter value/],
  ])('is refused as any other: %s', async (_what, changes, error, text) => {
    const [, payload, signature] = (await caller.grant()).split('.');
    const header = { ...(Object.keys(changes).includes('kid') && { alg: 'RS256' }), ...changes };
    const encoded = Buffer.from(JSON.stringify(header)).toString('base64url');
    await expectRefusal(caller, [encoded, payload, signature].join('.'), 400, error, text);
  });
});
