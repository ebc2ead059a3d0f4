import eslint from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { CORE_MODULES, IMPORT_ZONES } from './scripts/import-zones.mts';

const TYPESCRIPT = ['**/*.{ts,mts}'];
const JAVASCRIPT = ['**/*.{mjs,cjs,js}'];

/** What is there for the scripts of Node-RED's editor page, and what the build writes in front of its forms. */
const IN_THE_PAGE = ['$', 'FORM', 'RED', 'document'];
const IN_FRONT_OF_A_FORM = ['own', 'translate', 'isWhole', 'makeList', 'fillList', 'entriesIn'];

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', 'coverage/', 'packed/', '.work/']),
  // A rule holds everywhere or is changed here: n8n's scanner does not read comments either.
  { linterOptions: { noInlineConfig: true } },
  eslint.configs.recommended,
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The strings taken apart here are identity numbers.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A port is asynchronous also where one of its implementations has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // A test reads JSON answers as they come; when one is not what it expects, failing is its job.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: JAVASCRIPT,
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
  {
    // Run as they are in Node-RED's editor page.
    files: ['node-red/editor/**/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries([...IN_THE_PAGE, ...IN_FRONT_OF_A_FORM].map((name) => [name, 'readonly'])),
    },
    // What stands at the top is called by the page the build writes, or by the form behind it.
    rules: {
      'no-unused-vars': ['error', { vars: 'local' }],
      'no-redeclare': ['error', { builtinGlobals: false }],
    },
  },

  // The house: who may import whom.
  {
    files: [...TYPESCRIPT, ...JAVASCRIPT],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.mts', '.js', '.mjs', '.json'],
          extensionAlias: { '.js': ['.ts', '.js'], '.mjs': ['.mts', '.mjs'] },
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: IMPORT_ZONES }],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [CORE_MODULES] }] } },

  // What n8n's own scanner checks, with the exceptions n8n's own tool makes (@n8n/scan-community-package).
  {
    files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'src/**/*.ts'],
    extends: [n8nCommunityNodesPlugin.configs.recommended],
    rules: { 'no-console': 'error' },
  },
  {
    // The core throws its own ServiceError; the adapter in nodes/ makes n8n's errors of it.
    files: ['src/**/*.ts'],
    rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
  },
  {
    files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
    plugins: { 'n8n-nodes-base': n8nNodesBase },
  },
  {
    files: ['credentials/**/*.ts'],
    rules: {
      ...n8nNodesBase.configs.credentials.rules,
      'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
      'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
    },
  },
  {
    files: ['nodes/**/*.ts'],
    rules: {
      ...n8nNodesBase.configs.nodes.rules,
      'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
      'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
      'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
    },
  },
);
