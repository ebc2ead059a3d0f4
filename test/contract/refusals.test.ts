/** How the sandbox refuses, by the published descriptions. */
import type { Answer } from '../sandbox/caller';
import { letterTo, lookupPath, send, sendPath } from '../sandbox/letters';
import { answering, METADATA, personsPath, SEND, type Answering } from './answering';
import { describeContract } from './specs';

type Ask = (setUp: Answering) => Promise<Answer>;

const wrongPassword = ({ headers }: Answering) => ({ ...headers, IntegrasjonPassord: 'wrong' });
const elsewhere = ({ caller }: Answering, path: string) =>
  path.replace(caller.credentials.fiks.kontoId, '11111111-2222-4333-8444-555555555555');

const SENDS: readonly (readonly [status: number, why: string, ask: Ask])[] = [
  [400, 'a letter without a title', ({ caller }) => send(caller, letterTo('12848539668', { tittel: '' }))],
  [400, 'a file of another name', ({ caller }) => send(caller, letterTo('12848539668'), { filenames: ['annet.pdf'] })],
  [401, 'a missing token', ({ caller }) => caller.call(sendPath(caller), { method: 'POST' })],
  [401, 'a wrong password', (it) => it.caller.postJson(sendPath(it.caller), {}, wrongPassword(it))],
  [403, 'another account', (it) => it.caller.postJson(elsewhere(it, sendPath(it.caller)), {}, it.headers)],
  [415, 'a body that is not multipart', ({ caller, headers }) => caller.postJson(sendPath(caller), {}, headers)],
];

const find = ({ caller, headers }: Answering, reference: string, changes: object = {}): Promise<Answer> =>
  caller.call(lookupPath(caller, '/metadata', reference), { headers: { ...headers, ...changes } });

const LOOK_UPS: readonly (readonly [status: number, why: string, ask: Ask])[] = [
  [400, 'no reference', (it) => find(it, '')],
  [401, 'a wrong password', (it) => find(it, 'sak', wrongPassword(it))],
  [
    403,
    'another account',
    (it) => it.caller.call(elsewhere(it, lookupPath(it.caller, '/metadata', 'sak')), { headers: it.headers }),
  ],
  ...[429, 500, 503].map(
    (status) =>
      [
        status,
        'an order',
        async (it: Answering) => {
          await it.caller.postJson('/admin/faults', { service: 'svarut', kind: 'status', status });
          return find(it, 'sak');
        },
      ] as const,
  ),
];

/** Folkeregisteret has error shapes of its own; these come from Fiks in front of it. */
const PERSONS: readonly (readonly [status: number, why: string, ask: Ask])[] = [
  [
    401,
    'a wrong password',
    (it) => it.caller.call(`${personsPath(it.caller, 'full')}/12848539668`, { headers: wrongPassword(it) }),
  ],
  [
    403,
    'a part outside the role',
    ({ caller, headers }) => caller.call(`${personsPath(caller, 'narrow')}/12848539668`, { headers }),
  ],
  [
    403,
    'a look-up of many outside the role',
    ({ caller, headers }) =>
      caller.postJson(
        `${personsPath(caller, 'single-lookups')}/bulkoppslag`,
        { foedselsEllerDNummer: ['12848539668'] },
        headers,
      ),
  ],
];

describeContract('how the sandbox refuses', () => {
  const setUp = answering('refusals');

  const refused = async (status: number, ask: Ask): Promise<unknown> => {
    const answer = await ask(setUp());
    expect(answer.status).toBe(status);
    return answer.body;
  };

  describe.each(['absent', 'string'])('with errorJson %s', (errorJson) => {
    beforeEach(() => setUp().caller.postJson('/admin/settings', { errorJson }));

    it.each(SENDS)('a letter with %i for %s', async (status, _why, ask) => {
      setUp().contract.expectAnswer(...SEND, status, await refused(status, ask));
    });

    it.each(LOOK_UPS)('a look-up by reference with %i for %s', async (status, _why, ask) => {
      setUp().contract.expectAnswer(...METADATA, status, await refused(status, ask));
    });

    it.each(PERSONS)('a look-up of a person with %i for %s', async (status, _why, ask) => {
      setUp().contract.expectFiksError(await refused(status, ask));
    });
  });

  it('otherwise than described where the documentation contradicts the description, and only on request', async () => {
    await setUp().caller.postJson('/admin/settings', { errorJson: 'object' });
    const body = await refused(400, (it) => find(it, ''));
    expect(() => setUp().contract.expectFiksError(body)).toThrow('/errorJson');
  });
});
