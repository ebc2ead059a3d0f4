import { decodeJwt } from 'jose';
import { krrOperations } from '../../../src/krr/operations';
import { runOperation } from '../../../src/operations/run';
import {
  credentialOf,
  failureOf,
  fakeWorld,
  inTurn,
  jsonOf,
  refillRetries,
  sessionIn,
  valueOf,
  type Reply,
  type Route,
  type World,
} from '../fakePorts';
import { someNumbers } from '../numbers';

const operation = (name: string) => {
  const found = krrOperations.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

beforeEach(() => refillRetries('krr'));

const run = (
  name: string,
  world: World,
  numbers: readonly unknown[],
  settings: Record<string, unknown> = {},
  changes = {},
) =>
  runOperation(
    operation(name),
    sessionIn(world, changes),
    numbers.map((foedselsnummer) => ({ values: { foedselsnummer, ...settings } })),
    { rules: { realPersons: false } },
  );

const [a = '', b = '', c = ''] = someNumbers(3);

const wire = (personidentifikator: string, more: Record<string, unknown> = {}) => ({
  personidentifikator,
  reservasjon: 'NEI',
  status: 'AKTIV',
  varslingsstatus: 'KAN_VARSLES',
  kontaktinformasjon: {
    epostadresse: `${personidentifikator}@example.no`,
    epostadresse_oppdatert: '2026-06-10T21:00:01+02',
    epostadresse_duplisert: 'JA',
  },
  digital_post: { postkasseadresse: 'ola.nordmann#9YDT', postkasseleverandoeradresse: '984661185' },
  spraak: 'nn',
  ...more,
});
const answering = (...personer: unknown[]): Route => inTurn({ json: { personer } });
const askedIn = (body: unknown): string[] => (body as { personidentifikatorer: string[] }).personidentifikatorer;
const scopeOf = (world: World): unknown =>
  decodeJwt(new URLSearchParams(String(world.tokenRequests[0]?.body)).get('assertion') ?? '').scope;

describe('looking up contact info', () => {
  const lookUp = (world: World, numbers: readonly unknown[], settings = {}) =>
    run('lookUpContactInfo', world, numbers, settings);

  test('is one POST for all, saying that those not registered are wanted too', async () => {
    const world = fakeWorld(answering(wire(a), wire(b)));
    await lookUp(world, [a, b, a]);
    expect(world.requests).toHaveLength(1);
    expect(world.requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://test.kontaktregisteret.no/rest/v2/personer',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: 'Bearer token-1' },
    });
    expect(jsonOf(world.requests[0])).toEqual({ personidentifikatorer: [a, b], inkluderIkkeRegistrerte: true });
  });

  test('gives each number its own person, in whatever order KRR answers', async () => {
    const world = fakeWorld(answering(wire(c), wire(a)));
    const values = (await lookUp(world, [a, b, c, a])).map(valueOf);
    expect(values.map(({ foedselsnummer, krrStatus }) => [foedselsnummer, krrStatus])).toEqual([
      [a, 'AKTIV'],
      [b, 'IKKE_REGISTRERT'],
      [c, 'AKTIV'],
      [a, 'AKTIV'],
    ]);
    expect(values[1]).toMatchObject({ reserved: null, email: null, mobile: null, hasDigitalMailbox: false });
  });

  test('shows dates in whole offsets, and which addresses are shared', async () => {
    const [outcome] = await lookUp(fakeWorld(answering(wire(a))), [a]);
    expect(valueOf(outcome)).toEqual({
      foedselsnummer: a,
      hasDigitalMailbox: true,
      reserved: false,
      language: 'nn',
      languageForTemplate: 'nn',
      krrStatus: 'AKTIV',
      varslingsstatus: 'KAN_VARSLES',
      email: {
        address: `${a}@example.no`,
        lastUpdated: '2026-06-10T21:00:01+02:00',
        lastUpdatedRaw: '2026-06-10T21:00:01+02',
        lastVerified: null,
        lastVerifiedRaw: null,
        shared: true,
      },
      mobile: null,
      mailbox: { address: 'ola.nordmann#9YDT', provider: '984661185' },
    });
  });

  test('asks each person again in the next execution: nothing is kept', async () => {
    const world = fakeWorld(inTurn({ json: { personer: [wire(a)] } }, { json: { personer: [] } }));
    expect(valueOf((await run('lookUpContactInfo', world, [a]))[0]).krrStatus).toBe('AKTIV');
    expect(valueOf((await run('lookUpContactInfo', world, [a]))[0]).krrStatus).toBe('IKKE_REGISTRERT');
    expect(world.requests).toHaveLength(2);
  });

  test('asks version 1 without a wish it does not know, and does not take its silence on shared addresses for no', async () => {
    const contact = {
      epostadresse: 'a@example.no',
      mobiltelefonnummer: '99999999',
      mobiltelefonnummer_duplisert: 'NEI',
    };
    const world = fakeWorld(answering(wire(a, { kontaktinformasjon: contact })));
    const [outcome] = await lookUp(world, [a], { krrVersion: 'v1' });
    expect(world.requests[0]?.url).toBe('https://test.kontaktregisteret.no/rest/v1/personer');
    expect(jsonOf(world.requests[0])).toEqual({ personidentifikatorer: [a] });
    expect(valueOf(outcome)).toMatchObject({ email: { shared: null }, mobile: { shared: false } });
  });

  test.each([[{ personer: [] }], [{}], [{ personer: null }]])(
    'takes %j to mean that nobody is registered',
    async (json) => {
      const outcomes = await lookUp(fakeWorld(inTurn({ json })), [a, b]);
      expect(outcomes.map((outcome) => valueOf(outcome).krrStatus)).toEqual(['IKKE_REGISTRERT', 'IKKE_REGISTRERT']);
    },
  );

  test('is a thousand to a call', async () => {
    const numbers = someNumbers(2_001);
    const world = fakeWorld((request) => ({
      json: { personer: askedIn(jsonOf(request)).map((number) => wire(number)) },
    }));
    const outcomes = await lookUp(world, numbers);
    expect(world.requests.map((request) => askedIn(jsonOf(request)).length).sort((x, y) => y - x)).toEqual([
      1_000, 1_000, 1,
    ]);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual(numbers);
  });

  test('asks for the scope of the mailbox only when the mailbox is wanted', async () => {
    const both = fakeWorld(answering(wire(a)));
    await lookUp(both, [a]);
    expect(scopeOf(both)).toBe('krr:global/kontaktinformasjon.read krr:global/digitalpost.read');
    const contact = fakeWorld(answering(wire(a, { digital_post: undefined })));
    const [outcome] = await lookUp(contact, [a], { includeMailbox: false });
    expect(scopeOf(contact)).toBe('krr:global/kontaktinformasjon.read');
    expect(valueOf(outcome).hasDigitalMailbox).toBeNull();
  });

  test('asks for the scopes of a supplier when it acts for a customer, and names them when they are missing', async () => {
    const bare = { personidentifikator: a, status: 'AKTIV', reservasjon: 'NEI' };
    const world = fakeWorld(answering(bare));
    const maskinporten = credentialOf({ consumerOrg: '310475025' });
    const [outcome] = await run('lookUpContactInfo', world, [a], {}, { maskinporten });
    expect(scopeOf(world)).toBe('krr:global/kontaktinfo.read krr:global/postkasse.read');
    expect(failureOf(outcome).action).toMatch(
      /has krr:global\/kontaktinfo\.read\..*kontaktinformasjon\.read does not count/,
    );
  });

  test('says that the scope is missing, and not that there is no address, when KRR tells nothing of contact', async () => {
    const bare = { personidentifikator: a, status: 'AKTIV', reservasjon: 'NEI' };
    const outcomes = await lookUp(fakeWorld(answering(bare, wire(b))), [a, b]);
    expect(failureOf(outcomes[0])).toMatchObject({
      code: 'ERR_FORBIDDEN',
      kind: 'system',
      details: { service: 'krr' },
    });
    expect(failureOf(outcomes[0]).action).toMatch(/has krr:global\/kontaktinformasjon\.read\./);
    expect(outcomes[1]?.ok).toBe(true);
  });

  test.each(['JA', 'NEI', undefined, 'KANSKJE'])(
    'reads the reservation %p, and takes neither silence nor a new word for no',
    async (reservasjon) => {
      const [outcome] = await lookUp(fakeWorld(answering(wire(a, { reservasjon }))), [a]);
      expect(valueOf(outcome).reserved).toBe(reservasjon === 'JA' ? true : reservasjon === 'NEI' ? false : null);
    },
  );

  test('never sends a malformed number, and answers the others', async () => {
    const world = fakeWorld(answering(wire(a)));
    const outcomes = await lookUp(world, ['16903349845', a]);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([false, true]);
    expect(askedIn(jsonOf(world.requests[0]))).toEqual([a]);
  });

  test('asks nothing when there is nobody to ask for', async () => {
    const world = fakeWorld(inTurn());
    await lookUp(world, ['x']);
    expect([world.requests, world.tokenRequests]).toEqual([[], []]);
  });
});

describe('KRR failing', () => {
  test.each<[Reply, string, number]>([
    // Both are asked for alone too, in case it is one of them.
    [{ status: 400, json: { error: 'Bad Request' } }, 'ERR_REFUSED', 3],
    [{ status: 400, text: '<html>' }, 'ERR_REFUSED', 3],
    [{ status: 403 }, 'ERR_FORBIDDEN', 1],
    [{ status: 401 }, 'ERR_UNAUTHORIZED', 2],
    [{ status: 429 }, 'ERR_THROTTLED', 3],
    [{ status: 500 }, 'ERR_SERVICE_FAILURE', 2],
    [{ status: 502 }, 'ERR_SERVICE_FAILURE', 3],
    [{ status: 503 }, 'ERR_SERVICE_FAILURE', 3],
    [{ status: 504, text: '<html>' }, 'ERR_SERVICE_FAILURE', 3],
    [{ status: 200, text: '<html>' }, 'ERR_UNEXPECTED_ANSWER', 1],
  ])('with %j is %s for every input, after %i calls', async (reply, code, calls) => {
    const world = fakeWorld(() => reply);
    const outcomes = await run('checkNotificationRules', world, [a, b]);
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual([code, code]);
    expect(world.requests).toHaveLength(calls);
  });

  test('with one number it does not accept leaves the others their answers, and says nothing of the number', async () => {
    const numbers = someNumbers(20);
    const [bad = ''] = numbers.slice(7);
    const world = fakeWorld((request) => {
      const asked = askedIn(jsonOf(request));
      return asked.includes(bad) ? { status: 400 } : { json: { personer: asked.map((number) => wire(number)) } };
    });
    const outcomes = await run('checkNotificationRules', world, numbers);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual(numbers.map((number) => number !== bad));
    const { message, action, details } = failureOf(outcomes[7]);
    expect(details).toEqual({ service: 'krr', status: 400, field: 'foedselsnummer' });
    expect(message + action).not.toMatch(/\d/);
  });

  test('names the scopes when it says that they are missing', async () => {
    const [outcome] = await run(
      'lookUpContactInfo',
      fakeWorld(() => ({ status: 403 })),
      [a],
    );
    expect(failureOf(outcome).action).toMatch(
      /has krr:global\/kontaktinformasjon\.read and krr:global\/digitalpost\.read\. A supplier .* consumer organisation/,
    );
  });
});

describe('checking the rules of notification', () => {
  const check = (world: World, numbers: readonly unknown[], settings = {}) =>
    run('checkNotificationRules', world, numbers, settings);

  test('says whether, how and why, and keeps the addresses to itself', async () => {
    const [outcome] = await check(fakeWorld(answering(wire(a))), [a]);
    expect(valueOf(outcome)).toEqual({
      foedselsnummer: a,
      hasDigitalMailbox: true,
      reserved: false,
      language: 'nn',
      languageForTemplate: 'nn',
      canBeNotified: true,
      notification: 'mayBeNotified',
      reason: 'KAN_VARSLES',
      reasonText: { en: expect.stringMatching(/may be notified/), nb: expect.stringMatching(/kan varsles/) },
      channels: ['email'],
      email: {
        fresh: true,
        lastUpdated: '2026-06-10T21:00:01+02:00',
        lastVerified: null,
        expires: '2027-12-10T21:00:01+01:00',
        shared: true,
      },
      mobile: null,
    });
  });

  test('gives the addresses when the author asks for them', async () => {
    const contact = { epostadresse: 'a@example.no', mobiltelefonnummer: '999 99 999' };
    const world = fakeWorld(answering(wire(a, { kontaktinformasjon: contact })));
    const [outcome] = await check(world, [a], { includeAddresses: true });
    expect(valueOf(outcome)).toMatchObject({
      email: { address: 'a@example.no' },
      mobile: { address: '999 99 999', e164: '+4799999999' },
    });
  });

  test('is about a decision unless the author says otherwise', async () => {
    const reserved = wire(a, { reservasjon: 'JA', varslingsstatus: 'KAN_IKKE_VARSLES' });
    expect(valueOf((await check(fakeWorld(answering(reserved)), [a]))[0])).toMatchObject({
      canBeNotified: false,
      reason: 'RESERVERT',
      reserved: true,
      channels: [],
    });
    expect(valueOf((await check(fakeWorld(answering(reserved)), [a], { purpose: 'servicemelding' }))[0])).toMatchObject(
      { canBeNotified: true, channels: ['email'] },
    );
  });

  test('counts the age of a date from the clock of the run', async () => {
    const world = fakeWorld(() => ({ json: { personer: [wire(a)] } }), {
      now: Date.parse('2027-12-10T21:00:01+01:00'),
    });
    expect(valueOf((await check(world, [a]))[0])).toMatchObject({ canBeNotified: false, reason: 'UTLOEPT' });
    world.clock.ms -= 1_000;
    expect(valueOf((await check(world, [a]))[0])).toMatchObject({ canBeNotified: true });
  });

  test('warns of a date that lies ahead, once for each person, in a sentence about nobody', async () => {
    const ahead = '2026-11-20T10:00:01+01:00';
    const both = {
      epostadresse: 'kari@example.no',
      epostadresse_oppdatert: ahead,
      mobiltelefonnummer: '99999999',
      mobiltelefonnummer_sist_verifisert: '2030-01-01T00:00:00+01',
    };
    const one = { epostadresse: 'ola@example.no', epostadresse_oppdatert: ahead };
    const world = fakeWorld(
      answering(wire(a, { kontaktinformasjon: both }), wire(b), wire(c, { kontaktinformasjon: one })),
    );
    const outcomes = await check(world, [a, b, c], { includeAddresses: true });
    expect(outcomes.map((outcome) => valueOf(outcome).canBeNotified)).toEqual([true, true, true]);
    expect(world.warnings).toHaveLength(2);
    for (const warning of world.warnings) {
      expect(warning).toMatch(/clock.*\.$/);
      expect(warning).not.toMatch(new RegExp(`${a}|${b}|${c}|@|\\d`));
    }
  });

  test('warns of no date that is now or past', async () => {
    const now = '2026-11-20T10:00:00+01:00';
    const world = fakeWorld(
      answering(
        wire(a),
        wire(b, { kontaktinformasjon: { epostadresse: 'x@example.no', epostadresse_oppdatert: now } }),
      ),
    );
    await check(world, [a, b]);
    expect(world.warnings).toEqual([]);
  });

  test('says paper for who is not registered, and does not fail', async () => {
    expect(valueOf((await check(fakeWorld(answering()), [a]))[0])).toMatchObject({
      canBeNotified: false,
      reason: 'IKKE_REGISTRERT',
      hasDigitalMailbox: false,
    });
  });

  test('asks separately for inputs of different purposes', async () => {
    const world = fakeWorld((request) => ({
      json: { personer: askedIn(jsonOf(request)).map((number) => wire(number, { reservasjon: 'JA' })) },
    }));
    const inputs = [
      { values: { foedselsnummer: a, purpose: 'vedtak' } },
      { values: { foedselsnummer: a, purpose: 'servicemelding' } },
    ];
    const outcomes = await runOperation(operation('checkNotificationRules'), sessionIn(world), inputs, {
      rules: { realPersons: false },
    });
    expect(outcomes.map((outcome) => valueOf(outcome).canBeNotified)).toEqual([false, true]);
  });
});

describe.each(['lookUpContactInfo', 'checkNotificationRules'])('an entry that cannot be read, in %s', (name) => {
  const codesFor = async (...personer: unknown[]): Promise<(string | true)[]> => {
    const world = fakeWorld(answering(...personer));
    const outcomes = await run(name, world, [a, b, c]);
    expect(world.requests).toHaveLength(1);
    return outcomes.map((outcome) => outcome.ok || outcome.error.code);
  };

  test.each<[string, Record<string, unknown>]>([
    ['no status', { status: undefined }],
    ['a status of null', { status: null }],
    ['a number for a reservation', { reservasjon: 1 }],
    ['a text for contact', { kontaktinformasjon: 'kari@example.no' }],
    ['an object for an e-mail address', { kontaktinformasjon: { epostadresse: { adresse: 'kari@example.no' } } }],
    ['a list for a mailbox', { digital_post: [] }],
  ])('(%s) is the error of that person alone', async (_what, more) => {
    expect(await codesFor(wire(a), wire(b, more), wire(c))).toEqual([true, 'ERR_UNEXPECTED_ANSWER', true]);
    expect(await codesFor(wire(c), wire(a), wire(b, more))).toEqual([true, 'ERR_UNEXPECTED_ANSWER', true]);
  });

  test('says whose service it was, and nothing of what stood there', async () => {
    const odd = wire(b, { status: { navn: 'KARI NORDMANN' } });
    const error = failureOf((await run(name, fakeWorld(answering(odd)), [b]))[0]);
    expect(error).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER', kind: 'system', details: { service: 'krr' } });
    expect(JSON.stringify([error.message, error.action, error.details])).not.toMatch(new RegExp(`NORDMANN|${b}|@`));
  });

  test('leaves who is not in the answer at all not registered', async () => {
    const outcomes = await run(name, fakeWorld(answering(wire(a), wire(b, { status: null }))), [a, b, c]);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
    expect(valueOf(outcomes[2])).toMatchObject(
      name === 'lookUpContactInfo'
        ? { krrStatus: 'IKKE_REGISTRERT' }
        : { reason: 'IKKE_REGISTRERT', canBeNotified: false },
    );
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'AKTIV'],
    ['a list', []],
    ['nothing', {}],
    ['no number', { ...wire(b), personidentifikator: undefined }],
    ['a number that is no text', { ...wire(b), personidentifikator: Number(b) }],
  ])('(%s) may be about anybody who is missing, so nobody missing is called not registered', async (_what, entry) => {
    expect(await codesFor(wire(a), entry)).toEqual([true, 'ERR_UNEXPECTED_ANSWER', 'ERR_UNEXPECTED_ANSWER']);
    expect(await codesFor(entry, wire(c), wire(a))).toEqual([true, 'ERR_UNEXPECTED_ANSWER', true]);
    expect(await codesFor(wire(b), entry, wire(c), wire(a))).toEqual([true, true, true]);
  });
});

test.each(['AVVENTER', '', 'aktiv'])('the status "%s", which nobody knows, is paper and no error', async (status) => {
  const odd = wire(a, { status });
  for (const purpose of ['vedtak', 'servicemelding'])
    expect(
      valueOf((await run('checkNotificationRules', fakeWorld(answering(odd)), [a], { purpose }))[0]),
    ).toMatchObject({ canBeNotified: false, reason: 'UKJENT_STATUS', channels: [] });
  expect(valueOf((await run('lookUpContactInfo', fakeWorld(answering(odd)), [a]))[0])).toMatchObject({
    krrStatus: status,
  });
});
