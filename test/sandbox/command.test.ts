/**
 * The command that starts a sandbox.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HELP, readCommandLine } from '../../sandbox/src/commandLine';
import { readScenarioFile } from '../../sandbox/src/scenario';
import { capture, type Finished } from '../../scripts/command.mts';
import { CLI, RunningCommand } from './runningCommand';

const run = (...args: string[]): Promise<Finished> => capture(process.execPath, [CLI, ...args]);

const json = async (url: string): Promise<any> => (await fetch(url)).json();

let running: RunningCommand | undefined;
afterEach(async () => {
  await running?.stop('SIGKILL');
  running = undefined;
});

const start = async (...args: string[]): Promise<RunningCommand> =>
  (running = await RunningCommand.start(['--port', '0', ...args]));

describe('the sandbox command', () => {
  it('listens on this machine only, and says nothing about others', async () => {
    const { url, stderr } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(stderr).toBe('');
    expect((await fetch(`${url}/admin/credentials`)).status).toBe(200);
  });

  it('ends when it is asked to', async () => {
    const command = await start();
    running = undefined;
    expect(await command.stop('SIGTERM')).toBe(0);
  });

  it('warns when others can reach it', async () => {
    const { stderr } = await start('--host', '0.0.0.0');
    expect(stderr).toMatch(/^\nWARNING: .* Everyone who reaches it can read what is sent to it/);
  });

  it('goes by the address others call it by', async () => {
    const { stdout } = await start('--url', 'http://sandbox:8440/');
    expect(stdout).toContain('running at http://sandbox:8440\n');
    expect(stdout).toMatch(/Sandbox Address +http:\/\/sandbox:8440\n/);
  });

  it('refuses an option there is not, and says how it is used', async () => {
    const { code, stderr } = await run('--fault', 'x');
    expect([code, stderr]).toEqual([2, expect.stringContaining('Unknown option')]);
    expect(stderr).toContain('Usage: norsk-kommune-sandbox');
  });

  it.each([
    [['--port', 'x'], '--port must be a whole number from 0'],
    [['--persons', '1000001'], '--persons must be a whole number from 0 to 1000000'],
    [['--seed', '1.5'], '--seed must be a whole number from 0'],
    [['--speed', '0'], '--speed must be a number above 0'],
    [['--url', 'http://sandbox/path'], 'The base address must be http'],
    [['--url', 'sandbox'], 'The base address must be http'],
  ])('does not take %j', (args, problem) => {
    expect(() => readCommandLine(args)).toThrow(problem);
  });

  it('names every option in its help', () => {
    for (const option of Object.keys(readCommandLine([]))) expect(HELP).toContain(`  --${option} `);
  });
});

describe('a file with faults', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'norsk-kommune-faults-'));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const written = (text: string): string => {
    const file = path.join(place, 'faults.json');
    writeFileSync(file, text);
    return file;
  };

  it('is there from the start', async () => {
    const faults = [{ service: 'krr', kind: 'status', status: 500, every: 1 }];
    const { url } = await start('--faults', written(JSON.stringify({ faults, settings: { vehicleQuota: 5 } })));
    expect(await json(`${url}/admin/faults`)).toMatchObject(faults);
    expect((await json(`${url}/admin/settings`)).vehicleQuota).toBe(5);
    expect((await fetch(`${url}/krr/rest/v2/personer`, { method: 'POST' })).status).toBe(500);
  });

  it.each([
    ['{', 'the file is not JSON'],
    ['{ "faults": [{ "service": "krr", "kind": "explode" }] }', '/faults/0 value of tag "kind" must be in oneOf'],
    ['{ "port": 1 }', 'the whole must NOT have additional properties (port)'],
  ])('that holds %s is refused with what is wrong', (text, problem) => {
    expect(() => readScenarioFile(written(text))).toThrow(problem);
  });

  it('that is not there stops the start', async () => {
    const { code, stderr } = await run('--port', '0', '--faults', path.join(place, 'nothing.json'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('the file cannot be read')]);
  });
});
