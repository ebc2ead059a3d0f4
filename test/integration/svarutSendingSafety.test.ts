/** What keeps letters from leaving too early, or too many at once: the ledger is the judge. */
import { FULL_LETTERS, LETTER } from '../fullLetters';
import { letter } from './letters';
import { sendingIn } from './sending';
import { failureOf, refillRetries, valueOf, verdictsOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const { send, onSend, ids, sends } = sendingIn(() => world);

const referencesInLedger = async () => (await world.ledger()).map(({ eksternReferanse }) => eksternReferanse).sort();

describe('validating', () => {
  const validated = (reference: string, changes: Stored = {}) => letter(reference, { validateOnly: true, ...changes });
  const requestsToSend = () => world.exchanges.filter(({ request }) => Array.isArray(request.body));

  it.each(FULL_LETTERS.map((one) => [one.name, one] as const))(
    'sends nothing of a letter %s, and does not fetch the key',
    async (_name, { operation, input }) => {
      const [outcome] = await world.run('svarut', operation, [{ ...input, validateOnly: true }]);
      expect(valueOf(outcome)).toMatchObject({
        outcome: 'validated',
        wouldBe: 'sent',
        letterId: null,
        journal: { state: 'validated', letterId: null, documents: expect.any(Array) },
        totals: { letters: 1, duplicates: 0, failed: 0 },
      });
      expect([requestsToSend(), await world.ledger()]).toEqual([[], []]);
      expect(await world.asked('svarut', 'publicKey')).toBe(0);
    },
  );

  it('tells of the whole batch on every result', async () => {
    valueOf((await send([letter('sak-0')]))[0]);
    const outcomes = await send([
      validated('sak-0'),
      validated('sak-1'),
      validated('sak-2', { kunDigitalLevering: true }),
      validated('sak-2', { kunDigitalLevering: true }),
      validated('sak-3', { postalAddress: undefined }),
      validated('sak-4', { documents: [] }),
    ]);
    expect(verdictsOf(outcomes)).toEqual(['ok', 'ok', 'ok', 'ok', 'ERR_INVALID_INPUT', 'ERR_INVALID_INPUT']);
    const values = outcomes.slice(0, 4).map(valueOf);
    expect(values.map(({ wouldBe, channel }) => [wouldBe, channel])).toEqual([
      ['duplicate', 'digitalOrPrint'],
      ['sent', 'digitalOrPrint'],
      ['sent', 'digitalOnly'],
      ['duplicate', 'digitalOnly'],
    ]);
    const totals = {
      letters: 2,
      duplicates: 2,
      failed: 2,
      digitalOrPrint: 1,
      digitalOnly: 1,
      print: 0,
      healthNetwork: 0,
    };
    expect(values.map((value) => value.totals)).toEqual(Array(4).fill(totals));
    expect([(await ids()).length, await sends()]).toEqual([1, 1]);
  });

  it('gives the id of the letter there is', async () => {
    const { letterId } = valueOf((await send([letter('sak-0')]))[0]);
    expect(valueOf((await send([validated('sak-0')]))[0])).toMatchObject({ wouldBe: 'duplicate', letterId });
  });

  it.each(['afterAmbiguity', 'off'])('asks nothing about the reference with the protection %s', async (sendOnce) => {
    expect(valueOf((await send([validated('sak-0', { sendOnce })]))[0]).wouldBe).toBe('sent');
    expect(await world.asked('svarut')).toBe(0);
  });

  it('and then sending sends, also in one and the same run', async () => {
    const session = world.session();
    expect(valueOf((await send([validated('sak-0')], session))[0]).outcome).toBe('validated');
    expect(valueOf((await send([letter('sak-0')], session))[0]).outcome).toBe('sent');
    expect(await referencesInLedger()).toEqual(['sak-0']);
  });

  it('beside letters that are sent changes nothing for them', async () => {
    const outcomes = (await send([validated('sak-0'), letter('sak-0'), letter('sak-1')])).map(valueOf);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['validated', 'sent', 'sent']);
    expect(await referencesInLedger()).toEqual(['sak-0', 'sak-1']);
  });
});

describe('a pilot', () => {
  const BATCH = Array.from({ length: 10 }, (_, at) => `sak-${at}`);
  const pilot = (pauseAfter: number | undefined) => send(BATCH.map((reference) => letter(reference, { pauseAfter })));

  it('sends so many letters and no more; without it, each of the rest is sent once', async () => {
    const outcomes = await pilot(3);
    const verdicts = verdictsOf(outcomes);
    expect(verdicts.filter((verdict) => verdict === 'ok')).toHaveLength(3);
    expect(new Set(verdicts)).toEqual(new Set(['ok', 'ERR_PAUSED']));
    expect(failureOf(outcomes[verdicts.indexOf('ERR_PAUSED')])).toMatchObject({
      field: 'pauseAfter',
      kind: 'business',
      retryable: false,
      journal: { state: 'refused', letterId: null },
    });
    expect(await sends()).toBe(3);

    const rest = (await pilot(undefined)).map((outcome) => valueOf(outcome).outcome);
    expect(rest).toEqual(verdicts.map((verdict) => (verdict === 'ok' ? 'duplicate' : 'sent')));
    expect(await referencesInLedger()).toEqual(BATCH);
  });

  it('goes on where it stopped when it is run again as it is', async () => {
    for (const letters of [3, 6, 9, 10, 10]) {
      await pilot(3);
      expect(await ids()).toHaveLength(letters);
    }
    expect(await referencesInLedger()).toEqual(BATCH);
  });

  it('does not count a letter that SvarUt refused', async () => {
    await onSend({ kind: 'status', status: 400, times: 2 });
    const verdicts = verdictsOf(await pilot(3));
    expect(verdicts.filter((verdict) => verdict === 'ERR_REFUSED')).toHaveLength(2);
    expect(await ids()).toHaveLength(3);
  });

  it('counts a letter of which nobody knows', async () => {
    const session = world.session();
    await onSend({ kind: 'drop', times: 2 });
    const [doubtful] = await send([letter('sak-x', { pauseAfter: 1 })], session);
    const [next] = await send([letter('sak-y', { pauseAfter: 1 })], session);
    expect(verdictsOf([doubtful, next])).toEqual(['ERR_LETTER_OUTCOME_UNKNOWN', 'ERR_PAUSED']);
    expect(await ids()).toEqual([]);
  });

  it('is one over several batches of a run', async () => {
    const session = world.session();
    for (const half of [BATCH.slice(0, 5), BATCH.slice(5)])
      await send(
        half.map((reference) => letter(reference, { pauseAfter: 6 })),
        session,
      );
    expect(await ids()).toHaveLength(6);
  });
});

describe('the files of a letter that is held back', () => {
  it('are checked all the same', async () => {
    const broken = { ...LETTER, size: LETTER.size + 1 };
    const [outcome] = await send([letter('sak-1', { validateOnly: true, documents: [broken] })]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_INVALID_INPUT', field: 'documents' });
  });
});
