import { decodeJwt } from 'jose';
import { readChanges } from '../../../src/krr/readChanges';
import { runOperation } from '../../../src/operations/run';
import {
  failureOf,
  fakeWorld,
  inTurn,
  jsonOf,
  refillRetries,
  sessionIn,
  valueOf,
  type Reply,
  type World,
} from '../fakePorts';

beforeEach(() => refillRetries('krr'));

const read = async (world: World, values: Record<string, unknown> = {}) =>
  (await runOperation(readChanges, sessionIn(world), [{ values }], { rules: { realPersons: false } }))[0];

const page = (tilEndringsId: number, sisteEndringsId: number, ...numbers: string[]): Reply => ({
  json: {
    list: numbers.map((personidentifikator) => ({ personidentifikator, status: 'AKTIV', reservasjon: 'NEI' })),
    fraEndringsId: 0,
    tilEndringsId,
    sisteEndringsId,
  },
});
const numbersOf = (value: Record<string, unknown>) =>
  (value.persons as { foedselsnummer: string }[]).map(({ foedselsnummer }) => foedselsnummer);

test('one page is read, from the number given, with the scope of the feed and those of the data', async () => {
  const world = fakeWorld(inTurn(page(33, 38, '12848539668')));
  const value = valueOf(await read(world, { fraEndringsId: 23 }));
  expect(world.requests[0]?.url).toBe('https://test.kontaktregisteret.no/rest/v2/krr/hentEndringer');
  expect(jsonOf(world.requests[0])).toEqual({ fraEndringsId: 23 });
  const assertion = new URLSearchParams(String(world.tokenRequests[0]?.body)).get('assertion') ?? '';
  expect(decodeJwt(assertion).scope).toBe(
    'krr:global/hentendring.read krr:global/kontaktinformasjon.read krr:global/digitalpost.read',
  );
  expect(value).toMatchObject({ tilEndringsId: 33, sisteEndringsId: 38, caughtUp: false });
  expect(numbersOf(value)).toEqual(['12848539668']);
});

test('pages are read until the newest, also past one with nobody in it', async () => {
  const world = fakeWorld(inTurn(page(33, 38, 'a'), page(36, 38), page(38, 38, 'b')));
  const value = valueOf(await read(world, { fraEndringsId: 23, maxPages: 10 }));
  expect(world.requests.map(jsonOf)).toEqual([23, 33, 36].map((fraEndringsId) => ({ fraEndringsId })));
  expect(value).toMatchObject({ tilEndringsId: 38, caughtUp: true });
  expect(numbersOf(value)).toEqual(['a', 'b']);
});

test('no more pages are read than asked for, and the result says where to go on', async () => {
  const world = fakeWorld(inTurn(page(10, 100), page(20, 100)));
  expect(valueOf(await read(world, { maxPages: 2 }))).toMatchObject({ tilEndringsId: 20, caughtUp: false });
});

test('nothing new is an empty result', async () => {
  const value = valueOf(await read(fakeWorld(inTurn(page(38, 38))), { fraEndringsId: 38, maxPages: 10 }));
  expect(value).toEqual({ persons: [], tilEndringsId: 38, sisteEndringsId: 38, caughtUp: true });
});

test('a register that says there is more and goes nowhere is not asked for ever', async () => {
  const world = fakeWorld(() => page(23, 38));
  expect(failureOf(await read(world, { fraEndringsId: 23, maxPages: 100 })).code).toBe('ERR_UNEXPECTED_ANSWER');
  expect(world.requests).toHaveLength(1);
});

test.each<[string, Reply]>([
  ['a person without a number', { json: { list: [{ status: 'AKTIV' }], tilEndringsId: 1, sisteEndringsId: 1 } }],
  ['no number to go on from', { json: { list: [] } }],
  ['a web page', { text: '<html>' }],
])('an answer with %s is an error: a copy may not lack anybody without a word', async (_what, reply) => {
  expect(failureOf(await read(fakeWorld(() => reply))).code).toBe('ERR_UNEXPECTED_ANSWER');
});

test('who is not let in hears that nobody new is', async () => {
  const error = failureOf(await read(fakeWorld(() => ({ status: 403 }))));
  expect(error).toMatchObject({ code: 'ERR_FORBIDDEN', action: expect.stringMatching(/nobody new/) });
});
