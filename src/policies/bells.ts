import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from './calendar.ts';

/** A bell schedule as it was set, and its last day where it was withdrawn. */
export type BellSchedule = Omit<EventNamed<'BellScheduleSet'>['data'], 'college' | 'order'> & {
  readonly until: PlainDate | null;
};

/** A pair (пара) of a bell schedule. */
export type Pair = BellSchedule['pairs'][number];

/** The schedule by which the bells ring on a date: the latest that is in force for its weekday, on ordinary or short days. */
export const bellsOn = (
  schedules: readonly BellSchedule[],
  date: PlainDate,
  dayKind: BellSchedule['dayKind'],
): BellSchedule | null => {
  const weekday = Temporal.PlainDate.from(date).dayOfWeek;
  const inForce = schedules.filter(
    (schedule) =>
      schedule.dayKind === dayKind &&
      schedule.weekdays.includes(weekday) &&
      schedule.from <= date &&
      (schedule.until === null || date <= schedule.until),
  );
  return inForce.reduce<BellSchedule | null>(
    (latest, next) => (latest && latest.from >= next.from ? latest : next),
    null,
  );
};

/** The first pair that ends before it begins. */
export const backwardPair = (pairs: readonly Pair[]): Pair | undefined =>
  pairs.find(({ startsAt, endsAt }) => endsAt <= startsAt);

/** The first two pairs that have one number, or of which the later by number begins before the earlier ends. */
export const clashingPairs = (pairs: readonly Pair[]): readonly [Pair, Pair] | null => {
  const ordered = pairs.toSorted((a, b) => a.number - b.number);
  for (const [index, pair] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next && (next.number === pair.number || next.startsAt < pair.endsAt)) return [pair, next];
  }
  return null;
};
