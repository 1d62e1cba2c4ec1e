import { existing, type Handlers } from '../projection.ts';
import type { Account, College, CourseUnit, Guardianship, Period, RoleGrant } from './table.ts';

/** The college. */
export const collegeHandlers: Handlers<College> = {
  CollegeFounded: ({ data: { college: id, name, zone, workingWeek } }) => [
    { key: [id], next: () => ({ id, name, zone, workingWeek }) },
  ],
};

/** The accounts; the name is null once erased. */
export const accountHandlers: Handlers<Account> = {
  AccountOpened: ({ data: { account, holder }, sealed }) => [
    { key: [account], next: () => ({ account, holder, name: sealed?.name ?? null }) },
  ],
};

/** The roles that stand, each with the student or the order behind it. */
export const roleHandlers: Handlers<RoleGrant> = {
  RoleGranted: ({ data }) => [{ key: [data.account, data.role], next: () => data }],
  RoleRevoked: ({ data }) => [{ key: [data.account, data.role], next: () => undefined }],
};

/** Who answers for whom; the student is null once erased, and then nobody is reached (T-39). */
export const guardianshipHandlers: Handlers<Guardianship> = {
  GuardianshipEstablished: ({ data: { account, guardianship }, sealed }) => [
    {
      key: [account, guardianship],
      next: () => ({ account, guardianship, student: sealed?.student ?? null }),
    },
  ],
  GuardianshipEnded: ({ data: { account, guardianship } }) => [
    { key: [account, guardianship], next: () => undefined },
  ],
};

/** The course units as they are called today. */
export const courseUnitHandlers: Handlers<CourseUnit> = {
  CourseUnitRegistered: ({ data }) => [{ key: [data.courseUnit], next: () => data }],
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
