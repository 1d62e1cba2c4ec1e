import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { CurriculumVersion } from '../../src/policies/programme.ts';
import type { RowOf } from '../definition.ts';

type Adopted = EventNamed<'CurriculumAdopted'>['data'];

/** A curriculum with every version of its lines. */
export const curriculum = defineEntity({
  name: 'Curriculum',
  tableName: 'curriculum',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    curriculum: p.uuid().primary(),
    programmeKind: p.text().$type<Adopted['programmeKind']>(),
    code: p.text(),
    title: p.text(),
    formOfStudy: p.text().$type<Adopted['formOfStudy']>(),
    intakeYear: p.smallint(),
    /** Whose individual curriculum it is; `null`: for groups. */
    student: p.uuid().nullable(),
    basedOn: p.uuid().nullable(),
    versions: p.json().$type<readonly CurriculumVersion[]>(),
  },
  indexes: [{ properties: ['college', 'student'] }],
});

/** Which group studies by which curriculum, from which day on. */
export const groupCurriculum = defineEntity({
  name: 'GroupCurriculum',
  tableName: 'group_curriculum',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    group: p.uuid().name('group_id').primary(),
    from: p.date().name('first_day').primary(),
    curriculum: p.uuid(),
  },
});

/** Which individual curricula a student has had is found by its column; what a teacher has of a page stands here. */
export const loadHours = defineEntity({
  name: 'LoadHours',
  tableName: 'load_hours',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    account: p.uuid().primary(),
    /** `null` while only the page was assigned. */
    hours: p.smallint().nullable(),
    tariff: p.text().nullable(),
  },
  indexes: [{ properties: ['college', 'account'] }],
});

/** A row of each table. */
export type CurriculumRow = RowOf<typeof curriculum>;
export type GroupCurriculumRow = RowOf<typeof groupCurriculum>;
export type LoadHoursRow = RowOf<typeof loadHours>;
