import { plusDays, type PlainDate } from '../policies/calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import type { DemoCollege } from './college.ts';
import { idOf } from './names.ts';

/** Days on which the journal was out of reach: lessons were written down on paper and entered afterwards. */
export interface DemoOutage {
  readonly id: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The day on which what was kept on paper is entered. */
  readonly enteredOn: PlainDate;
}

/** The week of the running semester in which it lies, and its first weekday from 0. */
const [WEEK, DAY] = [2, 1] as const;

/** The one outage of a demo college: two study days. */
export const outageOf = (
  { id }: DemoCollege,
  { running, studyDay }: Pick<DemoCalendar, 'running' | 'studyDay'>,
): DemoOutage => {
  const from = studyDay(plusDays(running.from, WEEK * 7 + DAY));
  const until = studyDay(plusDays(from, 1));
  return { id: idOf(id, 'outage'), from, until, enteredOn: studyDay(plusDays(until, 1)) };
};

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How many days after its date a lesson is entered that lay in the outage; `null` for every other one. */
export const delayBy = ({ from, until, enteredOn }: DemoOutage, date: PlainDate): number | null =>
  date < from || date > until ? null : (Date.parse(enteredOn) - Date.parse(date)) / DAY_MS;
