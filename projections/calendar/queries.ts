import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { anyOf, isOneOf, within } from '../within.ts';
import type {
  AcademicCalendar,
  AcademicYear,
  AttendanceRegime,
  BellSchedule,
  ProductionCalendar,
} from './table.ts';

/** The production calendars of some years: the same for everyone at the college. */
export const productionCalendars = async (
  reader: Reader,
  scope: Scope,
  years: readonly number[],
): Promise<readonly ProductionCalendar[]> =>
  await reader
    .selectFrom('production_calendar as c')
    .where('c.college', '=', scope.college)
    .where('c.year', 'in', years.map(String))
    .select(['c.year', 'c.source', 'c.days', 'c.importedAt', 'c.order'])
    .orderBy('c.year')
    .execute();

/** Some academic years of the college. */
export const academicYears = async (
  reader: Reader,
  scope: Scope,
  years: readonly number[],
): Promise<readonly AcademicYear[]> =>
  await reader
    .selectFrom('academic_year as y')
    .where('y.college', '=', scope.college)
    .where('y.year', 'in', years.map(String))
    .select(['y.year', 'y.regime', 'y.periods', 'y.openedAt'])
    .orderBy('y.year')
    .execute();

/** Every academic calendar of a year: the college's, and those of groups and streams. No calendar is anybody's secret. */
export const academicCalendars = async (
  reader: Reader,
  scope: Scope,
  year: number,
): Promise<readonly AcademicCalendar[]> =>
  await reader
    .selectFrom('academic_calendar as c')
    .where('c.college', '=', scope.college)
    .where('c.year', '=', String(year))
    .select(['c.year', 'c.owner', 'c.ownerKind', 'c.revision', 'c.stretches', 'c.order'])
    .execute();

/** The attendance regimes of some groups, streams or students; a student's own within the scope only. */
export const attendanceRegimes = async (
  reader: Reader,
  scope: Scope,
  owners: readonly string[],
): Promise<readonly AttendanceRegime[]> =>
  await reader
    .selectFrom('attendance_regime as r')
    .where('r.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('r.owner'), owners))
    .where((eb) => anyOf([eb('r.kind', '<>', 'student'), within(scope, { students: [eb.ref('r.owner')] })]))
    .select(['r.owner', 'r.kind', 'r.regimes'])
    .execute();

/** The bell schedules that hold on a day or later; without a day all there ever were. */
export const bellSchedules = async (
  reader: Reader,
  scope: Scope,
  on: PlainDate | null,
): Promise<readonly BellSchedule[]> =>
  await reader
    .selectFrom('bell_schedule as b')
    .where('b.college', '=', scope.college)
    .$if(on !== null, (query) =>
      query
        .where('b.from', '<=', on ?? '')
        .where((eb) => anyOf([eb('b.until', 'is', null), eb('b.until', '>=', on ?? '')])),
    )
    .select(['b.schedule', 'b.title', 'b.weekdays', 'b.dayKind', 'b.from', 'b.until', 'b.pairs', 'b.order'])
    .orderBy('b.from')
    .orderBy('b.title')
    .execute();
