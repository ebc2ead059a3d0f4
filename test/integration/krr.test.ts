import { KRR_ONLY_PERSONS } from '../../sandbox/src/krr/persons';
import { ALL_NUMBERS, NOBODY, numberOf, PERSONAS } from './persons';
import { cold, valueOf, World } from './world';

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
      hasDigitalMailbox: mailbox !== undefined,
    });
  });

  /** What keeps a formal decision on paper does not keep a service message, so only these reasons are left. */
  const withoutChannel = (reason: string): string =>
    ['IKKE_REGISTRERT', 'SLETTET'].includes(reason) ? reason : 'INGEN_ADRESSE';

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

  it('gives the same verdict where KRR withholds what has expired', async () => {
    await world.settings({ filtrerUtgaatt: true });
    expect(valueOf((await check([numberOf('client-address')]))[0])).toMatchObject({
      canBeNotified: false,
      reason: 'KAN_IKKE_VARSLES',
    });
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
      expect(email.verified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?\+0[12]:00$/);
    expect(results.map(({ email }) => email.shared)).toEqual([true, false, false]);
  });

  it('does not take an empty text for an address', async () => {
    expect(valueOf((await lookUp(['21849297640']))[0])).toMatchObject({ email: null, mobile: null, language: 'se' });
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
