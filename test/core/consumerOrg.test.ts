import { decodeJwt } from 'jose';
import { SERVICES } from '../../src/catalog';
import { forConsumer } from '../../src/consumerOrg';
import { succeeded, type Operation } from '../../src/operations/operation';
import { runOperation } from '../../src/operations/run';
import { actingFor, executionOf, type Session } from '../../src/session';
import { fakeWorld, inTurn, sessionIn, valueOf } from './fakePorts';

const CUSTOMER = '310475025';
const OTHER_CUSTOMER = '311938460';

test('acting for a customer is the same execution with another consumer_org', () => {
  const session = sessionIn(fakeWorld(inTurn()));
  const acting = actingFor(session, CUSTOMER);
  expect(acting.maskinporten).toEqual({ ...session.maskinporten, consumerOrg: CUSTOMER });
  expect(acting.ports).toBe(session.ports);
  expect(executionOf(acting)).toBe(session);
  expect(executionOf(actingFor(acting, OTHER_CUSTOMER))).toBe(session);
});

test('without a customer, or with the one of the credential, nothing changes', () => {
  const session = sessionIn(fakeWorld(inTurn()));
  expect(actingFor(session, '')).toBe(session);
  const acting = actingFor(session, CUSTOMER);
  expect(actingFor(acting, CUSTOMER)).toBe(acting);
});

const whoami: Operation<Session> = {
  name: 'whoami',
  title: { en: 'Who', nb: 'Hvem' },
  summary: { en: 'Who.', nb: 'Hvem.' },
  effect: 'read',
  fields: [],
  batch: { limit: 10, on: [] },
  sensitive: [],
  example: {},
  run: (session, inputs) => Promise.resolve(inputs.map(() => succeeded({ for: session.maskinporten.consumerOrg }))),
};

test('each input acts for the customer it names, and inputs of different customers never share a call', async () => {
  const operation = forConsumer(whoami);
  const run = jest.spyOn(whoami, 'run');
  const named = [CUSTOMER, OTHER_CUSTOMER, '311 938 460', CUSTOMER, ''];
  const outcomes = await runOperation(
    operation,
    sessionIn(fakeWorld(inTurn())),
    named.map((consumerOrg) => ({ values: { consumerOrg } })),
    { rules: { realPersons: false } },
  );
  expect(outcomes.map((outcome) => valueOf(outcome).for)).toEqual([
    CUSTOMER,
    OTHER_CUSTOMER,
    OTHER_CUSTOMER,
    CUSTOMER,
    '',
  ]);
  expect(run).toHaveBeenCalledTimes(3);
});

test('what is asked for ahead is asked for each customer in its name, and nothing is where there is nothing to ask', async () => {
  const prepared: [string, unknown[]][] = [];
  const prepare: Operation<Session>['prepare'] = (session, inputs) => {
    prepared.push([session.maskinporten.consumerOrg, inputs.map(({ consumerOrg }) => consumerOrg)]);
    return Promise.resolve();
  };
  const named = [CUSTOMER, '', OTHER_CUSTOMER, '310 475 025'];
  await runOperation(
    forConsumer({ ...whoami, prepare }),
    sessionIn(fakeWorld(inTurn())),
    named.map((consumerOrg) => ({ values: { consumerOrg } })),
    { rules: { realPersons: false } },
  );
  expect(prepared).toEqual([
    [CUSTOMER, [CUSTOMER, CUSTOMER]],
    ['', [undefined]],
    [OTHER_CUSTOMER, [OTHER_CUSTOMER]],
  ]);
  expect(forConsumer(whoami).prepare).toBeUndefined();
});

test('every operation of every service that asks somebody can name the customer', () => {
  const operations: readonly Operation<Session>[] = Object.values(SERVICES).flatMap(({ operations }) => operations);
  const fields = operations.filter(({ offline }) => !offline).map((one) => one.fields.at(-1)?.name);
  expect(new Set(fields)).toEqual(new Set(['consumerOrg']));
});

test('a look-up for a customer asks for a token for that customer, in the family of scopes that is delegated', async () => {
  const world = fakeWorld(() => ({ json: { personer: [] } }));
  const [operation] = SERVICES.krr.operations.filter(({ name }) => name === 'lookUpContactInfo');
  await runOperation(
    operation!,
    sessionIn(world),
    [{ values: { foedselsnummer: '12848539668', consumerOrg: CUSTOMER } }],
    { rules: { realPersons: false } },
  );
  const grant = new URLSearchParams(String(world.tokenRequests[0]?.body)).get('assertion') ?? '';
  expect(decodeJwt(grant)).toMatchObject({
    consumer_org: CUSTOMER,
    scope: expect.stringContaining('krr:global/kontaktinfo.read') as string,
  });
});
