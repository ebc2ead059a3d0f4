import { KRR_PERSONS } from '../../sandbox/src/krr/persons';
import { ALL_NUMBERS, NOBODY, numberOf } from './persons';
import { failureOf, refillRetries, valueOf, verdictsOf, World, type Fault, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const DELETED = KRR_PERSONS.filter(({ status }) => status === 'SLETTET').map(
  ({ personidentifikator }) => personidentifikator,
);
const EVERYONE = [...KRR_PERSONS.map(({ personidentifikator }) => personidentifikator), NOBODY];

const run = (operation: string, numbers: readonly string[], settings: Stored = {}) =>
  world.run(
    'krr',
    operation,
    numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings })),
  );
const throughFiks = (operation: string, numbers: readonly string[], settings: Stored = {}) =>
  run(operation, numbers, { route: 'fiks', ...settings });

const role = (name: string) => world.sandbox.credentials.roles.find((one) => one.name === name)!.rolleId;

describe.each(['empty', 'null', 'missing'])(
  'through Fiks Register, where an address that is not there is %s,',
  (fiksKrrAbsent) => {
    beforeEach(() => world.settings({ fiksKrrAbsent }));

    it.each(['vedtak', 'servicemelding'])(
      'the verdict on everyone is the same as through Digdir: %s',
      async (purpose) => {
        const verdictOf = ({ canBeNotified, notification, channels }: any) => ({
          canBeNotified,
          notification,
          channels,
        });
        const digdir = (await run('checkNotificationRules', EVERYONE, { purpose })).map(valueOf);
        const fiks = (await throughFiks('checkNotificationRules', EVERYONE, { purpose })).map(valueOf);
        // A register that leaves out what it can says of nobody that they were deleted; nor can they be notified, though.
        expect(fiks.map(verdictOf)).toEqual(digdir.map(verdictOf));
        expect(
          fiks.filter(({ reason }, at) => reason !== digdir[at].reason).map(({ foedselsnummer }) => foedselsnummer),
        ).toEqual(fiksKrrAbsent === 'missing' ? DELETED : []);
      },
    );

    it('everyone has the same addresses, and null for what is not told', async () => {
      const digdir = (await run('lookUpContactInfo', EVERYONE)).map(valueOf);
      const fiks = (await throughFiks('lookUpContactInfo', EVERYONE)).map(valueOf);
      const addressesOf = ({ foedselsnummer, email, mobile }: any) => [foedselsnummer, email?.address, mobile?.e164];
      expect(fiks.map(addressesOf)).toEqual(digdir.map(addressesOf));
      for (const { hasDigitalMailbox, mailbox, language, languageForTemplate, email } of fiks) {
        expect([hasDigitalMailbox, mailbox, language, languageForTemplate]).toEqual([null, null, null, 'nb']);
        expect(email?.shared ?? null).toBeNull();
      }
    });
  },
);

it('gives the same verdict where KRR withholds what has expired', async () => {
  await world.settings({ filtrerUtgaatt: true });
  const [outcome] = await throughFiks('checkNotificationRules', [numberOf('client-address')]);
  expect(valueOf(outcome)).toMatchObject({ reason: 'KAN_IKKE_VARSLES', email: null, mobile: null });
});

it('asks once for each person, however often the person comes', async () => {
  const [a, b] = ALL_NUMBERS as [string, string];
  expect(verdictsOf(await throughFiks('lookUpContactInfo', [a, b, a, b, a]))).toEqual(Array(5).fill('ok'));
  expect(await world.asked('krr', 'person')).toBe(2);
});

it('needs no scope of KRR', async () => {
  const client = world.sandbox.credentials.clients.find(({ description }) =>
    description.startsWith('Has only ks:fiks'),
  )!;
  const session = world.session({ maskinporten: { clientId: client.clientId } });
  const input = { foedselsnummer: numberOf('ordinary-resident'), route: 'fiks' };
  expect(verdictsOf(await world.run('krr', 'checkNotificationRules', [input], session))).toEqual(['ok']);
});

it('says so when the role does not open KRR, and asks no more', async () => {
  const outcomes = await throughFiks('lookUpContactInfo', ALL_NUMBERS, { rolleId: role('narrow') });
  expect(new Set(verdictsOf(outcomes))).toEqual(new Set(['ERR_FORBIDDEN']));
  expect(failureOf(outcomes[0])).toMatchObject({ service: 'krr', action: expect.stringMatching(/role/) });
  expect(await world.asked('krr')).toBe(1);
});

it('says so when the integration is not recognised', async () => {
  const session = world.session({ fiks: { integrationPassword: 'guessed' } });
  const input = { foedselsnummer: numberOf('ordinary-resident'), route: 'fiks' };
  expect(failureOf((await world.run('krr', 'lookUpContactInfo', [input], session))[0])).toMatchObject({
    code: 'ERR_UNAUTHORIZED',
    message: expect.stringMatching(/integration/),
  });
});

describe('a failure in the middle of a list', () => {
  beforeEach(() => refillRetries(world, 'krr'));

  it('leaves what was answered answered, and is met once', async () => {
    // The first two are only slowed down.
    const person = { service: 'krr', operation: 'person' } as const;
    await world.order({ ...person, kind: 'delay', times: 2, delayMs: 1 } as Fault);
    await world.order({ ...person, kind: 'html', status: 200, times: 99 });
    expect(verdictsOf(await throughFiks('lookUpContactInfo', ALL_NUMBERS))).toEqual([
      ...Array(2).fill('ok'),
      ...Array(10).fill('ERR_UNEXPECTED_ANSWER'),
    ]);
    expect(await world.asked('krr', 'person')).toBe(3);
  });

  it('is got over when it passes', async () => {
    await world.order({ service: 'krr', operation: 'person', kind: 'status', status: 503, times: 2 });
    expect(new Set(verdictsOf(await throughFiks('lookUpContactInfo', ALL_NUMBERS)))).toEqual(new Set(['ok']));
  });

  it('that is a page of somebody else is not taken for a person who is not registered', async () => {
    await world.order({ service: 'krr', operation: 'person', kind: 'html', status: 404 });
    expect(verdictsOf(await throughFiks('lookUpContactInfo', ALL_NUMBERS.slice(0, 1)))).toEqual(['ERR_NOT_FOUND']);
  });
});
