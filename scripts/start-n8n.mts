/**
 * `npm run start:n8n`: the example workflow in a real n8n against the sandbox.
 */
import { build } from './build.mts';
import { runDemo } from './demo/run.mts';
import { startN8nDemo } from './n8n/demo.mts';

await build(['sandbox', 'n8n']);
await runDemo((sandbox, { once }) => startN8nDemo({ sandbox, withEditor: !once }));
