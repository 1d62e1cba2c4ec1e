import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';

/** A correction that a curator proposed; `null` before that. */
export type AbsenceCorrectionState =
  | (EventNamed<'AbsenceCorrectionProposed'>['data'] & {
      readonly status: 'pending' | 'consented' | 'declined';
      readonly reason: string | null;
    })
  | null;

/** Folds `absenceCorrection-<id>`. */
export const absenceCorrections = defineFold<AbsenceCorrectionState, 'absenceCorrection'>(
  'absenceCorrection',
  null,
  {
    AbsenceCorrectionProposed: (_, { data, sealed }) => ({
      ...data,
      status: 'pending',
      reason: sealed?.reason ?? null,
    }),
    AbsenceCorrectionConsented: (state) => state && { ...state, status: 'consented' },
    AbsenceCorrectionDeclined: (state) => state && { ...state, status: 'declined' },
  },
);

/** Folds `attendanceCheck-<group>`: the Mondays of the weeks that were checked. */
export const attendanceChecks = defineFold<ReadonlySet<PlainDate>, 'attendanceCheck'>(
  'attendanceCheck',
  new Set(),
  { AttendanceWeekChecked: (weeks, { data }) => new Set([...weeks, data.week]) },
);

/** Folds `attendanceSheet-<lesson>`: how attendance was last taken; `null` before it was. */
export const attendanceSheets = defineFold<{ readonly absent: number } | null, 'attendanceSheet'>(
  'attendanceSheet',
  null,
  { AttendanceTaken: (_, { data: { absent } }) => ({ absent }) },
);
