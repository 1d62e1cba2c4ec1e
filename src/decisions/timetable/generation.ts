import type { RuleApplied } from '../../../events/recorded.ts';
import type { DomainEvent } from '../../../events/register.ts';
import { earlier, type PlainDate } from '../../policies/calendar.ts';
import { isInWeek, lessonIdOf, weekdaysBetween, type Occupation } from '../../policies/timetable.ts';
import {
  accept,
  readAll,
  refuse,
  type Circumstances,
  type Deciding,
  type Grounds,
  type Refused,
  type Write,
} from '../decision.ts';
import { timetableDays } from '../folds/timetable-day.ts';
import type { TimetableEntry, TimetableState } from '../folds/timetable.ts';
import { openedPage, type Page } from '../page.ts';
import { regulationOn } from '../regulation.ts';
import { isRefused } from '../rights.ts';
import { givenOn } from '../scheduling.ts';
import { timeOf } from './bells.ts';
import { hoursBeyondCurriculum, type Adding } from './curriculum-hours.ts';
import { freeOn, occupationOf, teachersOn } from './placing.ts';
import { rightToSchedule } from './right.ts';
import { studyDaysOf } from './study-days.ts';
import { composed, inTimetable } from './template.ts';

/** Makes the dated lessons of a weekly timetable between two days, both included. */
export interface GenerateLessons {
  readonly timetable: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** So many lessons are made at once: a term of a large group, a week of a large college. */
const MOST = 2000;

/** A lesson to be made. */
interface Wanted {
  readonly lesson: string;
  readonly date: PlainDate;
  readonly entry: TimetableEntry;
  readonly page: Page;
}

const later = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other);

/** The lessons an entry still gives in the stretch: those of study days in the page's period that are not there yet. */
function* wantedOf(
  circumstances: Circumstances,
  state: TimetableState,
  { from, until }: GenerateLessons,
  id: string,
  entry: TimetableEntry,
): Deciding<readonly Wanted[] | Refused> {
  const page = yield* openedPage(entry.journal, { journal: entry.journal });
  if (isRefused(page)) return page;
  const first = [from, state.from, entry.from, page.period.from].reduce(later);
  const last = [until, state.until, entry.lastDay ?? until, page.period.until].reduce(earlier);
  if (last < first) return [];
  const isStudyDay = yield* studyDaysOf(circumstances, entry.group, first, last);
  const wanted = weekdaysBetween(entry.weekday, first, last)
    .filter((date) => isInWeek(entry.weeks, state.from, date) && isStudyDay(date))
    .map((date) => ({ lesson: lessonIdOf(id, date), date, entry, page }))
    .filter(({ lesson }) => !page.lessons.has(lesson));
  return wanted.length > 0 && page.period.locked
    ? refuse(
        'PERIOD_LOCKED',
        { journal: entry.journal, period: page.opened.period },
        { until: page.period.until },
      )
    : wanted;
}

/** What a lesson takes up on its day: a pair is held by the bells of that very day. */
function* takenUp(
  circumstances: Circumstances,
  { date, entry, page }: Wanted,
): Deciding<Occupation | Refused> {
  const { journal, room, roomId, teacher, academicHours, pair } = entry;
  const rung = { pair, startsAt: entry.startsAt, endsAt: null, academicHours };
  const time = pair === null ? entry : yield* timeOf(circumstances, date, rung, { journal });
  if (isRefused(time)) return time;
  const { startsAt, endsAt } = time;
  const teachers = teachersOn(page, date, teacher);
  return occupationOf(journal, page, { startsAt, endsAt }, { room, roomId }, { teachers, substitute: null });
}

/** Events by stream, with the day and the rule of each. */
class Streams {
  readonly #events = new Map<string, { readonly events: DomainEvent[]; readonly grounds: Grounds[] }>();

  add(id: string, event: DomainEvent, occurredOn: PlainDate, rule: RuleApplied): void {
    const { events, grounds } = this.#events.getOrInsertComputed(id, () => ({ events: [], grounds: [] }));
    events.push(event);
    grounds.push({ occurredOn, rule });
  }

  of(category: 'journal' | 'timetableDay'): readonly Write[] {
    return [...this.#events].map(([id, written]) => ({ category, id, ...written }));
  }
}

function* madeOf(
  circumstances: Circumstances,
  wanted: readonly Wanted[],
): Deciding<readonly Write[] | Refused> {
  const dates = [...new Set(wanted.map(({ date }) => date))].sort();
  const found = yield* readAll(timetableDays, dates);
  const days = new Map(dates.map((date, index) => [date, new Map(found[index])]));
  const [pages, places] = [new Streams(), new Streams()];
  for (const each of wanted) {
    const { lesson, date, page } = each;
    const { journal, academicHours, deliveryForm } = each.entry;
    const taken = yield* takenUp(circumstances, each);
    if (isRefused(taken)) return taken;
    const day = days.get(date) ?? new Map<string, Occupation>();
    const clash = yield* freeOn(day, date, { journal, lesson }, taken);
    if (clash) return clash;
    day.set(lesson, taken);

    const { marksUntil, rule } = yield* givenOn(circumstances, page, date);
    const { startsAt, room } = taken;
    const data = { journal, lesson, date, startsAt, academicHours, deliveryForm, room, marksUntil };
    pages.add(journal, { type: 'LessonScheduled', data }, date, rule);
    const place = { date, lesson, ...taken, teachers: [...taken.teachers] };
    places.add(date, { type: 'LessonPlaced', data: place }, date, rule);
  }
  return [...pages.of('journal'), ...places.of('timetableDay')];
}

/** How many hours each page is about to get. */
const addingOf = (wanted: readonly Wanted[]): readonly Adding[] =>
  [...Map.groupBy(wanted, ({ entry }) => entry.journal)].flatMap(([journal, [first, ...others]]) =>
    first
      ? [
          {
            journal,
            page: first.page,
            hours: [first, ...others].reduce((sum, { entry }) => sum + entry.academicHours, 0),
          },
        ]
      : [],
  );

/** Where the regulation wants a timetable approved, nothing is made of one that is not. */
function* unapproved(circumstances: Circumstances, state: TimetableState): Deciding<Refused | null> {
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  return state.approved || regulation.value('timetable.approvedBy') === null
    ? null
    : refuse('NOT_APPROVED', {}, { what: 'timetable' }, regulation.rule('timetable.approvedBy'));
}

/**
 * Makes the lessons of a stretch of days in the pages of the timetable, all or none. Done again it makes what is
 * missing and nothing twice: a lesson's id follows from its entry and date, also where it was moved or cancelled since.
 */
export function* generateLessons(circumstances: Circumstances, command: GenerateLessons): Deciding {
  const { timetable, from, until } = command;
  const right = yield* rightToSchedule(circumstances, {});
  if (isRefused(right)) return right;
  const state = yield* composed(timetable);
  if (isRefused(state)) return state;
  if (until < from) return refuse('DATE_OUT_OF_RANGE', {}, { from, until });
  const waiting = yield* unapproved(circumstances, state);
  if (waiting) return waiting;

  const wanted: Wanted[] = [];
  for (const [id, entry] of state.entries) {
    const more = yield* wantedOf(circumstances, state, command, id, entry);
    if (isRefused(more)) return more;
    wanted.push(...more);
  }
  if (wanted.length === 0) return accept(right, []);
  if (wanted.length > MOST)
    return refuse('DATE_OUT_OF_RANGE', {}, { from, until, lessons: wanted.length, most: MOST });
  const made = yield* madeOf(circumstances, wanted);
  if (isRefused(made)) return made;
  const warnings = yield* hoursBeyondCurriculum(circumstances, addingOf(wanted));
  const data = { timetable, from, until, lessons: wanted.length };
  return accept(right, [...made, inTimetable(timetable, { type: 'LessonsGenerated', data })], { warnings });
}
