import { defineProjection, projected } from '../definition.ts';
import type { PersonalTexts } from '../personal.ts';
import { outageHandlers } from './apply.ts';
import { outage, type Outage } from './table.ts';

/** What people typed about an outage, with the lists of requests and inspections. */
const texts: PersonalTexts<Outage> = {
  purpose: 'special',
  subject: ['outage'],
  columns: ['reason', 'requests', 'deferredInspections'],
  erased: (row) => {
    const left = [row.reason ?? [], row.requests, row.deferredInspections].flat();
    return left.length === 0 ? row : { ...row, reason: null, requests: [], deferredInspections: [] };
  },
};

/** When the journal was out of reach. */
export const outages = defineProjection({
  name: 'outages',
  version: 1,
  tables: [projected(outage, outageHandlers, [texts])],
});
