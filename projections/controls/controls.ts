import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import { controlHandlers, findingHandlers, measureHandlers, periodEndHandlers } from './apply.ts';
import { controlRecord, finding, groupMeasure, periodEnd } from './table.ts';

/** Who looked over how the journal is kept, what they found, and what was done about it. */
export const controls = defineProjection({
  name: 'controls',
  version: 2,
  tables: [
    projected(controlRecord, controlHandlers, [personal('special', 'control', ['summary'])]),
    projected(periodEnd, periodEndHandlers, [personal('special', 'period', ['conclusion'])]),
    projected(finding, findingHandlers, [personal('special', 'finding', ['text', 'measures'])]),
    projected(groupMeasure, measureHandlers, [personal('special', ['student', 'group'], ['note'])]),
  ],
});
