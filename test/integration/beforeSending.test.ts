/** What is looked up before a letter is sent, and what counts as the same letter. */
import { useFalseDates, useTrueDates } from './falseDates';
import { letter } from './letters';
import { numberOf } from './persons';
import { sendingIn, withTransport } from './sending';
import { failureOf, refillRetries, valueOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const { send, onLookUp, ids, sends } = sendingIn(() => world);

describe('the look-up before a send', () => {
  it.each([
    ['ERR_SERVICE_FAILURE', { kind: 'status', status: 503, times: 9 } as const],
    ['ERR_THROTTLED', { kind: 'status', status: 429, times: 9 } as const],
    ['ERR_CONNECTION_LOST', { kind: 'drop', times: 9 } as const],
    ['ERR_UNEXPECTED_ANSWER', { kind: 'html', status: 200, times: 9 } as const],
    ['ERR_FORBIDDEN', { kind: 'status', status: 403, times: 9 } as const],
  ])('that ends with %s keeps the letter from being sent unseen', async (code, trouble) => {
    await onLookUp(trouble);
    expect(failureOf((await send())[0]).code).toBe(code);
    expect([await ids(), await sends()]).toEqual([[], 0]);
  });

  it('gives the letter of an earlier run as a duplicate, with its state', async () => {
    const first = valueOf((await send())[0]);
    await world.advance(10);
    expect(valueOf((await send())[0])).toEqual({
      outcome: 'duplicate',
      letterId: first.letterId,
      eksternReferanse: 'sak-2026-17',
      status: 'LEVERT_SDP',
      journal: expect.objectContaining({ state: 'duplicate', letterId: first.letterId }),
    });
    expect(await sends()).toBe(1);
  });

  it('does not count a letter SvarUt rejected, for nothing reached anybody', async () => {
    const foedselsnummer = numberOf('deceased');
    // As another system may have sent it: without an address, so SvarUt rejects it a second later.
    const withoutAddress = withTransport(world.session(), (transport) => (request) => {
      if (!Array.isArray(request.body)) return transport(request);
      const [metadata, ...files] = request.body;
      return transport({
        ...request,
        body: [{ ...metadata, text: metadata.text.replace(/,"adresse":{[^}]*}/, '') }, ...files],
      });
    });
    await send([letter('sak-2026-17', { foedselsnummer })], withoutAddress);
    await world.advance(5);
    expect((await world.ledger()).map(({ state }) => state)).toEqual(['AVVIST']);
    expect(valueOf((await send([letter('sak-2026-17', { foedselsnummer })]))[0]).outcome).toBe('sent');
  });

  describe('with a window of three days', () => {
    beforeEach(useFalseDates);
    afterEach(useTrueDates);
    const within = [letter('sak-2026-17', { windowDays: 3 })];
    const later = (hours: number) => jest.setSystemTime(Date.now() + hours * 3_600_000);

    it('finds a letter that is younger, and sends when it is older', async () => {
      const first = valueOf((await send(within))[0]);
      later(71);
      expect(valueOf((await send(within))[0])).toMatchObject({ outcome: 'duplicate', letterId: first.letterId });
      later(2);
      expect(valueOf((await send(within))[0]).outcome).toBe('sent');
      expect(await ids()).toHaveLength(2);
    });
  });
});

describe('a service that cannot be reached', () => {
  it('leaves no doubt about the letter', async () => {
    const session = withTransport(world.session(), (transport) => (request) => {
      if (!Array.isArray(request.body)) return transport(request);
      return Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
    });
    expect(failureOf((await send(undefined, session))[0])).toMatchObject({
      code: 'ERR_UNREACHABLE',
      service: 'svarut',
    });
    expect([await ids(), world.waits]).toEqual([[], []]);
  });
});
