import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { boundsOf, firstOverlap, outOfBounds } from '../policies/academic-year.ts';
import { haveSameFields } from '../policies/same-fields.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { academicCalendars, ownerKey, type CalendarOwner } from './folds/academic-calendar.ts';
import { groups } from './folds/group.ts';
import { referenceData } from './folds/reference-data.ts';
import { rightToSetTheYear } from './right-to-set-the-year.ts';
import { isRefused, rightTo } from './rights.ts';

/** Sets the academic calendar of a year for the college, a group or a stream, whole. */
export type SetAcademicCalendar = EventNamed<'AcademicCalendarSet'>['data'] & {
  /** How often this calendar was set when it was read; 0 before the first time. */
  readonly expectedRevision: number;
  /** Why it replaces the one that stands. */
  readonly reason: string | null;
};

/** Enters the working regime of the college for a year. */
export type SetWorkingRegime = EventNamed<'WorkingRegimeSet'>['data'];

/** Opens the electronic journal of a year. */
export type OpenJournalYear = EventNamed<'JournalYearOpened'>['data'];

const write = (year: number, right: Role, event: DomainEvent): Accepted =>
  accept(right, [{ category: 'academicCalendar', id: String(year), events: [event] }]);

/** Whether the group or the stream is there; the college always is. */
function* missing({ college }: Circumstances, owner: CalendarOwner): Deciding<Refused | null> {
  if (owner.kind === 'college') return null;
  const isThere =
    owner.kind === 'group'
      ? (yield* read(groups, owner.id)).formed
      : (yield* read(referenceData, college)).streams.has(owner.id);
  return isThere ? null : refuse('NOT_FOUND', {}, { what: owner.kind });
}

/** A vacation or a study period outside its year, and two stretches at once, are mistakes whoever makes them. */
const faultOf = ({ year, stretches }: SetAcademicCalendar): Refused | null => {
  const bounds = boundsOf(year);
  const stray = outOfBounds(stretches, bounds);
  if (stray) {
    const { kind, from, until } = stray;
    const allowed = { first: bounds.from, last: bounds.until };
    return refuse('DATE_OUT_OF_RANGE', {}, { what: kind, from, until, ...allowed });
  }
  const clash = firstOverlap(stretches);
  if (!clash) return null;
  const [one, other] = clash;
  return refuse(
    'PERIODS_OVERLAP',
    {},
    { what: one.kind, until: one.until, other: other.kind, from: other.from },
  );
};

/** Sets a calendar. One that stands is replaced whole, for a reason, by whoever has seen it as it stands. */
export function* setAcademicCalendar(circumstances: Circumstances, command: SetAcademicCalendar): Deciding {
  const right = yield* rightToSetTheYear(circumstances);
  if (isRefused(right)) return right;
  const absent = yield* missing(circumstances, command.for);
  if (absent) return absent;
  const fault = faultOf(command);
  if (fault) return fault;

  const { expectedRevision, reason, ...data } = command;
  const { calendars } = yield* read(academicCalendars, String(data.year));
  const revision = calendars.get(ownerKey(data.for))?.revision ?? 0;
  if (revision !== expectedRevision)
    return refuse('REVISION_CONFLICT', {}, { what: 'academicCalendar', expectedRevision, revision });
  if (revision > 0 && (reason === null || reason.trim() === '')) return refuse('REASON_REQUIRED', {});
  const sealed = reason === null ? {} : { sealed: { reason } };
  return write(data.year, right, { type: 'AcademicCalendarSet', data, ...sealed });
}

/** Enters the working regime: the deputy's yearly duty in 004 (R-CAL-06). A later one replaces it from then on. */
export function* setWorkingRegime(circumstances: Circumstances, command: SetWorkingRegime): Deciding {
  const right = yield* rightToSetTheYear(circumstances);
  if (isRefused(right)) return right;
  const { year, opensAt, closesAt, closedOn } = command;
  if (closesAt <= opensAt) return refuse('DATE_OUT_OF_RANGE', {}, { what: 'regime', opensAt, closesAt });
  const days = closedOn.map((date) => ({ from: date, until: date }));
  const stray = outOfBounds(days, boundsOf(year));
  if (stray) return refuse('DATE_OUT_OF_RANGE', {}, { what: 'closedOn', date: stray.from, year });
  const { regime } = yield* read(academicCalendars, String(year));
  const { year: _, ...entered } = command;
  if (regime && haveSameFields(regime, entered)) return accept(right, []);
  return write(year, right, { type: 'WorkingRegimeSet', data: command });
}

/** Opens the journal of a year, once (R-REF-23). */
export function* openJournalYear(circumstances: Circumstances, command: OpenJournalYear): Deciding {
  const right = yield* rightTo(circumstances, 'calendar.set');
  if (isRefused(right)) return right;
  const { opened, calendars } = yield* read(academicCalendars, String(command.year));
  if (opened) return refuse('ALREADY_DONE', {}, { what: 'journalYear', year: command.year });
  if (!calendars.has('college'))
    return refuse('NOT_FOUND', {}, { what: 'academicCalendar', year: command.year });
  return write(command.year, right, { type: 'JournalYearOpened', data: command });
}
