import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

/** What a curator or a guardian asked for, and what became of it. */
export const studentChangeRequest = defineEntity({
  name: 'StudentChangeRequest',
  tableName: 'student_change_request',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    request: p.uuid().primary(),
    kind: p.text().$type<EventNamed<'StudentChangeRequested'>['data']['kind']>(),
    status: p.text().$type<'open' | 'accepted' | 'declined'>(),
    student: p.uuid().nullable(),
    group: p.uuid().name('group_id').nullable(),
    toGroup: p.uuid().nullable(),
    on: p.date().name('on_day').nullable(),
    familyName: p.text().nullable(),
    givenName: p.text().nullable(),
    patronymic: p.text().nullable(),
    details: p.text().nullable(),
    requestedAt: p.text(),
    requestedBy: p.text(),
    answeredAt: p.text().nullable(),
    answeredBy: p.text().nullable(),
    /** Why it was declined. */
    answer: p.text().nullable(),
  },
  indexes: [{ properties: ['college', 'status'] }],
});

/** How a group is to be divided, and who has agreed. */
export const subgroupDivision = defineEntity({
  name: 'SubgroupDivision',
  tableName: 'subgroup_division',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    division: p.uuid().primary(),
    group: p.uuid().name('group_id'),
    parts: p.json().$type<EventNamed<'SubgroupDivisionProposed'>['data']['parts']>(),
    /** Accounts. */
    agreed: p.json().$type<readonly string[]>(),
    proposedAt: p.text(),
    /** The first day on which it stands. */
    assignedFrom: p.date().nullable(),
  },
  indexes: [{ properties: ['college', 'group'] }],
});

/** A row of each table. */
export type StudentChangeRequest = RowOf<typeof studentChangeRequest>;
export type SubgroupDivision = RowOf<typeof subgroupDivision>;
