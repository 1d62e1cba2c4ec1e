import { defineEntity, p } from '@mikro-orm/core';
import { entryColumns } from '../entry-columns.ts';

/** What is entered for a student at a lesson, student by student. The lesson's date is the lesson's own: it may move. */
export const diaryEntry = defineEntity({
  name: 'DiaryEntry',
  tableName: 'diary_entry',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    lesson: p.uuid().primary(),
    journal: p.uuid(),
    ...entryColumns,
  },
});
