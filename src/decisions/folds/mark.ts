import type { Source } from '../../../events/recorded.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';
import { changeOf, type LastChange } from './last-change.ts';

/** The mark in force for one kind of work. */
export interface MarkInForce {
  readonly value: string;
  /** How it was last entered: an import never changes what a person entered. */
  readonly source: Source;
}

/** One cell of the page: its marks by work type, and the revision a correction must name. */
export interface MarkState {
  readonly revision: number;
  readonly changed: LastChange | null;
  /** How often a mark of the cell was corrected or taken back (T-23). */
  readonly corrections: number;
  readonly marks: ReadonlyMap<string, MarkInForce>;
  /** Work types whose mark a person took back: an import does not put it there again. */
  readonly takenBack: ReadonlySet<string>;
}

/** Folds `mark-<lesson>.<student>`. */
export const marks = defineFold<MarkState, 'mark'>(
  'mark',
  { revision: -1, changed: null, corrections: 0, marks: new Map(), takenBack: new Set() },
  {
    MarkRecorded: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      changed: changeOf(meta),
      marks: withEntry(state.marks, data.workType, { value: data.value, source: meta.source }),
    }),
    MarkCorrected: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      changed: changeOf(meta),
      corrections: state.corrections + 1,
      marks: withEntry(state.marks, data.workType, { value: data.to, source: meta.source }),
    }),
    MarkWithdrawn: (state, { data, meta }) => ({
      revision: state.revision + 1,
      changed: changeOf(meta),
      corrections: state.corrections + 1,
      marks: withoutEntry(state.marks, data.workType),
      takenBack: meta.source === 'import' ? state.takenBack : new Set([...state.takenBack, data.workType]),
    }),
  },
);
