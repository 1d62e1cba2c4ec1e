import { dateIn, plusDays, type Instant, type PlainDate } from '../policies/calendar.ts';

/** A semester of the demo: its first Monday, its last Saturday, its weeks; the last week is for attestation. */
export interface Semester {
  readonly key: 'finished' | 'running';
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly weeks: number;
}

/** How long before the demo's now its colleges were founded: by this an interrupted start finds its own now again. */
const FOUNDED_MS = 240 * 24 * 60 * 60 * 1_000;

const WEEKS = 17;
const VACATION_DAYS = 14;
/** The running semester began on the Monday of the week so many days ago: 11 to 12 weeks. */
const BEGAN_DAYS = 80;

/** Days without lessons wherever the demo's now may lie, as `-MM-DD`. */
const PUBLIC_HOLIDAYS = /-(?:01-0[1-8]|02-23|03-08|05-01|05-09|06-12|11-04)$/u;

/** The instant at which the colleges of a demo made now were founded. */
const foundedAt = (now: Instant): Instant => new Date(Date.parse(now) - FOUNDED_MS).toISOString();

/** The now of the demo whose colleges were founded at an instant. */
export const nowFounding = (founded: Instant): Instant =>
  new Date(Date.parse(founded) + FOUNDED_MS).toISOString();

/** The calendar of a demo college: both semesters are counted back from now, so that any day of any year will do. */
export interface DemoCalendar {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly founded: Instant;
  readonly foundedOn: PlainDate;
  readonly finished: Semester;
  readonly running: Semester;
  readonly isStudyDay: (date: PlainDate) => boolean;
  /** The first study day on or after a date. */
  readonly studyDay: (date: PlainDate) => PlainDate;
  /** The last study day on or before a date. */
  readonly studyDayUpTo: (date: PlainDate) => PlainDate;
  /** The study day that lies so many study days before today: 1 is the last one. */
  readonly before: (days: number) => PlainDate;
  /** The instant of a local time of day, `08:30`. */
  readonly at: (date: PlainDate, time: string) => Instant;
}

const mondayOf = (date: PlainDate): PlainDate => plusDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);

const semester = (key: Semester['key'], from: PlainDate): Semester => ({
  key,
  from,
  until: plusDays(from, WEEKS * 7 - 2),
  weeks: WEEKS,
});

/** Draws up the calendar. */
export const calendarOf = (now: Instant, zone: string, workingWeek: 5 | 6): DemoCalendar => {
  const today = dateIn(zone, now);
  const founded = foundedAt(now);
  const begun = mondayOf(plusDays(today, -BEGAN_DAYS));
  const known = new Map<PlainDate, boolean>();
  const isStudyDay = (date: PlainDate): boolean =>
    known.getOrInsertComputed(
      date,
      () => Temporal.PlainDate.from(date).dayOfWeek <= workingWeek && !PUBLIC_HOLIDAYS.test(date),
    );
  const studyDay = (date: PlainDate): PlainDate => (isStudyDay(date) ? date : studyDay(plusDays(date, 1)));
  const studyDayUpTo = (date: PlainDate): PlainDate =>
    isStudyDay(date) ? date : studyDayUpTo(plusDays(date, -1));
  const before = (days: number): PlainDate => {
    let day = today;
    for (let left = days; left > 0;) {
      day = plusDays(day, -1);
      if (isStudyDay(day)) left -= 1;
    }
    return day;
  };
  return {
    now,
    today,
    founded,
    foundedOn: dateIn(zone, founded),
    finished: semester('finished', plusDays(begun, -VACATION_DAYS - WEEKS * 7)),
    running: semester('running', begun),
    isStudyDay,
    studyDay,
    studyDayUpTo,
    before,
    at: (date, time) =>
      Temporal.PlainDateTime.from(`${date}T${time}`)
        .toZonedDateTime(zone)
        .toInstant()
        .toString({ smallestUnit: 'millisecond' }),
  };
};
