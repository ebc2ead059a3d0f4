/**
 * The command as it is shipped, in a process of its own.
 */
import { calculateJwkThumbprint, type JWK } from 'jose';
import { spawn } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { capture, type Finished } from '../../scripts/command.mts';
import { inProject } from '../../scripts/project.mts';

const CLI = inProject('sandbox', 'dist', 'cli.js');

let place: string;
beforeEach(() => {
  // Not through a symbolic link, or the process would see another name.
  place = realpathSync(mkdtempSync(path.join(tmpdir(), 'norsk-kommune-setup-')));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** Its input is not a terminal. */
const run = (...args: string[]): Promise<Finished> => capture(process.execPath, [CLI, ...args], { cwd: place });
const setup = (...args: string[]): Promise<Finished> => run('setup', ...args);

const read = (...parts: string[]): string => readFileSync(path.join(place, ...parts), 'utf8');
const publicJwk = (folder: string): JWK => JSON.parse(read(folder, 'public-jwk.json'));

const ORDER = ['--organisation', 'Eksempel kommune', '--organisation-number', '310475025', '--services', 'krr,svarut'];

describe('setup with options', () => {
  it('writes the keys and the letters that were ordered', async () => {
    const { code, stdout } = await setup(...ORDER, '--environment', 'production', '--out', 'oppsett');
    expect(code).toBe(0);
    expect(readdirSync(path.join(place, 'oppsett')).sort()).toEqual([
      '01-ks-digital-scope.txt',
      '02-digdir-krr.txt',
      '03-maskinporten-client.txt',
      '04-svarut-account.txt',
      '05-fiks-integration.txt',
      'next-steps.md',
      'private-key.pem',
      'public-jwk.json',
    ]);
    expect(read('oppsett', '01-ks-digital-scope.txt')).toMatch(
      /^Til: fiks@ksdigital\.no\nEmne: Scopet ks:fiks i produksjon for Eksempel kommune \(310475025\)\n\nHei,/,
    );
    expect(read('oppsett', '04-svarut-account.txt')).toMatch(/^Emne: /);
    expect(stdout).toContain('05-fiks-integration.txt');
  });

  it('makes a 2048-bit RSA key pair of which the public half is the JWK', async () => {
    await setup('--out', 'oppsett');
    const key = createPrivateKey(read('oppsett', 'private-key.pem'));
    const jwk = publicJwk('oppsett');
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(createPublicKey(key).export({ format: 'jwk' })).toEqual({ kty: 'RSA', n: jwk.n, e: jwk.e });
    expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(jwk).toMatchObject({ use: 'sig', alg: 'RS256', kid: await calculateJwkThumbprint(jwk) });
  });

  it('calls the key by its name, in the JWK and in the letters', async () => {
    await setup('--key-name', 'eksempel-n8n-2027', '--out', 'oppsett');
    expect(publicJwk('oppsett').kid).toBe('eksempel-n8n-2027');
    expect(read('oppsett', '03-maskinporten-client.txt')).toContain('Nøkkel-id (kid) er eksempel-n8n-2027.');
    expect(read('oppsett', 'next-steps.md')).toContain('`eksempel-n8n-2027`');
  });

  it.each([
    ['in words', []],
    ['as JSON', ['--json']],
  ])('prints, %s, the public key and nothing of the private one', async (_title, flags) => {
    const { stdout, stderr } = await setup('--out', 'oppsett', ...flags);
    const { d, p, q } = createPrivateKey(read('oppsett', 'private-key.pem')).export({ format: 'jwk' });
    const body = read('oppsett', 'private-key.pem').split('\n').slice(1, -2);
    expect(stdout).toContain(publicJwk('oppsett').n);
    for (const secret of [d, p, q, ...body, 'PRIVATE KEY']) expect(stdout + stderr).not.toContain(secret);
    for (const file of readdirSync(path.join(place, 'oppsett')).filter((name) => name !== 'private-key.pem')) {
      for (const secret of [d, p, q, ...body]) expect(read('oppsett', file)).not.toContain(secret);
    }
  });

  // Windows has no such modes.
  (process.platform === 'win32' ? it.skip : it)('lets nobody else read the private key', async () => {
    await setup('--out', 'oppsett');
    expect(statSync(path.join(place, 'oppsett', 'private-key.pem')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(place, 'oppsett')).mode & 0o777).toBe(0o700);
  });

  it('tells a program what was made', async () => {
    const { stdout } = await setup(...ORDER, '--json');
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      folder: path.join(place, 'norsk-kommune-setup-test'),
      order: { party: 'municipality', services: ['krr', 'svarut'], environment: 'test' },
      publicJwk: publicJwk('norsk-kommune-setup-test'),
    });
    expect(result.files[0]).toEqual({
      file: '01-ks-digital-scope.txt',
      title: 'KS Digital åpner scopet ks:fiks',
      to: 'fiks@ksdigital.no',
      subject: 'Scopet ks:fiks i test for Eksempel kommune (310475025)',
      open: ['[navn og rolle]', '[telefon og e-post]'],
    });
  });
});

describe('setup without options', () => {
  it('asks nothing, uses placeholders and says which are open', async () => {
    const { code, stdout } = await setup();
    expect(code).toBe(0);
    expect(stdout).toContain('[kommunens organisasjonsnummer]');
    expect(stdout).toContain('[lovhjemmel, eller uten hjemmel]');
    expect(read('norsk-kommune-setup-test', '01-ks-digital-scope.txt')).toContain('[kommunens navn]');
  });
});

/** Types the next answer each time the program asks, on a terminal made by script(1). */
const typeOnTerminal = (...answers: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('script', ['-qec', `${process.execPath} ${CLI} setup --language en`, '/dev/null'], {
      cwd: place,
    });
    let shown = '';
    let answered = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      const asked = shown.split('? ').length - 1;
      for (; answered < asked; answered += 1) child.stdin.write(answers[answered] ?? '\x03');
    });
    child.on('error', reject).on('close', () => resolve(shown));
  });

// script(1) takes other arguments elsewhere.
(process.platform === 'linux' ? describe : describe.skip)('setup on a terminal', () => {
  it('asks for what is missing', async () => {
    const shown = await typeOnTerminal('m\r', 'Eksempel kommune\r', '310475025\r', 'svarut\r', '\r', '\r');
    expect(shown).toContain('Who owns the Maskinporten client');
    expect(shown).toContain('Keys and letters are in');
    expect(read('norsk-kommune-setup-test', '01-ks-digital-scope.txt')).toContain('for Eksempel kommune (310475025)');
    expect(existsSync(path.join(place, 'norsk-kommune-setup-test', '03-svarut-account.txt'))).toBe(true);
  });

  it('writes nothing when it is stopped', async () => {
    const shown = await typeOnTerminal('m\r', '\x03');
    expect(shown).toContain('Stopped, and nothing was written.');
    expect(shown).not.toContain('AbortError');
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('setup where something is in the way', () => {
  it('never overwrites a private key', async () => {
    await setup('--out', 'oppsett');
    const before = read('oppsett', 'private-key.pem');
    const { code, stdout, stderr } = await setup('--out', 'oppsett');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Mappen har en privat nøkkel fra før, og den røres ikke\. Velg en annen mappe/);
    expect(read('oppsett', 'private-key.pem')).toBe(before);
  });

  it('writes nothing when a letter is there already', async () => {
    writeFileSync(path.join(place, '01-ks-digital-scope.txt'), 'mine');
    const { code, stderr } = await setup('--out', '.', '--language', 'en');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The folder already has 01-ks-digital-scope\.txt, so nothing was written\./);
    expect(readdirSync(place)).toEqual(['01-ks-digital-scope.txt']);
    expect(read('01-ks-digital-scope.txt')).toBe('mine');
  });

  it('says so when the folder is a file', async () => {
    writeFileSync(path.join(place, 'oppsett'), '');
    const { code, stderr } = await setup('--out', 'oppsett');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Mappen kan ikke skrives til \(E\w+\)\. Velg en annen med --out\.$/m);
  });
});

describe('setup with options that cannot be', () => {
  it.each([
    [['--for', 'county'], /--for must be one of municipality, supplier\./],
    [['--services', 'krr,post'], /--services must be one of folkeregister, krr, svarut, kjoretoyregister\./],
    [['--environment', 'prod'], /--environment must be one of test, production\./],
    [['--colour'], /Unknown option '--colour'/],
  ])('refuses %s and shows how it is used', async (args, message) => {
    const { code, stderr } = await setup(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('Usage: norsk-kommune-sandbox setup');
    expect(readdirSync(place)).toEqual([]);
  });

  it('refuses a number that cannot be, before a key is made', async () => {
    const { code, stderr } = await setup('--organisation-number', '310475024');
    expect(code).toBe(1);
    expect(stderr).toBe('Organisasjonsnummeret er ikke gyldig. Oppgi ni sifre slik de står i Enhetsregisteret.\n');
    expect(existsSync(path.join(place, 'norsk-kommune-setup-test'))).toBe(false);
  });
});

describe('the help', () => {
  it('of the program tells of both', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('norsk-kommune-sandbox [options]');
    expect(stdout).toContain('norsk-kommune-sandbox setup');
  });

  it('of setup tells every option', async () => {
    const { code, stdout } = await setup('--help');
    expect(code).toBe(0);
    for (const option of ['for', 'organisation-number', 'services', 'environment', 'key-name', 'out', 'json'])
      expect(stdout).toContain(`--${option} `);
  });
});
