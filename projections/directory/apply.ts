import { existing, type Handlers } from '../projection.ts';
import type { College, CourseUnit, Period } from './table.ts';

/** The college. */
export const collegeHandlers: Handlers<College> = {
  CollegeFounded: ({ data: { college: id, name, zone, workingWeek } }) => [
    { key: [id], next: () => ({ id, name, zone, workingWeek }) },
  ],
};

/** The course units as they are called today. */
export const courseUnitHandlers: Handlers<CourseUnit> = {
  CourseUnitRegistered: ({ data }) => [
    { key: [data.courseUnit], next: () => ({ ...data, module: null, practiceKind: null }) },
  ],
  CourseUnitPlaced: (event) => [
    {
      key: [event.data.courseUnit],
      next: (row) => ({ ...existing(row, event), ...event.data }),
    },
  ],
  CourseUnitRenamed: (event) => [
    {
      key: [event.data.courseUnit],
      next: (row) => ({ ...existing(row, event), ...event.data }),
    },
  ],
};

/** The attestation periods, and when each was locked or opened again. */
export const periodHandlers: Handlers<Period> = {
  AttestationPeriodSet: ({ data }) => [
    {
      key: [data.period],
      next: (row) => ({
        ...data,
        locked: row?.locked ?? false,
        lockedAt: row?.lockedAt ?? null,
        reopenedAt: row?.reopenedAt ?? null,
      }),
    },
  ],
  AttestationPeriodLocked: (event) => [
    {
      key: [event.data.period],
      next: (row) => ({ ...existing(row, event), locked: true, lockedAt: event.meta.at }),
    },
  ],
  AttestationPeriodReopened: (event) => [
    {
      key: [event.data.period],
      next: (row) => ({ ...existing(row, event), locked: false, reopenedAt: event.meta.at }),
    },
  ],
};
