/** What the sandbox answers about one letter, and before one is sent, by the published descriptions. */
import { EVENT_TEXTS } from '../../sandbox/src/svarut/states';
import {
  advance,
  letterPath,
  letterTo,
  nhnLetter,
  sendPath,
  sent,
  set,
  statusPath,
  TOWN_HALL,
  toSign,
  type SendOptions,
} from '../sandbox/letters';
import { answered, answering, STATUS } from './answering';
import { describeContract, readSpec } from './specs';

const STATES = Object.keys(EVENT_TEXTS);

const LETTER = '/v2/forsendelser/{forsendelseId}';
const PERSON = '12848539668';
const UNKNOWN_ID = '11111111-2222-4333-8444-555555555555';

const LETTERS: readonly (readonly [what: string, letter: object, options: SendOptions])[] = [
  ['a person', letterTo(PERSON), {}],
  ['a person who signs', letterTo(PERSON, toSign()), {}],
  [
    'an organisation',
    letterTo('', {
      mottaker: { navn: 'A', digitalId: '312220105', adresse: TOWN_HALL },
      dokumenter: [
        {
          filnavn: 'vedtak.pdf',
          mimeType: 'application/pdf',
          dokumentType: 'Vedtak',
          ekstraMetadata: [{ key: 'k', value: 'v' }],
          inneholderPersonsensitivInformasjon: false,
        },
      ],
    }),
    { endpoint: 'organisasjon' },
  ],
  ['a GP', nhnLetter(), { endpoint: 'nhn' }],
  ['paper', letterTo(PERSON), { endpoint: 'print' }],
];

const QUESTIONS = [
  ['events', 'hendelser'],
  ['events', 'signeringshendelser'],
  ['documents', 'metadata'],
] as const;

describeContract('what the sandbox answers about one letter', () => {
  const setUp = answering('answers about one letter, and before one is sent,');

  describe.each(LETTERS)('to %s', (_what, letter, options) => {
    it.each(QUESTIONS)('about its %s: %s', async (description, what) => {
      const { caller, headers, contract } = setUp();
      const id = await sent(caller, letter, options);
      for (const seconds of [0, 3, 30, 50 * 3600]) {
        await advance(caller, seconds);
        const body = answered(await caller.call(letterPath(id, what), { headers }));
        contract.expectAnswer(description, `${LETTER}/${what}`, 'get', 200, body);
      }
    });

    it('when it is sent', async () => {
      const { caller, contract } = setUp();
      const path = `/v3/kontoer/{kontoId}/forsendelser/${options.endpoint ?? 'person'}`;
      contract.expectAnswer('send', path, 'post', 200, { id: await sent(caller, letter, options) });
    });
  });

  it('in every state that is described', () => {
    const { status } = readSpec('status').components.schemas.ForsendelseStatus.properties;
    expect([...STATES].sort()).toEqual([...status.enum].sort());
  });

  it.each(STATES)('in the state %s', async (state) => {
    const { caller, headers, contract } = setUp();
    const id = await sent(caller, letterTo(PERSON));
    await caller.postJson(`/admin/letters/${id}/state`, { state });
    const body = answered(await caller.postJson(statusPath(caller), { id: [id] }, headers));
    contract.expectAnswer(...STATUS, 200, body);
    expect(body.statuser[0].status).toBe(state);
    const events = answered(await caller.call(letterPath(id, 'hendelser'), { headers }));
    // In words of its own, and not merely the state's name.
    expect(events.hendelser.at(-1).hendelse).not.toBe(state);
  });

  it.each(['signed', 'refused', 'expired'])('when the document to sign is %s', async (signingOutcome) => {
    const { caller, headers, contract } = setUp();
    await set(caller, { signingOutcome });
    const id = await sent(caller, letterTo(PERSON, toSign()));
    await advance(caller, 5 * 86_400);
    const body = answered(await caller.call(letterPath(id, 'signeringshendelser'), { headers }));
    contract.expectAnswer('events', `${LETTER}/signeringshendelser`, 'get', 200, body);
    expect(body.hendelser).toHaveLength(2);
  });

  it('with nothing when it is marked as read or deleted', async () => {
    const { caller, headers, contract } = setUp();
    const id = await sent(caller, letterTo(PERSON));
    const read = { fnr: PERSON, tidspunkt: '2026-11-20T10:00:00+01:00', eksterntSystemnavn: 'Minside' };
    contract.expectRequest('read', { method: 'POST', path: `/v2/forsendelser/${id}/lest`, json: read });
    const marked = await caller.postJson(letterPath(id, 'lest'), read, headers);
    contract.expectNoAnswer('read', `${LETTER}/lest`, 'post', marked.status);
    const path = `dokumenter?slettetype=ALLE`;
    contract.expectRequest('deletion', { method: 'DELETE', path: `/v2/forsendelser/${id}/${path}` });
    const deleted = await caller.call(letterPath(id, path), { method: 'DELETE', headers });
    contract.expectNoAnswer('deletion', `${LETTER}/dokumenter`, 'delete', deleted.status);
    expect([marked.body, deleted.body]).toEqual(['', '']);
  });

  it.each([
    ['types', '/v2/forsendelsestyper', ''],
    ['receivingSystem', '/v2/mottakersystem', '?organisasjonsnummer=310475025&niva=3'],
  ] as const)('about %s', async (description, path, query) => {
    const { caller, headers, contract } = setUp();
    contract.expectRequest(description, { method: 'GET', path: `${path}${query}` });
    const body = answered(await caller.call(`/svarut/api${path}${query}`, { headers }));
    contract.expectAnswer(description, path, 'get', 200, body);
  });

  it.each(['absent', 'string'])('with an error, errorJson %s', async (errorJson) => {
    const { caller, headers, contract } = setUp();
    await set(caller, { errorJson, repeatedReference: 'refused' });
    for (const [description, what] of QUESTIONS) {
      const { status, body } = await caller.call(letterPath(UNKNOWN_ID, what), { headers });
      expect(status).toBe(404);
      contract.expectAnswer(description, `${LETTER}/${what}`, 'get', 404, body);
    }
    const wrong = await caller.call(letterPath(UNKNOWN_ID, 'dokumenter?slettetype=NOEN'), {
      method: 'DELETE',
      headers,
    });
    contract.expectAnswer('deletion', `${LETTER}/dokumenter`, 'delete', wrong.status, wrong.body);
    for (const endpoint of ['organisasjon', 'nhn', 'print']) {
      const { status, body } = await caller.postJson(sendPath(caller, endpoint), {}, headers);
      contract.expectAnswer('send', `/v3/kontoer/{kontoId}/forsendelser/${endpoint}`, 'post', status, body);
    }
  });
});
