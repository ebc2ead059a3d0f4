/** What can be asked about a letter that is sent, and done to it. */
import { pdf, sha256 } from './letters';
import { IN_MAILBOX, moveTo, sentTo, SIGNING, UNREAD_IN_ALTINN } from './sentLetters';
import { failureOf, refillRetries, valueOf, verdictsOf, World, type Stored } from './world';

const UNKNOWN = '0e0e0e0e-0000-4000-8000-00000000000e';
const DAY = 86_400;

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const ask = async (operation: string, input: Stored) => (await world.run('svarut', operation, [input]))[0];
const told = async (operation: string, input: Stored) => valueOf(await ask(operation, input));

describe('Get Events', () => {
  it('tells why a letter was rejected', async () => {
    const protectedPdf = pdf('vedtak.pdf', 'trailer << /Encrypt 5 0 R >>');
    const letterId = await sentTo(world, IN_MAILBOX, {}, protectedPdf);
    await world.advance(10);
    const { events } = await told('getEvents', { letterId });
    expect(events[0]).toEqual({ at: expect.stringMatching(/[+-]\d\d:00$/), text: 'Forsendelsen er mottatt' });
    expect(events.at(-1).text).toMatch(/passord/);
  });
});

describe('Get Signing Events', () => {
  it.each([
    ['signed', 10, 'SIGNERT_AV_MOTTAKER', 'signed', true],
    ['refused', 10, 'AVVIST_AV_MOTTAKER', 'refused', true],
    ['expired', 10, 'VENTER_SIGNERING', 'waiting', false],
    ['expired', 8 * DAY, 'UTLOPT', 'expired', true],
  ])(
    'of a letter whose signing is %s tells so after %i seconds',
    async (signingOutcome, seconds, status, is, final) => {
      await world.settings({ signingOutcome });
      const letterId = await sentTo(world, IN_MAILBOX, SIGNING);
      await world.advance(seconds);
      expect(await told('getSigningEvents', { letterId })).toMatchObject({
        signingStatus: status,
        signingStatusClass: is,
        signingFinal: final,
      });
    },
  );

  it('of a letter with nothing to sign tells nothing', async () => {
    const letterId = await sentTo(world, IN_MAILBOX);
    expect(await told('getSigningEvents', { letterId })).toMatchObject({ signingStatus: null, signingEvents: [] });
  });
});

describe('Get Document Metadata', () => {
  it('tells size and fingerprint of what was sent, and the address only on request', async () => {
    const letterId = await sentTo(world, IN_MAILBOX);
    const [{ document }] = (world.exchanges.at(-1)!.request.body as any[]).slice(1);
    const chunks: Uint8Array[] = [];
    for await (const chunk of document.open()) chunks.push(chunk);
    const { dokumenter } = await told('getDocumentMetadata', { letterId });
    expect(dokumenter).toEqual([
      {
        filnavn: 'vedtak.pdf',
        mimeType: 'application/pdf',
        dokumentType: 'DOKUMENT',
        storrelse: document.size,
        sha256Hash: sha256(Buffer.concat(chunks)),
        kanSigneres: false,
        inneholderPersonsensitivInformasjon: null,
        ekstraMetadata: [],
      },
    ]);
    const withLinks = await told('getDocumentMetadata', { letterId, includeLinks: true });
    expect(withLinks.dokumenter[0].nedlasningUrl).toContain(letterId);
  });
});

describe('Mark as Read', () => {
  const mark = (letterId: string, changes: Stored = {}) =>
    ask('markAsRead', { letterId, foedselsnummer: UNREAD_IN_ALTINN, eksterntSystemnavn: 'Min side', ...changes });
  const unread = async (): Promise<string> => {
    const letterId = await sentTo(world, UNREAD_IN_ALTINN);
    await world.advance(10);
    return letterId;
  };

  it('keeps a letter in Altinn from being printed', async () => {
    const letterId = await unread();
    expect(valueOf(await mark(letterId))).toMatchObject({ letterId, markedAsRead: true });
    await world.advance(3 * DAY);
    expect(await told('getStatus', { letterId })).toMatchObject({ status: 'LEST', statusClass: 'delivered' });
    expect((await told('getEvents', { letterId })).events.at(-1).text).toMatch(/Min side/);
  });

  it.each([
    ['accepted', ['ok', 'ok']],
    ['refused', ['ok', 'ERR_REFUSED']],
  ])('twice is %s, as SvarUt has it', async (lestTwice, verdicts) => {
    await world.settings({ lestTwice });
    const letterId = await unread();
    expect(verdictsOf([await mark(letterId), await mark(letterId)])).toEqual(verdicts);
  });

  it('is sent once when the answer is lost, and Get Status then tells that it counted', async () => {
    const letterId = await unread();
    await world.order({ service: 'svarut', operation: 'markAsRead', kind: 'dropAfter' });
    expect(failureOf(await mark(letterId))).toMatchObject({
      code: 'ERR_CONNECTION_LOST',
      action: expect.stringMatching(/Get Status/),
    });
    expect(await world.asked('svarut', 'markAsRead')).toBe(1);
    expect(await told('getStatus', { letterId })).toMatchObject({ status: 'LEST' });
  });

  it('fails for a letter that was never delivered', async () => {
    const letterId = await sentTo(world, IN_MAILBOX);
    await moveTo(world, letterId, 'AVVIST');
    expect(failureOf(await mark(letterId)).code).toBe('ERR_REFUSED');
  });
});

describe('Delete Documents Permanently', () => {
  const SURE = { cannotBeUndone: true, confirmation: 'SLETT' };
  const remove = (letterId: string, changes: Stored = {}) => ask('deleteDocuments', { letterId, ...SURE, ...changes });
  const left = async (letterId: string): Promise<number> =>
    (await told('getDocumentMetadata', { letterId })).dokumenter.length;

  it.each([
    ['ORIGINALDOKUMENTER', {}, 'LEVERT_ALTINN'],
    ['ORIGINALDOKUMENTER', { originalsDeletedAsSlettet: true }, 'SLETTET'],
    ['ALLE', {}, 'SLETTET'],
  ])('of the kind %s takes them away (%j), and the state is %s', async (slettetype, settings, status) => {
    await world.settings(settings);
    const letterId = await sentTo(world, UNREAD_IN_ALTINN);
    await world.advance(10);
    expect(await left(letterId)).toBe(1);
    expect(valueOf(await remove(letterId, { slettetype }))).toEqual({ letterId, documentsDeleted: slettetype });
    expect(await left(letterId)).toBe(0);
    expect(await told('getStatus', { letterId })).toMatchObject({ status });
  });

  it('asks SvarUt for nothing until both questions are answered', async () => {
    const letterId = await sentTo(world, IN_MAILBOX);
    for (const changes of [{ cannotBeUndone: false }, { confirmation: '' }, { confirmation: letterId }])
      expect(failureOf(await remove(letterId, changes)).code).toBe('ERR_INVALID_INPUT');
    expect(await world.asked('svarut', 'deleteDocuments')).toBe(0);
    expect(await left(letterId)).toBe(1);
  });

  it.each(['drop', 'dropAfter'] as const)('is asked for again when the connection breaks (%s)', async (kind) => {
    const letterId = await sentTo(world, IN_MAILBOX);
    await world.order({ service: 'svarut', operation: 'deleteDocuments', kind, times: 2 });
    expect(verdictsOf([await remove(letterId), await remove(letterId)])).toEqual(['ok', 'ok']);
    expect(await world.asked('svarut', 'deleteDocuments')).toBe(4);
    expect(
      (await told('getEvents', { letterId })).events.filter(({ text }: any) => /slettet/i.test(text)),
    ).toHaveLength(1);
  });
});

describe('a letter nobody knows', () => {
  const person = { foedselsnummer: IN_MAILBOX };
  const sure = { cannotBeUndone: true, confirmation: 'DELETE' };
  const ASKED: [string, Stored][] = [
    ['getEvents', {}],
    ['getSigningEvents', {}],
    ['getDocumentMetadata', {}],
    ['markAsRead', person],
    ['deleteDocuments', sure],
  ];

  it.each(ASKED)('fails %s by the name of the field, however Fiks explains itself', async (operation, input) => {
    for (const errorJson of ['absent', 'string', 'object']) {
      await world.settings({ errorJson });
      expect(failureOf(await ask(operation, { letterId: UNKNOWN, ...input }))).toMatchObject({
        code: 'ERR_NOT_FOUND',
        field: 'letterId',
        supportReference: expect.stringMatching(/^[\da-f-]{36}$/),
      });
    }
  });

  it.each(ASKED)('fails %s like that when a gateway answers with a web page too', async (operation, input) => {
    await world.order({ service: 'svarut', operation: sandboxNameOf(operation), kind: 'html', status: 404 });
    expect(failureOf(await ask(operation, { letterId: UNKNOWN, ...input })).code).toBe('ERR_NOT_FOUND');
  });
});

/** The sandbox's own names for what it is asked. */
const sandboxNameOf = (operation: string): string =>
  ({ getEvents: 'hendelser', getSigningEvents: 'signeringshendelser', getDocumentMetadata: 'documentMetadata' })[
    operation
  ] ?? operation;

describe('a letter the integration may only look at', () => {
  it('is not changed, and it is said who can give the right', async () => {
    const letterId = await sentTo(world, IN_MAILBOX);
    for (const operation of ['markAsRead', 'deleteDocuments'])
      await world.order({ service: 'svarut', operation, kind: 'status', status: 403 });
    const failures = [
      await ask('markAsRead', { letterId, foedselsnummer: IN_MAILBOX }),
      await ask('deleteDocuments', { letterId, cannotBeUndone: true, confirmation: 'DELETE' }),
    ].map(failureOf);
    for (const failure of failures)
      expect(failure).toMatchObject({ code: 'ERR_FORBIDDEN', action: expect.stringMatching(/Fiks forvaltning/) });
  });
});
