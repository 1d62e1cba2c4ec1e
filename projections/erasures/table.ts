import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

type Requested = EventNamed<'ErasureRequested'>['data'];

/** From which day on the data of one key may go, and when they went. */
export type ErasureTerm = EventNamed<'ErasureScheduled'>['data']['terms'][number] & {
  /** When the key ended; `null` while it stands. */
  readonly destroyedAt: string | null;
};

/** One who agreed, and when. */
export interface ErasureApproval {
  readonly step: EventNamed<'ErasureApproved'>['data']['step'];
  readonly account: string;
  readonly at: string;
}

/** An erasure: whose data, from when on, who agreed, what has gone. It says that something was, never what it said. */
export const erasure = defineEntity({
  name: 'Erasure',
  tableName: 'erasure',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    erasure: p.uuid().primary(),
    subject: p.text(),
    subjectKind: p.text().$type<Requested['subjectKind']>(),
    requestedBy: p.text().$type<Requested['requestedBy']>(),
    document: p.text().nullable(),
    askedBy: p.text(),
    askedAt: p.text(),
    /** Of the request: the order of the list. */
    position: p.bigint('bigint'),
    terms: p.json().$type<readonly ErasureTerm[]>(),
    approvals: p.json().$type<readonly ErasureApproval[]>(),
    declinedAt: p.text().nullable(),
    declinedBasis: p.text().$type<EventNamed<'ErasureDeclined'>['data']['basis']>().nullable(),
    state: p.text().$type<'scheduled' | 'awaitingSecond' | 'destroyed' | 'declined'>(),
  },
  indexes: [{ properties: ['college', 'position'] }, { properties: ['college', 'subject'] }],
});

/** A row of the table. */
export type Erasure = RowOf<typeof erasure>;
