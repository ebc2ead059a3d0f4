/**
 * `npm start`: the example flow in a real Node-RED against the sandbox.
 */
import { build } from './build.mts';
import { runDemo } from './demo/run.mts';
import { startNodeRedDemo } from './node-red/demo.mts';

await build(['sandbox', 'node-red']);
await runDemo((sandbox) => startNodeRedDemo(sandbox, { port: 1880 }));
