import { defineFold } from '../decision.ts';

/** Whether an absence is excused; nobody has said yet: `unclassified` (T-14). */
export type AbsenceClass = 'excused' | 'unexcused' | 'unclassified';

/** One cell of attendance. */
export interface AttendanceState {
  readonly status: 'none' | 'announced' | 'absent' | 'late';
  readonly classified: AbsenceClass;
}

/** Folds `attendance-<lesson>.<student>`. */
export const attendances = defineFold<AttendanceState, 'attendance'>(
  'attendance',
  { status: 'none', classified: 'unclassified' },
  {
    AbsenceAnnounced: (state) => ({ ...state, status: 'announced' }),
    AbsenceRecorded: (state) => ({ ...state, status: 'absent' }),
    LateArrivalRecorded: (state) => ({ ...state, status: 'late' }),
    AbsenceCancelled: () => ({ status: 'none', classified: 'unclassified' }),
    AbsenceClassified: (state, { data }) => ({ ...state, classified: data.to }),
  },
);
