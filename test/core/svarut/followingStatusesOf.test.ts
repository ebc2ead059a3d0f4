import type { TransportRequest } from '../../../src/http/transport';
import { statusesOf } from '../../../src/svarut/following/statusesOf';
import { fakeWorld, jsonOf, KONTO, refillRetries, sessionIn, thrownBy, type Reply, type World } from '../fakePorts';
import { saying } from './followingWorld';

const ids = Array.from({ length: 201 }, (_, at) => `6f1d2c3b-4a59-4867-9586-${String(at).padStart(12, '0')}`);
const [one = '', two = ''] = ids;
const askedIn = (request: TransportRequest): string[] => (jsonOf(request) as { id: string[] }).id;
const found = (some: readonly string[]): Reply => ({ json: { statuser: some.map((id) => ({ id, status: 'LEST' })) } });

const GONE: Reply = { status: 404, text: '<html><h1>404</h1></html>' };

beforeEach(() => refillRetries('svarut'));

describe('a search that is refused', () => {
  /** A SvarUt that refuses every search with one of these in it. */
  const refusing = (unknown: readonly string[], refusal: Reply): World =>
    fakeWorld((request) => (askedIn(request).some((id) => unknown.includes(id)) ? refusal : found(askedIn(request))));
  const statuses = (world: World, some: readonly string[]) => statusesOf(sessionIn(world), KONTO, some);

  test.each([
    ['in words', saying('Fant ikke forsendelsen')],
    ['with nothing to say', { status: 404 }],
  ])('for letters SvarUt does not know (%s) is cut up, and the others are answered', async (_how, refusal) => {
    const some = ids.slice(0, 100);
    const unknown = [some[0]!, some[57]!];
    const world = refusing(unknown, refusal);
    const answered = await statuses(world, some);
    expect([...answered.keys()]).toEqual(some.filter((id) => !unknown.includes(id)));
    expect(world.requests.length).toBeLessThan(32);
  });

  test('for the only letter there is leaves nothing', async () => {
    expect(await statuses(refusing([one], saying('Fant ikke forsendelsen')), [one])).toEqual(new Map());
  });

  test.each([400, 413])('with %i for being too long is cut up', async (status) => {
    const world = fakeWorld((request) => (askedIn(request).length > 30 ? { status } : found(askedIn(request))));
    expect((await statuses(world, ids)).size).toBe(ids.length);
  });

  test.each([400, 403, 409])('with %i even for a single letter is what SvarUt says, in few calls', async (status) => {
    const world = fakeWorld(() => ({ status }));
    const error = await thrownBy(() => statuses(world, ids));
    expect(error.details.status).toBe(status);
    expect(world.requests.length).toBeLessThan(9);
  });

  test.each<[string, Reply]>([
    ['a web page', GONE],
    ['the status in words', saying('Not Found')],
    ['the path', saying(`No static resource api/v3/kontoer/${KONTO}/forsendelser/status/sok.`)],
    ['410', { status: 410 }],
  ])('by an environment without version 3 (%s) says so at once', async (_what, refusal) => {
    const world = fakeWorld(() => refusal);
    expect((await thrownBy(() => statuses(world, ids))).code).toBe('ERR_API_VERSION_UNAVAILABLE');
    expect(world.requests.length).toBeLessThan(3);
  });

  test('because of the account is not taken for unknown letters', async () => {
    const world = fakeWorld(() => saying('Fant ikke konto'));
    expect((await thrownBy(() => statuses(world, ids))).code).toBe('ERR_NOT_FOUND');
    expect(world.requests).toHaveLength(2);
  });

  test('even where a search for nothing is refused too, as long as that is for being empty', async () => {
    const world = fakeWorld((request) => {
      const asked = askedIn(request);
      if (asked.length === 0) return saying('id må ha minst ett element', 400);
      return asked.includes(one) ? { status: 404 } : found(asked);
    });
    expect([...(await statuses(world, [one, two])).keys()]).toEqual([two]);
  });

  test('by a failure in the middle is a failure, not a list with holes', async () => {
    const world = fakeWorld((request) => {
      const asked = askedIn(request);
      if (asked.includes(one)) return saying('Fant ikke forsendelsen');
      return asked.includes(ids[2]!) ? { status: 403 } : found(asked);
    });
    expect((await thrownBy(() => statuses(world, [two, one, ids[2]!]))).code).toBe('ERR_FORBIDDEN');
  });
});
