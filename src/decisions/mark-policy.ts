import type { RuleApplied } from '../../events/recorded.ts';
import { plusDays } from '../policies/calendar.ts';
import { grantFor } from '../policies/edit-window.ts';
import { refuse, type Accepted, type Circumstances, type Deciding, type Refused } from './decision.ts';
import type { LessonState } from './folds/journal.ts';
import type { Page } from './page.ts';
import type { Subject } from './refusal.ts';
import { regulationOn } from './regulation.ts';

/**
 * Whether a mark for a past lesson may still be entered at all: the administrators say for how many days back, apart
 * from the edit window (R-CAL-04); a grant opens it again. A temporary journal is brought over by its own rule (T-42).
 */
export function* backdated(
  circumstances: Circumstances,
  page: Page,
  { date }: LessonState,
  subject: Subject & { readonly lesson: string },
): Deciding<Refused | null> {
  const { source, today, actor } = circumstances;
  if (source !== 'online') return null;
  const regulation = yield* regulationOn(circumstances, date);
  const entry = regulation.value('currentMark.backdatedEntry');
  if (entry?.kind !== 'allowed' || entry.days === null) return null;
  const closedOn = plusDays(date, entry.days);
  const asked = { covers: 'currentMarks', lesson: subject.lesson, account: actor.account, today } as const;
  if (today <= closedOn || grantFor(page.grants, asked)) return null;
  const rule = regulation.rule('currentMark.backdatedEntry');
  return refuse('EDIT_WINDOW_CLOSED', subject, { closedOn }, rule, true);
}

/** A late mark where late entries are to be avoided: accepted, and to be looked at (R-MRK-08). */
export function* latenessWarnings(
  circumstances: Circumstances,
  { date }: LessonState,
  applied: RuleApplied | null,
): Deciding<Accepted['warnings']> {
  if (circumstances.source === 'import' || !applied?.late) return [];
  const parameter = 'currentMark.backdatedEntry';
  const regulation = yield* regulationOn(circumstances, date);
  if (regulation.value(parameter)?.kind !== 'avoided') return [];
  const facts = { date, until: applied.due?.until ?? date };
  return [{ code: 'LATE_ENTRY_TO_BE_AVOIDED', facts, ...regulation.rule(parameter) }];
}

/** A correction where corrections are to be avoided: accepted for its reason, counted, and to be looked at (T-23). */
export function* correctionWarnings(
  circumstances: Circumstances,
  { date }: LessonState,
  corrections: number,
): Deciding<Accepted['warnings']> {
  if (circumstances.source === 'import') return [];
  const parameter = 'currentMark.correctionPolicy';
  const regulation = yield* regulationOn(circumstances, date);
  if (regulation.value(parameter) !== 'avoided') return [];
  return [{ code: 'CORRECTION_TO_BE_AVOIDED', facts: { corrections }, ...regulation.rule(parameter) }];
}
