import { failureOf, fakeWorld, inTurn, refillRetries, valueOf, type Reply } from '../fakePorts';
import { branchOf, LETTER, operationNamed, runOne, saying } from './followingWorld';

const ask = (name: string, reply: Reply, input: Record<string, unknown> = {}) =>
  runOne(name, fakeWorld(inTurn(reply)), { letterId: LETTER, ...input });

const event = (status: string, second: number, hendelse: string | null = 'tekst') => ({
  tidspunkt: `2026-11-20T10:00:${String(second).padStart(2, '0')}.000+01:00`,
  status,
  hendelse,
});

beforeEach(() => refillRetries('svarut'));

describe('events', () => {
  test('are in the words of SvarUt, with their moments', async () => {
    const hendelser = [
      { tidspunkt: '2026-11-20T10:00:00.000+01:00', hendelse: 'Forsendelsen er mottatt' },
      { tidspunkt: '2026-11-20T10:00:01.000+01:00', hendelse: 'Avvist: vedtak.pdf er passordbeskyttet' },
    ];
    expect(valueOf(await ask('getEvents', { json: { hendelser } }))).toEqual({
      letterId: LETTER,
      events: hendelser.map(({ tidspunkt, hendelse }) => ({ at: tidspunkt, text: hendelse })),
    });
  });

  test('are asked for by the id of the letter alone', async () => {
    const world = fakeWorld(inTurn({ json: { hendelser: [] } }));
    await runOne('getEvents', world, { letterId: LETTER });
    expect(world.requests).toMatchObject([
      { method: 'GET', url: `https://test.svarut.ks.no/api/v2/forsendelser/${LETTER}/hendelser` },
    ]);
  });
});

describe('signing', () => {
  const signing = async (...hendelser: readonly object[]) =>
    valueOf(await ask('getSigningEvents', { json: { hendelser } }));

  test.each([
    ['VENTER_SIGNERING', 'waiting', false, 'waiting'],
    ['SIGNERT_AV_MOTTAKER', 'signed', true, 'signed'],
    ['AVVIST_AV_MOTTAKER', 'refused', true, 'notSigned'],
    ['UTLOPT', 'expired', true, 'notSigned'],
    ['AVVIST_AV_SVARUT', 'failed', true, 'notSigned'],
    ['SIGNERT_MED_FJAER', 'unknown', false, 'waiting'],
  ])('%s is %s', async (status, signingStatusClass, signingFinal, branch) => {
    const value = await signing(event(status, 1));
    expect(value).toEqual({
      letterId: LETTER,
      signingStatus: status,
      signingStatusClass,
      signingFinal,
      signingChangedAt: event(status, 1).tidspunkt,
      signingEvents: [{ at: event(status, 1).tidspunkt, status, statusClass: signingStatusClass, text: 'tekst' }],
    });
    expect(branchOf('getSigningEvents', value)).toBe(branch);
    expect(operationNamed('getSigningEvents').branches?.names.map((name) => name.value)).toContain(branch);
  });

  const WAITING = event('VENTER_SIGNERING', 1);
  const SIGNED = event('SIGNERT_AV_MOTTAKER', 9, null);

  test.each([
    ['oldest first', [WAITING, SIGNED], 'signed'],
    ['newest first', [SIGNED, WAITING], 'signed'],
    ['at the same moment', [event('VENTER_SIGNERING', 9), SIGNED], 'signed'],
  ])('is what happened last, when events come %s', async (_order, events, signingStatusClass) => {
    expect(await signing(...events)).toMatchObject({ signingStatusClass });
  });

  test('compares moments and not their text', async () => {
    const inUtc = { ...SIGNED, tidspunkt: '2026-11-20T09:30:00Z' };
    expect(await signing(inUtc, WAITING)).toMatchObject({ signingStatus: 'SIGNERT_AV_MOTTAKER' });
  });

  test('of a letter with nothing to sign is null, and nothing to wait for', async () => {
    const value = await signing();
    expect(value).toEqual({
      letterId: LETTER,
      signingStatus: null,
      signingStatusClass: null,
      signingFinal: null,
      signingChangedAt: null,
      signingEvents: [],
    });
    expect(branchOf('getSigningEvents', value)).toBe('none');
  });
});

describe('documents', () => {
  const dokument = {
    filnavn: 'vedtak.pdf',
    mimeType: 'application/pdf',
    dokumentType: 'DOKUMENT',
    storrelse: 48_213,
    sha256Hash: 'ab'.repeat(32),
    nedlasningUrl: `https://test.svarut.ks.no/forsendelse/${LETTER}/1`,
    signeringUrl: `https://test.svarut.ks.no/forsendelse/${LETTER}/1/signering`,
    kanSigneres: true,
    inneholderPersonsensitivInformasjon: true,
    ekstraMetadata: [{ key: 'arkivdel', value: 'BYGG', nytt: 1 }],
  };
  const documents = async (json: unknown, input = {}) => valueOf(await ask('getDocumentMetadata', { json }, input));

  test('are told of in the words of SvarUt, without their addresses', async () => {
    const { nedlasningUrl: _download, signeringUrl: _sign, ...rest } = dokument;
    const value = await documents({ dokumenter: [{ ...dokument, nyttFelt: 'x' }] });
    expect(value).toEqual({
      letterId: LETTER,
      dokumenter: [{ ...rest, ekstraMetadata: [{ key: 'arkivdel', value: 'BYGG' }] }],
    });
    expect(JSON.stringify(value)).not.toContain('https');
  });

  test('have their addresses where those are asked for', async () => {
    const { dokumenter } = await documents({ dokumenter: [dokument] }, { includeLinks: true });
    expect(dokumenter).toMatchObject([{ nedlasningUrl: dokument.nedlasningUrl, signeringUrl: dokument.signeringUrl }]);
  });

  test('that SvarUt says little of have nulls in its place', async () => {
    const { dokumenter } = await documents(
      { dokumenter: [{ filnavn: 'a.pdf', mimeType: 'application/pdf' }] },
      { includeLinks: true },
    );
    expect(dokumenter).toEqual([
      {
        filnavn: 'a.pdf',
        mimeType: 'application/pdf',
        dokumentType: null,
        storrelse: null,
        sha256Hash: null,
        kanSigneres: null,
        inneholderPersonsensitivInformasjon: null,
        ekstraMetadata: [],
        nedlasningUrl: null,
        signeringUrl: null,
      },
    ]);
  });

  test('that are deleted are none', async () => {
    expect(await documents({ dokumenter: [] })).toEqual({ letterId: LETTER, dokumenter: [] });
  });
});

const QUESTIONS = ['getEvents', 'getSigningEvents', 'getDocumentMetadata'];

describe.each(QUESTIONS)('%s', (name) => {
  test.each([saying('Fant ikke forsendelsen'), { status: 404 }, { status: 404, text: '<html>404</html>' }])(
    'says that a letter is unknown (%j)',
    async (reply) => {
      expect(failureOf(await ask(name, reply))).toMatchObject({
        code: 'ERR_NOT_FOUND',
        details: { field: 'letterId', service: 'svarut', status: 404 },
      });
    },
  );

  test("says whose rights are missing when it may not see the sender's letters", async () => {
    const error = failureOf(await ask(name, { status: 403 }));
    expect([error.code, error.message]).toEqual(['ERR_FORBIDDEN', expect.stringMatching(/account that sent it/)]);
  });

  test('does not take an answer that says nothing for an empty one', async () => {
    expect(failureOf(await ask(name, { json: {} })).code).toBe('ERR_UNEXPECTED_ANSWER');
  });

  test.each([undefined, '', '42', `${LETTER}/lest`])('asks nothing for the id %j', async (letterId) => {
    expect(failureOf(await runOne(name, fakeWorld(inTurn()), { letterId })).details.field).toBe('letterId');
  });

  test('is repeated when SvarUt is busy, since asking changes nothing', async () => {
    const world = fakeWorld(inTurn({ status: 503 }, { status: 404 }));
    await runOne(name, world, { letterId: LETTER });
    expect(world.requests).toHaveLength(2);
  });

  test('passes on what support asks for, whatever form errorJson has', async () => {
    const errorId = 'ee2ed64d-de8b-45f9-b9c6-3363d662d93b';
    for (const errorJson of [undefined, null, '{"melding":"x"}', { melding: 'x' }])
      expect(failureOf(await ask(name, { status: 400, json: { errorId, errorJson } }))).toMatchObject({
        code: 'ERR_REFUSED',
        details: { supportReference: errorId },
      });
  });
});
