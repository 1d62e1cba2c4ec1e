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
  /** A person took an entry back: an import does not put it there again. */
  readonly takenBack: boolean;
}

/** Folds `attendance-<lesson>.<student>`. */
export const attendances = defineFold<AttendanceState, 'attendance'>(
  'attendance',
  { status: 'none', classified: 'unclassified', source: null, takenBack: false },
  {
    AbsenceAnnounced: (state, { meta }) => ({ ...state, status: 'announced', source: meta.source }),
    AbsenceRecorded: (state, { meta }) => ({ ...state, status: 'absent', source: meta.source }),
    LateArrivalRecorded: (state, { meta }) => ({ ...state, status: 'late', source: meta.source }),
    AbsenceCancelled: ({ takenBack }, { data, meta }) => ({
      status: 'none',
      classified: 'unclassified',
      source: null,
      takenBack: takenBack || (data.was !== 'announced' && meta.source !== 'import'),
    }),
    AbsenceClassified: (state, { data }) => ({ ...state, classified: data.to }),
  },
);
