import type { PlainDate } from '../../policies/calendar.ts';
import { givenBy } from '../../policies/regulation/given-by.ts';
import type { Rule } from '../../policies/regulation/regulation.ts';
import { defineFold } from '../decision.ts';

/** An outage; `null` before it is declared. */
export type OutageState = {
  readonly from: PlainDate;
  /** The day access was restored; `null` while it lasts. */
  readonly until: PlainDate | null;
  /** The last day for entries from temporary journals; `null` where no rule gives one. */
  readonly backEntryUntil: PlainDate | null;
  /** The rule that gave it. */
  readonly given: Rule;
  /** Inspections that are put off, as far as their names were not erased. */
  readonly deferred: readonly string[];
} | null;

/** A text unless it was erased. */
const present = (text: string | null | undefined): readonly string[] => (text ? [text] : []);

const PARAMETER = 'outage.backEntryWorkingDays';

/** Folds `outage-<id>`. */
export const outages = defineFold<OutageState, 'outage'>('outage', null, {
  OutageDeclared: (_, { data: { from } }) => ({
    from,
    until: null,
    backEntryUntil: null,
    given: givenBy(null, PARAMETER),
    deferred: [],
  }),
  DevelopersAsked: (state) => state,
  InspectionDeferred: (state, { sealed }) =>
    state && { ...state, deferred: [...state.deferred, ...present(sealed?.inspection)] },
  AccessRestored: (state, { data: { on, backEntryUntil }, meta }) =>
    state && { ...state, until: on, backEntryUntil, given: givenBy(meta.rule, PARAMETER) },
});
