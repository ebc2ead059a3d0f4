/**
 * A built editor file, taken apart: what it registers when it runs in a page that is not there, and which words it asks
 * for on the way.
 */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import ts from 'typescript';
import { openPage, type Chosen, type Option, type Traces } from './editorPage';

interface Default {
  readonly value: unknown;
  readonly type?: string;
  readonly required?: boolean;
  readonly validate?: (this: object, value: unknown) => boolean;
}

interface Definition {
  readonly category: string;
  readonly icon?: string;
  readonly defaults: Readonly<Record<string, Default>>;
  readonly credentials?: Readonly<Record<string, { readonly type: string }>>;
  readonly label: (this: object) => string;
  readonly paletteLabel?: (this: object) => string;
  readonly outputLabels?: (this: object, index: number) => string | undefined;
  readonly oneditprepare: (this: object) => void;
}

export interface EditorFile {
  readonly html: string;
  readonly types: readonly string[];
  readonly definition: Definition;
  /** The keys the page and its script ask a catalogue for. */
  readonly keys: readonly string[];
  /** The types a typed input offers, by the field it is for. */
  readonly typedInputs: Readonly<Record<string, readonly string[]>>;
  /** The choices in the list of a typed input that has one, by the field it is for. */
  readonly choices: Readonly<Record<string, readonly Option[]>>;
  /** What the form had done to the page when all of it had been used, with the last of the operations chosen. */
  readonly traces: Traces;
  /** The definition's defaults as a tool reads them that does not run the script; nothing where it could not. */
  readonly readDefaults: readonly string[] | undefined;
}

const scriptsIn = (html: string): string[] =>
  [...html.matchAll(/<script type="text\/javascript">([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);

const keysInMarkup = (html: string): string[] =>
  [...html.matchAll(/data-i18n="([^"]+)"/g)].flatMap(([, keys = '']) =>
    keys.split(';').map((key) => key.replace(/^\[[^\]]+\]/, '')),
  );

const propertyOf = (node: ts.Node | undefined, name: string): ts.Expression | undefined =>
  node && ts.isObjectLiteralExpression(node)
    ? node.properties.filter(ts.isPropertyAssignment).find((one) => one.name.getText() === name)?.initializer
    : undefined;

const LITERALS = [
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
];

const isLiteral = (value: ts.Expression | undefined): boolean =>
  value !== undefined && (LITERALS.includes(value.kind) || ts.isArrayLiteralExpression(value));

const readDefaultsOf = (script: string): readonly string[] | undefined => {
  const source = ts.createSourceFile('form.js', script, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'RED.nodes.registerType')
      found = propertyOf(node.arguments[1], 'defaults');
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (!found || !ts.isObjectLiteralExpression(found)) return undefined;
  return found.properties
    .filter(ts.isPropertyAssignment)
    .filter(({ initializer }) => isLiteral(propertyOf(initializer, 'value')))
    .map(({ name }) => name.getText());
};

const mapped = <From, To>(record: Readonly<Record<string, From>>, change: (from: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, from]) => [name, change(from)]));

const definitionIn = (registered: Readonly<Record<string, Definition>>): Definition => {
  const [definition] = Object.values(registered);
  if (!definition) throw new Error('The editor file registers nothing.');
  return definition;
};

export interface Surroundings {
  readonly chosen?: Chosen;
  /** The configurations there are. */
  readonly configs?: readonly { readonly id: string }[];
}

export const readEditorFile = (
  file: string,
  operations: readonly string[],
  { chosen = {}, configs = [] }: Surroundings = {},
): EditorFile => {
  const html = readFileSync(file, 'utf8');
  const registered: Record<string, Definition> = {};
  const traces: Traces = { typedInputs: {}, written: {}, shown: {}, texts: {}, rows: {} };
  const keys = new Set(keysInMarkup(html));
  const RED = {
    nodes: {
      registerType: (type: string, definition: Definition) => void (registered[type] = definition),
      node: (id: string) => configs.find((config) => config.id === id),
      eachConfig: (visit: (config: object) => void) => configs.forEach(visit),
    },
    utils: { getNodeLabel: () => 'a configuration' },
    clipboard: { copyText: () => true },
    validators: { typedInput: () => () => true },
  };
  const scripts = scriptsIn(html);
  const _ = (key: string): string => (keys.add(key), key);
  for (const operation of operations.length ? operations : [undefined]) {
    const { $, useEverything } = openPage({ '#node-input-operation': operation ?? '', ...chosen }, traces);
    for (const script of scripts) vm.runInNewContext(script, { RED, $ });
    const { oneditprepare, paletteLabel, label } = definitionIn(registered);
    oneditprepare.call({ id: 'a node', _ });
    useEverything();
    paletteLabel?.call({ _ });
    label.call({ operation, _ });
  }
  return {
    html,
    types: Object.keys(registered),
    definition: definitionIn(registered),
    keys: [...keys],
    typedInputs: mapped(traces.typedInputs, (types) => types.map((one) => (typeof one === 'string' ? one : one.value))),
    choices: mapped(traces.typedInputs, (types) =>
      types.flatMap((one) => (typeof one === 'string' ? [] : (one.options ?? []))),
    ),
    traces,
    readDefaults: scripts.map(readDefaultsOf).find(Boolean),
  };
};
