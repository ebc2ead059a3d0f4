/**
 * `npm run sandbox`: the sandbox alone. What stands after `--` goes to it.
 */
import { pathToFileURL } from 'node:url';
import { build } from './build.mts';
import { inProject } from './project.mts';

await build(['sandbox']);
await import(pathToFileURL(inProject('sandbox', 'dist', 'cli.js')).href);
