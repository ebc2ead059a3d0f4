import { failureOf, fakeWorld, inTurn, KONTO, refillRetries, valueOf, type Reply } from '../fakePorts';
import { run, runOne, saying } from './followingWorld';

const find = (input: Record<string, unknown> = {}, ...replies: readonly Reply[]) => {
  const world = fakeWorld(inTurn(...replies));
  return { world, outcome: runOne('findByReference', world, { eksternReferanse: 'sak 1', ...input }) };
};
const pathsOf = ({ world }: ReturnType<typeof find>): string[] =>
  world.requests.map(({ url }) => url.slice(`https://test.svarut.ks.no/api/v2/kontoer/${KONTO}/forsendelser`.length));

const NOTHING = {
  receivedAt: null,
  avgivendeSystem: null,
  status: null,
  statusClass: null,
  final: null,
  channel: null,
};
const OLDER = { status: 404, text: '<html>404</html>' };
const ids = (...forsendelseIds: string[]): Reply => ({ json: { forsendelseIds } });

beforeEach(() => refillRetries('svarut'));

test('every letter comes with what its state means, and a server that tells less gives nulls', async () => {
  const forsendelser = [
    { id: 'letter-1', dato: '2026-11-01T10:00:00+01:00', status: 'LEST', avgivendeSystem: 'Sak og arkiv' },
    { id: 'letter-2', dato: '2026-11-02T10:00:00+01:00', status: 'NOE_NYTT' },
    { id: 'letter-3' },
  ];
  expect(valueOf(await find({}, { json: { forsendelser } }).outcome)).toEqual({
    eksternReferanse: 'sak 1',
    letters: [
      {
        letterId: 'letter-1',
        receivedAt: '2026-11-01T10:00:00+01:00',
        avgivendeSystem: 'Sak og arkiv',
        status: 'LEST',
        statusClass: 'delivered',
        final: true,
        channel: 'digital',
      },
      {
        letterId: 'letter-2',
        receivedAt: '2026-11-02T10:00:00+01:00',
        avgivendeSystem: null,
        status: 'NOE_NYTT',
        statusClass: 'unknown',
        final: false,
        channel: null,
      },
      { letterId: 'letter-3', ...NOTHING },
    ],
  });
});

test.each([[{ forsendelser: [] }], [{}]])('%j is no letters', async (json) => {
  expect(valueOf(await find({}, { json }).outcome).letters).toEqual([]);
});

test('a reference is needed', async () => {
  const [outcome] = await run('findByReference', fakeWorld(inTurn()), [{ eksternReferanse: ' ' }]);
  expect(failureOf(outcome).details.field).toBe('eksternReferanse');
});

test('ids alone come from the older look-up, in the same shape', async () => {
  const asked = find({ idsOnly: true }, ids('letter-1', 'letter-2'));
  expect(valueOf(await asked.outcome).letters).toEqual([
    { letterId: 'letter-1', ...NOTHING },
    { letterId: 'letter-2', ...NOTHING },
  ]);
  expect(pathsOf(asked)).toEqual(['?eksternRef=sak+1']);
});

test('an older server that has only the ids is asked for those', async () => {
  const asked = find({}, OLDER, ids('letter-1'));
  expect(valueOf(await asked.outcome).letters).toEqual([{ letterId: 'letter-1', ...NOTHING }]);
  expect(pathsOf(asked)).toEqual(['/metadata?eksternRef=sak+1', '?eksternRef=sak+1']);
});

test('a reference SvarUt says in words that it does not know has no letters', async () => {
  const unknown = saying('Fant ingen forsendelser');
  expect(valueOf(await find({}, unknown, unknown).outcome).letters).toEqual([]);
});

// What is taken for absent is sent.
test.each<[string, readonly Reply[], string]>([
  ['nothing is there', [OLDER, OLDER], 'ERR_NOT_FOUND'],
  ['a gateway knows no route', [OLDER, saying('no Route matched with those values')], 'ERR_NOT_FOUND'],
  ['the path is quoted', [OLDER, saying('No static resource api/v2/kontoer/1/forsendelser.')], 'ERR_NOT_FOUND'],
  ['the account is unknown', [OLDER, saying('Fant ikke konto')], 'ERR_NOT_FOUND'],
  ['the ids are missing in the answer', [OLDER, { json: {} }], 'ERR_UNEXPECTED_ANSWER'],
  ['the account is not for us', [{ status: 403 }], 'ERR_FORBIDDEN'],
])('when %s, the reference is not said to be without letters', async (_what, replies, code) => {
  expect(failureOf(await find({}, ...replies).outcome).code).toBe(code);
});
