import type { Source } from '../../../events/recorded.ts';
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
  /** How the thesis and the exam were last entered: an import never changes what a person entered. */
  readonly sources: { readonly thesis: Source | null; readonly exam: Source | null };
  readonly exam: { readonly result: FinalResult; readonly points: number | null } | null;
}

/** Folds `finalQualification-<student>`. */
export const finalQualifications = defineFold<FinalQualificationState, 'finalQualification'>(
  'finalQualification',
  { revision: -1, supervisors: new Map(), thesis: null, exam: null, sources: { thesis: null, exam: null } },
  {
    SupervisorAppointed: (state, { data: { of, account, from, order } }) => ({
      ...state,
      revision: state.revision + 1,
      supervisors: withEntry(state.supervisors, of, { account, from, order }),
    }),
    ThesisResultRecorded: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      thesis: data.result,
      sources: { ...state.sources, thesis: meta.source },
    }),
    ThesisResultCorrected: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      thesis: data.to,
      sources: { ...state.sources, thesis: meta.source },
    }),
    DemonstrationExamRecorded: (state, { data: { result, points }, meta }) => ({
      ...state,
      revision: state.revision + 1,
      exam: { result, points },
      sources: { ...state.sources, exam: meta.source },
    }),
    DemonstrationExamCorrected: (state, { data: { to: result, points }, meta }) => ({
      ...state,
      revision: state.revision + 1,
      exam: { result, points },
      sources: { ...state.sources, exam: meta.source },
    }),
  },
);
