/**
 * What the dialog of a node makes of its outputs.
 */
import { readFileSync } from 'node:fs';
import { SERVICES } from '../../src/core';
import { inProject } from '../../scripts/project.mts';
import { readEditorFile } from './editorFile';

const TYPE = 'norsk-kommune-krr';
const CHECK = 'checkNotificationRules';

const formWith = (operation: string, split: string) => {
  const chosen = { '#node-input-operation': operation, '#node-input-split': split };
  return readEditorFile(inProject('node-red', 'dist', `${TYPE}.html`), [operation], { chosen });
};

test.each([
  [CHECK, 'checked', 4],
  [CHECK, '', 1],
  ['lookUpContactInfo', 'checked', 1],
])('%s with the switch %p has %p outputs', (operation, split, count) => {
  expect(formWith(operation, split).traces.written['#node-input-outputs']).toBe(count);
});

describe.each([
  ['en-US', ['May Be Notified', 'Paper Only', 'No Channel', 'Failed or Skipped']],
  ['nb', ['Kan varsles', 'Bare papir', 'Ingen kanal', 'Feilet eller hoppet over']],
])('in %s', (language, words) => {
  const folder = inProject('node-red', 'dist', 'locales', language);
  const catalogue = JSON.parse(readFileSync(`${folder}/${TYPE}.json`, 'utf8'));
  const _ = (key: string) => key.split('.').reduce((at, step) => at[step], catalogue) as unknown as string;
  const labelsOf = (node: object) =>
    words.map((_word, index) => formWith(CHECK, '').definition.outputLabels!.call({ ...node, _ }, index));

  test('the outputs of a node are labelled in order, and the last is for what failed', () => {
    expect(labelsOf({ operation: CHECK, split: true })).toEqual(words);
  });

  test.each([
    ['that is not split', { operation: CHECK, split: false }],
    ['made before it could be', { operation: CHECK }],
    ['whose operation tells no kinds apart', { operation: 'lookUpContactInfo', split: true }],
  ])('the one output of a node %s has no label', (_what, node) => {
    expect(labelsOf(node)).toEqual(words.map(() => undefined));
  });

  test('the help numbers them', () => {
    const help = readFileSync(`${folder}/${TYPE}.html`, 'utf8');
    expect(help).toContain(words.map((word, index) => `  ${index + 1}. ${word}`).join('\n'));
  });
});

test.each(Object.values(SERVICES).filter(({ operations }) => !operations.some(({ branches }) => branches)))(
  'a node whose operations tell no kinds apart has no such switch: $name',
  ({ name }) => {
    const { definition } = readEditorFile(inProject('node-red', 'dist', `norsk-kommune-${name}.html`), []);
    expect(definition.defaults).not.toHaveProperty('split');
    expect(definition.defaults).not.toHaveProperty('outputs');
    expect(definition).not.toHaveProperty('outputLabels');
  },
);
