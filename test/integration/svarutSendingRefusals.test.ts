/** What SvarUt says no to, in words of its own for each, and what becomes of the letters beside the one it is about. */
import { FULL_LETTERS, fullLetterNamed } from '../fullLetters';
import { letter } from './letters';
import { sendingIn } from './sending';
import { failureOf, refillRetries, valueOf, verdictsOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const { send, onSend, ids, sends } = sendingIn(() => world);

/** Has the check digits of an organisation number, and nobody has it. */
const UNREGISTERED = '310001112';
const REGISTERED = '312220105';

const toOrganisation = (organisasjonsnummer: string, changes: Stored = {}): Stored => ({
  ...letter(`sak-${organisasjonsnummer}`),
  organisasjonsnummer,
  ...changes,
});
const sendToOrganisations = (...inputs: readonly Stored[]) => world.run('svarut', 'sendToOrganisation', inputs);

describe('a valid organisation number that is not registered', () => {
  it('is refused by SvarUt, once, and stops that letter alone', async () => {
    const outcomes = await sendToOrganisations(toOrganisation(UNREGISTERED), toOrganisation(REGISTERED));
    expect(verdictsOf(outcomes)).toEqual(['ERR_REFUSED', 'ok']);
    expect(failureOf(outcomes[0])).toMatchObject({
      service: 'svarut',
      status: 400,
      kind: 'business',
      retryable: false,
      supportReference: expect.any(String),
      journal: { state: 'refused', letterId: null },
    });
    expect([await world.asked('svarut', 'sendOrganisation'), world.waits]).toEqual([2, []]);
    expect((await world.ledger()).map(({ id }) => id)).toEqual([valueOf(outcomes[1]).letterId]);
  });

  it('of which SvarUt finds out later ends as AVVIST, and may be sent again', async () => {
    await world.settings({ letterRules: 'later' });
    const { letterId } = valueOf((await sendToOrganisations(toOrganisation(UNREGISTERED)))[0]);
    await world.advance(10);
    const [status] = await world.run('svarut', 'getStatus', [{ letterId }]);
    expect(valueOf(status)).toMatchObject({ status: 'AVVIST', statusClass: 'failed', final: true });
    expect(valueOf((await sendToOrganisations(toOrganisation(UNREGISTERED)))[0]).outcome).toBe('sent');
  });
});

describe('an account', () => {
  const accountNamed = (name: string): string =>
    world.sandbox.credentials.accounts.find((one) => one.name === name)!.kontoId;
  const onAccount = (kontoId: string, changes: Stored = {}) => send([letter('sak-konto', { kontoId, ...changes })]);

  it.each([
    ['that nobody has', () => '11111111-2222-4333-8444-555555555555'],
    ['without rights for the integration', () => accountNamed('not-allowed')],
  ])('%s is refused, and the sentence says what to check', async (_what, kontoId) => {
    const [outcome] = await onAccount(kontoId());
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_FORBIDDEN',
      status: 403,
      message: expect.stringMatching(/account/),
      action: expect.stringMatching(/account id.*Fiks forvaltning/),
    });
    expect([await ids(), await sends()]).toEqual([[], 0]);
  });

  it('that may only be looked at is refused when the letter is sent', async () => {
    expect(verdictsOf(await onAccount(accountNamed('read-only')))).toEqual(['ERR_FORBIDDEN']);
    expect([await ids(), await sends()]).toEqual([[], 1]);
  });

  it.each([
    ['protect', 'ERR_FORBIDDEN', 0],
    ['afterAmbiguity', 'ok', 1],
    ['off', 'ok', 1],
  ])('that may not be looked at sends with the protection %s: %s', async (sendOnce, verdict, letters) => {
    expect(verdictsOf(await onAccount(accountNamed('send-only'), { sendOnce }))).toEqual([verdict]);
    expect(await ids()).toHaveLength(letters);
  });

  it('that is no account of the credential by name is found out before anything is asked', async () => {
    expect(failureOf((await onAccount('barnehage'))[0])).toMatchObject({
      code: 'ERR_INVALID_IDENTIFIER',
      field: 'kontoId',
    });
    expect(await world.asked('svarut')).toBe(0);
  });

  it('that KS may not send to the health network for is refused there', async () => {
    const { operation, input } = fullLetterNamed("to a patient's GP");
    const kontoId = accountNamed('no-health-network');
    expect(verdictsOf(await world.run('svarut', operation, [{ ...input, kontoId }]))).toEqual(['ERR_REFUSED']);
    expect(await ids()).toEqual([]);
  });

  it('without an agreement about signing has what is to be signed rejected later', async () => {
    const { operation, input } = fullLetterNamed('to a person');
    valueOf((await world.run('svarut', operation, [{ ...input, kontoId: accountNamed('no-signing') }]))[0]);
    await world.advance(10);
    expect((await world.ledger()).map(({ state }) => state)).toEqual(['AVVIST']);
  });
});

describe('a refusal that explains itself', () => {
  it.each(['absent', 'string', 'object'])('with errorJson %s is the same error', async (errorJson) => {
    await world.settings({ errorJson });
    const failure = failureOf((await sendToOrganisations(toOrganisation(UNREGISTERED)))[0]);
    expect(failure).toMatchObject({ code: 'ERR_REFUSED', status: 400, supportReference: expect.any(String) });
    expect(JSON.stringify(failure)).not.toMatch(/melding|Enhetsregisteret|Ugyldig/);
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['null', null],
    ['a list', []],
    ['an errorJson that is null', { status: 400, errorJson: null }],
    ['an errorJson that is a number', { status: 400, errorJson: 7 }],
    ['half an object', '{"status": 4'],
  ])('with %s for a body is an error all the same, and no doubt', async (_what, body) => {
    await onSend({ kind: 'status', status: 400, body });
    expect(failureOf((await send())[0])).toMatchObject({ code: 'ERR_REFUSED', status: 400, retryable: false });
    expect([await ids(), await sends(), world.waits]).toEqual([[], 1, []]);
  });
});

describe('an environment without version 3', () => {
  describe.each(['notFound', 'gone'])('(%s)', (svarutV3) => {
    beforeEach(() => world.settings({ svarutV3 }));

    it.each(FULL_LETTERS.map((one) => [one.name, one] as const))(
      'is told of by a letter %s, without doubt about it',
      async (_name, { operation, input }) => {
        const [outcome] = await world.run('svarut', operation, [input]);
        expect(failureOf(outcome)).toMatchObject({
          code: 'ERR_API_VERSION_UNAVAILABLE',
          status: svarutV3 === 'gone' ? 410 : 404,
          retryable: false,
          action: expect.stringMatching(/fiks@ksdigital\.no/),
          journal: { state: 'refused', letterId: null },
        });
        expect([await ids(), world.waits]).toEqual([[], []]);
      },
    );

    it('lets letters be validated, for that asks version 2 only', async () => {
      expect(valueOf((await send([letter('sak-1', { validateOnly: true })]))[0])).toMatchObject({
        outcome: 'validated',
        wouldBe: 'sent',
      });
    });
  });
});
