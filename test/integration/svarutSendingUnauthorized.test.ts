/** A batch that loses its leave on the way: every letter is sent once, or not. */
import { letter } from './letters';
import { sendingIn, withTransport } from './sending';
import { failureOf, refillRetries, valueOf, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const { send, onSend, sends } = sendingIn(() => world);

const BATCH = Array.from({ length: 8 }, (_, at) => letter(`sak-${at}`));
const REFERENCES = BATCH.map(({ eksternReferanse }) => eksternReferanse);
const referencesInLedger = async () => (await world.ledger()).map(({ eksternReferanse }) => eksternReferanse).sort();

/** Something happens just before the fourth letter leaves. */
const beforeTheFourth = (happens: () => Promise<void>) => {
  let letters = 0;
  return withTransport(world.session(), (transport) => async (request) => {
    if (Array.isArray(request.body) && (letters += 1) === 4) await happens();
    return transport(request);
  });
};

/** From the fourth letter on, every one is refused before SvarUt sees it. */
const refusedFromTheFourth = () => {
  let letters = 0;
  return withTransport(world.session(), (transport) => async (request) => {
    if (!Array.isArray(request.body) || (letters += 1) < 4) return transport(request);
    return { status: 401, headers: {}, body: new Uint8Array() };
  });
};

describe('a 401 in the middle of a batch', () => {
  it('for a token that is no longer accepted is followed by a new token, and every letter is sent once', async () => {
    const outcomes = await send(
      BATCH,
      beforeTheFourth(() => onSend({ kind: 'status', status: 401 })),
    );
    expect(outcomes.map((outcome) => valueOf(outcome).outcome)).toEqual(BATCH.map(() => 'sent'));
    expect(await referencesInLedger()).toEqual(REFERENCES);
    expect([await sends(), world.waits]).toEqual([BATCH.length + 1, []]);
  });

  it('that no new token helps against stops the rest, and loses and doubles none', async () => {
    const outcomes = await send(BATCH, refusedFromTheFourth());
    const sent = BATCH.slice(0, 3).map(() => 'ok');
    expect(verdictsOf(outcomes).sort()).toEqual([...BATCH.slice(3).map(() => 'ERR_UNAUTHORIZED'), ...sent]);
    expect(await referencesInLedger()).toEqual(REFERENCES.filter((_reference, at) => outcomes[at]!.ok));
    const again = (await send(BATCH)).map((outcome) => valueOf(outcome).outcome);
    expect(again).toEqual(outcomes.map(({ ok }) => (ok ? 'duplicate' : 'sent')));
    expect(await referencesInLedger()).toEqual(REFERENCES);
  });

  it('about the integration is not tried with a new token', async () => {
    const body = { status: 401, message: 'Autentisering feilet for integrasjon med id 1' };
    const outcomes = await send(
      BATCH.slice(0, 4),
      beforeTheFourth(() => onSend({ kind: 'status', status: 401, body })),
    );
    expect(verdictsOf(outcomes).sort()).toEqual(['ERR_UNAUTHORIZED', 'ok', 'ok', 'ok']);
    expect(failureOf(outcomes.find(({ ok }) => !ok)).message).toMatch(/did not accept the integration/);
    expect(await sends()).toBe(4);
  });
});
