import type { ExecutorKind } from '../../src/server/executor.ts';

/** How operations run where a test does not say: `npm run test:reference` runs every test on graphql-js. */
export const EXECUTOR: ExecutorKind =
  (globalThis as { readonly EXECUTOR?: ExecutorKind }).EXECUTOR === 'graphql-js' ? 'graphql-js' : 'jit';
