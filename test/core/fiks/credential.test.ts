import { chooseId, readFiksCredential } from '../../../src/fiks/credential';
import { fiksCredential, INTEGRATION, KONTO, ROLE, thrownBy } from '../fakePorts';

const stored = { ...fiksCredential };

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

test('the id on the node goes before the one in the credential, and one of them there must be', async () => {
  const other = '4d4d4d4d-0000-4000-8000-000000000004';
  expect(chooseId(other, fiksCredential, 'rolleId')).toBe(other);
  expect(chooseId(undefined, fiksCredential, 'rolleId')).toBe(ROLE);
  expect(chooseId(undefined, fiksCredential, 'kontoId')).toBe(KONTO);
  for (const field of ['rolleId', 'kontoId'] as const) {
    expect(await thrownBy(() => chooseId(undefined, { ...fiksCredential, [field]: '' }, field))).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      details: { field },
    });
  }
});
