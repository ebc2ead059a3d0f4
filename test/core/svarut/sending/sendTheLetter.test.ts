import type { FiksCredential } from '../../../../src/fiks/credential';
import { presentError } from '../../../../src/http/redact';
import type { Letter } from '../../../../src/svarut/letter/letter';
import { sendTheLetter, type HowToSend } from '../../../../src/svarut/sending/sendTheLetter';
import type { Session } from '../../../../src/session';
import {
  broken,
  credentialOf,
  fakeWorld,
  fiksCredential,
  partsOf,
  refillRetries,
  sessionIn,
  thrownBy,
  type World,
} from '../../fakePorts';
import { someNumbers } from '../../numbers';
import { KINDS, pdf, personFrom, watched } from '../letters';
import { found, isSend, none, ok, sendsOf, svarut, taken } from '../scriptedSvarut';

const [one = '', two = ''] = someNumbers(2);

/** References of one test are nobody else's: the process remembers what was sent. */
let times = 0;
const reference = (): string => `forsendelse-${(times += 1)}`;
const letterTo = (foedselsnummer = one, given = {}, sak = reference()): Letter =>
  personFrom({ foedselsnummer, ...given }, sak);

beforeEach(() => refillRetries('svarut'));

const HOW: HowToSend = {
  kontoId: undefined,
  sendOnce: 'protect',
  windowDays: 365,
  pauseAfter: undefined,
  validateOnly: false,
};
const sendIn = (session: Session, letter: Letter, how: Partial<HowToSend> = {}) =>
  sendTheLetter(session, letter, { ...HOW, ...how });
const send = (world: World, letter: Letter, how: Partial<HowToSend> = {}) => sendIn(sessionIn(world), letter, how);
const taking = () => fakeWorld(svarut([none], [ok]));

describe('every outcome has its record', () => {
  const journalOf = async (world: World, letter = letterTo()) => {
    const error = await thrownBy(() => send(world, letter));
    return { code: error.code, journal: presentError(error).journal };
  };

  test('a letter that is sent', async () => {
    const letter = letterTo();
    expect(await send(taking(), letter)).toMatchObject({
      outcome: 'sent',
      letterId: 'letter-2',
      eksternReferanse: letter.eksternReferanse,
      recovered: false,
      journal: {
        state: 'sent',
        letterId: 'letter-2',
        title: 'Vedtak om SFO',
        eksternReferanse: letter.eksternReferanse,
        channel: 'digitalOrPrint',
        documents: [{ filnavn: 'vedtak.pdf', size: 17 }],
      },
    });
  });

  test('a letter that was sent before', async () => {
    expect(await send(fakeWorld(svarut([found(taken)], [])), letterTo())).toMatchObject({
      outcome: 'duplicate',
      letterId: 'letter-1',
      status: 'AKSEPTERT',
      journal: { state: 'duplicate', letterId: 'letter-1' },
    });
  });

  test('a letter that is refused', async () => {
    expect(await journalOf(fakeWorld(svarut([none], [{ status: 400 }])))).toMatchObject({
      code: 'ERR_REFUSED',
      journal: { state: 'refused', letterId: null },
    });
  });

  test('a letter of which nobody knows', async () => {
    expect(await journalOf(fakeWorld(svarut([none], [broken('ECONNRESET')])))).toMatchObject({
      code: 'ERR_LETTER_OUTCOME_UNKNOWN',
      journal: { state: 'unknown', letterId: null },
    });
  });

  test('a letter with the reference of another', async () => {
    const letter = letterTo(one);
    const session = sessionIn(taking());
    await sendIn(session, letter);
    const error = await thrownBy(() => sendIn(session, letterTo(two, {}, letter.eksternReferanse)));
    expect(error).toMatchObject({
      code: 'ERR_REFERENCE_IN_USE',
      details: { field: 'eksternReferanse', journal: { state: 'refused', letterId: null } },
    });
  });

  test('with a record that is the same for the letter, whatever became of it', async () => {
    const letter = letterTo();
    const { journal } = (await send(taking(), letter)) as { journal: object };
    const refused = await journalOf(fakeWorld(svarut([none], [{ status: 400 }])), letter);
    expect(refused.journal).toEqual({
      ...journal,
      state: 'refused',
      letterId: null,
      recordedAt: expect.any(String) as unknown,
    });
  });
});

describe('before anything is asked', () => {
  test.each(KINDS)('a letter to %s is not sent in production without the switch', async (_kind, make) => {
    const world = taking();
    const session = sessionIn(world, { maskinporten: credentialOf({ environment: 'production' }) });
    expect((await thrownBy(() => sendIn(session, make({})))).code).toBe('ERR_SENDING_OFF');
    expect([world.requests, world.tokenRequests]).toEqual([[], []]);
  });

  test('a letter with a bad file is refused, without a record: it is no letter', async () => {
    const world = taking();
    const document = { ...pdf(), open: pdf('vedtak.pdf', 'another text').open };
    const error = await thrownBy(() => send(world, letterTo(one, { documents: [document] })));
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'documents' } });
    expect(error.details.journal).toBeUndefined();
    expect(world.requests).toEqual([]);
  });

  test('a letter from no account is refused', async () => {
    const session = sessionIn(taking(), { fiks: { ...fiksCredential, kontoId: '' } });
    expect(await thrownBy(() => sendIn(session, letterTo()))).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      details: { field: 'kontoId' },
    });
  });
});

describe('a letter that is redirected', () => {
  const redirecting = (world: World, changes: Partial<FiksCredential> = {}) =>
    sessionIn(world, { fiks: { ...fiksCredential, redirectLettersTo: two, ...changes } });

  test('goes to the stand-in, under the same reference, and its record is of the letter as it was meant', async () => {
    const letter = letterTo(one);
    const world = taking();
    const redirected = (await sendIn(redirecting(world), letter)) as { journal: object };
    const [metadata] = partsOf(world.requests.find(isSend));
    expect(JSON.parse((metadata as { text: string }).text)).toMatchObject({
      eksternReferanse: letter.eksternReferanse,
      kunDigitalLevering: true,
      mottaker: { digitalId: two },
    });
    expect((metadata as { text: string }).text).not.toContain(one);
    const { journal } = (await send(taking(), letterTo(one))) as { journal: { recipientReference: string } };
    expect(redirected.journal).toMatchObject({
      recipientReference: journal.recipientReference,
      channel: 'digitalOnly',
    });
  });

  test('and cannot have the stand-in is not sent, nor looked up', async () => {
    const world = taking();
    const session = redirecting(world, { redirectLettersTo: '310475025' });
    expect((await thrownBy(() => sendIn(session, letterTo()))).code).toBe('ERR_REDIRECTED');
    expect(world.requests).toEqual([]);
  });
});

describe('validating only', () => {
  const how = { validateOnly: true } as const;

  test('looks up and reads the files, and sends nothing', async () => {
    const world = fakeWorld(svarut([none], []));
    const document = watched();
    const letter = letterTo(one, { documents: [document], kunDigitalLevering: true });
    expect(await send(world, letter, how)).toMatchObject({
      outcome: 'validated',
      wouldBe: 'sent',
      letterId: null,
      eksternReferanse: letter.eksternReferanse,
      channel: 'digitalOnly',
      journal: { state: 'validated', letterId: null },
    });
    expect([world.requests.map(({ method }) => method), document.opened.times]).toEqual([['GET'], 1]);
  });

  test('tells a letter that was sent before', async () => {
    const world = fakeWorld(svarut([found(taken)], []));
    expect(await send(world, letterTo(), how)).toMatchObject({ wouldBe: 'duplicate', letterId: 'letter-1' });
  });

  test.each(['afterAmbiguity', 'off'] as const)('looks up nothing where sending would not (%s)', async (sendOnce) => {
    const world = fakeWorld(svarut([], []));
    expect(await send(world, letterTo(), { ...how, sendOnce })).toMatchObject({ wouldBe: 'sent' });
    expect(world.requests).toEqual([]);
  });

  test('can be done in production before anybody has decided to send', async () => {
    const world = fakeWorld(svarut([none], []));
    const session = sessionIn(world, { maskinporten: credentialOf({ environment: 'production' }) });
    expect(await sendIn(session, letterTo(), how)).toMatchObject({ outcome: 'validated' });
    expect(sendsOf(world)).toBe(0);
  });

  test('tells of a line that is the same letter as one before it, which has no id yet', async () => {
    const session = sessionIn(fakeWorld(svarut([none], [])));
    const sak = reference();
    const results = [
      await sendIn(session, letterTo(one, {}, sak), how),
      await sendIn(session, letterTo(one, {}, sak), how),
    ];
    expect(results).toMatchObject([{ wouldBe: 'sent' }, { wouldBe: 'duplicate', letterId: null }]);
  });

  test('refuses a line with the reference of another, and one that cannot be looked up', async () => {
    const session = sessionIn(fakeWorld(svarut([none], [])));
    const sak = reference();
    await sendIn(session, letterTo(one, {}, sak), how);
    expect(await thrownBy(() => sendIn(session, letterTo(two, {}, sak), how))).toMatchObject({
      code: 'ERR_REFERENCE_IN_USE',
      details: { journal: { state: 'refused' } },
    });
    const forbidden = fakeWorld(svarut([{ status: 403 }], []));
    expect((await thrownBy(() => send(forbidden, letterTo(), how))).code).toBe('ERR_FORBIDDEN');
  });

  test('says nothing of a letter that is sent in the same run: it is still sent', async () => {
    const world = taking();
    const session = sessionIn(world);
    const sak = reference();
    await sendIn(session, letterTo(one, {}, sak), how);
    expect(await sendIn(session, letterTo(one, {}, sak))).toMatchObject({ outcome: 'sent', letterId: 'letter-2' });
    expect(sendsOf(world)).toBe(1);
  });

  test('leaves no trace for later runs', async () => {
    const sak = reference();
    await send(fakeWorld(svarut([none], [])), letterTo(one, {}, sak), how);
    const world = fakeWorld(svarut([found(taken)], []));
    expect(await send(world, letterTo(two, {}, sak))).toMatchObject({ outcome: 'duplicate' });
  });

  test('takes no place of a pilot', async () => {
    const session = sessionIn(taking());
    await sendIn(session, letterTo(), { ...how, pauseAfter: 1 });
    expect(await sendIn(session, letterTo(), { pauseAfter: 1 })).toMatchObject({ outcome: 'sent' });
  });
});

describe('a pilot', () => {
  test('sends so many new letters, and the rest are paused after they were looked up', async () => {
    const world = taking();
    const session = sessionIn(world);
    const pilot = { pauseAfter: 2 };
    for (let sent = 0; sent < 2; sent += 1) await sendIn(session, letterTo(), pilot);
    const error = await thrownBy(() => sendIn(session, letterTo(), pilot));
    expect(error).toMatchObject({ code: 'ERR_PAUSED', details: { journal: { state: 'refused' } } });
    expect(sendsOf(world)).toBe(2);
  });

  test('counts neither duplicates nor what was refused', async () => {
    const world = fakeWorld(svarut([found(taken), none], [{ status: 400 }, ok]));
    const session = sessionIn(world);
    const pilot = { pauseAfter: 1 };
    expect(await sendIn(session, letterTo(), pilot)).toMatchObject({ outcome: 'duplicate' });
    expect((await thrownBy(() => sendIn(session, letterTo(), pilot))).code).toBe('ERR_REFUSED');
    expect(await sendIn(session, letterTo(), pilot)).toMatchObject({ outcome: 'sent' });
    expect((await thrownBy(() => sendIn(session, letterTo(), pilot))).code).toBe('ERR_PAUSED');
  });

  test('counts a letter once, also when it has to be sent a second time', async () => {
    const world = fakeWorld(svarut([none], [broken('ECONNRESET'), ok]));
    expect(await send(world, letterTo(), { pauseAfter: 1 })).toMatchObject({ outcome: 'sent', letterId: 'letter-2' });
    expect(sendsOf(world)).toBe(2);
  });

  test('counts a letter of which nobody knows, for it may be there', async () => {
    const session = sessionIn(fakeWorld(svarut([none], [broken('ECONNRESET')])));
    const pilot = { pauseAfter: 1 };
    expect((await thrownBy(() => sendIn(session, letterTo(), pilot))).code).toBe('ERR_LETTER_OUTCOME_UNKNOWN');
    expect((await thrownBy(() => sendIn(session, letterTo(), pilot))).code).toBe('ERR_PAUSED');
  });

  test('that is run again without a number sends the rest, and the first ones are duplicates', async () => {
    const held: string[] = [];
    const world = fakeWorld((request) => {
      if (!isSend(request))
        return found(
          ...held
            .filter((sak) => new URL(request.url).searchParams.get('eksternRef') === sak)
            .map((sak) => ({ ...taken, id: `id-of-${sak}` })),
        );
      const [metadata] = partsOf(request);
      held.push((JSON.parse((metadata as { text: string }).text) as { eksternReferanse: string }).eksternReferanse);
      return { json: { id: `id-of-${held.at(-1)}` } };
    });
    const letters = [letterTo(), letterTo(), letterTo()];
    const runAll = async (pauseAfter?: number) => {
      const session = sessionIn(world);
      const outcomes: unknown[] = [];
      for (const letter of letters)
        outcomes.push(
          await sendIn(session, letter, { pauseAfter }).then(
            ({ outcome }) => outcome,
            (error: unknown) => (error as { code: string }).code,
          ),
        );
      return outcomes;
    };
    expect(await runAll(2)).toEqual(['sent', 'sent', 'ERR_PAUSED']);
    expect(await runAll()).toEqual(['duplicate', 'duplicate', 'sent']);
    expect(held).toEqual(letters.map(({ eksternReferanse }) => eksternReferanse));
  });
});

describe('the same reference', () => {
  test('in a later run for another recipient or title is an error, though SvarUt only says that it is taken', async () => {
    const sak = reference();
    await send(taking(), letterTo(one, {}, sak));
    for (const another of [letterTo(two, {}, sak), letterTo(one, { tittel: 'Noe annet' }, sak)])
      for (const validateOnly of [false, true])
        expect(
          (await thrownBy(() => send(fakeWorld(svarut([found(taken)], [])), another, { validateOnly }))).code,
        ).toBe('ERR_REFERENCE_IN_USE');
    expect(await send(fakeWorld(svarut([found(taken)], [])), letterTo(one, {}, sak))).toMatchObject({
      outcome: 'duplicate',
    });
  });

  test('is free again when SvarUt rejected the letter', async () => {
    const sak = reference();
    await send(taking(), letterTo(one, {}, sak));
    const world = fakeWorld(svarut([found({ ...taken, status: 'AVVIST' })], [ok]));
    expect(await send(world, letterTo(two, {}, sak))).toMatchObject({ outcome: 'sent' });
  });

  test('twice in a run is two letters without protection, and one otherwise', async () => {
    for (const [sendOnce, sends] of [
      ['protect', 1],
      ['afterAmbiguity', 1],
      ['off', 2],
    ] as const) {
      const world = taking();
      const session = sessionIn(world);
      const letter = letterTo();
      await sendIn(session, letter, { sendOnce });
      await sendIn(session, letter, { sendOnce });
      expect(sendsOf(world)).toBe(sends);
    }
  });
});
