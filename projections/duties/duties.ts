import { defineProjection, projected } from '../definition.ts';
import { doneHandlers, groupHandlers } from './apply.ts';
import { dutyDone, dutyGroup } from './table.ts';

/** What was done of what is owed; what is owed is worked out when it is asked for. */
export const duties = defineProjection({
  name: 'duties',
  version: 1,
  tables: [projected(dutyGroup, groupHandlers), projected(dutyDone, doneHandlers)],
});
