import { plusDays, type PlainDate } from './calendar.ts';

/** An academic hour (академический час) without breaks, in minutes. */
const ACADEMIC_HOUR = 45;
const LAST_MINUTE = 24 * 60 - 1;
const WEEK = 7;

/** Which weeks of a timetable a lesson is held in: the first week is odd (числитель), the second even (знаменатель). */
export type Weeks = 'every' | 'odd' | 'even';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** When a lesson ends where no bell says so: so many times 45 minutes after its start, on the same day. */
export const endOf = (startsAt: string, academicHours: number): string =>
  timeOf(Math.min(minutesOf(startsAt) + academicHours * ACADEMIC_HOUR, LAST_MINUTE));

/** Whether a lesson of so many hours would outlast its day. */
export const endsPastMidnight = (startsAt: string, academicHours: number): boolean =>
  minutesOf(startsAt) + academicHours * ACADEMIC_HOUR > LAST_MINUTE;

/** A day's time from one minute to another; the last one is free again. */
export interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Whether two lessons of a day run at the same time. */
export const overlaps = (one: Span, other: Span): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Day of the week, 1 is Monday. */
const weekdayOf = (date: PlainDate): number => Temporal.PlainDate.from(date).dayOfWeek;

const mondayOf = (date: PlainDate): PlainDate => plusDays(date, 1 - weekdayOf(date));

const weeksBetween = (first: PlainDate, date: PlainDate): number =>
  Temporal.PlainDate.from(mondayOf(first)).until(mondayOf(date)).days / WEEK;

/** Whether a lesson of these weeks is held in the week of a date; weeks are counted from the timetable's first one. */
export const isInWeek = (weeks: Weeks, first: PlainDate, date: PlainDate): boolean =>
  weeks === 'every' || (weeksBetween(first, date) % 2 === 0) === (weeks === 'odd');

/** Whether two lessons of a weekly timetable ever fall into the same week. */
export const shareWeeks = (one: Weeks, other: Weeks): boolean =>
  one === 'every' || other === 'every' || one === other;

/** Every date of a weekday from one date to another, both included. */
export const weekdaysBetween = (weekday: number, from: PlainDate, until: PlainDate): readonly PlainDate[] => {
  const first = plusDays(from, (weekday - weekdayOf(from) + WEEK) % WEEK);
  const dates: PlainDate[] = [];
  for (let date = first; date <= until; date = plusDays(date, WEEK)) dates.push(date);
  return dates;
};

const EPOCH = Temporal.PlainDate.from('1970-01-01');
/** Odd, so that multiplying by it gives each day another number of 32 bits. */
const SPREAD = 0x9e3779b1;
const HEAD = 8;

/**
 * The id of the lesson that an entry of a timetable gives on a date: always the same, so that a lesson is made once
 * however often lessons are made. It keeps the entry's version and randomness and differs from it by the day.
 */
export const lessonIdOf = (entry: string, date: PlainDate): string => {
  const day = EPOCH.until(Temporal.PlainDate.from(date)).days + 1;
  const head = (Number.parseInt(entry.slice(0, HEAD), 16) ^ Math.imul(day, SPREAD)) >>> 0;
  return head.toString(16).padStart(HEAD, '0') + entry.slice(HEAD);
};

/** What keeps others away while a lesson runs. */
export interface Occupation extends Span {
  readonly journal: string;
  readonly room: string | null;
  /** The room's id where it is on the college's list. */
  readonly roomId: string | null;
  readonly group: string | null;
  readonly subgroup: string | null;
  readonly teachers: readonly string[];
  /** Who stands in: the teachers are then free. */
  readonly substitute: string | null;
}

/** Who has to be there. */
export const busyAt = ({ teachers, substitute }: Pick<Occupation, 'teachers' | 'substitute'>) =>
  substitute === null ? teachers : [substitute];

/** What two lessons cannot share. */
export type Resource = 'group' | 'room' | 'teacher';

const sameRoom = (one: Occupation, other: Occupation): boolean =>
  one.roomId !== null && other.roomId !== null
    ? one.roomId === other.roomId
    : one.room !== null && one.room.toLowerCase() === other.room?.toLowerCase();

/** Whether two lessons of one group are of two parts of it: who is in both then decides. */
export const areParts = (one: Occupation, other: Occupation): boolean =>
  one.journal !== other.journal &&
  one.group !== null &&
  one.group === other.group &&
  one.subgroup !== null &&
  other.subgroup !== null;

const sameGroup = (one: Occupation, other: Occupation): boolean =>
  one.journal === other.journal || (one.group !== null && one.group === other.group && !areParts(one, other));

/** What two lessons that run at the same time both need; `null` where they do not get in each other's way. */
export const sharedResource = (one: Occupation, other: Occupation): Resource | null => {
  if (!overlaps(one, other)) return null;
  if (sameGroup(one, other)) return 'group';
  if (busyAt(one).some((account) => busyAt(other).includes(account))) return 'teacher';
  return sameRoom(one, other) ? 'room' : null;
};
