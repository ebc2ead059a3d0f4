import { letter, pdf } from './letters';
import { ALL_NUMBERS, numberOf } from './persons';
import { sendingIn } from './sending';
import { failureOf, refillRetries, valueOf, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const { send, onSend, hiddenFor, ids } = sendingIn(() => world);

describe('the same reference twice in a run', () => {
  it.each([0, 3600])('is one letter, also when SvarUt hides it for %i seconds', async (seconds) => {
    await hiddenFor(seconds);
    const [first, ...rest] = (await send(Array.from({ length: 5 }, () => letter('sak-2026-17')))).map(valueOf);
    expect(first.outcome).toBe('sent');
    expect(rest).toEqual(rest.map(() => expect.objectContaining({ outcome: 'duplicate', letterId: first.letterId })));
    expect(await ids()).toEqual([first.letterId]);
  });

  it('is one letter in two batches of one run', async () => {
    await hiddenFor(3600);
    const session = world.session();
    const first = valueOf((await send(undefined, session))[0]);
    expect(valueOf((await send(undefined, session))[0])).toMatchObject({
      outcome: 'duplicate',
      letterId: first.letterId,
    });
    expect(await ids()).toHaveLength(1);
  });

  it('is one letter when the answer to the first was lost', async () => {
    await hiddenFor(3);
    await onSend({ kind: 'dropAfter' });
    const [first, second] = (await send([letter('sak-2026-17'), letter('sak-2026-17')])).map(valueOf);
    expect([first, second]).toMatchObject([
      { outcome: 'sent', recovered: true },
      { outcome: 'duplicate', letterId: first.letterId },
    ]);
    expect(await ids()).toEqual([first.letterId]);
  });

  it('gives the second line the doubt of the first, not a second letter', async () => {
    await onSend({ kind: 'drop', times: 2 });
    const outcomes = await send([letter('sak-2026-17'), letter('sak-2026-17')]);
    expect(verdictsOf(outcomes)).toEqual(['ERR_LETTER_OUTCOME_UNKNOWN', 'ERR_LETTER_OUTCOME_UNKNOWN']);
    expect(await ids()).toEqual([]);
  });

  it('is tried again for the second line when the first was refused', async () => {
    await onSend({ kind: 'status', status: 400 });
    expect(verdictsOf(await send([letter('sak-2026-17'), letter('sak-2026-17')]))).toEqual(['ERR_REFUSED', 'ok']);
    expect(await ids()).toHaveLength(1);
  });

  it.each([
    ['another recipient', { foedselsnummer: numberOf('emigrated') }],
    ['another title', { tittel: 'Et annet vedtak' }],
    ['a document of another name', { documents: [pdf('annet.pdf')] }],
    ['a document of another size', { documents: [pdf('vedtak.pdf', 'a longer letter')] }],
    ['one more document', { documents: [pdf(), pdf('vedlegg.pdf')] }],
  ])('for %s is a mistake of the flow', async (_name, changes) => {
    const outcomes = await send([letter('sak-2026-17'), letter('sak-2026-17', changes), letter('sak-2026-18')]);
    expect(verdictsOf(outcomes)).toEqual(['ok', 'ERR_REFERENCE_IN_USE', 'ok']);
    expect(failureOf(outcomes[1])).toMatchObject({
      field: 'eksternReferanse',
      kind: 'business',
      action: expect.stringMatching(/reference of its own/),
    });
    expect(await ids()).toHaveLength(2);
  });
});

describe('a letter without a reference', () => {
  const nameless = (changes: object = {}) => letter(undefined, { ...changes });
  const referenceOf = async (changes: object = {}, fiks: object = {}) =>
    valueOf((await send([nameless(changes)], world.session({ fiks: { ...fiks } })))[0]).eksternReferanse as string;

  it('gets one that stays the same from run to run, whatever the document holds', async () => {
    const first = valueOf((await send([nameless()]))[0]);
    const again = valueOf((await send([nameless({ documents: [pdf('annet.pdf', 'made a minute later')] })]))[0]);
    expect(again).toMatchObject({
      outcome: 'duplicate',
      letterId: first.letterId,
      eksternReferanse: first.eksternReferanse,
    });
    expect(await ids()).toHaveLength(1);
  });

  it.each([
    ['the batch name', { batchName: '2026' }],
    ['the title', { tittel: 'Et annet vedtak' }],
    ['the recipient', { foedselsnummer: numberOf('emigrated') }],
  ])('gets another when %s is another, and is another letter', async (_name, changes) => {
    const [first, other] = (await send([nameless(), nameless(changes)])).map(valueOf);
    expect([first.outcome, other.outcome]).toEqual(['sent', 'sent']);
    expect(other.eksternReferanse).not.toBe(first.eksternReferanse);
  });

  it('gets another when the secret is another, and the same when the password is', async () => {
    const reference = await referenceOf();
    expect(await referenceOf({}, { referenceSecret: 'another secret of many characters' })).not.toBe(reference);
    expect(await referenceOf({ kontoId: world.sandbox.credentials.fiks.kontoId })).toBe(reference);
  });

  it('gets one that tells nothing about the recipient', async () => {
    const results = (await send(ALL_NUMBERS.map((foedselsnummer) => nameless({ foedselsnummer })))).map(valueOf);
    const references = results.map(({ eksternReferanse }) => eksternReferanse as string);
    expect(new Set(references).size).toBe(12);
    for (const reference of references) expect(reference).toMatch(/^nk-[\w-]{43}$/);
    for (const number of ALL_NUMBERS) expect(references.join()).not.toContain(number);
  });

  it('is one letter when two equal lines stand in one run', async () => {
    await hiddenFor(3600);
    const [first, second] = (await send([nameless(), nameless()])).map(valueOf);
    expect([first.outcome, second.outcome, (await ids()).length]).toEqual(['sent', 'duplicate', 1]);
  });

  it('is one letter beside a line that gives the derived reference itself', async () => {
    const reference = await referenceOf();
    await world.reset();
    await hiddenFor(3600);
    const results = (await send([nameless(), letter(reference)])).map(valueOf);
    expect([results.map(({ outcome }) => outcome).sort(), (await ids()).length]).toEqual([['duplicate', 'sent'], 1]);
  });
});
