import { defineEntity, p } from '@mikro-orm/core';
import type { RowOf } from '../definition.ts';

/** An outage of the journal, and what was put off because of it. */
export const outage = defineEntity({
  name: 'Outage',
  tableName: 'outage',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    outage: p.uuid().primary(),
    from: p.date().name('from_day'),
    /** The day access was back; `null` while the outage lasts. */
    until: p.date().name('until_day').nullable(),
    /** The last day for entries from temporary journals. */
    backEntryUntil: p.date().nullable(),
    clause: p.text().nullable(),
    declaredBy: p.text(),
    reason: p.text().nullable(),
    /** References of the requests filed with the developers. */
    requests: p.json().$type<readonly string[]>(),
    deferredInspections: p.json().$type<readonly string[]>(),
  },
});

/** A row of the table. */
export type Outage = RowOf<typeof outage>;
