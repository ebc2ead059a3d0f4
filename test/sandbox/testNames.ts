/** The names of the tests in a file, read from its text. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What is left out or known to fail proves nothing. */
const TESTS = /^(?:it|test)\b(?!\.(?:skip|todo|failing))/;
const GROUPS = /^describe/;

/** `%s` and its like, or `$name`, which a table of cases fills in. */
const FILLED_IN = /%[sdifjopc#]|\$\w+/;

export interface TestNames {
  /** Groups and test in one, with what is still to be filled in. */
  readonly templates: readonly string[];
  readonly text: string;
}

const callee = ({ expression }: ts.CallExpression, source: ts.SourceFile): string => expression.getText(source);

/** @param file below test/, without `.test.ts` */
export const testNamesIn = (file: string): TestNames => {
  const text = readFileSync(path.join(__dirname, '..', `${file}.test.ts`), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const templates: string[] = [];
  const visit = (node: ts.Node, groups: readonly string[]): void => {
    const [name] = ts.isCallExpression(node) ? node.arguments : [];
    if (!ts.isCallExpression(node) || !name || !ts.isStringLiteralLike(name)) {
      ts.forEachChild(node, (child) => visit(child, groups));
      return;
    }
    const called = callee(node, source);
    const names = [...groups, name.text];
    if (TESTS.test(called)) templates.push(names.join(' '));
    ts.forEachChild(node, (child) => visit(child, GROUPS.test(called) ? names : groups));
  };
  visit(source, []);
  return { templates, text };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether there is a test of this name: as it stands, or with words of the file where a table fills them in. */
export const hasTest = ({ templates, text }: TestNames, name: string): boolean =>
  templates.some((template) => {
    if (template === name) return true;
    const pattern = new RegExp(`^${template.split(FILLED_IN).map(escaped).join('(.*)')}$`, 's');
    const filledIn = pattern.exec(name)?.slice(1);
    return filledIn !== undefined && filledIn.length > 0 && filledIn.every((word) => text.includes(word));
  });
