/** What the sandbox answers, by the published descriptions: one that answers otherwise would teach the client wrongly. */
import type { Caller } from '../sandbox/caller';
import { letterTo, lookupPath, send } from '../sandbox/letters';
import { answered, answering, BY_REFERENCE, METADATA, SEND, STATUS } from './answering';
import { Contract } from './openapi';
import { describeContract } from './specs';

const UNKNOWN_ID = '11111111-2222-4333-8444-555555555555';

/** One for each channel: mailbox, paper, Altinn read, Altinn not read, none. */
const RECIPIENTS = ['12848539668', '57829147744', '15867936634', '22828999528', '05913828676'];

const EVERY_STATE = [
  ...['AKSEPTERT', 'AVVIST', 'IKKE_LEVERT', 'LEST', 'LEVERT_ALTINN', 'LEVERT_SDP', 'MOTTATT'],
  ...['PRINTET', 'SENDT_ALTINN', 'SENDT_DIGITALT', 'SENDT_PRINT', 'SENDT_SDP'],
];

const statusPath = (caller: Caller): string =>
  `/svarut/api/v3/kontoer/${caller.credentials.fiks.kontoId}/forsendelser/status/sok`;

describeContract('what the sandbox answers about letters', () => {
  const setUp = answering('answers about letters');

  it('in every state they go through', async () => {
    const { caller, headers, contract } = setUp();
    const letters = [
      ...RECIPIENTS.map((number) => letterTo(number, { eksternReferanse: 'sak-1', avgivendeSystem: 'Sak' })),
      ...RECIPIENTS.map((number) => letterTo(number, { eksternReferanse: 'sak-1', kunDigitalLevering: true })),
      letterTo('', { eksternReferanse: 'sak-1', mottaker: { navn: 'A', digitalId: '05913828676' } }),
    ];
    const id: string[] = [];
    for (const letter of letters) {
      const body = answered(await send(caller, letter));
      contract.expectAnswer(...SEND, 200, body);
      id.push(body.id);
    }
    const seen = new Set<string>();
    for (const advanceSeconds of [0, 1, 1, 1, 1, 41 * 3600]) {
      await caller.postJson('/admin/clock', { advanceSeconds });
      const { statuser } = answered(await caller.postJson(statusPath(caller), { id }, headers));
      contract.expectAnswer(...STATUS, 200, { statuser });
      const found = answered(await caller.call(lookupPath(caller, '/metadata', 'sak-1'), { headers }));
      contract.expectAnswer(...METADATA, 200, found);
      expect([statuser.length, found.forsendelser.length]).toEqual([id.length, id.length]);
      for (const { status } of statuser) seen.add(status);
    }
    expect([...seen].sort()).toEqual(EVERY_STATE);
  });

  it.each(['sak-2026-17', 'nothing'])('by the reference %s', async (reference) => {
    const { caller, headers, contract } = setUp();
    await send(caller, letterTo('12848539668'));
    const ids = answered(await caller.call(lookupPath(caller, '', reference), { headers }));
    contract.expectAnswer(...BY_REFERENCE, 200, ids);
    const found = answered(await caller.call(lookupPath(caller, '/metadata', reference), { headers }));
    contract.expectAnswer(...METADATA, 200, found);
    expect(found.forsendelser).toHaveLength(ids.forsendelseIds.length);
  });

  it('it does not know', async () => {
    const { caller, headers, contract } = setUp();
    const body = answered(await caller.postJson(statusPath(caller), { id: [UNKNOWN_ID] }, headers));
    contract.expectAnswer(...STATUS, 200, body);
  });

  const state = (changes: object) => ({
    statuser: [{ id: UNKNOWN_ID, status: 'LEST', sisteStatusEndring: '2026-11-20T10:00:00+01:00', ...changes }],
  });

  it.each<[string, unknown]>([
    ['an unknown state', state({ status: 'BORTE' })],
    ['a date without a time', state({ sisteStatusEndring: '2026-11-20' })],
    ['an id that is no UUID', state({ id: '42' })],
    ['an invented field', { statuser: [], antall: 0 }],
    ['a missing list', {}],
  ])('would be found out: %s', (_name, body) => {
    // A judge of its own, for these are no answers of the sandbox.
    const judge = new Contract();
    judge.expectAnswer(...STATUS, 200, state({}));
    expect(() => judge.expectAnswer(...STATUS, 200, body)).toThrow('not as svarut-status-v3.json says');
  });
});
