/**
 * The rules about who may import whom, proven to fail: each case is a file that does not exist, with an import that must
 * not.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { LISTED_ROOMS } from '../../scripts/import-zones.mts';

interface Text {
  readonly filePath: string;
  readonly text: string;
}

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
}

const lint = (texts: readonly Text[]): readonly (readonly Message[])[] =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(__dirname, 'lintTexts.mjs')], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
    }),
  );

/** Any module of the folder, so that renaming one does not break the proof. */
const someModuleIn = (folder: string): string => {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => /(?<!\.d)\.ts$/.test(name));
  if (!file) throw new Error(`There is no TypeScript file in ${folder}.`);
  return path.posix.join(folder, file.split(path.sep).join('/'));
};

const pathTo = (module: string, file: string): string => {
  const relative = path.posix.relative(path.posix.dirname(file), module).replace(/\.ts$/, '');
  return relative.startsWith('.') ? relative : `./${relative}`;
};

const importing = (filePath: string, specifier: string): Text => ({ filePath, text: `import '${specifier}';\n` });

const PATHS = 'import-x/no-restricted-paths';

const FORBIDDEN_ROOMS: readonly (readonly [file: string, room: string, message: string])[] = [
  ['src/identifiers/new.ts', 'src/http', 'src/identifiers may import nothing else'],
  ['src/http/new.ts', 'src/operations', 'src/http may import nothing else'],
  ['src/operations/new.ts', 'src/krr', 'src/operations may import only'],
  ['src/maskinporten/new.ts', 'src/fiks', 'src/maskinporten may import only'],
  ['src/fiks/new.ts', 'src/svarut', 'src/fiks may import only'],
  ['src/session.ts', 'src/krr', 'src/session.ts may import only'],
  ['src/credentials/new.ts', 'src/krr', 'src/credentials may import only'],
  ['src/folkeregister/new.ts', 'src/krr', 'src/folkeregister may import only'],
  ['src/krr/new.ts', 'src/svarut', 'src/krr may import only'],
  ['src/kjoretoyregister/new.ts', 'src/folkeregister', 'src/kjoretoyregister may import only'],
  ['src/svarut/new.ts', 'src/folkeregister', 'src/svarut may import only'],
  ['src/core.ts', 'nodes', 'The core knows no host'],
  ['src/krr/new.ts', 'credentials', 'The core knows no host'],
  ['src/krr/new.ts', 'node-red/src', 'The core knows no host'],
  ['src/krr/new.ts', 'sandbox/src', 'The core knows no host and no sandbox'],
  ['sandbox/src/new.ts', 'src/identifiers', 'it shares no code with it'],
  ['sandbox/src/new.ts', 'nodes', 'it shares no code with it'],
  ['sandbox/src/new.ts', 'credentials', 'it shares no code with it'],
  ['sandbox/src/new.ts', 'node-red/src', 'it shares no code with it'],
  ['nodes/Krr/New.node.ts', 'src/krr', 'through src/core.ts only'],
  ['credentials/New.credentials.ts', 'src/maskinporten', 'through src/core.ts only'],
  ['node-red/src/new.ts', 'src/krr', 'through src/core.ts only'],
  ['nodes/Krr/New.node.ts', 'node-red/src', 'The n8n package stands alone'],
  ['nodes/Krr/New.node.ts', 'sandbox/src', 'The n8n package stands alone'],
  ['credentials/New.credentials.ts', 'node-red/src', 'The n8n package stands alone'],
  ['credentials/New.credentials.ts', 'sandbox/src', 'The n8n package stands alone'],
  ['node-red/src/new.ts', 'nodes', 'The Node-RED package stands alone'],
  ['node-red/src/new.ts', 'credentials', 'The Node-RED package stands alone'],
  ['node-red/src/new.ts', 'sandbox/src', 'The Node-RED package stands alone'],
];

const FORBIDDEN_MODULES = ['undici', 'n8n-workflow', 'node:fs', 'node:process', 'crypto', 'zod', 'jose/jwt/sign'];

const ALLOWED: readonly Text[] = [
  importing('src/krr/new.ts', '../http/call'),
  importing('src/krr/new.ts', '../session'),
  importing('src/svarut/new.ts', './status'),
  importing('src/fiks/new.ts', '../maskinporten/credential'),
  importing('src/catalog.ts', './krr/operations'),
  importing('nodes/Krr/New.node.ts', '../../src/core'),
  importing('credentials/New.credentials.ts', '../src/core'),
  importing('node-red/src/new.ts', '../../src/core'),
  ...['zod/v4', 'jose', 'luxon', 'node:crypto'].map((name) => importing('src/krr/new.ts', name)),
];

const FORMS: readonly Text[] = [
  "import { a } from '../svarut/status';",
  "import type { A } from '../svarut/status';",
  "export * from '../svarut/status';",
  "void import('../svarut/status');",
].map((text) => ({ filePath: 'src/krr/new.ts', text: `${text}\n` }));

const SWITCHED_OFF: Text = {
  filePath: 'src/krr/new.ts',
  text: "/* eslint-disable */\nimport '../svarut/status';\n",
};

const TIMER: Text = { filePath: 'src/http/new.ts', text: 'setTimeout(() => undefined, 1);\n' };

const importingRoom = (file: string, room: string): Text => importing(file, pathTo(someModuleIn(room), file));
const importingModule = (name: string): Text => importing('src/krr/new.ts', name);

describe('the import check', () => {
  const answers = new Map<string, readonly Message[]>();
  const messagesFor = (text: Text): readonly Message[] => answers.get(JSON.stringify(text))!;

  beforeAll(() => {
    const texts = [
      ...FORBIDDEN_ROOMS.map(([file, room]) => importingRoom(file, room)),
      ...FORBIDDEN_MODULES.map(importingModule),
      ...ALLOWED,
      ...FORMS,
      SWITCHED_OFF,
      TIMER,
    ];
    lint(texts).forEach((messages, index) => answers.set(JSON.stringify(texts[index]), messages));
  }, 60_000);

  it.each(FORBIDDEN_ROOMS)('refuses %s importing %s', (file, room, message) => {
    expect(messagesFor(importingRoom(file, room))).toContainEqual(
      expect.objectContaining({ ruleId: PATHS, message: expect.stringContaining(message) }),
    );
  });

  it.each(FORBIDDEN_MODULES)('refuses %s in src/', (name) => {
    expect(messagesFor(importingModule(name))).toContainEqual(
      expect.objectContaining({
        ruleId: 'no-restricted-imports',
        message: expect.stringContaining('src/ may use only'),
      }),
    );
  });

  it.each(ALLOWED)('accepts in $filePath: $text', (allowed) => {
    expect(messagesFor(allowed)).toEqual([]);
  });

  it.each(FORMS)('sees through the form of: $text', (form) => {
    expect(messagesFor(form)).toContainEqual(expect.objectContaining({ ruleId: PATHS }));
  });

  it('cannot be switched off by a comment', () => {
    expect(messagesFor(SWITCHED_OFF)).toContainEqual(expect.objectContaining({ ruleId: PATHS }));
  });

  it("refuses a timer in src/, as n8n's scanner would", () => {
    expect(messagesFor(TIMER)).toContainEqual(
      expect.objectContaining({ ruleId: '@n8n/community-nodes/no-restricted-globals' }),
    );
  });

  it('knows every room of src/', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(LISTED_ROOMS).toEqual(expect.arrayContaining(rooms.map(({ name }) => name)));
  });
});
