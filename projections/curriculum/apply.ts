import { existing, type Handlers } from '../projection.ts';
import type { CurriculumRow, GroupCurriculumRow, LoadHoursRow } from './table.ts';

/** The curricula, each with all its versions. */
export const curriculumHandlers: Handlers<CurriculumRow> = {
  CurriculumAdopted: ({ data: { effectiveFrom: from, items, order: _, ...data } }) => [
    { key: [data.curriculum], next: () => ({ ...data, versions: [{ from, items }] }) },
  ],
  CurriculumRevised: (event) => [
    {
      key: [event.data.curriculum],
      next: (row) => {
        const found = existing(row, event);
        const { effectiveFrom: from, items } = event.data;
        return { ...found, versions: [...found.versions, { from, items }] };
      },
    },
  ],
};

/** Which group studies by which curriculum. */
export const groupCurriculumHandlers: Handlers<GroupCurriculumRow> = {
  GroupCurriculumAssigned: ({ data }) => [{ key: [data.group, data.from], next: () => data }],
};

/** What every teacher has of every page; the hours of a load stand once they are given. */
export const loadHandlers: Handlers<LoadHoursRow> = {
  JournalTeacherAssigned: ({ data: { journal, account } }) => [
    { key: [journal, account], next: () => ({ journal, account, hours: null, tariff: null }) },
  ],
  JournalTeacherReleased: ({ data: { journal, account } }) => [
    { key: [journal, account], next: () => undefined },
  ],
  TeachingLoadAssigned: ({ data: { journal, account, hours, tariff } }) => [
    { key: [journal, account], next: () => ({ journal, account, hours, tariff }) },
  ],
};
