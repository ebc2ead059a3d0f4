import { ServiceError } from '../../src/http/serviceError';
import { isOfTheLiving } from '../../src/folkeregister/recipient/standing';
import { recipientsThrough } from '../../src/letterRecipients';
import type { IdentifierField, TextField, TextsField } from '../../src/operations/field';
import { defineOperation, failed, succeeded, type JsonObject, type Outcome } from '../../src/operations/operation';
import type { Session } from '../../src/session';
import { credentialOf, fakeWorld, inTurn, sessionIn } from './fakePorts';
import { someNumbers } from './numbers';

const label = { en: 'Number', nb: 'Nummer' };
const foedselsnummer = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'foedselsnummer',
  label,
  help: label,
  required: true,
} as const satisfies IdentifierField;
const rolleId = {
  kind: 'text',
  name: 'rolleId',
  label,
  help: label,
  required: false,
  maxLength: 100,
} as const satisfies TextField;

const parts = {
  kind: 'texts',
  name: 'parts',
  label,
  help: label,
  required: false,
  maxLength: 100,
  maxEntries: 100,
} as const satisfies TextsField;

const [a = '', b = '', c = ''] = someNumbers(3);
const ADDRESS = { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' };
const person = (number: string, changes: JsonObject = {}): JsonObject => ({
  foedselsnummer: number,
  name: 'RASK FYRLYKT',
  personStatus: 'bosatt',
  postalAddress: ADDRESS,
  handleManually: false,
  ...changes,
});

interface Call {
  readonly session: Session;
  readonly numbers: readonly string[];
  readonly roles: readonly (string | undefined)[];
  readonly parts: readonly string[];
}

/** A register that answers each number with what is told of it. */
const register = (tell: (number: string) => Outcome) => {
  const calls: Call[] = [];
  const getPerson = defineOperation<Session>()({
    name: 'getPerson',
    title: label,
    summary: label,
    effect: 'read',
    sensitive: [],
    example: {},
    fields: [foedselsnummer, rolleId, parts],
    batch: { limit: 1000, on: 'foedselsnummer' },
    all: (session, inputs) => {
      calls.push({
        session,
        numbers: inputs.map((input) => input.foedselsnummer),
        roles: inputs.map((input) => input.rolleId),
        parts: [...new Set(inputs.flatMap((input) => input.parts.map(String)))].sort(),
      });
      return Promise.resolve(inputs.map((input) => tell(input.foedselsnummer)));
    },
  });
  return { calls, find: recipientsThrough(getPerson, isOfTheLiving) };
};

const execution = (changes: Partial<Session> = {}) => sessionIn(fakeWorld(inTurn()), changes);
const toldOf = async (changes: JsonObject) => {
  const { find } = register((number) => succeeded(person(number, changes)));
  return (await find(execution(), undefined, [a])).get(a);
};

test('many are asked for in one call, in the role of the letter', async () => {
  const { calls, find } = register((number) => succeeded(person(number)));
  const session = execution();
  const found = await find(session, 'Barnevern', [a, b, c]);
  expect(calls).toMatchObject([{ session, numbers: [a, b, c], roles: ['Barnevern', 'Barnevern', 'Barnevern'] }]);
  expect([...found.keys()]).toEqual([a, b, c]);
  expect(found.get(b)).toEqual({
    foedselsnummer: b,
    navn: 'RASK FYRLYKT',
    postalAddress: ADDRESS,
    handleManually: false,
  });
});

test('only what a letter needs is asked for, and address protection with it', async () => {
  const { calls, find } = register((number) => succeeded(person(number)));
  await find(execution(), undefined, [a]);
  expect(calls[0]?.parts).toEqual([
    'adressebeskyttelse',
    'bostedsadresse',
    'navn',
    'oppholdsadresse',
    'postadresse',
    'postadresseIUtlandet',
    'status',
  ]);
});

test('a number that was replaced is found by the one that was asked for, and has the one that is valid now', async () => {
  const { find } = register(() => succeeded(person(b)));
  expect((await find(execution(), undefined, [a])).get(a)).toMatchObject({ foedselsnummer: b });
});

test('a person the register does not know is an error of that letter alone', async () => {
  const unknown = new ServiceError('ERR_PERSON_NOT_FOUND', 'Nobody.', 'Check.', { service: 'folkeregister' });
  const { find } = register((number) => (number === a ? failed(unknown) : succeeded(person(number))));
  const found = await find(execution(), undefined, [a, b]);
  expect(found.get(a)).toBe(unknown);
  expect(found.get(b)).toMatchObject({ foedselsnummer: b });
});

test('a register that fails is an error of every letter', async () => {
  const down = new ServiceError('ERR_SERVICE_FAILURE', 'Down.', 'Later.', { service: 'folkeregister', status: 503 });
  const { find } = register(() => {
    throw down;
  });
  expect([...(await find(execution(), undefined, [a, b])).values()]).toEqual([down, down]);
});

test('a person who is dead gets no letter', async () => {
  const told = await toldOf({ personStatus: 'doed' });
  expect(told).toMatchObject({ code: 'ERR_HANDLE_MANUALLY', details: { service: 'folkeregister' } });
  expect((told as ServiceError).message).toMatch(/is dead/);
});

test.each([['forsvunnet'], ['opphoert'], ['noeNytt'], [null], [undefined]])(
  'a person of the status %p gets no letter: a human finds out',
  async (personStatus) => {
    const told = await toldOf({ personStatus });
    expect(told).toMatchObject({ code: 'ERR_HANDLE_MANUALLY', details: { service: 'folkeregister' } });
    expect((told as ServiceError).action).toMatch(/Find Letter Recipient/);
  },
);

test.each([
  [true, true],
  [null, true],
  [undefined, true],
  [false, false],
])(
  'where the register says %p of handling manually, it is %p: only a clear no is one',
  async (handleManually, read) => {
    expect(await toldOf({ handleManually })).toMatchObject({ handleManually: read });
  },
);

test('a name the register does not give is none, and no invention', async () => {
  for (const name of [undefined, null, 5]) expect(await toldOf({ name })).toMatchObject({ navn: '' });
});

test('an address the register does not give is none', async () => {
  for (const postalAddress of [undefined, null])
    expect(await toldOf({ postalAddress })).toMatchObject({ postalAddress });
});

test('a number of the wrong world is never asked for', async () => {
  const { calls, find } = register((number) => succeeded(person(number)));
  const found = await find(execution({ maskinporten: credentialOf({ environment: 'production' }) }), undefined, [a]);
  expect(found.get(a)).toMatchObject({ code: 'ERR_SYNTHETIC_IDENTIFIER' });
  expect(calls).toEqual([]);
});

test('a run that is stopped asks nobody, and says so for each letter', async () => {
  const { calls, find } = register((number) => succeeded(person(number)));
  const found = await find(execution({ signal: AbortSignal.abort() }), undefined, [a, b]);
  expect([...found.values()]).toMatchObject([{ code: 'ERR_CANCELLED' }, { code: 'ERR_CANCELLED' }]);
  expect(calls).toEqual([]);
});
