import { boundsOf, overlap } from '../academic-year.ts';
import type { PlainDate } from '../calendar.ts';
import { checksOfYear } from './before-year.ts';
import { endOfPeriods, endOfYear } from './closing.ts';
import { controlsOfYear } from './controls.ts';
import { dutyKey, taskOf, type Outcome, type Owed, type Task } from './duty.ts';
import type { DutyFacts, Inquiry } from './facts.ts';
import { pendingTasks } from './pending.ts';
import { programmesOfYear } from './programmes.ts';
import { yearsOf } from './terms.ts';
import { briefingsOfYear, recurring } from './through-year.ts';

/** What shows in the journal itself, without a day on which somebody said so. */
const shownBy = (facts: DutyFacts, { duty, key, of, term }: Owed): boolean => {
  if (duty === 'timetable') {
    const year = boundsOf(Number(term));
    return facts.timetables.some((timetable) => overlap(timetable, year));
  }
  if (duty === 'absenceClassification') return !facts.unclassified.has(`${of.id ?? ''}.${term}`);
  if (duty !== 'backEntry') return false;
  return facts.backEntries.some(
    ({ outage, journal, missing }) => dutyKey(duty, outage, journal) === key && missing === 0,
  );
};

const outcomeOf = (facts: DutyFacts, owed: Owed & { readonly doneOn?: PlainDate | null }): Outcome => {
  const doneOn = owed.doneOn ?? facts.done.get(owed.key) ?? null;
  return { done: doneOn !== null || shownBy(facts, owed), doneOn };
};

/**
 * Who owes what by when: everything whose last day lies within the days asked about, by that day. Each task cites the
 * clause that dates it; a duty without a date gives none (T-59).
 */
export const dueTasks = (inquiry: Inquiry, today: PlainDate): readonly Task[] => {
  const owed: readonly Owed[] = [
    ...yearsOf(inquiry).flatMap((year) => [
      ...checksOfYear(inquiry, year),
      ...programmesOfYear(inquiry, year),
      ...briefingsOfYear(inquiry, year),
      ...controlsOfYear(inquiry, year),
      ...endOfYear(inquiry, year),
    ]),
    ...recurring(inquiry),
    ...endOfPeriods(inquiry),
    ...pendingTasks(inquiry),
  ];
  return owed
    .filter(({ dueOn }) => inquiry.from <= dueOn && dueOn <= inquiry.until)
    .map((one) => taskOf(one, outcomeOf(inquiry.facts, one), today))
    .toSorted((a, b) => (a.dueOn === b.dueOn ? (a.key < b.key ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
};
