/**
 * Lets a test use a function of scripts/. TypeScript leaves a .mts file the ES module it is named for, whatever it is told,
 * and jest runs CommonJS.
 */
const { transformSync } = require('esbuild');

module.exports = {
  process: (source, sourcefile) =>
    transformSync(source, {
      sourcefile,
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      // There is no import.meta in CommonJS: `import.meta.main` is false here, as it should be for what a test loads.
      logOverride: { 'empty-import-meta': 'silent' },
    }),
};
