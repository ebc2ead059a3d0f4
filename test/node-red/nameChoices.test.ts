/**
 * The drop-downs of the nodes' forms that offer the names in the chosen Fiks configuration.
 */
import { inProject } from '../../scripts/project.mts';
import { readEditorFile } from './editorFile';

const CONFIG = {
  id: 'sandkommunen',
  roles: [
    { name: 'Innbygger', purpose: 'Innbyggerservice' },
    { name: 'Barnevern', purpose: '' },
  ],
  accounts: [{ name: 'Byggesak' }],
};

interface Dialog {
  readonly fiks?: string;
  readonly value?: string;
  readonly type?: string;
}

const choicesFor = (service: string, field: string, { fiks = CONFIG.id, value = '', type = 'choice' }: Dialog = {}) => {
  const chosen = { '#node-input-fiks': fiks, [`#node-input-${field}`]: value, [`#node-input-${field}Type`]: type };
  const file = inProject('node-red', 'dist', `norsk-kommune-${service}.html`);
  return readEditorFile(file, [], { chosen, configs: [CONFIG] }).choices[field];
};

const DEFAULT = { value: '', label: 'norsk-kommune-folkeregister.named.default' };

test('the roles are offered by name with their purpose, after the default of the configuration', () => {
  expect(choicesFor('folkeregister', 'rolleId')).toEqual([
    DEFAULT,
    { value: 'Innbygger', label: 'Innbygger – Innbyggerservice' },
    { value: 'Barnevern', label: 'Barnevern' },
  ]);
});

test('the accounts are offered by name', () => {
  expect(choicesFor('svarut', 'kontoId')?.map(({ value }) => value)).toEqual(['', 'Byggesak']);
});

test.each(['_ADD_', 'deleted', ''])('with the configuration %p only the default is offered', (fiks) => {
  expect(choicesFor('folkeregister', 'rolleId', { fiks })).toEqual([DEFAULT]);
});

test('a name on the node that is in the configuration no more is kept, and marked', () => {
  const last = choicesFor('folkeregister', 'rolleId', { value: 'Helse' })?.at(-1);
  expect(last).toEqual({ value: 'Helse', label: 'Helse (norsk-kommune-folkeregister.named.gone)' });
});

test('what is a property of the item is not taken for a name', () => {
  const choices = choicesFor('folkeregister', 'rolleId', { value: 'role', type: 'item' });
  expect(choices?.map(({ value }) => value)).toEqual(['', 'Innbygger', 'Barnevern']);
});

test('a role can still come from elsewhere', () => {
  const file = inProject('node-red', 'dist', 'norsk-kommune-folkeregister.html');
  expect(readEditorFile(file, []).typedInputs.rolleId).toEqual(
    expect.arrayContaining(['choice', 'item', 'msg', 'str', 'jsonata', 'env']),
  );
});
