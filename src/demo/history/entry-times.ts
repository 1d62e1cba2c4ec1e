import type { Instant } from '../../policies/calendar.ts';
import type { Plan } from '../plan.ts';
import type { DemoLesson } from '../timetable.ts';
import type { PlannedEntries } from './entries.ts';

/** Minutes after the beginning of a lesson at which each thing is entered. */
const MINUTES = { conduct: 5, attendance: 10, marks: 80, homework: 85 } as const;

/** When a lesson that is entered afterwards is entered. */
const AFTERWARDS = { conduct: '16:00', attendance: '16:03', marks: '16:06', homework: '16:09' } as const;

/** The instants at which a lesson is entered. */
export type EntryTimes = Readonly<Record<keyof typeof MINUTES, Instant>>;

/** When the entries of a lesson are made: during it and after it, or some days later. */
export const timesOf = (
  { calendar }: Plan,
  { date, startsAt, delay }: DemoLesson,
  { recordedOn }: PlannedEntries,
): EntryTimes => {
  const begins = Date.parse(calendar.at(date, startsAt));
  const at = (step: keyof typeof MINUTES): Instant =>
    delay === 0
      ? new Date(begins + MINUTES[step] * 60_000).toISOString()
      : calendar.at(recordedOn, AFTERWARDS[step]);
  return {
    conduct: at('conduct'),
    attendance: at('attendance'),
    marks: at('marks'),
    homework: at('homework'),
  };
};
