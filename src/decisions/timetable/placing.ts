import type { PlainDate } from '../../policies/calendar.ts';
import {
  areParts,
  overlaps,
  sharedResource,
  type Occupation,
  type Resource,
  type Span,
} from '../../policies/timetable.ts';
import { read, refuse, type Deciding, type Refused, type Write } from '../decision.ts';
import { staysOn } from '../folds/group.ts';
import { journals, type JournalState } from '../folds/journal.ts';
import { timetableDays, type DayState } from '../folds/timetable-day.ts';
import type { LessonKey } from '../lesson-key.ts';
import type { Page } from '../page.ts';
import type { Subject } from '../refusal.ts';
import type { Place } from './room.ts';

/** Who teaches a lesson of a page on a date: the one who was named, else all who have it in their load by then. */
export const teachersOn = (
  { teachers }: Pick<JournalState, 'teachers'>,
  date: PlainDate,
  named: string | null,
): readonly string[] =>
  named === null ? [...teachers].filter(([, since]) => since <= date).map(([account]) => account) : [named];

/** What a lesson of a page takes up. */
export const occupationOf = (
  journal: string,
  { opened: { group, subgroup } }: Pick<Page, 'opened'>,
  time: Span,
  place: Place,
  { teachers, substitute }: Pick<Occupation, 'teachers' | 'substitute'>,
): Occupation => ({ journal, group, subgroup, teachers, substitute, ...time, ...place });

/** What a lesson meets on its day: another one that needs the same group, teacher or room. */
interface Clash {
  readonly lesson: string;
  readonly resource: Resource;
  readonly other: Occupation;
}

/** Whether a student is on both pages on a date: two parts of a group run at once unless they share somebody. */
export function* shareStudents(one: string, other: string, date: PlainDate): Deciding<boolean> {
  const { roster } = yield* read(journals, one);
  const { roster: others } = yield* read(journals, other);
  return [...roster].some(
    ([student, stays]) => staysOn(stays, date) && staysOn(others.get(student) ?? [], date),
  );
}

function* clashOn(
  day: DayState,
  date: PlainDate,
  lesson: string,
  wanted: Occupation,
): Deciding<Clash | null> {
  for (const [id, other] of day) {
    if (id === lesson || !overlaps(wanted, other)) continue;
    const resource = sharedResource(wanted, other);
    if (resource) return { lesson: id, resource, other };
    if (areParts(wanted, other) && (yield* shareStudents(wanted.journal, other.journal, date)))
      return { lesson: id, resource: 'group', other };
  }
  return null;
}

/** The no of a clash, with the lesson that stands there, what both need, and when. */
const clashing = (
  subject: Subject,
  date: PlainDate,
  { lesson, resource, other: { journal, startsAt, endsAt, room } }: Clash,
): Refused =>
  refuse('TIMETABLE_CLASH', subject, {
    resource,
    withLesson: lesson,
    withJournal: journal,
    date,
    startsAt,
    endsAt,
    ...(resource === 'room' && room !== null && { room }),
  });

/** Refuses what a lesson would meet on a day as it stands. */
export function* freeOn(
  day: DayState,
  date: PlainDate,
  { journal, lesson }: LessonKey,
  wanted: Occupation,
): Deciding<Refused | null> {
  const clash = yield* clashOn(day, date, lesson, wanted);
  return clash && clashing({ journal, lesson }, date, clash);
}

/** The day's part of putting a lesson somewhere. */
export const placing = (date: PlainDate, lesson: string, { ...place }: Occupation): Write => ({
  category: 'timetableDay',
  id: date,
  events: [{ type: 'LessonPlaced', data: { date, lesson, ...place, teachers: [...place.teachers] } }],
});

/** The day's part of taking a lesson away: nothing where it never had a place, as one of an import. */
export const lifting = (day: DayState, date: PlainDate, lesson: string): readonly Write[] =>
  day.has(lesson)
    ? [
        {
          category: 'timetableDay',
          id: date,
          events: [{ type: 'LessonLifted', data: { date, lesson } }],
        },
      ]
    : [];

/** Puts a lesson on a day, if the day lets it. */
export function* placedOn(date: PlainDate, key: LessonKey, wanted: Occupation): Deciding<Write | Refused> {
  const day = yield* read(timetableDays, date);
  return (yield* freeOn(day, date, key, wanted)) ?? placing(date, key.lesson, wanted);
}

/** One write for each day: an append writes a stream once. */
export const byDay = (writes: readonly Write[]): readonly Write[] =>
  [...Map.groupBy(writes, ({ id }) => id).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, events: [first, ...others].flatMap(({ events }) => events) }] : [],
  );
