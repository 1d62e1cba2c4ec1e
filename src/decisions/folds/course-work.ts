import type { Source } from '../../../events/recorded.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';

/** The course work of one student on one page. */
export interface CourseWorkState {
  readonly revision: number;
  readonly hasTopic: boolean;
  readonly mark: string | null;
  /** The day of the mark in force, as it was first given. */
  readonly defendedOn: PlainDate | null;
  /** How the mark was last entered: an import never changes what a person entered. */
  readonly source: Source | null;
}

/** Folds `courseWork-<journal>.<student>`. */
export const courseWorks = defineFold<CourseWorkState, 'courseWork'>(
  'courseWork',
  { revision: -1, hasTopic: false, mark: null, defendedOn: null, source: null },
  {
    CourseWorkTopicAssigned: (state) => ({ ...state, revision: state.revision + 1, hasTopic: true }),
    CourseWorkMarkRecorded: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      mark: data.value,
      defendedOn: data.defendedOn,
      source: meta.source,
    }),
    CourseWorkMarkCorrected: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      mark: data.to,
      source: meta.source,
    }),
  },
);
