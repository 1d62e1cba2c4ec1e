import { defineFold } from '../decision.ts';
import { withEntry } from './entries.ts';

/** What was reported in one cell: work type → the revision of the cell it was about. */
export type MistakeReportState = ReadonlyMap<string, number>;

/** Folds `mistakeReport-<lesson>.<student>`. */
export const mistakeReports = defineFold<MistakeReportState, 'mistakeReport'>('mistakeReport', new Map(), {
  MarkMistakeReported: (state, { data: { workType, markRevision } }) =>
    withEntry(state, workType, markRevision),
});
