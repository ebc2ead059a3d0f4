/** Both ways to the register: everything that can be asked gives the same, and each needs only what is its own. */
import { EVERYONE } from '../../sandbox/src/folkeregister/register';
import { operationNamed, SERVICES } from '../../src/core';
import { EVERY_OPERATION } from './everyOperation';
import { ALL_NUMBERS, NOBODY, numberOf, REPLACED, SURVIVOR } from './persons';
import { failureOf, refillRetries, valueOf, verdictsOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const DIRECT = { route: 'skatteetaten' };
const hasRoute = (name: string): boolean =>
  operationNamed(SERVICES.folkeregister, name)?.fields.some((field) => field.name === 'route') ?? false;
/** Each job has an id and an order of its own: both ways are compared with the extracts. */
const ELSEWHERE = ['checkConnection', 'listResidents', 'orderExtract', 'getExtractBatch'];
const ASKED = EVERY_OPERATION.filter(
  ({ service, operation }) => service === 'folkeregister' && !ELSEWHERE.includes(operation) && hasRoute(operation),
);

/** Without any Fiks integration at all. */
const directly = (operation: string, inputs: readonly Stored[]) =>
  world.run(
    'folkeregister',
    operation,
    inputs.map((input) => ({ ...DIRECT, ...input })),
    { ...world.session(), fiks: undefined },
  );

const role = (name: string): string => world.sandbox.credentials.roles.find((one) => one.name === name)!.rolleId;
const people = (numbers: readonly string[], settings: Stored = {}): Stored[] =>
  numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings }));

describe.each(ASKED)('$operation', ({ operation, input }) => {
  it('gives the same through Fiks and directly, and needs no integration directly', async () => {
    const [throughFiks] = await world.run('folkeregister', operation, [input]);
    const [direct] = await directly(operation, [input]);
    expect(valueOf(direct)).toEqual(valueOf(throughFiks));
    const asked = world.exchanges.map(({ request }) => new URL(request.url).pathname.split('/')[1]);
    expect(new Set(asked.filter((service) => service !== 'maskinporten'))).toEqual(new Set(['fiks', 'skatteetaten']));
  });
});

describe('directly at Skatteetaten', () => {
  it('everyone is found in one call, in order, as through Fiks', async () => {
    const numbers = EVERYONE.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer);
    const settings = { parts: ['person-basis', 'relasjon-utvidet', 'identitetsgrunnlag-utvidet'] };
    const fiks = await world.run('folkeregister', 'getPerson', people(numbers, settings));
    await world.reset();
    const direct = await directly('getPerson', people(numbers, settings));
    expect(direct.map(valueOf)).toEqual(fiks.map(valueOf));
    expect(await world.asked('folkeregister')).toBe(1);
  });

  it('nothing of a Fiks credential is sent, even where the node has one', async () => {
    await world.run('folkeregister', 'getPerson', people(ALL_NUMBERS.slice(0, 2), DIRECT));
    const { integrationId, integrationPassword, rolleId } = world.sandbox.credentials.fiks;
    for (const { request } of world.exchanges) {
      const text = JSON.stringify([request.url, request.headers, request.body]);
      for (const secret of [integrationId, integrationPassword, rolleId]) expect(text).not.toContain(secret);
    }
  });

  it('a role that is left over from the other way does not matter', async () => {
    const [outcome] = await directly('getPerson', people([SURVIVOR], { rolleId: 'Barnevern' }));
    expect(valueOf(outcome).foedselsnummer).toBe(SURVIVOR);
  });

  it('an old number gives the current one, and nobody is nobody', async () => {
    const outcomes = await directly('getPerson', people([REPLACED, NOBODY]));
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.foedselsnummer : outcome.error.code))).toEqual([
      SURVIVOR,
      'ERR_PERSON_NOT_FOUND',
    ]);
  });

  it('the package decides what is told', async () => {
    const [withBasis] = await directly('getPerson', people([numberOf('d-number')]));
    const [without] = await directly(
      'getPerson',
      people([numberOf('d-number')], { rettighetspakke: 'offentligutenhjemmel' }),
    );
    expect([valueOf(withBasis).personStatus, valueOf(without).personStatus]).toEqual(['midlertidig', 'aktiv']);
  });

  it('a part the package lacks is named', async () => {
    const settings = { rettighetspakke: 'offentligutenhjemmel', parts: ['familierelasjon'] };
    const [outcome] = await directly('getPerson', people([SURVIVOR], settings));
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_PART_NOT_ALLOWED',
      status: 406,
      message: expect.stringContaining('familierelasjon'),
      action: expect.stringMatching(/apply to Skatteetaten/),
    });
  });

  it('a scope the client does not have is told by Maskinporten, before the register is asked', async () => {
    const { organisation, privateKey } = world.sandbox.credentials.maskinporten;
    const { publicJwk, kid } = (() => {
      const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...jwk } = JSON.parse(privateKey);
      return { publicJwk: jwk, kid: jwk.kid as string };
    })();
    const clientId = await world.register({ organisation, scopes: ['ks:fiks'], keys: [{ kid, publicJwk }] });
    const session = world.session({ maskinporten: { clientId } });
    const [outcome] = await world.run('folkeregister', 'getPerson', people([SURVIVOR], DIRECT), session);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_TOKEN_REFUSED' });
    expect(await world.asked('folkeregister')).toBe(0);
  });

  it('a token that was asked for with a resource would be refused, so none is', async () => {
    const session = world.session({ maskinporten: { expert: true, resource: 'https://api.example.no' } });
    const [outcome] = await world.run('folkeregister', 'getPerson', people([SURVIVOR], DIRECT), session);
    expect(valueOf(outcome).foedselsnummer).toBe(SURVIVOR);
  });

  it('waits as many milliseconds as it is asked to', async () => {
    await refillRetries(world, 'folkeregister');
    await world.order({ service: 'folkeregister', kind: 'status', status: 429, headers: { 'retry-after': '2500' } });
    expect(verdictsOf(await directly('getPerson', people([SURVIVOR])))).toEqual(['ok']);
    expect(world.waits).toEqual([2500]);
  });
});

describe('a node whose items go different ways', () => {
  it('asks for each on its own', async () => {
    const inputs = [
      ...people([SURVIVOR]),
      ...people([SURVIVOR], DIRECT),
      ...people([SURVIVOR], { rolleId: role('narrow'), parts: ['navn'] }),
    ];
    const outcomes = await world.run('folkeregister', 'getPerson', inputs);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([SURVIVOR, SURVIVOR, SURVIVOR]);
    expect(await world.asked('folkeregister', 'person')).toBe(3);
  });

  it('fails only those that go through Fiks, where there is no integration', async () => {
    const inputs = [...people([SURVIVOR]), ...people([SURVIVOR], DIRECT)];
    const outcomes = await world.run('folkeregister', 'getPerson', inputs, { ...world.session(), fiks: undefined });
    expect(verdictsOf(outcomes)).toEqual(['ERR_CREDENTIAL_INCOMPLETE', 'ok']);
  });
});

describe('a check of the connection', () => {
  const check = async (input: Stored, session = world.session()) => {
    const [outcome] = await world.run('folkeregister', 'checkConnection', [input], session);
    return valueOf(outcome);
  };
  const outline = ({ steps }: any): string[] =>
    [...new Set(steps.map(({ step, status }: any) => `${step} ${status}`))] as string[];

  it('of the direct way goes to Skatteetaten with the scope of the package, and needs no integration', async () => {
    const report = await check(DIRECT, { ...world.session(), fiks: undefined });
    expect(report.ok).toBe(true);
    expect(outline(report)).toEqual(['network passed', 'key passed', 'token passed', 'access passed']);
    expect(report.tokens).toMatchObject([{ scope: 'folkeregister:deling/offentligmedhjemmel' }]);
    expect(report.steps.at(-1).message).toBe('Your organisation may use the rights package offentligmedhjemmel.');
  });

  it('of the direct way tells of a package the organisation does not have', async () => {
    await world.order({
      service: 'folkeregister',
      kind: 'status',
      status: 403,
      times: 3,
      body: { feilkode: 'FREG-001' },
    });
    const report = await check({ ...DIRECT, rettighetspakke: 'offentligutenhjemmel' });
    expect(outline(report)).toEqual(['network passed', 'key passed', 'token passed', 'access failed']);
    expect(report.steps.at(-1).action).toMatch(/offentligutenhjemmel.*apply to Skatteetaten/);
  });

  it('through Fiks tries the roles of the credential, or the one on the node alone', async () => {
    expect(outline(await check({}))).toContain('integration passed');
    const report = await check({ rolleId: '11111111-2222-4333-8444-555555555555' });
    expect(report.ok).toBe(false);
    expect(report.steps.at(-1)).toMatchObject({
      step: 'access',
      status: 'failed',
      action: expect.stringMatching(/role id/),
    });
  });

  it('asks about nobody', async () => {
    await check(DIRECT);
    for (const { request } of world.exchanges)
      expect(`${request.url} ${request.body as string}`).not.toMatch(/\b\d{11}\b/);
  });
});
