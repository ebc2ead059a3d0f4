/** The role for KS' events per municipality, which concerns a whole organisation. */
import {
  fakeWorld,
  failureOf,
  fiksCredential,
  inTurn,
  ORGANISATION,
  refillRetries,
  sessionIn,
  valueOf,
} from '../fakePorts';
import { asking, urlOf } from './asking';

beforeEach(() => refillRetries('folkeregister'));

const CONSENT = { changesAccess: true };
const OTHER = '6f6f6f6f-0000-4000-8000-000000000006';

describe.each([
  ['createMunicipalityEventRole', 'POST', 'opprettRolle', 'created'],
  ['deleteMunicipalityEventRole', 'DELETE', 'slettRolle', 'deleted'],
] as const)('%s', (operation, method, resource, eventRole) => {
  test('asks once, with nothing but the organisation', async () => {
    const world = fakeWorld(() => ({ status: 200 }));
    const [outcome] = await asking(world, operation, [CONSENT]);
    expect(valueOf(outcome)).toEqual({ fiksOrgId: ORGANISATION, eventRole });
    expect(world.requests).toHaveLength(1);
    expect(world.requests[0]).toMatchObject({ method });
    expect(world.requests[0]?.body).toBeUndefined();
    expect(urlOf(world).pathname).toBe(`/folkeregister/api/v1/hendelser/${ORGANISATION}/${resource}`);
  });

  test('may be for another organisation than that of the credential', async () => {
    const world = fakeWorld(() => ({ status: 204 }));
    const [outcome] = await asking(world, operation, [{ ...CONSENT, fiksOrgId: OTHER }]);
    expect(valueOf(outcome)).toEqual({ fiksOrgId: OTHER, eventRole });
    expect(urlOf(world).pathname).toContain(OTHER);
  });

  test.each([{}, { changesAccess: false }])('does nothing unless it is meant: %j', async (input) => {
    const world = fakeWorld(inTurn());
    const [outcome] = await asking(world, operation, [input]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'changesAccess' } });
    expect(world.requests).toEqual([]);
  });

  test('is not repeated by itself when the service fails', async () => {
    const world = fakeWorld(() => ({ status: 503 }));
    const [outcome] = await asking(world, operation, [CONSENT]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_SERVICE_FAILURE' });
    expect(world.requests).toHaveLength(1);
  });

  test('that only people may do says so', async () => {
    const world = fakeWorld(() => ({ status: 403, json: {} }));
    const [outcome] = await asking(world, operation, [CONSENT]);
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_FORBIDDEN',
      action: expect.stringMatching(/Fiks forvaltning/),
    });
  });

  test('needs an organisation', async () => {
    const world = fakeWorld(inTurn());
    const session = sessionIn(world, { fiks: { ...fiksCredential, fiksOrgId: '' } });
    const [outcome] = await asking(world, operation, [CONSENT], session);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_CREDENTIAL_INCOMPLETE', details: { field: 'fiksOrgId' } });
  });
});
