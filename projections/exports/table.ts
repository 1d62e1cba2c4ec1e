import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

type Requested = EventNamed<'ExportRequested'>['data'];

/** An export that somebody asked for, and what became of it. */
export const exportJob = defineEntity({
  name: 'ExportJob',
  tableName: 'export_job',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    export: p.uuid().primary(),
    /** Where it was asked for: what happened later is no part of it. */
    position: p.bigint('bigint'),
    owner: p.text(),
    format: p.text().$type<Requested['format']>(),
    withProofs: p.boolean(),
    filter: p.json().$type<Requested['filter']>(),
    requestedAt: p.text(),
    state: p.text().$type<'requested' | 'made' | 'failed'>(),
    cause: p.text().$type<EventNamed<'ExportFailed'>['data']['cause']>().nullable(),
    rows: p.integer().name('row_count').nullable(),
    size: p.bigint('bigint').name('byte_size').nullable(),
    sha256: p.text().nullable(),
    treeSize: p.bigint('bigint').nullable(),
    expires: p.text().nullable(),
    fetched: p.integer(),
  },
  indexes: [{ properties: ['college', 'owner'] }],
});

/** A row. */
export type ExportJob = RowOf<typeof exportJob>;
