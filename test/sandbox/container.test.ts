/**
 * The container's recipe, as far as it can be judged without building it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../../scripts/project.mts';
import { RunningCommand } from './runningCommand';

const SANDBOX = inProject('sandbox');

const lines = readFileSync(inProject('sandbox', 'Containerfile'), 'utf8')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => line.split(/ +/) as [string, ...string[]]);

const after = (instruction: string): string[] => lines.find(([word]) => word === instruction)?.slice(1) ?? [];

/** Of an instruction that is written as a list. */
const listed = (instruction: string): string[] => JSON.parse(after(instruction).join(' ')) as string[];

const manifest = JSON.parse(readFileSync(inProject('sandbox', 'package.json'), 'utf8'));

describe('the Containerfile', () => {
  it('copies what is in the published package, and is in it itself', () => {
    const copied = lines.filter(([word]) => word === 'COPY').flatMap(([, ...names]) => names.slice(0, -1));
    // npm always adds these two.
    const published = [...manifest.files, 'package.json', 'LICENSE'];
    expect(copied).toEqual(['package.json', 'LICENSE', 'dist']);
    for (const name of copied)
      expect([name, published.includes(name), existsSync(inProject('sandbox', name))]).toEqual([name, true, true]);
    expect(manifest.files).toContain('Containerfile');
  });

  it('starts from a Node the package runs on', () => {
    const major = Number(/^node:(\d+)-/.exec(after('FROM')[0] ?? '')?.[1]);
    expect(major).toBeGreaterThanOrEqual(Number(/\d+/.exec(manifest.engines.node)?.[0]));
  });

  it('installs only what the package needs, and lets none of it run anything', () => {
    expect(after('RUN')).toEqual(['npm', 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  });

  it('does not run as root', () => {
    const order = lines.map(([word]) => word);
    expect(after('USER')).toEqual(['node']);
    expect(order.indexOf('USER')).toBeLessThan(order.indexOf('ENTRYPOINT'));
  });

  it('exposes the port that the command listens on by itself', () => {
    expect(readFileSync(inProject('sandbox', 'src', 'commandLine.ts'), 'utf8')).toContain(
      `const DEFAULT_PORT = ${after('EXPOSE')[0]};`,
    );
  });
});

describe('the command in the container', () => {
  let running: RunningCommand;
  beforeAll(async () => {
    const [node, script = '', ...options] = listed('ENTRYPOINT');
    expect(node).toBe('node');
    // The port as somebody would write it after the image's name.
    running = await RunningCommand.start([...options, '--port', '0'], SANDBOX, script);
  });
  afterAll(() => running.stop('SIGKILL'));

  it('can be reached by who publishes its port on this machine, the administration too', async () => {
    expect((await fetch(`${running.url}/`)).status).toBe(200);
    expect((await fetch(`${running.url}/admin/openapi.json`)).status).toBe(200);
  });

  it('warns', () => {
    expect(running.stderr).toContain('WARNING');
  });

  it('ends at once when the container is stopped', async () => {
    expect(await running.stop('SIGTERM')).toBe(0);
  });
});
