import { chooseAccount, chooseOrganisation, chooseRole, roleNamed } from '../../../src/fiks/chooseId';
import { namedEntries } from '../../../src/fiks/namedEntries';
import { fiksCredential, KONTO, ORGANISATION, ROLE, thrownBy } from '../fakePorts';

const OTHER = '5e5e5e5e-0000-4000-8000-000000000005';
const credential = {
  ...fiksCredential,
  roles: [{ name: 'Barnevern', rolleId: OTHER, purpose: 'Barnevernloven', parts: ['navn'] }],
  accounts: [{ name: 'Byggesak', kontoId: OTHER }],
};

test('what the node names goes before what the credential has', () => {
  expect(chooseRole(undefined, credential)).toBe(ROLE);
  expect(chooseRole(OTHER, credential)).toBe(OTHER);
  expect(chooseAccount(undefined, credential)).toBe(KONTO);
  expect(chooseAccount(OTHER, credential)).toBe(OTHER);
  expect(chooseOrganisation(undefined, credential)).toBe(ORGANISATION);
  expect(chooseOrganisation(OTHER, credential)).toBe(OTHER);
});

test('a name stands for its id, in large or small letters', () => {
  expect(chooseRole('Barnevern', credential)).toBe(OTHER);
  expect(chooseAccount('byggesak', credential)).toBe(OTHER);
});

test('an unknown name is not repeated, and the known ones are told', async () => {
  const error = await thrownBy(() => chooseRole('Barnevernet i kommunen', credential));
  expect(error).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', details: { field: 'rolleId' } });
  expect(error.message).not.toContain('kommunen');
  expect(error.action).toContain('Barnevern');
});

test.each([
  ['rolleId', () => chooseRole(undefined, { ...credential, rolleId: '' })],
  ['kontoId', () => chooseAccount(undefined, { ...credential, kontoId: '' })],
  ['fiksOrgId', () => chooseOrganisation(undefined, { ...credential, fiksOrgId: '' })],
])('without any %s it is said which one is missing', async (field, choose) => {
  expect(await thrownBy(choose)).toMatchObject({ code: 'ERR_CREDENTIAL_INCOMPLETE', details: { field } });
});

test('what the credential says of a role is found by its id, however it is written', () => {
  expect(roleNamed(OTHER.toUpperCase(), credential)?.name).toBe('Barnevern');
  expect(roleNamed(ROLE, credential)).toBeUndefined();
});

test('the drop-down lists what is named, also in a credential that is not whole yet', () => {
  const roles = { entries: [{ name: ' Barnevern ', purpose: 'Barnevernloven' }, { name: '' }, { rolleId: 'x' }] };
  expect(namedEntries({ roles }, 'roles')).toEqual([{ name: 'Barnevern', purpose: 'Barnevernloven' }]);
  expect(namedEntries({}, 'accounts')).toEqual([]);
});

test.each([
  ['organisation', ORGANISATION],
  ['account', KONTO],
  ['integration', fiksCredential.integrationId],
])('the id of the %s in the credential is not taken for a role, on the node or as the default', async (_what, id) => {
  for (const choose of [
    () => chooseRole(id, fiksCredential),
    () => chooseRole(id.toUpperCase(), fiksCredential),
    () => chooseRole(undefined, { ...fiksCredential, rolleId: id }),
  ]) {
    expect(await thrownBy(choose)).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', details: { field: 'rolleId' } });
  }
});
