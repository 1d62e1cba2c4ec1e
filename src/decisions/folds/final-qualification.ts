import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';
import { withEntry } from './entries.ts';

/** What a supervisor is named for. */
export type Supervised = EventNamed<'SupervisorAppointed'>['data']['of'];

/** What a thesis or a demonstration exam ends in. */
export type FinalResult = EventNamed<'ThesisResultRecorded'>['data']['result'];

/** Who supervises, since when, by which order. */
export interface Supervision {
  readonly account: string;
  readonly from: PlainDate;
  readonly order: string;
}

/** How the studies of one student end. */
export interface FinalQualificationState {
  readonly revision: number;
  readonly supervisors: ReadonlyMap<Supervised, Supervision>;
  readonly thesis: FinalResult | null;
  readonly exam: { readonly result: FinalResult; readonly points: number | null } | null;
}

/** Folds `finalQualification-<student>`. */
export const finalQualifications = defineFold<FinalQualificationState, 'finalQualification'>(
  'finalQualification',
  { revision: -1, supervisors: new Map(), thesis: null, exam: null },
  {
    SupervisorAppointed: (state, { data: { of, account, from, order } }) => ({
      ...state,
      revision: state.revision + 1,
      supervisors: withEntry(state.supervisors, of, { account, from, order }),
    }),
    ThesisResultRecorded: (state, { data }) => ({
      ...state,
      revision: state.revision + 1,
      thesis: data.result,
    }),
    ThesisResultCorrected: (state, { data }) => ({ ...state, revision: state.revision + 1, thesis: data.to }),
    DemonstrationExamRecorded: (state, { data: { result, points } }) => ({
      ...state,
      revision: state.revision + 1,
      exam: { result, points },
    }),
    DemonstrationExamCorrected: (state, { data: { to: result, points } }) => ({
      ...state,
      revision: state.revision + 1,
      exam: { result, points },
    }),
  },
);
