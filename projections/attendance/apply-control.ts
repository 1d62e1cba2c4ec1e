import { existing, type Handlers } from '../projection.ts';
import type { AbsenceCorrection, AttendanceCheck } from './table-control.ts';

/** What a curator proposed, and what the teacher answered. */
export const correctionHandlers: Handlers<AbsenceCorrection> = {
  AbsenceCorrectionProposed: ({ data, sealed, meta }) => [
    {
      key: [data.correction],
      next: () => ({
        ...data,
        status: 'pending',
        proposedBy: meta.actor.account,
        proposedAt: meta.at,
        reason: sealed?.reason ?? null,
        answer: null,
      }),
    },
  ],
  AbsenceCorrectionConsented: (event) => [
    {
      key: [event.data.correction],
      next: (row) => ({ ...existing(row, event), status: 'consented' }),
    },
  ],
  AbsenceCorrectionDeclined: (event) => [
    {
      key: [event.data.correction],
      next: (row) => ({
        ...existing(row, event),
        status: 'declined',
        answer: event.sealed?.reason ?? null,
      }),
    },
  ],
};

/** Which weeks were gone through. */
export const checkHandlers: Handlers<AttendanceCheck> = {
  AttendanceWeekChecked: ({ data: { group, week }, meta }) => [
    {
      key: [group, week],
      next: () => ({ group, week, checkedOn: meta.at, checkedBy: meta.actor.account }),
    },
  ],
};
