import { defineEntity, p } from '@mikro-orm/core';
import type { RowOf } from '../definition.ts';

/** A group as far as it owes something: from the day it was formed to its graduation. */
export const dutyGroup = defineEntity({
  name: 'DutyGroup',
  tableName: 'duty_group',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    group: p.uuid().name('group_id').primary(),
    curator: p.uuid().nullable(),
    formedOn: p.date(),
    graduatedOn: p.date().nullable(),
  },
});

/** Something owed that was done, by the key of its duty; the first time counts. */
export const dutyDone = defineEntity({
  name: 'DutyDone',
  tableName: 'duty_done',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    key: p.text().name('duty_key').primary(),
    doneOn: p.date(),
    doneBy: p.text(),
  },
  indexes: [{ properties: ['college', 'doneOn'] }],
});

/** A row of each table. */
export type DutyGroup = RowOf<typeof dutyGroup>;
export type DutyDone = RowOf<typeof dutyDone>;
