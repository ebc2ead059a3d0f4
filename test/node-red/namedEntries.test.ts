import { loadBench, useNodeRed, type Message, type Properties } from './bench';
import { letterTo, PDF } from './letter';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const ALLOWED = () => sandbox.get().credentials.fiks;

const roles = () => [
  { name: 'Innbygger', rolleId: ALLOWED().rolleId, purpose: 'Innbyggerservice', parts: '' },
  { name: 'Barnevern', rolleId: UNKNOWN, purpose: '', parts: '' },
];

/** The sandbox refuses a role it does not know, so a person shows that the right one was used. */
const lookUp = async (rolleId: string, rolleIdType: string, fiks: Properties = {}, message: Message = {}) => {
  const bench = await loadBench(
    sandbox.get(),
    'folkeregister',
    { rolleId, rolleIdType },
    { fiks: { rolleId: '', roles: roles(), ...fiks } },
  );
  const { messages } = await bench.receive({ payload: [{ foedselsnummer: ORDINARY }], ...message });
  return messages[0]!.payload[0] as Message;
};

describe('a role in the list of the configuration', () => {
  test.each([
    ['chosen on the node', 'Innbygger', 'choice', {}],
    ['in the message', 'role', 'msg', { role: 'Innbygger' }],
    ['in the item', 'role', 'item', { payload: [{ foedselsnummer: ORDINARY, role: 'innbygger' }] }],
  ])('is used by its name when that is %s', async (_where, value, type, message) => {
    expect(await lookUp(value, type, {}, message)).toHaveProperty('personStatus');
  });

  test('is used and no other in its place', async () => {
    expect(await lookUp('Barnevern', 'choice')).toMatchObject({ error: { code: 'ERR_FORBIDDEN' } });
  });

  test('is not used where the node leaves the choice to the configuration', async () => {
    expect(await lookUp('', 'choice', { rolleId: ALLOWED().rolleId })).toHaveProperty('personStatus');
  });

  test('is not used where neither the node nor the configuration chooses', async () => {
    expect(await lookUp('', 'choice')).toMatchObject({ error: { code: 'ERR_CREDENTIAL_INCOMPLETE' } });
  });

  test('need not be in the list when its whole id is given', async () => {
    expect(await lookUp(ALLOWED().rolleId, 'str', { roles: [] })).toHaveProperty('personStatus');
  });

  test('that is not there any more is an error that names those that are', async () => {
    const { error } = await lookUp('Helse', 'choice');
    expect(error).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', field: 'rolleId' });
    expect(error.action).toContain('Innbygger, Barnevern');
  });

  test('may have an id that is the name of an environment variable', async () => {
    process.env.NORSK_KOMMUNE_TEST_ROLE = ALLOWED().rolleId;
    try {
      const entry = { name: 'Innbygger', rolleId: '${NORSK_KOMMUNE_TEST_ROLE}', purpose: '', parts: '' };
      expect(await lookUp('Innbygger', 'choice', { roles: [entry] })).toHaveProperty('personStatus');
    } finally {
      delete process.env.NORSK_KOMMUNE_TEST_ROLE;
    }
  });
});

test('an account in the list of the configuration is used by its name', async () => {
  const accounts = [{ name: 'Byggesak', kontoId: ALLOWED().kontoId }];
  const bench = await loadBench(
    sandbox.get(),
    'svarut',
    { kontoId: 'byggesak', kontoIdType: 'str' },
    { fiks: { kontoId: UNKNOWN, accounts } },
  );
  const { messages } = await bench.receive({ payload: [letterTo()], documents: PDF });
  expect(messages[0]!.payload).toMatchObject([{ outcome: 'sent' }]);
});

test('a configuration made before there were lists works', async () => {
  expect(
    await lookUp('', 'choice', { rolleId: ALLOWED().rolleId, roles: undefined, accounts: undefined }),
  ).toHaveProperty('personStatus');
});
