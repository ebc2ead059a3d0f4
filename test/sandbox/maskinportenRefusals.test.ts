import { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const order = (fault: object) => caller.postJson('/admin/faults', { service: 'maskinporten', ...fault });

const refusedWith = async (code: string) => {
  expect((await order({ kind: 'refusal', code })).status).toBe(201);
  return caller.askForToken(await caller.grant());
};

const ASSERTION = 'Invalid assertion. ';
const AUTHENTICATION = `${ASSERTION}Client authentication failed. `;

/** Digdir's list of errors, as it goes over the wire. */
const ROWS: readonly (readonly [code: string, status: number, error: string, text: string])[] = [
  ['MP-011', 400, 'invalid_request', `${ASSERTION}Invalid parameter value.`],
  ['MP-012', 400, 'invalid_grant', `${ASSERTION}Grant is used before.`],
  ['MP-100', 400, 'invalid_grant', `${AUTHENTICATION}Client not found.`],
  ['MP-110', 400, 'invalid_grant', `${ASSERTION}Invalid JWT claim aud.`],
  ['MP-120', 400, 'invalid_grant', `${ASSERTION}JWT is signed with an invalid certificate.`],
  ['MP-121', 400, 'invalid_grant', `${AUTHENTICATION}Expired key.`],
  ['MP-122', 400, 'invalid_grant', `${ASSERTION}Organisation number does not match certificate.`],
  ['MP-123', 400, 'invalid_grant', `${ASSERTION}Invalid JWT header x5c.`],
  ['MP-124', 400, 'invalid_grant', `${ASSERTION}Invalid JWT signature.`],
  ['MP-130', 400, 'invalid_grant', `${ASSERTION}JWT is expired.`],
  ['MP-130-future', 400, 'invalid_grant', `${ASSERTION}Issue time is after now.`],
  ['MP-130-lifetime', 400, 'invalid_grant', `${ASSERTION}Invalid JWT lifetime.`],
  ['unknown-kid', 400, 'invalid_grant', `${AUTHENTICATION}Unknown key identifier (kid) for client.`],
  ['MP-200', 400, 'invalid_scope', 'Invalid scopes for client.'],
  ['MP-201', 400, 'invalid_scope', 'Scopes not allowed for maskinporten.'],
  ['MP-250', 403, 'forbidden', 'Consumer has not been granted access to the scope ks:fiks.'],
  ['MP-251', 403, 'forbidden', 'Consumer 314245075 has not delegated scope ks:fiks to supplier 312497107.'],
  ['MP-301', 400, 'invalid_request', 'Unknown type in authorization details.'],
  ['MP-302', 400, 'invalid_request', 'Unknown fields in authorization details.'],
  ['MP-303', 400, 'invalid_request', 'Invalid values in authorization details.'],
  [
    'consumer-org-own',
    400,
    'invalid_request',
    'The combination of consumer_org in claim and delegation scope on client is invalid.',
  ],
  ['unsupported-grant-type', 400, 'unsupported_grant_type', 'Unsupported grant type.'],
];

describe('a refusal on demand', () => {
  it.each(ROWS)('%s has its status, error and text', async (code, status, error, text) => {
    const answer = await refusedWith(code);
    expect(answer).toMatchObject({ status, body: { error } });
    expect(answer.body.error_description.replace(/ \(trace_id: [0-9a-f]{32}\)$/, '')).toBe(text);
    expect(await caller.lastRequest()).toMatchObject({ verdict: 'refused', status });
  });

  it.each(ROWS)(
    '%s has its MP code in front, if it has one, when Maskinporten prints them',
    async (code, _status, _error, text) => {
      await caller.postJson('/admin/settings', { mpCodeInDescription: true });
      const printed = code.startsWith('MP-') ? `${code.slice(0, 6)}: ` : '';
      const { error_description: description } = (await refusedWith(code)).body;
      expect(description.slice(0, description.indexOf(' (trace_id'))).toBe(`${printed}${text}`);
    },
  );

  it('meets requests for a token only, and as often as ordered', async () => {
    await order({ kind: 'refusal', code: 'MP-110', times: 2 });
    expect((await caller.call('/maskinporten/jwk')).status).toBe(200);
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await caller.askForToken(await caller.grant())).status);
    expect(statuses).toEqual([400, 400, 200]);
  });

  it('leaves the grant it answered unused', async () => {
    await order({ kind: 'refusal', code: 'unknown-kid' });
    const assertion = await caller.grant();
    expect((await caller.askForToken(assertion)).status).toBe(400);
    expect((await caller.askForToken(assertion)).status).toBe(200);
  });

  it.each([
    ['of another service', { service: 'krr', kind: 'refusal', code: 'MP-110' }],
    ['without a code', { kind: 'refusal' }],
    ['with a code that is none', { kind: 'refusal', code: 'MP-999' }],
    ['with a code on a fault of another kind', { kind: 'status', code: 'MP-110' }],
  ])('cannot be ordered %s', async (_what, fault) => {
    expect((await order(fault)).status).toBe(400);
  });
});

describe('the id for a support case', () => {
  it('can have the older form', async () => {
    await caller.postJson('/admin/settings', { traceStyle: 'correlation id' });
    expect((await refusedWith('MP-110')).body.error_description).toMatch(
      / \(correlation id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\)$/,
    );
  });
});

describe("Maskinporten's clock", () => {
  const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
  const set = (seconds: number) => caller.postJson('/admin/settings', { maskinportenClockOffsetSeconds: seconds });
  const ask = async (iat = secondsFromNow(0)) =>
    caller.askForToken(await caller.grant({ claims: { iat, exp: iat + 100 } }));

  it.each([
    [300, /JWT is expired/],
    [-300, /Issue time is after now/],
  ])('can differ by %i seconds, which shows in the Date header of the refusal', async (offset, text) => {
    await set(offset);
    const { status, headers, body } = await ask();
    expect(status).toBe(400);
    expect(body.error_description).toMatch(text);
    const skew = Date.parse(headers.get('date')!) / 1000 - secondsFromNow(0);
    expect(Math.abs(skew - offset)).toBeLessThan(60);
    expect((await ask(secondsFromNow(offset))).status).toBe(200);
  });

  it('does not spoil the tokens, which other services judge by their own', async () => {
    await set(-300);
    const iat = secondsFromNow(-300);
    const headers = await caller.fiksHeaders({ iat, exp: iat + 100 });
    const path = `/svarut/api/v2/kontoer/${caller.credentials.fiks.kontoId}/forsendelser?eksternRef=sak`;
    expect((await caller.call(path, { headers })).status).toBe(200);
  });
});

describe('a setting of Maskinporten', () => {
  it.each([
    { tokenLifetimeSeconds: 0 },
    { maskinportenClockOffsetSeconds: '300' },
    { newKeyActiveAfterMs: -1 },
    { mpCodeInDescription: 'yes' },
    { traceStyle: 'trace' },
  ])('is refused when its value makes no sense: %j', async (settings) => {
    expect((await caller.postJson('/admin/settings', settings)).status).toBe(400);
  });
});
