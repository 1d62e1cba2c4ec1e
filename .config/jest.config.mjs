/** @type {import('jest').Config} */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
          // Message files are JSON modules, and Node takes those by their attribute alone.
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/tests/support/postgres-setup.ts',
  globalTeardown: '<rootDir>/tests/support/postgres-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/support/setup.ts'],
  testTimeout: 180_000,
  maxWorkers: 2,
  // Modules of a test file are never let go of by the process that loaded them; a fresh one is cheaper than its heap.
  workerIdleMemoryLimit: '1GB',
};
