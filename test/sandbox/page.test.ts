import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { FIKS_CREDENTIAL } from '../../src/credentials/fiks';
import { MASKINPORTEN_CREDENTIAL } from '../../src/credentials/maskinporten';
import { html } from '../../sandbox/src/page/escapedHtml';
import { DIALOGS, SANDBOX_ENVIRONMENT } from '../../sandbox/src/page/words/credentials';
import { SCRIPT_WORDS } from '../../sandbox/src/page/words/script';
import { LANGUAGES } from '../../sandbox/src/setup/order';
import { Caller } from './caller';

const PAGE_FILES = ['/page.css', '/page.js', '/page.svg'];
const OTHER_ANSWERS = ['/settings.json', '/credentials.sh', '/credentials.env'];
const MOST_BYTES = 60_000;

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());

const pageIn = async (language: string): Promise<string> => (await caller.call(`/?language=${language}`)).body;

describe('the web page', () => {
  it('allows nothing inline and nothing from elsewhere', async () => {
    const { headers, body } = await caller.call('/');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(body).not.toMatch(/<style|style="|onclick=|(?:src|href)="https?:/);
    expect(body.match(/<script[^>]*>/g)).toEqual(['<script src="/page.js?language=en" defer>']);
  });

  it.each([...PAGE_FILES, ...OTHER_ANSWERS])('has the same policy for %s', async (file) => {
    const page = await caller.call('/');
    const { status, headers } = await caller.call(file);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toBe(page.headers.get('content-security-policy'));
  });

  it('escapes what it fills in, and leaves its lines as they are', () => {
    const text = `<b>\n  "two" & 'lines'`;
    const escaped = '&#60;b&#62;\n  &#34;two&#34; &#38; &#39;lines&#39;';
    expect(html`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it.each(LANGUAGES)('is light, in %s', async (language) => {
    const files = await Promise.all([`/?language=${language}`, ...PAGE_FILES].map((file) => caller.call(file)));
    const bytes = files.map(({ body }) => Buffer.byteLength(body as string));
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(MOST_BYTES);
  });

  it.each(['/', ...PAGE_FILES, ...OTHER_ANSWERS])('gives %s to no page of another site', async (path) => {
    expect((await caller.call(path, { headers: { origin: 'https://attacker.example' } })).status).toBe(403);
  });
});

describe('the language of the page', () => {
  it.each([
    ['nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
    ['nn', 'nb'],
    ['no', 'nb'],
    ['en-US,en;q=0.9,nb;q=0.8', 'en'],
    ['de,nb;q=0.5,en;q=0.7', 'en'],
    ['de-DE, se', 'en'],
    ['nb;q=0, en', 'en'],
    ['*', 'en'],
  ])('follows a browser that prefers %s', async (preference, language) => {
    const { body } = await caller.call('/', { headers: { 'accept-language': preference } });
    expect(body).toContain(`<html lang="${language}">`);
  });

  it('is the one the address asks for', async () => {
    const { body } = await caller.call('/?language=nb', { headers: { 'accept-language': 'en' } });
    expect(body).toContain('<html lang="nb">');
    expect((await caller.call('/?language=se')).status).toBe(400);
  });

  it('has words for everything: none is left empty, and no blank differs', () => {
    const [first, ...others] = LANGUAGES.map((language) => SCRIPT_WORDS[language].said);
    const blanks = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [name, text] of Object.entries(first!)) {
      for (const other of others) {
        expect([name, blanks(other[name as keyof typeof other])]).toEqual([name, blanks(text)]);
      }
      expect(text).not.toBe('');
    }
  });

  it('differs in more than the names of things', async () => {
    const texts = async (language: string): Promise<string[]> =>
      [...(await pageIn(language)).matchAll(/<(?:h2|h3|label|button)[^>]*>\s*([^<]+?)\s*</g)].map(([, text]) => text!);
    const [norwegian, english] = await Promise.all([texts('nb'), texts('en')]);
    expect(norwegian).toHaveLength(english.length);
    const same = norwegian.filter((text, index) => text === english[index]);
    expect(same.length / norwegian.length).toBeLessThan(0.2);
  });
});

describe('the script of the page', () => {
  const folder = path.join(__dirname, '../../sandbox/src/page/browser');

  it.each(readdirSync(folder))('needs nothing from outside in %s, since it is sent as source text', (file) => {
    expect(readFileSync(path.join(folder, file), 'utf8')).not.toMatch(/^import (?!type )/m);
  });

  it('is a script', async () => {
    const { body, headers } = await caller.call('/page.js');
    expect(headers.get('content-type')).toContain('text/javascript');
    expect(() => new Script(body)).not.toThrow();
  });

  it('never sets markup from data', async () => {
    const { body } = await caller.call('/page.js');
    expect(body).toContain('textContent');
    expect(body).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/);
  });
});

describe('the credentials on the page', () => {
  it.each([MASKINPORTEN_CREDENTIAL, FIKS_CREDENTIAL])(
    'stand under the names they have in the dialog $name',
    (dialog) => {
      const shown = Object.entries(DIALOGS).find(([name]) => name === dialog.name)![1];
      expect(shown.title).toEqual(dialog.title);
      expect(Object.keys(shown.fields).length).toBeGreaterThan(4);
      for (const [name, label] of Object.entries(shown.fields)) {
        expect([name, label]).toEqual([name, dialog.fields.find((field) => field.name === name)?.label]);
      }
    },
  );

  it('are all there is a value for', () => {
    const { maskinporten, fiks } = caller.credentials;
    const names = Object.values(DIALOGS).flatMap(({ fields }) => Object.keys(fields));
    expect(Object.keys({ ...maskinporten, ...fiks })).toEqual(expect.arrayContaining(names));
  });

  it('name the environment as it is chosen there', () => {
    const environment = MASKINPORTEN_CREDENTIAL.fields.find(({ name }) => name === 'environment');
    const choices = environment?.kind === 'choice' ? environment.choices : [];
    expect(choices.find(({ value }) => value === 'sandbox')?.label).toEqual(SANDBOX_ENVIRONMENT);
  });

  it('look up a person when the text for curl is pasted into a shell', async () => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'norsk-kommune-curl-'));
    const { stdout } = await promisify(execFile)('sh', ['-c', (await caller.call('/credentials.sh')).body], { cwd });
    rmSync(cwd, { recursive: true });
    expect(JSON.parse(stdout)).toMatchObject({ navn: [expect.objectContaining({ fornavn: 'RASK' })] });
  });

  it('are in the text for .env, one on each line', async () => {
    const { fiks, maskinporten } = caller.credentials;
    const lines = ((await caller.call('/credentials.env')).body as string).split('\n');
    expect(lines).toContain(`FIKS_ROLLE_ID=${fiks.rolleId}`);
    expect(lines).toContain(`MASKINPORTEN_CLIENT_ID=${maskinporten.clientId}`);
  });
});
