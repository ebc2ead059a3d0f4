import fc from 'fast-check';
import { readFiksCredential } from '../../../src/fiks/credential';
import { fiksCredential, INTEGRATION, KONTO, ROLE, thrownBy } from '../fakePorts';
import { madeNumber } from '../numbers';

const stored = { ...fiksCredential };
const [REAL = ''] = fc.sample(madeNumber([0]), { numRuns: 1, seed: 7 }).map(({ value }) => value);

test('what a host stored is read, and a password keeps its blanks', () => {
  expect(
    readFiksCredential({ ...stored, integrationId: ` ${INTEGRATION} `, integrationPassword: ' pass word ' }),
  ).toEqual({ ...fiksCredential, integrationPassword: ' pass word ' });
});

test('role, account and reference secret may be missing', () => {
  expect(readFiksCredential({ integrationId: INTEGRATION, integrationPassword: 'p' })).toMatchObject({
    rolleId: '',
    kontoId: '',
    referenceSecret: '',
  });
});

test.each([
  ['integrationId', { integrationId: 'x' }],
  ['integrationId', { integrationId: undefined }],
  ['integrationPassword', { integrationPassword: '' }],
  ['rolleId', { rolleId: 'rolle' }],
  ['kontoId', { kontoId: '12345' }],
  ['fiksOrgId', { fiksOrgId: 'kommunen' }],
])('a wrong %s is refused by its name: %o', async (field, changes) => {
  expect(await thrownBy(() => readFiksCredential({ ...stored, ...changes }))).toMatchObject({
    code: 'ERR_CREDENTIAL_INCOMPLETE',
    details: { service: 'fiks', field },
  });
});

test.each([
  'integration-\npassword',
  'integration-password\r\n',
  'integration\tpassword',
  'påssord',
  'pass\u00a0word',
  'pass\u0000',
])('a password that no header can carry is refused, and not repeated: %j', async (integrationPassword) => {
  const error = await thrownBy(() => readFiksCredential({ ...stored, integrationPassword }));
  expect(error).toMatchObject({
    code: 'ERR_CREDENTIAL_INCOMPLETE',
    details: { service: 'fiks', field: 'integrationPassword' },
  });
  expect(error.message + error.action).not.toContain(integrationPassword);
});

test('a password may have every visible character of ASCII', () => {
  const integrationPassword = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at)).join('');
  expect(readFiksCredential({ ...stored, integrationPassword }).integrationPassword).toBe(integrationPassword);
});

describe('the redirection of letters', () => {
  const redirection = (redirectLettersTo: unknown) =>
    readFiksCredential({ ...stored, redirectLettersTo }).redirectLettersTo;

  test.each([
    [undefined, ''],
    ['', ''],
    ['  ', ''],
    ['12848539668', '12848539668'],
    ['128485 39668', '12848539668'],
    ['128485-39668', '12848539668'],
    ['310475025', '310475025'],
    [' 310 475 025 ', '310475025'],
  ])('to %j is to "%s"', (given, read) => {
    expect(redirection(given)).toBe(read);
  });

  test.each([
    ['a real person', REAL],
    ['a malformed number', '12848539669'],
    ['a malformed organisation', '310475026'],
    ['a name', 'Rask Fyrlykt'],
  ])('to %s is refused, and not repeated', async (_who, given) => {
    const error = await thrownBy(() => redirection(given));
    expect(error).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      details: { service: 'fiks', field: 'redirectLettersTo' },
    });
    expect(error.message + error.action).not.toContain(given);
  });
});

test.each([undefined, false, 'true', 1, null])('letters may not be sent in production because of %p', (given) => {
  expect(readFiksCredential({ ...stored, allowProductionSends: given }).allowProductionSends).toBe(false);
});

test('letters may be sent in production when someone has said so', () => {
  expect(readFiksCredential({ ...stored, allowProductionSends: true }).allowProductionSends).toBe(true);
});

const OTHER = '5e5e5e5e-0000-4000-8000-000000000005';

describe('a named list', () => {
  const roles = [
    { name: ' Barnevern ', rolleId: ` ${OTHER} `, purpose: 'Barnevernloven', parts: 'navn, bostedsadresse' },
  ];
  const read = [{ name: 'Barnevern', rolleId: OTHER, purpose: 'Barnevernloven', parts: ['navn', 'bostedsadresse'] }];

  test.each([
    ['Node-RED', roles],
    ['n8n', { entries: roles }],
  ])('is read as %s stores it', (_host, value) => {
    expect(readFiksCredential({ ...stored, roles: value }).roles).toEqual(read);
  });

  test('may have rows that nobody has filled in', () => {
    const accounts = [{ name: '', kontoId: '' }, { name: 'Byggesak', kontoId: KONTO }, {}];
    expect(readFiksCredential({ ...stored, accounts }).accounts).toEqual([{ name: 'Byggesak', kontoId: KONTO }]);
  });

  test.each([
    ['no name', { roles: [{ name: '', rolleId: ROLE }] }, 'roles'],
    ['no id', { roles: [{ name: 'A', rolleId: '' }] }, 'roles'],
    ['the id of something else', { accounts: [{ name: 'A', kontoId: '12345' }] }, 'accounts'],
    [
      'a name twice',
      {
        accounts: [
          { name: 'A', kontoId: KONTO },
          { name: 'a', kontoId: OTHER },
        ],
      },
      'accounts',
    ],
  ])('with %s is refused', async (_fault, changes, field) => {
    expect(await thrownBy(() => readFiksCredential({ ...stored, ...changes }))).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      details: { service: 'fiks', field },
    });
  });
});
