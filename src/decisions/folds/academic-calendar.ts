import type { EventNamed } from '../../../events/register.ts';
import type { CalendarStretch, Days } from '../../policies/academic-year.ts';
import { defineFold } from '../decision.ts';
import { withEntry } from './entries.ts';

/** Whose calendar it is. */
export type CalendarOwner = EventNamed<'AcademicCalendarSet'>['data']['for'];

/** The calendar of the college, of a group or of a stream; `revision` counts how often it was set. */
interface OwnedCalendar {
  readonly revision: number;
  readonly stretches: readonly CalendarStretch[];
}

/** An academic year. */
export interface AcademicCalendarState {
  readonly opened: boolean;
  readonly regime: Omit<EventNamed<'WorkingRegimeSet'>['data'], 'year'> | null;
  readonly calendars: ReadonlyMap<string, OwnedCalendar>;
  readonly periods: ReadonlyMap<
    string,
    Days & { readonly kind: EventNamed<'AttestationPeriodEntered'>['data']['kind'] }
  >;
}

/** The key of an owner among the calendars of a year. */
export const ownerKey = (owner: CalendarOwner): string =>
  owner.kind === 'college' ? 'college' : `${owner.kind} ${owner.id}`;

/** Folds `academicCalendar-<year>`. */
export const academicCalendars = defineFold<AcademicCalendarState, 'academicCalendar'>(
  'academicCalendar',
  { opened: false, regime: null, calendars: new Map(), periods: new Map() },
  {
    AcademicCalendarSet: (state, { data: { for: owner, stretches } }) => {
      const key = ownerKey(owner);
      const revision = (state.calendars.get(key)?.revision ?? 0) + 1;
      return { ...state, calendars: withEntry(state.calendars, key, { revision, stretches }) };
    },
    AttestationPeriodEntered: (state, { data: { period, kind, from, until } }) => ({
      ...state,
      periods: withEntry(state.periods, period, { kind, from, until }),
    }),
    WorkingRegimeSet: (state, { data: { year: _, ...regime } }) => ({ ...state, regime }),
    JournalYearOpened: (state) => ({ ...state, opened: true }),
  },
);
