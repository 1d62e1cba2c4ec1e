import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import { outageHandlers } from './apply.ts';
import { outage } from './table.ts';

/** When the journal was out of reach. */
export const outages = defineProjection({
  name: 'outages',
  version: 1,
  tables: [projected(outage, outageHandlers, [personal('special', 'outage', ['reason'])])],
});
