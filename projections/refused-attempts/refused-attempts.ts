import { defineProjection, projected } from '../definition.ts';
import { attemptHandlers } from './apply.ts';
import { refusedAttempt } from './table.ts';

/** What was tried and refused. */
export const refusedAttempts = defineProjection({
  name: 'refused-attempts',
  version: 1,
  tables: [projected(refusedAttempt, attemptHandlers)],
});
