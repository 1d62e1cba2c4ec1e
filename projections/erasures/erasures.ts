import { defineProjection, projected } from '../definition.ts';
import { erasureHandlers } from './apply.ts';
import { erasure } from './table.ts';

/** Which personal data were destroyed, or are to be. */
export const erasures = defineProjection({
  name: 'erasures',
  version: 1,
  tables: [projected(erasure, erasureHandlers)],
});
