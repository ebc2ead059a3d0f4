import {
  broken,
  failureOf,
  fakeWorld,
  inTurn,
  jsonOf,
  refillRetries,
  START,
  valueOf,
  type Reply,
  type World,
} from '../fakePorts';
import { someNumbers } from '../numbers';
import { LETTER, operationNamed, run, runOne, saying } from './followingWorld';

const [person = ''] = someNumbers(1);
const DONE: Reply = { status: 204 };

beforeEach(() => refillRetries('svarut'));

describe('marking as read', () => {
  const mark = (world: World, changes: Record<string, unknown> = {}) =>
    runOne('markAsRead', world, { letterId: LETTER, foedselsnummer: person, ...changes });

  test('tells who read it, when and where', async () => {
    const world = fakeWorld(inTurn(DONE));
    const outcome = await mark(world, { readAt: '2026-11-20T09:30', eksterntSystemnavn: 'Min side' });
    expect(valueOf(outcome)).toEqual({ letterId: LETTER, markedAsRead: true, readAt: '2026-11-20T09:30:00.000+01:00' });
    expect(world.requests).toMatchObject([
      {
        method: 'POST',
        url: `https://test.svarut.ks.no/api/v2/forsendelser/${LETTER}/lest`,
        headers: { 'content-type': 'application/json' },
      },
    ]);
    expect(jsonOf(world.requests[0])).toEqual({
      fnr: person,
      tidspunkt: '2026-11-20T09:30:00.000+01:00',
      eksterntSystemnavn: 'Min side',
    });
  });

  test('is of this moment when no other is given, in no system when none is', async () => {
    const world = fakeWorld(inTurn(DONE));
    await mark(world);
    expect(jsonOf(world.requests[0])).toEqual({ fnr: person, tidspunkt: new Date(START).toISOString() });
  });

  test.each<[string, Reply | Error, string]>([
    ['the connection breaks', broken('ECONNRESET'), 'ERR_CONNECTION_LOST'],
    ['no answer comes', broken('ETIMEDOUT'), 'ERR_TIMEOUT'],
    ['SvarUt fails', { status: 500 }, 'ERR_SERVICE_FAILURE'],
  ])('is not repeated when %s, and says to look first', async (_what, reply, code) => {
    const world = fakeWorld(inTurn(reply));
    const error = failureOf(await mark(world));
    expect([error.code, error.action]).toEqual([code, expect.stringMatching(/Get Status/)]);
    expect(world.requests).toHaveLength(1);
  });

  test('gives no such advice where SvarUt cannot have taken it', async () => {
    for (const reply of [broken('ECONNREFUSED'), { status: 400 }, { status: 429 }])
      expect(failureOf(await mark(fakeWorld(inTurn(reply)))).action).not.toMatch(/Get Status/);
  });

  test('keeps the words of Maskinporten when no token is to be had', async () => {
    const world = fakeWorld(inTurn(), { token: () => broken('ECONNRESET') });
    expect(failureOf(await mark(world))).toMatchObject({
      details: { service: 'maskinporten' },
      action: expect.not.stringMatching(/Get Status/),
    });
  });

  test.each<[string, Reply, string]>([
    ['unknown', saying('Fant ikke forsendelsen'), 'ERR_NOT_FOUND'],
    ['not ours to change', { status: 403 }, 'ERR_FORBIDDEN'],
    ['read already', { status: 409 }, 'ERR_REFUSED'],
  ])('a letter that is %s fails alone', async (_what, reply, code) => {
    const world = fakeWorld(inTurn(reply, DONE));
    const inputs = [LETTER, LETTER.replace('6f', '7f')].map((letterId) => ({ letterId, foedselsnummer: person }));
    const [first, second] = await run('markAsRead', world, inputs);
    expect(failureOf(first).code).toBe(code);
    expect(second?.ok).toBe(true);
  });

  test.each([
    ['letterId', { letterId: 'x' }],
    ['foedselsnummer', { foedselsnummer: '16903349845' }],
    ['readAt', { readAt: 'i går' }],
  ])('asks nothing with a bad %s', async (field, changes) => {
    expect(failureOf(await mark(fakeWorld(inTurn()), changes)).details.field).toBe(field);
  });
});

describe('deleting documents', () => {
  const SURE = { cannotBeUndone: true, confirmation: 'DELETE' };
  const remove = (world: World, changes: Record<string, unknown> = SURE) =>
    runOne('deleteDocuments', world, { letterId: LETTER, ...changes });

  test.each([
    ['the originals when nothing else is said', {}, 'ORIGINALDOKUMENTER'],
    ['everything when that is chosen', { slettetype: 'ALLE' }, 'ALLE'],
  ])('removes %s', async (_what, changes, slettetype) => {
    const world = fakeWorld(inTurn(DONE));
    expect(valueOf(await remove(world, { ...SURE, ...changes }))).toEqual({
      letterId: LETTER,
      documentsDeleted: slettetype,
    });
    expect(world.requests).toMatchObject([
      {
        method: 'DELETE',
        url: `https://test.svarut.ks.no/api/v2/forsendelser/${LETTER}/dokumenter?slettetype=${slettetype}`,
      },
    ]);
    expect(world.requests[0]?.body).toBeUndefined();
  });

  test('takes the word in either language', async () => {
    expect((await remove(fakeWorld(inTurn(DONE)), { ...SURE, confirmation: ' SLETT ' })).ok).toBe(true);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['the switch is untouched', { confirmation: 'DELETE' }, 'cannotBeUndone'],
    ['the switch is off', { ...SURE, cannotBeUndone: false }, 'cannotBeUndone'],
    ['the switch is off as text', { ...SURE, cannotBeUndone: 'false' }, 'cannotBeUndone'],
    ['the switch holds something else', { ...SURE, cannotBeUndone: 'yes' }, 'cannotBeUndone'],
    ['nothing is typed', { cannotBeUndone: true }, 'confirmation'],
    ['another word is typed', { ...SURE, confirmation: 'ja' }, 'confirmation'],
    ['the word is typed in small letters', { ...SURE, confirmation: 'delete' }, 'confirmation'],
    ['the id is no id', { ...SURE, letterId: 'x' }, 'letterId'],
    ['what to delete is unknown', { ...SURE, slettetype: 'NOEN' }, 'slettetype'],
  ])('removes nothing when %s', async (_what, changes, field) => {
    expect(failureOf(await remove(fakeWorld(inTurn()), changes)).details.field).toBe(field);
  });

  test('is asked for again when the answer is lost, since the effect is the same', async () => {
    const world = fakeWorld(inTurn(broken('ECONNRESET'), { status: 503 }, DONE));
    expect((await remove(world)).ok).toBe(true);
    expect(world.requests).toHaveLength(3);
  });

  test.each<[string, Reply, string]>([
    ['unknown', saying('Fant ikke forsendelsen'), 'ERR_NOT_FOUND'],
    ['not ours to change', { status: 403 }, 'ERR_FORBIDDEN'],
    ['in a state SvarUt does not delete in', { status: 400 }, 'ERR_REFUSED'],
  ])('of a letter that is %s fails, and is not asked for again', async (_what, reply, code) => {
    const world = fakeWorld(inTurn(reply));
    expect(failureOf(await remove(world)).code).toBe(code);
    expect(world.requests).toHaveLength(1);
  });

  test('warns in the form, in both languages, and hides the word until the switch is on', () => {
    const fields = Object.fromEntries(operationNamed('deleteDocuments').fields.map((field) => [field.name, field]));
    expect(fields.cannotBeUndone).toMatchObject({ default: false, caution: { en: /back/, nb: /tilbake/ } } as never);
    expect(fields.confirmation?.shownWhen).toEqual({ field: 'cannotBeUndone', is: [true] });
  });
});

test.each(['markAsRead', 'deleteDocuments'])('%s changes the world, so no AI agent is offered it', (name) => {
  expect(operationNamed(name).effect).toBe('send');
});

describe.each<[string, Record<string, unknown>]>([
  ['markAsRead', { foedselsnummer: person }],
  ['deleteDocuments', { cannotBeUndone: true, confirmation: 'DELETE' }],
])('%s is done', (name, input) => {
  const answered = (reply: Reply) => runOne(name, fakeWorld(inTurn(reply)), { letterId: LETTER, ...input });

  test.each<Reply>([{ status: 204 }, { status: 200 }, { status: 200, text: '\n' }])(
    'when SvarUt says %j',
    async (reply) => {
      expect((await answered(reply)).ok).toBe(true);
    },
  );

  test.each<Reply>([{ status: 200, text: '<html>Logg inn</html>' }, { status: 200, json: {} }, { status: 302 }])(
    'not when something else comes (%j), and the letter is to be looked at',
    async (reply) => {
      expect(failureOf(await answered(reply)).code).toBe('ERR_UNEXPECTED_ANSWER');
    },
  );
});
