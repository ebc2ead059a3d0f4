/**
 * A real Node-RED over a user folder of the test's own, with settings of the test's own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort } from '../../scripts/freePort.mts';
import { inProject } from '../../scripts/project.mts';

export interface OwnNodeRed {
  readonly url: string;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** @param settings lines of JavaScript for the settings file, beyond what every test needs */
export const startOwnNodeRed = async (userDir: string, settings = ''): Promise<OwnNodeRed> => {
  const port = await freePort();
  const file = path.join(userDir, 'settings.js');
  writeFileSync(
    file,
    `module.exports = {
      uiHost: '127.0.0.1', uiPort: ${port}, flowFile: 'flows.json', credentialSecret: 'only for this run',
      telemetry: { enabled: false }, editorTheme: { tours: false },
      ${settings}
    };`,
  );
  const red = createRequire(inProject('node-red', 'package.json')).resolve('node-red/red.js');
  const child = spawn(process.execPath, [red, '-u', userDir, '-s', file], {
    cwd: inProject(),
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let log = '';
  const started = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        if (log.includes('Started flows')) resolve();
      });
    void exited.then(() => reject(new Error(`Node-RED ended:\n${log}`)));
  });
  const late = setTimeout(() => child.kill('SIGKILL'), 50_000);
  await started.finally(() => clearTimeout(late));
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => log,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
