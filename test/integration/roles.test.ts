import { ALL_NUMBERS, NOBODY, numberOf, PERSONAS } from './persons';
import { failureOf, valueOf, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const role = (name: string): string => world.sandbox.credentials.roles.find((one) => one.name === name)!.rolleId;

const get = (numbers: readonly string[], settings: object = {}) =>
  world.run(
    'folkeregister',
    'getPerson',
    numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings })),
  );

describe('a role that refuses look-ups of many', () => {
  it('is asked for each person alone, one after the other', async () => {
    const outcomes = await get(ALL_NUMBERS, { rolleId: role('single-lookups') });
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual(ALL_NUMBERS);
    expect(await world.asked('folkeregister', 'bulkoppslag')).toBe(1);
    expect(await world.asked('folkeregister', 'person')).toBe(12);
  });

  it('is met with its refusal once per run, also over several batches', async () => {
    const session = world.session({ fiks: { rolleId: role('single-lookups') } });
    for (const output of ['simplified', 'raw']) {
      const inputs = ALL_NUMBERS.map((foedselsnummer) => ({ foedselsnummer, output }));
      expect(verdictsOf(await world.run('folkeregister', 'getPerson', inputs, session))).toEqual(Array(12).fill('ok'));
    }
    expect(await world.asked('folkeregister', 'bulkoppslag')).toBe(1);
    await get(ALL_NUMBERS.slice(0, 2), { rolleId: role('single-lookups') });
    expect(await world.asked('folkeregister', 'bulkoppslag')).toBe(2);
  });

  it('does not let an unknown person stop the others', async () => {
    const outcomes = await get([NOBODY, ...ALL_NUMBERS.slice(0, 2)], { rolleId: role('single-lookups') });
    expect(verdictsOf(outcomes)).toEqual(['ERR_PERSON_NOT_FOUND', 'ok', 'ok']);
  });
});

describe('the id of something else for a role', () => {
  it.each(['fiksOrgId', 'kontoId', 'integrationId'] as const)('is found out before it is sent: %s', async (field) => {
    const [outcome] = await get([numberOf('ordinary-resident')], { rolleId: world.sandbox.credentials.fiks[field] });
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_INVALID_IDENTIFIER',
      field: 'rolleId',
      action: expect.stringMatching(/Copy the id of the role/),
    });
    expect(await world.asked('folkeregister')).toBe(0);
  });
});

describe('a narrow role', () => {
  it('refuses the usual parts, and the sentence says that fewer can be asked for', async () => {
    const [outcome] = await get([numberOf('ordinary-resident')], { rolleId: role('narrow') });
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_FORBIDDEN',
      status: 403,
      action: expect.stringMatching(/fewer parts/),
    });
  });

  it('is not asked on and on when it refuses a part to many', async () => {
    const outcomes = await get(ALL_NUMBERS, { rolleId: role('narrow') });
    expect(verdictsOf(outcomes)).toEqual(Array(12).fill('ERR_FORBIDDEN'));
    expect(await world.asked('folkeregister')).toBe(2);
  });

  it('answers what it allows', async () => {
    const outcomes = await get(ALL_NUMBERS, {
      rolleId: role('narrow'),
      parts: ['navn', 'status', 'adressebeskyttelse'],
    });
    for (const outcome of outcomes) expect(valueOf(outcome)).not.toHaveProperty('postalAddress');
    expect(valueOf(outcomes[0])).toMatchObject({ name: 'RASK FYRLYKT', personStatus: 'bosatt' });
    expect(valueOf(outcomes[0])).not.toHaveProperty('ageGroup');
  });
});

describe('a role without legal basis', () => {
  it('reads confidential statuses as aktiv, and addresses as usual', async () => {
    const outcomes = await get(ALL_NUMBERS, { rolleId: role('without-legal-basis') });
    const statuses = Object.fromEntries(PERSONAS.map(({ slug }, at) => [slug, valueOf(outcomes[at]).personStatus]));
    expect(statuses).toMatchObject({ 'd-number': 'aktiv', deceased: 'doed', 'ordinary-resident': 'bosatt' });
    expect(valueOf(outcomes[0]).postalAddress).toMatchObject({ poststed: 'BERGEN' });
  });
});

describe('roles of different inputs', () => {
  it('each get their own call and their own answer', async () => {
    const settings = [{}, { rolleId: role('narrow') }, { rolleId: role('without-legal-basis') }];
    const inputs = settings.map((setting) => ({ foedselsnummer: numberOf('d-number'), ...setting }));
    const [full, narrow, without] = await world.run('folkeregister', 'getPerson', inputs);
    expect(valueOf(full).personStatus).toBe('midlertidig');
    expect(failureOf(narrow).code).toBe('ERR_FORBIDDEN');
    expect(valueOf(without).personStatus).toBe('aktiv');
  });
});
