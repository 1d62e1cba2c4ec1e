import type { Source } from '../../../events/recorded.ts';
import { defineFold } from '../decision.ts';

/** Whether an absence is excused; nobody has said yet: `unclassified` (T-14). */
export type AbsenceClass = 'excused' | 'unexcused' | 'unclassified';

/** One cell of attendance. */
export interface AttendanceState {
  readonly status: 'none' | 'announced' | 'absent' | 'late';
  readonly classified: AbsenceClass;
  /** How it was last entered: an import never takes back what a person entered. */
  readonly source: Source | null;
}

/** Folds `attendance-<lesson>.<student>`. */
export const attendances = defineFold<AttendanceState, 'attendance'>(
  'attendance',
  { status: 'none', classified: 'unclassified', source: null },
  {
    AbsenceAnnounced: (state, { meta }) => ({ ...state, status: 'announced', source: meta.source }),
    AbsenceRecorded: (state, { meta }) => ({ ...state, status: 'absent', source: meta.source }),
    LateArrivalRecorded: (state, { meta }) => ({ ...state, status: 'late', source: meta.source }),
    AbsenceCancelled: () => ({ status: 'none', classified: 'unclassified', source: null }),
    AbsenceClassified: (state, { data }) => ({ ...state, classified: data.to }),
  },
);
