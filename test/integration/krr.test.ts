import { KRR_ONLY_PERSONS } from '../../sandbox/src/krr/persons';
import { ALL_NUMBERS, NOBODY, numberOf, PERSONAS } from './persons';
import { cold, failureOf, valueOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

type Expected = readonly [
  reason: string,
  forDecisions: readonly string[],
  forServiceMessages: readonly string[],
  mailbox?: 'mailbox',
];

const BOTH = ['email', 'mobile'];
const ABSENT: Expected = ['IKKE_REGISTRERT', [], []];

/** Why or why not, and the channels for each purpose; from what the sandbox says each person tests. */
const PERSONS: Record<string, Expected> = {
  ...Object.fromEntries(ALL_NUMBERS.map((number) => [number, ABSENT])),
  [NOBODY]: ABSENT,
  [numberOf('ordinary-resident')]: ['KAN_VARSLES', BOTH, BOTH, 'mailbox'],
  [numberOf('strictly-confidential')]: ['KAN_VARSLES', BOTH, BOTH, 'mailbox'],
  [numberOf('confidential')]: ['RESERVERT', [], BOTH],
  [numberOf('client-address')]: ['KAN_IKKE_VARSLES', [], BOTH],
  [numberOf('foreign-postal-address')]: ['KAN_VARSLES', BOTH, BOTH, 'mailbox'],
  [numberOf('historical-identifiers')]: ['KAN_VARSLES', BOTH, BOTH],
  [numberOf('long-name-nordic-letters')]: ['KAN_VARSLES', ['mobile'], BOTH, 'mailbox'],
  '22885399316': ['KAN_VARSLES', BOTH, BOTH],
  '21836797660': ['SLETTET', [], []],
  '22838497199': ['RESERVERT', [], BOTH],
  '22828999528': ['KAN_VARSLES', ['mobile'], ['mobile']],
  '22814398483': ['KAN_VARSLES', ['email'], ['email']],
  '16828397668': ['KAN_VARSLES', BOTH, BOTH, 'mailbox'],
  '07878398712': ['RESERVERT', [], []],
  '16837297366': ['KAN_VARSLES', BOTH, BOTH],
  '21849297640': ['INGEN_ADRESSE', [], []],
  '20878697112': ['KAN_VARSLES', BOTH, BOTH],
  '20914695016': ['MANGLER_DATO', [], BOTH],
};
/** Of these, that KRR gives no mailbox does not mean that there is none. */
const MAY_BE_WITHHELD = ['RESERVERT', 'UKJENT_RESERVASJON', 'KAN_IKKE_VARSLES'];
const EVERYONE = [...ALL_NUMBERS, ...KRR_ONLY_PERSONS.map(({ personidentifikator }) => personidentifikator), NOBODY];

const check = (numbers: readonly string[], settings: object = {}) =>
  world.run(
    'krr',
    'checkNotificationRules',
    numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings })),
  );
const lookUp = (numbers: readonly string[], settings: object = {}) =>
  world.run(
    'krr',
    'lookUpContactInfo',
    numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings })),
  );

const nameOf = (number: string): string =>
  PERSONAS.find(({ foedselsEllerDNummer }) => foedselsEllerDNummer === number)?.slug ??
  KRR_ONLY_PERSONS.find(({ personidentifikator }) => personidentifikator === number)?.tests ??
  'nobody';

describe('Check Notification Rules', () => {
  it('has an expectation for everyone', () => {
    expect(Object.keys(PERSONS).sort()).toEqual([...EVERYONE].sort());
  });

  it.each(EVERYONE.map((number) => [nameOf(number), number]))('of a formal decision to: %s', async (_name, number) => {
    const [reason, channels, , mailbox] = PERSONS[number]!;
    const result = valueOf((await check([number]))[0]);
    expect(result).toMatchObject({
      foedselsnummer: number,
      reason,
      channels,
      canBeNotified: channels.length > 0,
      hasDigitalMailbox: mailbox !== undefined || (MAY_BE_WITHHELD.includes(reason) ? null : false),
    });
  });

  /** A reservation does not stop a service message; that KRR gives no address for the reserved does. */
  const withoutChannel = (reason: string): string => (reason === 'RESERVERT' ? 'KAN_IKKE_VARSLES' : reason);

  it.each(EVERYONE.map((number) => [nameOf(number), number]))('of a service message to: %s', async (_name, number) => {
    const [reason, , channels] = PERSONS[number]!;
    const result = valueOf((await check([number], { purpose: 'servicemelding' }))[0]);
    expect(result).toMatchObject({
      channels,
      canBeNotified: channels.length > 0,
      reason: channels.length > 0 ? 'KAN_VARSLES' : withoutChannel(reason),
    });
  });

  it('answers for everyone in one call, in the order asked', async () => {
    const backwards = [...EVERYONE].reverse();
    const results = (await check(backwards)).map(valueOf);
    expect(results.map(({ foedselsnummer, reason }) => [foedselsnummer, reason])).toEqual(
      backwards.map((number) => [number, PERSONS[number]![0]]),
    );
    expect(await world.asked('krr')).toBe(1);
  });

  it('makes one call for each purpose when both are among the inputs', async () => {
    const reserved = numberOf('confidential');
    const inputs = ['vedtak', 'servicemelding', 'vedtak'].map((purpose) => ({ foedselsnummer: reserved, purpose }));
    const results = (await world.run('krr', 'checkNotificationRules', inputs)).map(valueOf);
    expect(results.map(({ canBeNotified }) => canBeNotified)).toEqual([false, true, false]);
    expect(await world.asked('krr')).toBe(2);
  });

  it('says when each channel expires, counted from the later of its two dates', async () => {
    const { email, mobile } = valueOf((await check([numberOf('long-name-nordic-letters')]))[0]);
    expect(email).toMatchObject({ fresh: false });
    expect(mobile).toMatchObject({ fresh: true });
    expect(Date.parse(email.expires)).toBeLessThan(Date.now());
    expect(Date.parse(mobile.expires)).toBeGreaterThan(Date.now());
  });

  it('keeps addresses to itself unless the author asks for them', async () => {
    const number = numberOf('ordinary-resident');
    expect(JSON.stringify(await check([number]))).not.toMatch(/example\.com|\+47/);
    expect(valueOf((await check([number], { includeAddresses: true }))[0])).toMatchObject({
      email: { address: 'rask.fyrlykt@example.com' },
      mobile: { address: '+4799999999' },
    });
  });

  describe.each([false, true])('where KRR withholds what has expired (%s)', (filtrerUtgaatt) => {
    const EXPIRED = numberOf('client-address');
    beforeEach(() => world.settings({ filtrerUtgaatt }));

    it('gives the same verdict of a decision, and the reason is never that there is no address', async () => {
      expect(valueOf((await check([EXPIRED]))[0])).toMatchObject({
        canBeNotified: false,
        notification: 'paperOnly',
        reason: 'KAN_IKKE_VARSLES',
      });
    });

    it('uses the addresses for a service message if it gets them, and otherwise says that it was not given them', async () => {
      expect(valueOf((await check([EXPIRED], { purpose: 'servicemelding' }))[0])).toMatchObject(
        filtrerUtgaatt
          ? { notification: 'noChannel', reason: 'KAN_IKKE_VARSLES', email: null, mobile: null }
          : { notification: 'mayBeNotified', channels: BOTH },
      );
    });

    it('looks up the same people', async () => {
      const results = (await lookUp(EVERYONE)).map(valueOf);
      expect(results.map(({ foedselsnummer }) => foedselsnummer)).toEqual(EVERYONE);
    });
  });

  it('counts no code that was entered as a sign of freshness', async () => {
    const { email } = valueOf((await check([numberOf('client-address')]))[0]);
    expect(email).toMatchObject({ fresh: false });
  });
});

describe('Look Up Contact Info', () => {
  it('answers for all twelve personas, registered or not', async () => {
    const results = (await lookUp(ALL_NUMBERS)).map(valueOf);
    expect(results.map(({ foedselsnummer }) => foedselsnummer)).toEqual(ALL_NUMBERS);
    expect(results.map(({ krrStatus }) => krrStatus)).toEqual(
      ALL_NUMBERS.map((number) => (PERSONS[number] === ABSENT ? 'IKKE_REGISTRERT' : 'AKTIV')),
    );
    expect(await world.asked('krr')).toBe(1);
  });

  it('gives addresses with whole dates in Norwegian time, whichever way KRR writes them', async () => {
    const results = (await lookUp(['22885399316', '16837297366', '20878697112'])).map(valueOf);
    for (const { email } of results)
      expect(email.lastVerified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?\+0[12]:00$/);
    expect(results.map(({ email }) => email.lastVerifiedRaw)).toEqual([
      expect.stringMatching(/\+0[12]$/),
      expect.stringMatching(/\.\d{3}\+0[12]:00$/),
      expect.stringMatching(/Z$/),
    ]);
    expect(results.map(({ email }) => email.shared)).toEqual([true, false, false]);
  });

  it('does not take an empty text for an address', async () => {
    expect(valueOf((await lookUp(['21849297640']))[0])).toMatchObject({ email: null, mobile: null, language: 'nb' });
  });

  it('has a language to write in for everyone, and a number to send to wherever KRR has one', async () => {
    const results = (await lookUp(['20878697112', '22885399316', '16837297366', '22828999528', NOBODY])).map(valueOf);
    expect(results.map(({ language, languageForTemplate }) => [language, languageForTemplate])).toEqual([
      ['se', 'nb'],
      ['nn', 'nn'],
      ['en', 'en'],
      ['nb', 'nb'],
      [null, 'nb'],
    ]);
    expect(results.map(({ mobile }) => mobile && [mobile.address, mobile.e164])).toEqual([
      ['+4799999999', '+4799999999'],
      ['+4799999999', '+4799999999'],
      ['+46701740605', '+46701740605'],
      ['99999999', '+4799999999'],
      null,
    ]);
  });

  it('gives the certificate of the mailbox only on request', async () => {
    const [digipost, eboks] = [numberOf('ordinary-resident'), '16828397668'];
    const results = (await lookUp([digipost, eboks], { includeCertificate: true })).map(valueOf);
    expect(results.map(({ mailbox }) => mailbox)).toEqual([
      { address: expect.any(String), provider: '984661185', certificate: expect.stringMatching(/^MII/) },
      { address: expect.any(String), provider: '922020175', certificate: expect.stringMatching(/^MII/) },
    ]);
    expect(valueOf((await lookUp([digipost]))[0]).mailbox).not.toHaveProperty('certificate');
  });

  it.each([false, true])(
    'asks version 1 as well, whether it marks shared addresses or not (%s)',
    async (duplisertInV1) => {
      await world.settings({ duplisertInV1 });
      const results = (await lookUp(['22885399316', NOBODY], { krrVersion: 'v1' })).map(valueOf);
      expect(results.map(({ krrStatus }) => krrStatus)).toEqual(['AKTIV', 'IKKE_REGISTRERT']);
      expect(results[0].email.shared).toBe(duplisertInV1 ? true : null);
    },
  );

  it('asks about everyone again in the next execution', async () => {
    for (let executions = 0; executions < 2; executions += 1) await lookUp(ALL_NUMBERS.slice(0, 2));
    expect(await world.asked('krr')).toBe(2);
  });

  it('uses the scopes of a supplier for one input and says which are missing for another', async () => {
    const supplier = world.sandbox.credentials.clients.find(({ description }) => description.startsWith('A supplier'))!;
    const session = world.session({ maskinporten: { clientId: supplier.clientId } });
    const number = numberOf('ordinary-resident');
    const inputs = ['310475025', ''].map((consumerOrg) => ({ foedselsnummer: number, consumerOrg }));
    const [delegated, own] = await world.run('krr', 'lookUpContactInfo', inputs, session);
    expect(valueOf(delegated)).toMatchObject({ hasDigitalMailbox: true, krrStatus: 'AKTIV' });
    expect(failureOf(own)).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      action: expect.stringMatching(/consumer organisation/),
    });
  });

  it('asks for no right it does not need when the mailbox is not wanted', async () => {
    const session = world.session(cold(world));
    const inputs = [{ foedselsnummer: numberOf('ordinary-resident'), includeMailbox: false }];
    const [outcome] = await world.run('krr', 'lookUpContactInfo', inputs, session);
    expect(valueOf(outcome)).toMatchObject({ hasDigitalMailbox: null, reserved: false });
    const token = world.exchanges.find(({ request }) => request.url.endsWith('/token'));
    expect(JSON.parse(new TextDecoder().decode(token?.response?.body)).scope).toBe(
      'krr:global/kontaktinformasjon.read',
    );
  });
});
