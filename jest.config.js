/** Packages that are published as ES modules only: jest runs CommonJS, so they are transformed like our own code. */
const ES_MODULES = ['d3-[a-z]+', 'intl-messageformat', '@formatjs', 're2js'];

const common = {
  rootDir: __dirname,
  transform: {
    '^.+\\.(ts|tsx|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'classic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/.local/'],
  testEnvironment: 'node',
};

const SLOW = ['\\.long\\.test\\.tsx?$'];
const ENGINE = {
  globalSetup: '<rootDir>/test/elasticsearch/start_engine.ts',
  globalTeardown: '<rootDir>/test/elasticsearch/stop_engine.ts',
};

module.exports = {
  maxWorkers: '100%',
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/**/*.test.ts'],
      testPathIgnorePatterns: [
        ...SLOW,
        '/node_modules/',
        '\\.es\\.test\\.ts$',
        '<rootDir>/test/(elasticsearch|end_to_end|kibana)/',
      ],
    },
    {
      ...common,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/public/**/*.test.tsx'],
      testPathIgnorePatterns: SLOW,
      moduleNameMapper: { '^@elastic/eui$': '@elastic/eui/test-env' },
    },
    {
      ...common,
      ...ENGINE,
      displayName: 'elasticsearch',
      testMatch: [
        '<rootDir>/test/elasticsearch/**/*.test.ts',
        '<rootDir>/server/elasticsearch/**/*.es.test.ts',
      ],
      testPathIgnorePatterns: SLOW,
    },
    {
      ...common,
      displayName: 'kibana',
      testMatch: ['<rootDir>/test/kibana/**/*.test.ts'],
      testPathIgnorePatterns: SLOW,
    },
    {
      ...common,
      displayName: 'end_to_end',
      testMatch: ['<rootDir>/test/end_to_end/**/*.test.ts'],
      testPathIgnorePatterns: SLOW,
    },
    {
      ...common,
      ...ENGINE,
      displayName: 'long',
      testMatch: ['<rootDir>/**/*.long.test.ts'],
    },
  ],
};
