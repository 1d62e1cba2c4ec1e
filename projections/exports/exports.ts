import { defineProjection, projected } from '../definition.ts';
import { exportHandlers } from './apply.ts';
import { exportJob } from './table.ts';

/** Files made of the history, from the wish to the end. */
export const exports = defineProjection({
  name: 'exports',
  version: 1,
  tables: [projected(exportJob, exportHandlers)],
});
