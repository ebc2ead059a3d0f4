/**
 * What the built editor files promise each other and the catalogues. Whether a form looks right is for the browser.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SERVICES, type Service } from '../../src/core';
import { inProject } from '../../scripts/project.mts';
import { credentialsFor } from '../../sandbox/src/admin/credentials';
import { readEditorFile } from './editorFile';

type FlowNode = Readonly<Record<string, unknown>> & { readonly type: string };

const read = (...file: string[]): string => readFileSync(inProject('node-red', ...file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const SETS = Object.entries(manifest['node-red'].nodes as Record<string, string>);
const EXAMPLES = readdirSync(inProject('node-red', 'examples')).map((name) => {
  const text = read('examples', name);
  return { name, text, nodes: JSON.parse(text) as FlowNode[] };
});
const NODES_IN_EXAMPLES = EXAMPLES.flatMap(({ nodes }) => nodes);
const LANGUAGES = ['en-US', 'nb', 'no', 'nn'] as const;

const operationsOf = (set: string): string[] =>
  Object.values(SERVICES)
    .filter(({ name }) => set === `norsk-kommune-${name}`)
    .flatMap(({ operations }) => operations.map(({ name }) => name));

/** The nodes of triggers, with the fields of their forms. */
const TRIGGERS = new Map<string, readonly string[]>(
  Object.values(SERVICES).flatMap((service: Service) => {
    const { name, trigger } = service;
    if (!trigger) return [];
    const fields = [...(trigger.follows?.inItem ?? []), ...trigger.fields].map((field) => field.name);
    return [[`norsk-kommune-${name}-${trigger.name}`, fields] as const];
  }),
);

const wordAt = (catalogue: any, key: string): unknown =>
  key.split('.').reduce((at: any, step) => at?.[step], catalogue);

const keysOf = (catalogue: object, above = ''): string[] =>
  Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${above}${key}.`) : [`${above}${key}`],
  );

test('the package has a node for every service, trigger and both credentials, and nothing else', () => {
  const services = Object.keys(SERVICES).map((name) => `norsk-kommune-${name}`);
  expect(SETS.map(([set]) => set).sort()).toEqual(
    ['norsk-kommune-fiks', 'norsk-kommune-maskinporten', ...services, ...TRIGGERS.keys()].sort(),
  );
});

test('the package ships what the nodes need', () => {
  expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'examples']));
  expect(manifest).not.toHaveProperty('dependencies');
});

describe.each(SETS)('%s', (set, js) => {
  const dist = path.dirname(js);
  const file = (...parts: string[]): string => inProject('node-red', dist, ...parts);
  const editor = readEditorFile(file(`${set}.html`), operationsOf(set));
  const { definition, html, keys } = editor;
  const isConfig = definition.category === 'config';
  const idOf = (name: string): string =>
    Array.isArray(definition.defaults[name]?.value)
      ? `${set}-${name}`
      : `node-${isConfig ? 'config-' : ''}input-${name}`;
  const names = [...Object.keys(definition.defaults), ...Object.keys(definition.credentials ?? {})];
  const catalogueOf = (language: string): object => JSON.parse(read(dist, 'locales', language, `${set}.json`));

  test('has its program and its icon', () => {
    expect(existsSync(file(`${set}.js`))).toBe(true);
    expect(existsSync(file('icons', definition.icon ?? `${set}.svg`))).toBe(true);
  });

  test('registers the type it is named for, and has a form for it', () => {
    expect(editor.types).toEqual([set]);
    expect(html).toContain(`<script type="text/html" data-template-name="${set}">`);
  });

  test('has an input for every default and every secret', () => {
    expect(names.filter((name) => !html.includes(`id="${idOf(name)}"`))).toEqual([]);
  });

  test('has a label for every input that shows', () => {
    const inputs = [...html.matchAll(/<(?:input type="(?:text|password)"|select|textarea) id="([^"]+)"/g)];
    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.map(([, id = '']) => id).filter((id) => !html.includes(`<label for="${id}"`))).toEqual([]);
  });

  test('has a label for every list', () => {
    const lists = [...html.matchAll(/<ol id="([^"]+)"/g)].map(([, id = '']) => id);
    expect(lists.filter((id) => !new RegExp(`<label [^>]*id="${id}-label"`).test(html))).toEqual([]);
  });

  test('has no input that belongs to nothing', () => {
    const inputs = [...html.matchAll(/ id="node-(?:config-)?input-([^"]+)"/g)].map(([, name = '']) => name);
    expect(inputs.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  test('has defaults that can be read without running the script', () => {
    expect(editor.readDefaults).toEqual(Object.keys(definition.defaults));
  });

  test('has a type beside every typed input, among those it offers', () => {
    for (const [name, types] of Object.entries(editor.typedInputs)) {
      const chosen = definition.defaults[`${name}Type`]?.value;
      if (chosen !== undefined) expect(types).toContain(chosen);
      else expect(types).toHaveLength(1);
    }
  });

  test('keeps every secret as a password', () => {
    for (const { type } of Object.values(definition.credentials ?? {})) expect(type).toBe('password');
    expect(Object.keys(definition.defaults).filter((name) => /key$|password|secret/i.test(name))).toEqual([]);
  });

  test('asks for words', () => {
    expect(keys.length).toBeGreaterThan(names.length / 2);
    expect(keys.filter((key) => !key.startsWith(`${set}.`))).toEqual([]);
  });

  test.each(LANGUAGES)('has every word in %s', (language) => {
    const catalogue = catalogueOf(language);
    const wanted = isConfig || TRIGGERS.has(set) ? keys : [...keys, `${set}.status.running`, `${set}.status.warning`];
    expect(wanted.filter((key) => typeof wordAt(catalogue, key) !== 'string' || wordAt(catalogue, key) === '')).toEqual(
      [],
    );
  });

  test.each(LANGUAGES.slice(1))('has the same words in %s as in en-US', (language) => {
    expect(keysOf(catalogueOf(language)).sort()).toEqual(keysOf(catalogueOf('en-US')).sort());
    expect(catalogueOf(language)).not.toEqual(catalogueOf('en-US'));
  });

  test.each(LANGUAGES)('has help in %s', (language) => {
    const help = read(dist, 'locales', language, `${set}.html`);
    expect(help).toMatch(
      new RegExp(`^<script type="text/markdown" data-help-name="${set}">\\n\\S[\\s\\S]+</script>\\n$`),
    );
    expect(help).not.toMatch(/undefined|\[object/);
    if (language !== 'en-US') expect(help).not.toBe(read(dist, 'locales', 'en-US', `${set}.html`));
  });

  test('stands in an example flow, each time with exactly the properties the form has', () => {
    const used = NODES_IN_EXAMPLES.filter(({ type }) => type === set);
    expect(used.length).toBeGreaterThan(0);
    for (const { id: _id, type: _type, z: _z, x: _x, y: _y, wires: _wires, ...properties } of used)
      expect(Object.keys(properties).sort()).toEqual(Object.keys(definition.defaults).sort());
  });

  test('stands in an example flow with nothing required left out, and types the form offers', () => {
    for (const node of NODES_IN_EXAMPLES.filter(({ type }) => type === set)) {
      for (const [name, { required }] of Object.entries(definition.defaults))
        if (required) expect([name, node[name]]).not.toEqual([name, '']);
      for (const [name, types] of Object.entries(editor.typedInputs))
        if (`${name}Type` in node) expect(types).toContain(node[`${name}Type`]);
      if (!isConfig && !TRIGGERS.has(set)) expect(operationsOf(set)).toContain(node.operation);
    }
  });
});

test.each(Object.values(SERVICES))('the form of $name has the fields of each operation in their order', (service) => {
  const set = `norsk-kommune-${service.name}`;
  const { definition } = readEditorFile(inProject('node-red', 'dist', `${set}.html`), operationsOf(set));
  for (const { fields } of service.operations) {
    const declared = fields.map(({ name }) => name);
    expect(Object.keys(definition.defaults).filter((name) => declared.includes(name))).toEqual(declared);
  }
});

test.each([...TRIGGERS])('the form of %s has the fields of the trigger in their order', (set, declared) => {
  const { definition } = readEditorFile(inProject('node-red', 'dist', `${set}.html`), []);
  expect(Object.keys(definition.defaults).filter((name) => declared.includes(name))).toEqual(declared);
});

describe.each(EXAMPLES)('the example flow $name', ({ text, nodes }) => {
  test('holds no secret', () => {
    const { maskinporten, fiks } = credentialsFor('http://127.0.0.1:8440');
    const secrets = [JSON.parse(maskinporten.privateKey).d, fiks.integrationPassword, fiks.referenceSecret];
    for (const secret of secrets) expect(text.includes(secret)).toBe(false);
    for (const node of nodes) expect(node).not.toHaveProperty('credentials');
  });

  test('holds no identity number', () => {
    expect(text.match(/\b\d{6}[ .-]?\d{5}\b/g)).toBeNull();
  });

  test('is wired only to what is there', () => {
    const ids = nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wired = nodes.flatMap(({ wires, maskinporten, fiks }) => [
      ...((wires as string[][] | undefined) ?? []).flat(),
      ...[maskinporten, fiks].filter(Boolean),
    ]);
    expect(wired.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
