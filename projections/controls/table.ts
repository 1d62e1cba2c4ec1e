import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import type { RowOf } from '../definition.ts';

type Kind = EventNamed<'ControlCarriedOut'>['data']['of']['kind'];

/** What was controlled, or is found fault with: `id` is null for the college. */
const of = {
  kind: p.text().$type<Kind>(),
  of: p.uuid().name('of_id').nullable(),
};

/** A control that was carried out. */
export const controlRecord = defineEntity({
  name: 'ControlRecord',
  tableName: 'control_record',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    control: p.uuid().primary(),
    ...of,
    on: p.date().name('carried_out_on'),
    findings: p.integer(),
    summary: p.text().nullable(),
    account: p.text(),
    role: p.text().$type<Role>(),
    clause: p.text().nullable(),
  },
  indexes: [{ properties: ['college', 'on'] }],
});

/** The checklist of a period: as it was last gone through, and when first. */
export const periodEnd = defineEntity({
  name: 'PeriodEnd',
  tableName: 'period_end',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    period: p.uuid().primary(),
    firstOn: p.date(),
    /** Whether that was after the day the regulation names. */
    late: p.boolean(),
    checkedOn: p.date(),
    checkedBy: p.text(),
    checks: p.json().$type<EventNamed<'PeriodEndChecked'>['data']['checks']>(),
    pages: p.integer(),
    findings: p.integer(),
    conclusion: p.text().nullable(),
  },
});

/** What was found, whom it went to, and what was done about it. */
export const finding = defineEntity({
  name: 'Finding',
  tableName: 'finding',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    finding: p.uuid().primary(),
    control: p.uuid().nullable(),
    ...of,
    accounts: p.json().$type<readonly string[]>(),
    roles: p.json().$type<readonly Role[]>(),
    pedagogicalCouncil: p.boolean(),
    answerBy: p.date().nullable(),
    text: p.text().name('finding_text').nullable(),
    clause: p.text().nullable(),
    reportedOn: p.date(),
    reportedBy: p.text(),
    answeredOn: p.date().nullable(),
    answeredBy: p.text().nullable(),
    measures: p.text().nullable(),
  },
  indexes: [{ properties: ['college', 'answerBy'] }],
});

/** What the curator did about what the monitoring of the group showed. */
export const groupMeasure = defineEntity({
  name: 'GroupMeasure',
  tableName: 'group_measure',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    measure: p.uuid().primary(),
    group: p.uuid().name('group_id'),
    student: p.uuid().nullable(),
    journal: p.uuid().nullable(),
    about: p.text().$type<EventNamed<'MeasureTaken'>['data']['about']>(),
    on: p.date().name('taken_on'),
    account: p.text(),
    note: p.text().nullable(),
  },
  indexes: [{ properties: ['college', 'group', 'on'] }],
});

/** A row of each table. */
export type ControlRecord = RowOf<typeof controlRecord>;
export type PeriodEnd = RowOf<typeof periodEnd>;
export type Finding = RowOf<typeof finding>;
export type GroupMeasure = RowOf<typeof groupMeasure>;
