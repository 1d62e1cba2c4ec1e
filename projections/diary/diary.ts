import { defineProjection, projected } from '../definition.ts';
import { entryHandlers } from './apply.ts';
import { diaryEntry } from './table.ts';

/** A student's own view of marks, absences and homework. */
export const diary = defineProjection({
  name: 'diary',
  version: 1,
  tables: [projected(diaryEntry, entryHandlers)],
});
