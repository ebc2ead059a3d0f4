/** Children with their parents, asked of KS' Oppvekst API in the sandbox; and the role for events per municipality. */
import { leaksIn, secretsOf } from './secrets';
import { ALL_NUMBERS, NOBODY, numberOf, REPLACED, SURVIVOR } from './persons';
import { failureOf, refillRetries, valueOf, verdictsOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
beforeEach(() => refillRetries(world, 'folkeregister'));
afterAll(() => world.close());

const CHILD = numberOf('child-two-parents');
const PROTECTED_CHILD = '06921689800';

const role = (name: string): string => world.sandbox.credentials.roles.find((one) => one.name === name)!.rolleId;

const ask = (numbers: readonly string[], settings: Stored = {}) =>
  world.run(
    'folkeregister',
    'getChildWithParents',
    numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings })),
  );

describe('children with parents', () => {
  it('come with both parents, as the register itself tells of each', async () => {
    const [outcome] = await ask([CHILD]);
    const { parents, ...child } = valueOf(outcome);
    const settings = { parts: ['navn', 'status', 'foedsel', 'kjoenn', 'bostedsadresse', 'postadresse'] };
    const told = ['foedselsnummer', 'name', 'personStatus', 'ageGroup', 'gender', 'postalAddress', 'handleManually'];
    const numbers = [child, ...parents].map(({ foedselsnummer }) => ({ foedselsnummer, ...settings }));
    const persons = (await world.run('folkeregister', 'getPerson', numbers)).map(valueOf);
    expect(parents).toHaveLength(2);
    [child, ...parents].forEach((one, at) => {
      for (const name of told) expect([name, one[name]]).toEqual([name, persons[at]![name]]);
    });
  });

  it('are asked for together, in order, each number once', async () => {
    const outcomes = await ask([...ALL_NUMBERS, CHILD]);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([...ALL_NUMBERS, CHILD]);
    expect(await world.asked('folkeregister', 'oppvekst')).toBe(1);
  });

  it('are found by a number that was replaced, and nobody is nobody', async () => {
    const outcomes = await ask([NOBODY, REPLACED, CHILD]);
    expect(verdictsOf(outcomes)).toEqual(['ERR_PERSON_NOT_FOUND', 'ok', 'ok']);
    expect(valueOf(outcomes[1])).toMatchObject({ foedselsnummer: SURVIVOR });
  });

  it('who are protected keep no address, and neither do their parents', async () => {
    const [outcome] = await ask([PROTECTED_CHILD], { includeRaw: true });
    const shown = valueOf(outcome);
    expect(shown).toMatchObject({ handleManually: true, postalAddress: null });
    expect(shown.parents.map((parent: Stored) => [parent.postalAddress, parent.handleManually])).toEqual([
      [null, true],
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/fortrolig|gate|vei|krets/i);
    const [opened] = await ask([PROTECTED_CHILD], { includeProtectedAddresses: true });
    expect(valueOf(opened).postalAddress).not.toBeNull();
  });

  it('need no more than the role that KS describes', async () => {
    expect(verdictsOf(await ask([CHILD], { rolleId: role('oppvekst') }))).toEqual(['ok']);
  });

  it.each(['narrow', 'without-legal-basis'])(
    'are closed to the role %s, and the error says what it needs',
    async (name) => {
      const failure = failureOf((await ask([CHILD], { rolleId: role(name) }))[0]);
      expect(failure).toMatchObject({ code: 'ERR_FORBIDDEN', status: 403, kind: 'system' });
      expect(failure.action).toMatch(/«Søk etter person».*familierelasjon and foreldreansvar.*«Historiske data»/);
      expect(leaksIn(JSON.stringify(failure), secretsOf(world))).toEqual([]);
    },
  );

  it('are closed to another organisation', async () => {
    const [outcome] = await ask([CHILD], { fiksOrgId: '11111111-2222-4333-8444-555555555555' });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_FORBIDDEN' });
  });
});

describe('the role for events per municipality', () => {
  const since = { fraDato: '2010-01-01', kommunenummer: '4601' };
  const verdictOf = async (operation: string, input: Stored) =>
    verdictsOf(await world.run('folkeregister', operation, [input]));

  it('opens them where it is demanded, and closes them again', async () => {
    await world.settings({ fiksEvents: 'role' });
    expect(await verdictOf('countMunicipalityEvents', since)).toEqual(['ERR_FORBIDDEN']);
    expect(await verdictOf('createMunicipalityEventRole', { changesAccess: true })).toEqual(['ok']);
    expect(await verdictOf('countMunicipalityEvents', since)).toEqual(['ok']);
    expect(await verdictOf('deleteMunicipalityEventRole', { changesAccess: true })).toEqual(['ok']);
    expect(await verdictOf('countMunicipalityEvents', since)).toEqual(['ERR_FORBIDDEN']);
  });

  it.each(['createMunicipalityEventRole', 'deleteMunicipalityEventRole'])(
    'is not for %s to change by accident',
    async (name) => {
      expect(await verdictOf(name, {})).toEqual(['ERR_INVALID_INPUT']);
      expect(await world.asked('folkeregister')).toBe(0);
    },
  );

  it.each(['createMunicipalityEventRole', 'deleteMunicipalityEventRole'])(
    'is for people where KS says so: %s',
    async (name) => {
      await world.settings({ fiksEvents: 'people' });
      expect(await verdictOf(name, { changesAccess: true })).toEqual(['ERR_FORBIDDEN']);
    },
  );
});
