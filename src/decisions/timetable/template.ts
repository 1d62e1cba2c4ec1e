import type { DomainEvent, EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { areParts, overlaps, sharedResource, shareWeeks } from '../../policies/timetable.ts';
import {
  accept,
  read,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
  type Write,
} from '../decision.ts';
import { timetables, type TimetableEntry, type TimetableState } from '../folds/timetable.ts';
import { openedPage } from '../page.ts';
import { isRefused } from '../rights.ts';
import { timeOf } from './bells.ts';
import { occupationOf, shareStudents, teachersOn } from './placing.ts';
import { rightToApprove, rightToSchedule } from './right.ts';
import { placeOf } from './room.ts';

/** Begins a weekly timetable. */
export type ComposeTimetable = EventNamed<'TimetableComposed'>['data'];

type Added = EventNamed<'TimetableEntryAdded'>['data'];

/** Puts a lesson of a page into the weekly timetable. */
export interface AddTimetableEntry extends Pick<
  Added,
  | 'timetable'
  | 'entry'
  | 'journal'
  | 'weekday'
  | 'weeks'
  | 'pair'
  | 'academicHours'
  | 'room'
  | 'roomId'
  | 'deliveryForm'
  | 'teacher'
> {
  /** `null`: when its pair begins. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** `null`: from the beginning of the timetable. */
  readonly from: PlainDate | null;
}

/** Approves a timetable as it stands. */
export type ApproveTimetable = EventNamed<'TimetableApproved'>['data'];

/** The one write of a command about a weekly timetable. */
export const inTimetable = (timetable: string, event: DomainEvent): Write => ({
  category: 'timetable',
  id: timetable,
  events: [event],
});

/** A timetable that was drawn up, or the no. */
export function* composed(timetable: string): Deciding<TimetableState | Refused> {
  return (yield* read(timetables, timetable)) ?? refuse('NOT_FOUND', {}, { what: 'timetable' });
}

/** Draws up a weekly timetable for a stretch of days. */
export function* composeTimetable(circumstances: Circumstances, command: ComposeTimetable): Deciding {
  const { timetable, from, until } = command;
  const right = yield* rightToSchedule(circumstances, {});
  if (isRefused(right)) return right;
  if (yield* read(timetables, timetable)) return refuse('ALREADY_EXISTS', {}, { what: 'timetable' });
  if (until < from) return refuse('DATE_OUT_OF_RANGE', {}, { from, until });
  return accept(right, [inTimetable(timetable, { type: 'TimetableComposed', data: { ...command } })]);
}

const sharesDays = (one: Added, other: TimetableEntry): boolean =>
  one.weekday === other.weekday &&
  shareWeeks(one.weeks, other.weeks) &&
  (other.lastDay === null || one.from <= other.lastDay);

/** What a new entry would meet in the same timetable, week after week. */
function* clashInWeek(state: TimetableState, added: Added): Deciding<Refused | null> {
  const wanted = { ...added, substitute: null };
  for (const [entry, standing] of state.entries) {
    const other = { ...standing, substitute: null };
    if (!sharesDays(added, standing) || !overlaps(wanted, other)) continue;
    const arePeopleShared =
      areParts(wanted, other) && (yield* shareStudents(wanted.journal, other.journal, added.from));
    const resource = sharedResource(wanted, other) ?? (arePeopleShared ? 'group' : null);
    if (!resource) continue;
    const { journal, weekday, startsAt, endsAt } = standing;
    const facts = { resource, withEntry: entry, withJournal: journal, weekday, startsAt, endsAt };
    return refuse('TIMETABLE_CLASH', { journal: added.journal }, facts);
  }
  return null;
}

/** Adds a lesson to the weekly timetable; the week itself is free of clashes, as each of its days will be. */
export function* addTimetableEntry(circumstances: Circumstances, command: AddTimetableEntry): Deciding {
  const { timetable, entry, journal, teacher } = command;
  const right = yield* rightToSchedule(circumstances, { journal });
  if (isRefused(right)) return right;
  const state = yield* composed(timetable);
  if (isRefused(state)) return state;
  if (state.entries.has(entry)) return refuse('ALREADY_EXISTS', { journal }, { what: 'timetableEntry' });
  const page = yield* openedPage(journal, { journal });
  if (isRefused(page)) return page;
  const from = command.from ?? state.from;
  if (from < state.from || from > state.until)
    return refuse('DATE_OUT_OF_RANGE', { journal }, { date: from, from: state.from, until: state.until });
  if (teacher !== null && !page.teachers.has(teacher))
    return refuse('NOT_FOUND', { journal }, { what: 'teacher' });

  const time = yield* timeOf(circumstances, from, command, { journal });
  if (isRefused(time)) return time;
  const place = yield* placeOf(circumstances, command, { journal });
  if (isRefused(place)) return place;
  const teachers = teachersOn(page, from > page.period.from ? from : page.period.from, teacher);
  const { substitute: _, ...taken } = occupationOf(journal, page, time, place, {
    teachers,
    substitute: null,
  });
  const { weekday, weeks, pair, academicHours, deliveryForm } = command;
  const how = { weekday, weeks, pair, academicHours, deliveryForm, teacher, from };
  const data = { timetable, entry, ...taken, teachers: [...teachers], ...how };
  const clash = yield* clashInWeek(state, data);
  return clash ?? accept(right, [inTimetable(timetable, { type: 'TimetableEntryAdded', data })]);
}

/** Approves a timetable as it stands, where the regulation asks for it or not (R-SCH-05). */
export function* approveTimetable(circumstances: Circumstances, command: ApproveTimetable): Deciding {
  const right = yield* rightToApprove(circumstances);
  if (isRefused(right)) return right;
  const state = yield* composed(command.timetable);
  if (isRefused(state)) return state;
  if (state.approved) return accept(right, []);
  return accept(right, [inTimetable(command.timetable, { type: 'TimetableApproved', data: { ...command } })]);
}
