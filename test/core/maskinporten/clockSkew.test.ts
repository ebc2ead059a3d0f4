import { decodeJwt } from 'jose';
import { requestToken } from '../../../src/maskinporten/grant';
import type { TransportRequest } from '../../../src/http/transport';
import { credentialOf, fakeWorld, inTurn, START, thrownBy, type Reply } from '../fakePorts';

const expired = (dateMs: number): Reply => ({
  status: 400,
  json: { error: 'invalid_grant', error_description: 'Invalid assertion. JWT is expired.' },
  headers: { date: new Date(dateMs).toUTCString() },
});
const token: Reply = { json: { access_token: 't', expires_in: 119 } };

const issuedAt = (request: TransportRequest | undefined): number =>
  decodeJwt(new URLSearchParams(String(request?.body)).get('assertion') ?? '').iat ?? 0;

test.each([
  ['behind', 90_000, /about 90 seconds behind/],
  ['ahead of', -45_000, /about 45 seconds ahead of/],
])('a clock %s is corrected once by the date of the answer, and the skew is told', async (_how, skewMs, words) => {
  const world = fakeWorld(inTurn(), { token: (_request, nth) => (nth === 1 ? expired(START + skewMs) : token) });
  expect((await requestToken(world.ports, credentialOf(), 'ks:fiks')).value).toBe('t');
  expect(world.tokenRequests).toHaveLength(2);
  expect(issuedAt(world.tokenRequests[1])).toBe(Math.floor((START + skewMs) / 1000));
  expect(world.warnings).toEqual([expect.stringMatching(words)]);
  expect(world.sleeps).toEqual([]);
});

test('a clock that stays wrong is told, and not asked about a third time', async () => {
  const world = fakeWorld(inTurn(), { token: () => expired(START + 60_000) });
  expect((await thrownBy(() => requestToken(world.ports, credentialOf(), 'ks:fiks'))).details.serviceCode).toBe(
    'MP-130',
  );
  expect(world.tokenRequests).toHaveLength(2);
  expect(world.warnings).toEqual([]);
});

test.each([
  ['the same time', { date: new Date(START).toUTCString() }],
  ['no time', {}],
  ['something that is no time', { date: 'yesterday' }],
])('where the answer tells %s, the refusal stands', async (_what, headers) => {
  const world = fakeWorld(inTurn(), { token: () => ({ ...expired(START), headers }) });
  expect((await thrownBy(() => requestToken(world.ports, credentialOf(), 'ks:fiks'))).code).toBe('ERR_TOKEN_REFUSED');
  expect(world.tokenRequests).toHaveLength(1);
});
