/**
 * Everything that can be judged without running the program. All checks run, so that one round shows all there is to fix.
 */
import { build } from './build.mts';
import { run } from './command.mts';
import { inProject } from './project.mts';
import { printSummary } from './summary.mts';

const tool = (...file: string[]): string => inProject('node_modules', ...file);

const TSC = tool('typescript', 'bin', 'tsc');

const CHECKS: Record<string, readonly string[]> = {
  types: [TSC, '--noEmit'],
  'types of the sandbox': [TSC, '-p', 'sandbox', '--noEmit'],
  eslint: [tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'],
  'reference tables in docs/': [inProject('scripts', 'docs.mts'), '--check'],
  prettier: [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
};

// The scripts use the sandbox as others do, by its built package, and so do their types.
await build(['sandbox']);

const failed: string[] = [];
for (const [name, command] of Object.entries(CHECKS)) {
  const passed = (await run(process.execPath, command)) === 0;
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`);
  if (!passed) failed.push(name);
}
printSummary('lint', { passed: Object.keys(CHECKS).length - failed.length, failed: failed.length });
process.exitCode = failed.length ? 1 : 0;
