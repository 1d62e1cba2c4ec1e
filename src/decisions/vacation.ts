import { vacationAfter } from '../policies/academic-year.ts';
import { plusDays, type PlainDate } from '../policies/calendar.ts';
import { academicYearOf } from '../policies/programme.ts';
import { read, readAll, type Deciding } from './decision.ts';
import { academicCalendars, ownerKey } from './folds/academic-calendar.ts';
import { groups } from './folds/group.ts';

/** A period's last week begins at most six days before its end: a vacation that begins in it counts. */
const LAST_WEEK = 7;

/** Whose calendar counts for a group: its own, else its stream's, else the college's. */
function* ownersOf(group: string | null): Deciding<readonly string[]> {
  if (group === null) return ['college'];
  const { stream } = yield* read(groups, group);
  const own = ownerKey({ kind: 'group', id: group });
  return stream === null ? [own, 'college'] : [own, ownerKey({ kind: 'stream', id: stream }), 'college'];
}

/**
 * The first day of the vacation that follows a period, or begins in its last week, by the calendar that counts for the
 * group; `null` where no calendar says so (T-20).
 */
export function* vacationAfterPeriod(until: PlainDate, group: string | null): Deciding<PlainDate | null> {
  const year = academicYearOf(until);
  const states = yield* readAll(academicCalendars, [String(year), String(year + 1)]);
  if (states.every(({ calendars }) => calendars.size === 0)) return null;
  const owners = yield* ownersOf(group);
  const stretches = states.flatMap(
    ({ calendars }) => calendars.get(owners.find((owner) => calendars.has(owner)) ?? '')?.stretches ?? [],
  );
  return vacationAfter(stretches, plusDays(until, -LAST_WEEK))?.from ?? null;
}
