import type { EventNamed } from '../../../events/register.ts';
import { plusDays, type PlainDate } from '../../policies/calendar.ts';
import { lessonIdOf, weekdaysBetween } from '../../policies/timetable.ts';
import { accept, readAll, refuse, type Circumstances, type Deciding, type Write } from '../decision.ts';
import { timetableDays } from '../folds/timetable-day.ts';
import { unlockedPage } from '../page.ts';
import { isRefused } from '../rights.ts';
import { byDay, lifting } from './placing.ts';
import { rightToSchedule } from './right.ts';
import { composed, inTimetable } from './template.ts';

/** Takes a lesson out of the weekly timetable after a day, and its lessons to come out of the pages. */
export interface EndTimetableEntry {
  readonly timetable: string;
  readonly entry: string;
  readonly lastDay: PlainDate;
  readonly reason: string;
}

/** A lesson that is cancelled with its entry. */
interface Dropped {
  readonly lesson: string;
  readonly date: PlainDate;
}

const cancelled = (journal: string, dropped: readonly Dropped[], reason: string): Write => ({
  category: 'journal',
  id: journal,
  events: dropped.map(({ lesson }) => ({
    type: 'LessonCancelled',
    data: { journal, lesson },
    sealed: { reason },
  })),
  grounds: dropped.map(({ date }) => ({ occurredOn: date, rule: null })),
});

/**
 * Ends an entry of the weekly timetable. Its lessons after the last day that were not held are cancelled; what was
 * held stays, and so do days that have passed: their lessons may still be waiting to be entered.
 */
export function* endTimetableEntry(circumstances: Circumstances, command: EndTimetableEntry): Deciding {
  const { timetable, entry: id, lastDay, reason } = command;
  const right = yield* rightToSchedule(circumstances, {});
  if (isRefused(right)) return right;
  const state = yield* composed(timetable);
  if (isRefused(state)) return state;
  const entry = state.entries.get(id);
  if (!entry) return refuse('NOT_FOUND', {}, { what: 'timetableEntry' });
  const { journal, weekday, from } = entry;
  const page = yield* unlockedPage(journal, { journal });
  if (isRefused(page)) return page;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', { journal });
  if (entry.lastDay !== null && entry.lastDay <= lastDay) return accept(right, []);
  const { today } = circumstances;
  if (lastDay < plusDays(today, -1)) return refuse('DATE_OUT_OF_RANGE', { journal }, { lastDay, today });

  const dropped = weekdaysBetween(weekday, from, state.until).flatMap((due): readonly Dropped[] => {
    const lesson = lessonIdOf(id, due);
    const found = page.lessons.get(lesson);
    return found?.status === 'scheduled' && found.date > lastDay ? [{ lesson, date: found.date }] : [];
  });
  const days = yield* readAll(
    timetableDays,
    dropped.map(({ date }) => date),
  );
  const lifted = dropped.flatMap(({ lesson, date }, index) =>
    lifting(days[index] ?? new Map(), date, lesson),
  );
  const data: EventNamed<'TimetableEntryEnded'>['data'] = { timetable, entry: id, lastDay };
  const ended = inTimetable(timetable, { type: 'TimetableEntryEnded', data, sealed: { reason } });
  return accept(right, [ended, cancelled(journal, dropped, reason), ...byDay(lifted)]);
}
