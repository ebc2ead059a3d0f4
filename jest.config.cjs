const transform = {
  '^.+\\.mts$': '<rootDir>/test/house/compileScript.cjs',
  '^.+\\.(?:[cm]?js|ts)$': [
    'ts-jest',
    {
      diagnostics: false,
      tsconfig: {
        target: 'ES2022',
        module: 'CommonJS',
        moduleResolution: 'Node10',
        esModuleInterop: true,
        isolatedModules: true,
        allowJs: true,
        resolveJsonModule: true,
      },
    },
  ],
};

const project = (name, testMatch, more = {}) => ({
  ...more,
  displayName: name,
  testEnvironment: 'node',
  testMatch,
  transform,
  // These are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(jose|asn1js|@peculiar/utils)/)'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.m?js$': '$1' },
  // What the scan unpacks has the same package names again.
  modulePathIgnorePatterns: ['<rootDir>/packed/'],
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json'],
});

module.exports = {
  projects: [
    project('unit', ['<rootDir>/test/{core,sandbox,integration,contract,n8n,node-red,house}/**/*.test.ts'], {
      setupFilesAfterEnv: ['<rootDir>/test/house/forget.ts'],
    }),
    project('n8n', ['<rootDir>/test/hosts/n8n/*.test.ts']),
    project('browser', ['<rootDir>/test/hosts/browser/*.test.ts']),
  ],
};
