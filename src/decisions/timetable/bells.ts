import { bellsOn, type BellSchedule } from '../../policies/bells.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { endOf, endsPastMidnight, type Span } from '../../policies/timetable.ts';
import { read, refuse, type Circumstances, type Deciding, type Refused } from '../decision.ts';
import { bellSchedules } from '../folds/bell-schedule.ts';
import { productionCalendars } from '../folds/calendar.ts';
import type { Subject } from '../refusal.ts';

/** When a lesson is wanted: by the number of a pair, or by the clock. */
export interface WantedTime {
  readonly pair: number | null;
  readonly startsAt: string | null;
  /** `null`: by the bells, or 45 minutes for each academic hour. */
  readonly endsAt: string | null;
  readonly academicHours: number;
}

/** A пара is two academic hours. */
const PAIR_HOURS = 2;

function* bellsAt({ college }: Circumstances, date: PlainDate): Deciding<BellSchedule['pairs']> {
  const schedules = [...(yield* read(bellSchedules, college)).values()];
  if (schedules.length === 0) return [];
  const calendar = yield* read(productionCalendars, date.slice(0, 4));
  const isShort = calendar?.days.some((day) => day.date === date && day.kind === 'shortDay') ?? false;
  const bells = (isShort ? bellsOn(schedules, date, 'short') : null) ?? bellsOn(schedules, date, 'ordinary');
  return bells?.pairs ?? [];
}

/** From the first to the last of as many pairs as a lesson takes; `null` where the bells do not say. */
const pairsFrom = (pairs: BellSchedule['pairs'], first: number, academicHours: number): Span | null => {
  const from = pairs[first];
  const last = pairs[first + Math.max(1, academicHours / PAIR_HOURS) - 1];
  return from && last ? { startsAt: from.startsAt, endsAt: last.endsAt } : null;
};

/** The time of a lesson on a date: by the bells of that day where its pair or its start is one of theirs. */
export function* timeOf(
  circumstances: Circumstances,
  date: PlainDate,
  { pair, startsAt, endsAt, academicHours }: WantedTime,
  subject: Subject,
): Deciding<Span | Refused> {
  if (pair === null && startsAt !== null && endsAt !== null)
    return endsAt > startsAt
      ? { startsAt, endsAt }
      : refuse('DATE_OUT_OF_RANGE', subject, { startsAt, endsAt });

  const pairs = (yield* bellsAt(circumstances, date)).toSorted((one, other) => one.number - other.number);
  const first = pairs.findIndex((one) => (pair === null ? one.startsAt === startsAt : one.number === pair));
  const rung = pairsFrom(pairs, first, academicHours);
  if (pair !== null) return rung ?? refuse('NOT_FOUND', subject, { what: 'pair', pair, date });
  if (startsAt === null) return refuse('NOT_FOUND', subject, { what: 'pair', date });
  if (rung) return rung;
  return endsPastMidnight(startsAt, academicHours)
    ? refuse('DATE_OUT_OF_RANGE', subject, { startsAt, academicHours })
    : { startsAt, endsAt: endOf(startsAt, academicHours) };
}
