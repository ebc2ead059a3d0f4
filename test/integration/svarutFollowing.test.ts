/** What has become of letters, by id and by reference, in the sandbox with every reading of what the sources leave open. */
import { statusesOf } from '../../src/svarut/following/statusesOf';
import { IN_MAILBOX, ON_PAPER, sentTo } from './sentLetters';
import { failureOf, refillRetries, valueOf, verdictsOf, World, type Stored } from './world';

const UNKNOWN = '0e0e0e0e-0000-4000-8000-00000000000e';
const DAY = 86_400;

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const ask = async (operation: string, input: Stored) => (await world.run('svarut', operation, [input]))[0];
const told = async (operation: string, input: Stored) => valueOf(await ask(operation, input));
const accountNamed = (name: string): string =>
  world.sandbox.credentials.accounts.find((account) => account.name === name)!.kontoId;

describe('Get Status', () => {
  it('follows a letter from look to look, as a loop does, until its documents are removed', async () => {
    const letterId = await sentTo(world, IN_MAILBOX);
    const looks: Stored[] = [];
    let item: Stored = { letterId };
    for (const seconds of [0, 0, 10, 89 * DAY, 2 * DAY, DAY]) {
      await world.advance(seconds);
      // As a form that is untouched takes it from the item.
      item = await told('getStatus', { letterId, previousStatus: item.status, lastStatus: item.lastStatus });
      looks.push(item);
    }
    expect(looks.map(({ status, changed, lastStatusClass }) => [status, changed, lastStatusClass])).toEqual([
      ['MOTTATT', true, null],
      ['MOTTATT', false, null],
      ['LEVERT_SDP', true, null],
      ['LEVERT_SDP', false, null],
      ['SLETTET', true, 'delivered'],
      ['SLETTET', false, 'delivered'],
    ]);
  });

  it('lives with a state of the future', async () => {
    const letterId = await sentTo(world, IN_MAILBOX);
    await world.settings({ futureState: 'SENDT_MED_BREVDUE', extraFields: true });
    expect(await told('getStatus', { letterId, previousStatus: 'MOTTATT' })).toMatchObject({
      status: 'SENDT_MED_BREVDUE',
      statusClass: 'unknown',
      final: false,
      changed: true,
    });
  });

  it.each(['leftOut', 'notFound'])('tells of the letters it can where unknown ones are %s', async (unknownShipment) => {
    const known = await Promise.all([1, 2, 3].map(() => sentTo(world, IN_MAILBOX)));
    await world.settings({ unknownShipment });
    const ids = [known[0], UNKNOWN, known[1], known[2]];
    const outcomes = await world.run(
      'svarut',
      'getStatus',
      ids.map((letterId) => ({ letterId })),
    );
    expect(verdictsOf(outcomes)).toEqual(['ok', 'ERR_NOT_FOUND', 'ok', 'ok']);
    expect(failureOf(outcomes[1])).toMatchObject({ field: 'letterId', message: expect.stringMatching(/no letter/) });
  });

  it.each([100, 30, 1])('gets every state from a SvarUt that takes %i ids at once', async (statusIdLimit) => {
    const known = await Promise.all(Array.from({ length: 5 }, () => sentTo(world, IN_MAILBOX)));
    await world.settings({ statusIdLimit });
    const many = [...known, ...Array.from({ length: 115 }, () => crypto.randomUUID())];
    const found = await statusesOf(world.session(), world.sandbox.credentials.fiks.kontoId, many);
    expect([...found.keys()].sort()).toEqual([...known].sort());
  });

  it.each(['notFound', 'gone'])('says that version 3 is missing where it is %s', async (svarutV3) => {
    const letterId = await sentTo(world, IN_MAILBOX);
    await world.settings({ svarutV3 });
    for (const errorJson of ['absent', 'string', 'object']) {
      await world.settings({ errorJson });
      expect(failureOf(await ask('getStatus', { letterId }))).toMatchObject({
        code: 'ERR_API_VERSION_UNAVAILABLE',
        kind: 'system',
        retryable: false,
        action: expect.stringMatching(/fiks@ksdigital\.no/),
      });
    }
    // The rest is version 2.
    expect(verdictsOf([await ask('getEvents', { letterId })])).toEqual(['ok']);
  });

  it.each([
    ['is not for the integration', () => accountNamed('not-allowed')],
    ['may only be sent from', () => accountNamed('send-only')],
    ['does not exist', () => UNKNOWN],
  ])('does not take an account that %s for a missing version', async (_what, kontoId) => {
    for (const svarutV3 of ['available', 'notFound']) {
      await world.settings({ svarutV3 });
      const failure = failureOf(await ask('getStatus', { letterId: UNKNOWN, kontoId: kontoId() }));
      expect(failure.code).toBe(svarutV3 === 'available' ? 'ERR_FORBIDDEN' : 'ERR_API_VERSION_UNAVAILABLE');
    }
  });
});

describe('Find by Reference', () => {
  const find = (input: Stored = {}) => ask('findByReference', { eksternReferanse: 'sak-2026-17', ...input });

  it.each([
    ['a server that tells the state', { statusInMetadata: true }, {}, 'MOTTATT'],
    ['a server that does not', { statusInMetadata: false }, {}, null],
    ['ids only', {}, { idsOnly: true }, null],
  ])('finds the letters of a reference with %s', async (_what, settings, input, status) => {
    const ids = [await sentTo(world, IN_MAILBOX), await sentTo(world, ON_PAPER)];
    await world.settings(settings);
    const { letters } = valueOf(await find(input));
    expect(letters.map((letter: Stored) => [letter.letterId, letter.status])).toEqual(ids.map((id) => [id, status]));
  });

  it('is content with the ids of an older server', async () => {
    const letterId = await sentTo(world, IN_MAILBOX);
    await world.order({ service: 'svarut', operation: 'metadata', kind: 'html', status: 404 });
    expect(valueOf(await find()).letters).toEqual([
      expect.objectContaining({ letterId, receivedAt: null, status: null }),
    ]);
  });

  it.each(['empty', 'notFound'])('finds none where an unknown reference is %s', async (unknownReference) => {
    await world.settings({ unknownReference });
    expect(valueOf(await find()).letters).toEqual([]);
    expect(valueOf(await find({ idsOnly: true })).letters).toEqual([]);
  });

  it('does not say "none" when a gateway has lost both paths', async () => {
    for (const operation of ['metadata', 'eksternRef'])
      await world.order({ service: 'svarut', operation, kind: 'html', status: 404 });
    expect(failureOf(await find()).code).toBe('ERR_NOT_FOUND');
  });
});
