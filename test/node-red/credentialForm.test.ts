/**
 * What the forms of the configurations take for whole: the rules run as the editor runs them.
 */
import { inProject } from '../../scripts/project.mts';
import { readEditorFile } from './editorFile';
import type { Chosen } from './editorPage';

const formOf = (type: string, chosen: Chosen = {}) =>
  readEditorFile(inProject('node-red', 'dist', `${type}.html`), [], { chosen }).definition;

const ROLE = 'c74d7fb7-adf1-4ec1-9a97-a6a036fb5dc3';

describe.each(['issuer', 'tokenUrl'])('%s', (field) => {
  const validate = (environment: string, value: string) => {
    const { defaults } = formOf('norsk-kommune-maskinporten', { '#node-config-input-environment': environment });
    return defaults[field]?.validate?.call({ environment }, value);
  };

  test('is needed for a token issuer of one’s own', () => {
    expect(validate('custom', '')).toBe(false);
    expect(validate('custom', 'https://tokens.example.no/')).toBe(true);
  });

  test.each(['test', 'production', 'sandbox'])('is not needed in %s', (environment) => {
    expect(validate(environment, '')).toBe(true);
  });
});

describe('a list of roles', () => {
  const { defaults } = formOf('norsk-kommune-fiks');
  const isWhole = (entries: unknown) => defaults.roles?.validate?.call({}, entries);
  const role = (changes: object = {}) => ({ name: 'Barnevern', rolleId: ROLE, purpose: '', parts: '', ...changes });

  test.each([
    ['that is empty', []],
    ['of one role', [role()]],
    ['of roles with the same id', [role(), role({ name: 'Helse' })]],
    ['with the name of an environment variable for an id', [role({ rolleId: '${ROLE}' })]],
    ['whose roles have no purpose', [{ name: 'Barnevern', rolleId: ROLE }]],
    ['that was never made', undefined],
  ])('%s is whole', (_what, entries) => {
    expect(isWhole(entries)).toBe(true);
  });

  test.each([
    ['with a role without a name', [role({ name: '' })]],
    ['with a role without an id', [role({ rolleId: '' })]],
    ['with an id that is not a UUID', [role({ rolleId: 'c74d' })]],
    ['with an id that is longer than a UUID', [role({ rolleId: `${ROLE}0` })]],
    ['with the same name twice', [role(), role({ name: 'BARNEVERN' })]],
    ['of which only one is whole', [role(), role({ name: 'Helse', rolleId: '' })]],
  ])('%s is not', (_what, entries) => {
    expect(isWhole(entries)).toBe(false);
  });
});

test('a configuration without lists saves nothing of its own', () => {
  expect(formOf('norsk-kommune-maskinporten')).not.toHaveProperty('oneditsave');
  expect(formOf('norsk-kommune-fiks')).toHaveProperty('oneditsave');
});
