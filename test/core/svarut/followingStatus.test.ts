import type { TransportRequest } from '../../../src/http/transport';
import {
  failureOf,
  fakeWorld,
  inTurn,
  jsonOf,
  KONTO,
  refillRetries,
  valueOf,
  type Reply,
  type World,
} from '../fakePorts';
import { branchOf, operationNamed, run } from './followingWorld';

const ids = Array.from({ length: 201 }, (_, at) => `6f1d2c3b-4a59-4867-9586-${String(at).padStart(12, '0')}`);
const [one = '', two = ''] = ids;
const askedIn = (request: TransportRequest): string[] => (jsonOf(request) as { id: string[] }).id;
const found = (some: readonly string[], status = 'LEST'): Reply => ({
  json: { statuser: some.map((id) => ({ id, status })) },
});
const reporting = (status: string): World => fakeWorld((request) => found(askedIn(request), status));

beforeEach(() => refillRetries('svarut'));

describe('getting the status', () => {
  const NO_OTHER_LOOK = { previousStatus: null, changed: true, lastStatus: null, lastStatusClass: null };

  test('is one call for many letters, each answered by its id', async () => {
    const world = fakeWorld(
      inTurn({
        json: {
          statuser: [
            { id: two, status: 'PRINTET', sisteStatusEndring: '2026-11-20T10:00:05+01:00' },
            { id: one.toUpperCase(), status: 'MOTTATT' },
          ],
        },
      }),
    );
    const outcomes = await run('getStatus', world, [{ letterId: one }, { letterId: two }, { letterId: one }]);
    const received = {
      letterId: one,
      status: 'MOTTATT',
      changedAt: null,
      statusClass: 'inProgress',
      final: false,
      channel: null,
      ...NO_OTHER_LOOK,
    };
    expect(outcomes.map(valueOf)).toEqual([
      received,
      {
        letterId: two,
        status: 'PRINTET',
        changedAt: '2026-11-20T10:00:05+01:00',
        statusClass: 'delivered',
        final: true,
        channel: 'print',
        ...NO_OTHER_LOOK,
      },
      received,
    ]);
    expect(world.requests).toHaveLength(1);
    expect(world.requests[0]).toMatchObject({
      method: 'POST',
      url: `https://test.svarut.ks.no/api/v3/kontoer/${KONTO}/forsendelser/status/sok`,
      headers: { 'content-type': 'application/json' },
    });
    expect(jsonOf(world.requests[0])).toEqual({ id: [one, two] });
  });

  test('says which letters SvarUt does not know, and answers the others', async () => {
    const outcomes = await run('getStatus', fakeWorld(inTurn(found([two]))), [{ letterId: one }, { letterId: two }]);
    expect(failureOf(outcomes[0])).toMatchObject({ code: 'ERR_NOT_FOUND', details: { field: 'letterId' } });
    expect(outcomes[1]?.ok).toBe(true);
  });

  test('is a hundred to a call, whatever each of them was before', async () => {
    const world = reporting('LEST');
    const inputs = ids.map((letterId, at) => ({ letterId, previousStatus: at % 2 ? 'MOTTATT' : undefined }));
    const outcomes = await run('getStatus', world, inputs);
    expect(outcomes.map((outcome) => valueOf(outcome).letterId)).toEqual(ids);
    expect(world.requests.map((request) => askedIn(request).length).sort()).toEqual([1, 100, 100]);
  });

  test('asks once for a letter that is followed twice, and compares each with what was known there', async () => {
    const world = reporting('LEST');
    const outcomes = await run('getStatus', world, [
      { letterId: one, previousStatus: 'LEST' },
      { letterId: one.toUpperCase(), previousStatus: 'LEVERT_ALTINN' },
    ]);
    expect(outcomes.map((outcome) => valueOf(outcome).changed)).toEqual([false, true]);
    expect(world.requests.map(askedIn)).toEqual([[one]]);
  });

  test('is repeated when SvarUt is busy, since asking changes nothing', async () => {
    const world = fakeWorld(inTurn({ status: 503 }, found([one])));
    expect((await run('getStatus', world, [{ letterId: one }]))[0]?.ok).toBe(true);
  });

  test('takes the status of the item for the previous one', () => {
    const usual = Object.fromEntries(operationNamed('getStatus').fields.map(({ name, usual: from }) => [name, from]));
    expect(usual).toMatchObject({ letterId: 'letterId', previousStatus: 'status', lastStatus: 'lastStatus' });
  });
});

interface Look {
  readonly status: string;
  readonly before?: Record<string, unknown>;
  readonly told: Record<string, unknown>;
  readonly branch: string;
}

const LOOKS: Record<string, Look> = {
  'a first look': { status: 'LEVERT_SDP', told: { changed: true, previousStatus: null }, branch: 'delivered' },
  'nothing new': {
    status: 'SENDT_PRINT',
    before: { previousStatus: 'SENDT_PRINT' },
    told: { changed: false, previousStatus: 'SENDT_PRINT' },
    branch: 'inProgress',
  },
  'a step': {
    status: 'PRINTET',
    before: { previousStatus: 'SENDT_PRINT' },
    told: { changed: true, lastStatus: null },
    branch: 'delivered',
  },
  'a state that is new to us': { status: 'MED_BREVDUE', told: { statusClass: 'unknown' }, branch: 'inProgress' },
  'a letter in Altinn, which may still be printed': {
    status: 'LEVERT_ALTINN',
    told: { final: false },
    branch: 'inProgress',
  },
  'a letter that nothing could deliver': { status: 'IKKE_LEVERT', told: { final: true }, branch: 'failed' },
  'a letter somebody took care of': { status: 'MANUELT_HANDTERT', told: { final: true }, branch: 'closed' },
  'removed documents, with nothing known of before': {
    status: 'SLETTET',
    told: { changed: true, lastStatus: null, lastStatusClass: null },
    branch: 'closed',
  },
  'removed documents of a letter that was read': {
    status: 'SLETTET',
    before: { previousStatus: 'LEST' },
    told: { changed: true, statusClass: 'closed', lastStatus: 'LEST', lastStatusClass: 'delivered' },
    branch: 'delivered',
  },
  'removed documents of a letter that failed': {
    status: 'SLETTET',
    before: { previousStatus: 'AVVIST' },
    told: { lastStatus: 'AVVIST', lastStatusClass: 'failed' },
    branch: 'failed',
  },
  'removed documents of a letter under way, which is waited for no longer': {
    status: 'SLETTET',
    before: { previousStatus: 'LEVERT_ALTINN' },
    told: { lastStatus: 'LEVERT_ALTINN', lastStatusClass: 'inProgress', final: true },
    branch: 'closed',
  },
  'removed documents once more': {
    status: 'SLETTET',
    before: { previousStatus: 'SLETTET', lastStatus: 'PRINTET' },
    told: { changed: false, lastStatus: 'PRINTET', lastStatusClass: 'delivered' },
    branch: 'delivered',
  },
  'removed documents once more, with nothing kept': {
    status: 'SLETTET',
    before: { previousStatus: 'SLETTET' },
    told: { changed: false, lastStatus: null, lastStatusClass: null },
    branch: 'closed',
  },
  'a status of something else in the item': {
    status: 'SLETTET',
    before: { previousStatus: 'Aktiv kunde' },
    told: { changed: true, previousStatus: null, lastStatus: null },
    branch: 'closed',
  },
  'a number in the place of a status': {
    status: 'LEST',
    before: { previousStatus: 200 },
    told: { changed: true, previousStatus: null },
    branch: 'delivered',
  },
};

test.each(Object.entries(LOOKS))('of %s it tells what has become of it, and a branch', async (_name, look) => {
  const [outcome] = await run('getStatus', reporting(look.status), [{ letterId: one, ...look.before }]);
  expect(valueOf(outcome)).toMatchObject({ status: look.status, ...look.told });
  expect(branchOf('getStatus', valueOf(outcome))).toBe(look.branch);
});

test('every branch has a name', () => {
  const names = operationNamed('getStatus').branches?.names.map(({ value }) => value);
  for (const { branch } of Object.values(LOOKS)) expect(names).toContain(branch);
});
