/**
 * A built editor file, taken apart: what it registers when it runs in a page that is not there, and which words it asks
 * for on the way.
 */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import ts from 'typescript';

interface Default {
  readonly value: unknown;
  readonly type?: string;
  readonly required?: boolean;
}

interface Definition {
  readonly category: string;
  readonly icon?: string;
  readonly defaults: Readonly<Record<string, Default>>;
  readonly credentials?: Readonly<Record<string, { readonly type: string }>>;
  readonly label: (this: object) => string;
  readonly paletteLabel?: (this: object) => string;
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
  /** The definition's defaults as a tool reads them that does not run the script; nothing where it could not. */
  readonly readDefaults: readonly string[] | undefined;
}

type Handler = (this: unknown, event: unknown) => void;
interface TypedInput {
  readonly types: readonly (string | { readonly value: string })[];
}

/** As much of jQuery as the forms use. Every element there is asked for is there, once. */
const page = (typedInputs: Record<string, readonly string[]>) => {
  const handlers: Handler[] = [];
  const element = (selector: string): object => {
    const self: Record<string, unknown> = {
      length: 1,
      val: () => 'sandbox',
      data: () => 'anOperation',
      each: (visit: Handler) => (visit.call(self, undefined), self),
      filter: (visit: Handler) => (visit.call(self, undefined), self),
      on: (_event: string, handler: Handler) => (handlers.push(handler), self),
      typedInput: ({ types }: TypedInput) => {
        typedInputs[selector.replace('#node-input-', '')] = types.map((one) =>
          typeof one === 'string' ? one : one.value,
        );
        return self;
      },
    };
    for (const name of ['closest', 'find', 'toggle', 'text', 'attr', 'trigger']) self[name] = () => self;
    return self;
  };
  const find = (what: unknown): unknown => (typeof what === 'string' ? element(what) : what);
  const ajax = () => ({
    then: (passed: (answer: object) => void, failed: (failure: object) => void) => {
      passed({ ok: true, detail: '' });
      passed({ ok: false, message: '', action: '' });
      failed({ status: 500, statusText: '' });
    },
  });
  const useEverything = (): void => {
    for (const handler of handlers) handler.call(element('#any'), { preventDefault: () => undefined });
  };
  return { $: Object.assign(find, { ajax }), useEverything };
};

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
    .filter(({ initializer }) => ts.isStringLiteral(propertyOf(initializer, 'value') ?? initializer))
    .map(({ name }) => name.getText());
};

export const readEditorFile = (file: string, operations: readonly string[]): EditorFile => {
  const html = readFileSync(file, 'utf8');
  const registered: Record<string, Definition> = {};
  const typedInputs: Record<string, readonly string[]> = {};
  const keys = new Set(keysInMarkup(html));
  const { $, useEverything } = page(typedInputs);
  const RED = {
    nodes: { registerType: (type: string, definition: Definition) => void (registered[type] = definition) },
    validators: { typedInput: () => () => true },
  };
  const scripts = scriptsIn(html);
  for (const script of scripts) vm.runInNewContext(script, { RED, $ });

  const [definition] = Object.values(registered);
  if (!definition) throw new Error(`${file} registers nothing.`);
  const _ = (key: string): string => (keys.add(key), key);
  definition.oneditprepare.call({ id: 'a node', _ });
  useEverything();
  definition.paletteLabel?.call({ _ });
  for (const operation of operations.length ? operations : [undefined]) definition.label.call({ operation, _ });
  return {
    html,
    types: Object.keys(registered),
    definition,
    keys: [...keys],
    typedInputs,
    readDefaults: scripts.map(readDefaultsOf).find(Boolean),
  };
};
