import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mustSucceed } from '../../scripts/command.mts';
import { inProject } from '../../scripts/project.mts';
import { startNodeRed, type NodeRed } from '../../scripts/node-red/host.mts';
import { temporaryFolder } from './temporaryFolder';

interface NodeSet {
  readonly id: string;
  readonly module: string;
  readonly types: readonly string[];
  readonly enabled: boolean;
  readonly err?: string;
  readonly local?: boolean;
  readonly user?: boolean;
}

const NAME = 'node-red-contrib-norsk-kommune';
const TYPES = [
  'maskinporten',
  'fiks',
  'folkeregister',
  'folkeregister-events',
  'krr',
  'kjoretoyregister',
  'svarut',
  'svarut-status',
].map((name) => `norsk-kommune-${name}`);
/** A trigger has the icon of its service. */
const ICONS = TYPES.filter((type) => !/-(?:events|status)$/.test(type));

const folder = temporaryFolder();
let nodeRed: NodeRed;

const get = async (what: string, headers: Record<string, string> = {}): Promise<Response> => {
  const response = await fetch(`${nodeRed.url}/${what}`, { headers });
  expect(response.status).toBe(200);
  return response;
};

// As the Palette Manager does it, and offline: there is nothing to fetch.
beforeAll(async () => {
  const packed = await mustSucceed('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: inProject('node-red'),
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  const install = ['install', '--no-audit', '--no-fund', '--omit=dev', '--engine-strict', '--offline'];
  await mustSucceed('npm', [...install, path.join(folder, filename)], { cwd: folder });
  nodeRed = await startNodeRed({ userDir: folder });
}, 120_000);
afterAll(() => nodeRed.stop());

describe('the packed tarball, installed in a fresh user folder', () => {
  test('brings nothing with it', () => {
    expect(readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([NAME]);
  });

  test('is loaded without an error', async () => {
    const sets = (await (await get('nodes', { accept: 'application/json' })).json()) as NodeSet[];
    const ours = sets.filter(({ module }) => module === NAME);
    expect(ours.flatMap(({ types }) => types).sort()).toEqual([...TYPES].sort());
    for (const set of ours) {
      expect(set).toMatchObject({ enabled: true, local: true });
      expect(set).not.toHaveProperty('err');
    }
  });

  test('gives the editor its forms', async () => {
    const html = await (await get('nodes', { accept: 'text/html' })).text();
    for (const type of TYPES) expect(html).toContain(`data-template-name="${type}"`);
  });

  test.each([
    ['en-US', 'working'],
    ['nb', 'arbeider'],
    ['no', 'arbeider'],
    ['nn', 'arbeider'],
  ])('speaks %s', async (language, running) => {
    const messages = await (await get(`nodes/messages?lng=${language}`)).json();
    expect(messages[`${NAME}/norsk-kommune-krr`]['norsk-kommune-krr'].status.running).toBe(running);
  });

  test('brings its icons', async () => {
    for (const type of ICONS) await get(`icons/${NAME}/${type}.svg`);
  });

  test.each(['decision-letters', 'abandoned-cars', 'fleet-eu-control', 'letter-status', 'population-events'])(
    'brings the example %s',
    async (name) => {
      const shipped = JSON.parse(readFileSync(inProject('node-red', 'examples', `${name}.json`), 'utf8'));
      const offered = await get(`library/examples/flows/${NAME}/${name}`);
      expect(await offered.json()).toEqual(shipped);
    },
  );
});
