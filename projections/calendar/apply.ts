import { existing, type Handlers } from '../projection.ts';
import type {
  AcademicCalendar,
  AcademicYear,
  AttendanceRegime,
  BellSchedule,
  ProductionCalendar,
} from './table.ts';

/** The production calendars: the last import of a year stands. */
export const productionCalendarHandlers: Handlers<ProductionCalendar> = {
  ProductionCalendarImported: ({ data, meta }) => {
    const year = String(data.year);
    return [{ key: [year], next: () => ({ ...data, year, importedAt: meta.at }) }];
  },
};

const yearOf = (row: AcademicYear | undefined, year: string): AcademicYear =>
  row ?? { year, regime: null, periods: [], openedAt: null };

/** What is one for the whole college in an academic year. */
export const academicYearHandlers: Handlers<AcademicYear> = {
  WorkingRegimeSet: ({ data: { year, ...regime } }) => {
    const key = String(year);
    return [{ key: [key], next: (row) => ({ ...yearOf(row, key), regime }) }];
  },
  AttestationPeriodEntered: ({ data: { year, period } }) => {
    const key = String(year);
    const next = (row: AcademicYear | undefined) => {
      const found = yearOf(row, key);
      return { ...found, periods: [...found.periods, period] };
    };
    return [{ key: [key], next }];
  },
  JournalYearOpened: ({ data: { year }, meta }) => {
    const key = String(year);
    return [{ key: [key], next: (row) => ({ ...yearOf(row, key), openedAt: meta.at }) }];
  },
};

/** The academic calendars: each replaced whole. */
export const academicCalendarHandlers: Handlers<AcademicCalendar> = {
  AcademicCalendarSet: ({ data: { year, for: whose, stretches, order } }) => {
    const key = String(year);
    const owner = whose.kind === 'college' ? 'college' : whose.id;
    const ownerKind = whose.kind;
    const next = (row: AcademicCalendar | undefined) => ({
      year: key,
      owner,
      ownerKind,
      revision: (row?.revision ?? 0) + 1,
      stretches,
      order,
    });
    return [{ key: [key, owner], next }];
  },
};

/** The attendance regimes; a later one does not undo what held before its date. */
export const attendanceRegimeHandlers: Handlers<AttendanceRegime> = {
  AttendanceRegimeSet: ({ data: { of, ...regime } }) => [
    {
      key: [of.id],
      next: (row) => ({ owner: of.id, kind: of.kind, regimes: [...(row?.regimes ?? []), regime] }),
    },
  ],
};

/** The bell schedules. */
export const bellScheduleHandlers: Handlers<BellSchedule> = {
  BellScheduleSet: ({ data: { college: _, ...schedule } }) => [
    { key: [schedule.schedule], next: () => ({ ...schedule, until: null }) },
  ],
  BellScheduleWithdrawn: (event) => [
    {
      key: [event.data.schedule],
      next: (row) => ({ ...existing(row, event), until: event.data.until }),
    },
  ],
};
