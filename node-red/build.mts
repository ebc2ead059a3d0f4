/**
 * Builds the Node-RED package: the runtime bundled once, thin node files, and the editor's files from the declarations.
 */
import { build as esbuild } from 'esbuild';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundledLicenses } from '../scripts/build/licenses.mts';
import { credentialHtml, type ConfigNode } from './editor/credentialHtml.mts';
import { LANGUAGES, loadDeclarations, type Language } from './editor/declarations.mts';
import { credentialCatalogue, credentialHelp, serviceCatalogue, serviceHelp } from './editor/locales.mts';
import { serviceHtml, typeOf } from './editor/serviceHtml.mts';
import { triggerHtml, triggerTypeOf } from './editor/triggerHtml.mts';
import { triggerCatalogue, triggerHelp } from './editor/triggerLocales.mts';
import { WORDS } from './editor/words.mts';

const ROOT = import.meta.dirname;
const DIST = path.join(ROOT, 'dist');

/** A browser that says `no` or `nn` gets bokmål rather than English. */
const FOLDERS: Record<Language, readonly string[]> = { en: ['en-US'], nb: ['nb', 'no', 'nn'] };

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(DIST, file)), { recursive: true });
  writeFileSync(path.join(DIST, file), text);
};

const writeLocales = (
  stem: string,
  catalogue: (language: Language) => unknown,
  help: (language: Language) => string,
): void => {
  for (const language of LANGUAGES) {
    for (const folder of FOLDERS[language]) {
      write(`locales/${folder}/${stem}.json`, `${JSON.stringify(catalogue(language), null, 2)}\n`);
      write(`locales/${folder}/${stem}.html`, help(language));
    }
  }
};

const buildRuntime = async (): Promise<void> => {
  const shared = {
    absWorkingDir: path.dirname(ROOT),
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  } as const;
  const { metafile } = await esbuild({
    ...shared,
    entryPoints: [path.join(ROOT, 'src/runtime.ts')],
    outfile: path.join(DIST, 'runtime.js'),
    bundle: true,
    metafile: true,
  });
  write('THIRD-PARTY-LICENSES.txt', await bundledLicenses(metafile));
  const nodes = readdirSync(path.join(ROOT, 'src')).filter((file) => file.startsWith('norsk-kommune-'));
  await esbuild({ ...shared, entryPoints: nodes.map((file) => path.join(ROOT, 'src', file)), outdir: DIST });
};

const buildEditor = (): void => {
  const { SERVICES, MASKINPORTEN_CREDENTIAL, FIKS_CREDENTIAL } = loadDeclarations(DIST);
  const script = (name: string): string =>
    ['rows.js', name].map((file) => readFileSync(path.join(ROOT, 'editor', file), 'utf8')).join('');
  for (const service of Object.values(SERVICES)) {
    write(`${typeOf(service)}.html`, serviceHtml(service, script('serviceForm.js')));
    writeLocales(
      typeOf(service),
      (language) => serviceCatalogue(service, language),
      (language) => serviceHelp(service, language),
    );
    if (!('trigger' in service)) continue;
    write(`${triggerTypeOf(service)}.html`, triggerHtml(service, script('serviceForm.js')));
    writeLocales(
      triggerTypeOf(service),
      (language) => triggerCatalogue(service, language),
      (language) => triggerHelp(service, language),
    );
  }
  const configs: readonly (ConfigNode & { word: 'maskinporten' | 'fiks' })[] = [
    {
      type: 'norsk-kommune-maskinporten',
      declaration: MASKINPORTEN_CREDENTIAL,
      testPath: 'norsk-kommune/maskinporten/test',
      takesProxy: true,
      asksClient: false,
      word: 'maskinporten',
    },
    {
      type: 'norsk-kommune-fiks',
      declaration: FIKS_CREDENTIAL,
      testPath: 'norsk-kommune/fiks/test',
      takesProxy: false,
      asksClient: true,
      word: 'fiks',
    },
  ];
  for (const config of configs) {
    const { type, declaration, word } = config;
    write(`${type}.html`, credentialHtml(config, script('credentialForm.js')));
    writeLocales(
      type,
      (language) => credentialCatalogue(type, declaration, language),
      (language) => credentialHelp(type, declaration, WORDS[language].summary[word] ?? '', language),
    );
  }
};

export const build = async (): Promise<void> => {
  rmSync(DIST, { recursive: true, force: true });
  await buildRuntime();
  buildEditor();
  cpSync(path.join(ROOT, 'icons'), path.join(DIST, 'icons'), { recursive: true });
};

if (import.meta.main) await build();
