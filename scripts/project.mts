/**
 * Where the project is. with-node24 starts every script, and so jest, in the root. `import.meta` would know it too, but it is
 * empty where a test uses these files.
 */
import path from 'node:path';

export const root = process.cwd();

export const inProject = (...parts: string[]): string => path.join(root, ...parts);
