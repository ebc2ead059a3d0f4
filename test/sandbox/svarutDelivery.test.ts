import { Caller } from './caller';
import { letterTo, lookupPath, send, statesOf } from './letters';

const WITH_MAILBOX = '12848539668';
const READS_ALTINN = '15867936634';
const NEVER_READS = '22828999528';
const RESERVED = '19887834124';
const EXPIRED = '02920197712';
const NOT_REGISTERED = '05913828676';

let caller: Caller;
beforeAll(async () => {
  // Stands still, so that only the tests move time.
  caller = await Caller.start({ speed: 0 });
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const advance = (seconds: number) => caller.postJson('/admin/clock', { advanceSeconds: seconds });

const theLetter = async () => (await caller.call('/admin/letters')).body[0];

const withoutAddress = (id: string) => ({ mottaker: { navn: 'A', digitalId: id } });
const digitalOnly = { kunDigitalLevering: true };

describe('SvarUt chooses the channel from its own look in the contact register:', () => {
  it.each<[string, string, object, string, string[]]>([
    ['a mailbox', WITH_MAILBOX, {}, 'dpi', ['MOTTATT', 'AKSEPTERT', 'SENDT_SDP', 'LEVERT_SDP']],
    [
      'a mailbox, digital only',
      WITH_MAILBOX,
      digitalOnly,
      'dpi',
      ['MOTTATT', 'AKSEPTERT', 'SENDT_SDP', 'SENDT_DIGITALT'],
    ],
    [
      'no mailbox but notifiable',
      READS_ALTINN,
      {},
      'altinn',
      ['MOTTATT', 'AKSEPTERT', 'SENDT_ALTINN', 'LEVERT_ALTINN', 'LEST'],
    ],
    ['a reserved person', RESERVED, {}, 'print', ['MOTTATT', 'AKSEPTERT', 'SENDT_PRINT', 'PRINTET']],
    ['a person who cannot be notified', EXPIRED, {}, 'print', ['MOTTATT', 'AKSEPTERT', 'SENDT_PRINT', 'PRINTET']],
    ['a person who is not registered', NOT_REGISTERED, {}, 'print', ['MOTTATT', 'AKSEPTERT', 'SENDT_PRINT', 'PRINTET']],
    ['a reserved person, digital only', RESERVED, digitalOnly, 'none', ['MOTTATT', 'AKSEPTERT', 'IKKE_LEVERT']],
    ['a reserved person without an address', RESERVED, withoutAddress(RESERVED), 'none', ['MOTTATT', 'AVVIST']],
  ])('%s', async (_what, recipient, changes, channel, states) => {
    expect((await send(caller, letterTo(recipient, changes))).status).toBe(200);
    await advance(10);
    const letter = await theLetter();
    expect(letter.channel).toBe(channel);
    expect(statesOf(letter)).toEqual(states);
    expect(letter.state).toBe(states.at(-1));
  });

  it('the print endpoint goes to paper even for a person with a mailbox', async () => {
    await send(caller, letterTo(WITH_MAILBOX), { endpoint: 'print' });
    await advance(10);
    expect(await theLetter()).toMatchObject({ endpoint: 'print', channel: 'print', state: 'PRINTET', recipient: null });
  });
});

describe('a letter nobody opens in Altinn', () => {
  it('is printed after 40 hours', async () => {
    await send(caller, letterTo(NEVER_READS));
    await advance(40 * 60 * 60);
    expect((await theLetter()).state).toBe('LEVERT_ALTINN');
    await advance(2);
    expect((await theLetter()).state).toBe('SENDT_PRINT');
    await advance(2);
    expect((await theLetter()).state).toBe('PRINTET');
  });

  it.each<[string, object]>([
    ['stays there when it has no address', withoutAddress(NEVER_READS)],
    ['stays there when it may only be digital', digitalOnly],
  ])('%s', async (_what, changes) => {
    await send(caller, letterTo(NEVER_READS, changes));
    await advance(50 * 60 * 60);
    expect(statesOf(await theLetter())).not.toContain('SENDT_PRINT');
  });
});

describe('the status search', () => {
  const search = async (id: unknown) =>
    caller.postJson(
      `/svarut/api/v3/kontoer/${caller.credentials.fiks.kontoId}/forsendelser/status/sok`,
      { id },
      await caller.fiksHeaders(),
    );

  it('gives the last state and when it was reached', async () => {
    const { body } = await send(caller, letterTo(WITH_MAILBOX));
    expect((await search([body.id])).body.statuser[0].status).toBe('MOTTATT');
    await advance(2);
    const { statuser } = (await search([body.id])).body;
    expect(statuser).toEqual([
      {
        id: body.id,
        status: 'SENDT_SDP',
        sisteStatusEndring: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+0[12]:00$/),
      },
    ]);
    const received = Date.parse((await theLetter()).receivedAt);
    expect(Date.parse(statuser[0].sisteStatusEndring) - received).toBe(2000);
  });

  it('leaves out what it does not know', async () => {
    expect((await search(['7f3f9c5a-6a52-4b1e-9d1a-0a6f0f6f5b1c'])).body).toEqual({ statuser: [] });
  });

  it.each([['not-a-uuid'], [['not-a-uuid']], [undefined]])('refuses %j', async (id) => {
    expect((await search(id)).status).toBe(400);
  });
});

describe('the reference', () => {
  const find = async (kind: '' | '/metadata', reference: string) =>
    caller.call(lookupPath(caller, kind, reference), { headers: await caller.fiksHeaders() });

  it('finds every letter sent with it', async () => {
    const ids = [
      (await send(caller, letterTo(WITH_MAILBOX))).body.id,
      (await send(caller, letterTo(RESERVED))).body.id,
    ];
    await send(caller, letterTo(WITH_MAILBOX, { eksternReferanse: 'another' }));
    expect((await find('', 'sak-2026-17')).body).toEqual({ forsendelseIds: ids });
    expect((await find('/metadata', 'sak-2026-17')).body.forsendelser).toEqual(
      ids.map((id) => ({ id, dato: expect.stringMatching(/\+0[12]:00$/), status: 'MOTTATT' })),
    );
  });

  it('may have characters that must be encoded in an address', async () => {
    const eksternReferanse = 'sak 17/2026 & vedtak #2 +æøå';
    const { body } = await send(caller, letterTo(WITH_MAILBOX, { eksternReferanse, avgivendeSystem: 'Sakssystem' }));
    expect((await find('/metadata', eksternReferanse)).body.forsendelser).toEqual([
      expect.objectContaining({ id: body.id, avgivendeSystem: 'Sakssystem' }),
    ]);
  });

  it('that is unknown gives an empty list', async () => {
    expect((await find('', 'unknown')).body).toEqual({ forsendelseIds: [] });
  });

  it('may not be empty', async () => {
    expect((await find('', '')).status).toBe(400);
  });

  it('can be hidden for a while, as a just accepted letter may be', async () => {
    await caller.postJson('/admin/settings', { eksternRefVisibleAfterMs: 5000 });
    await send(caller, letterTo(WITH_MAILBOX));
    expect((await find('', 'sak-2026-17')).body.forsendelseIds).toHaveLength(0);
    await advance(5);
    expect((await find('', 'sak-2026-17')).body.forsendelseIds).toHaveLength(1);
  });
});
