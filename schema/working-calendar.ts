import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { groupPlacements } from '../projections/calendar/queries-reference.ts';
import { academicYears, attendanceRegimes, productionCalendars } from '../projections/calendar/queries.ts';
import type { AcademicYear, AttendanceRegime } from '../projections/calendar/table.ts';
import { collegeOf } from '../projections/directory/by-ids.ts';
import type { Reader } from '../projections/reader.ts';
import { regimeOn } from '../src/decisions/folds/attendance-regime.ts';
import { plusDays, type PlainDate, type WorkingCalendar as Working } from '../src/policies/calendar.ts';
import { dayKindOf, workingCalendarFrom } from '../src/policies/production-calendar.ts';
import { academicYearOf } from '../src/policies/programme.ts';
import type { Scope } from '../src/policies/scope.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { uuidIfGiven } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { WorkingCalendar } from './nouns/working-calendar.ts';
import { LocalDate, Position } from './scalars.ts';
import { problem } from './errors/problem.ts';

const LONGEST = 400;

const datesBetween = (from: PlainDate, until: PlainDate): readonly PlainDate[] => {
  const dates: PlainDate[] = [];
  for (let date = from; date <= until && dates.length <= LONGEST; date = plusDays(date, 1)) dates.push(date);
  if (dates.length > 0 && dates.length <= LONGEST) return dates;
  throw problem('DAYS_OUT_OF_BOUNDS', { most: LONGEST });
};

const distinct = (years: readonly number[]): readonly number[] => [...new Set(years)];

/** The regimes of a group, its own first, then its stream's. */
const regimesOf = async (
  reader: Reader,
  scope: Scope,
  group: string | undefined,
): Promise<readonly AttendanceRegime[]> => {
  if (group === undefined) return [];
  const stream = (await groupPlacements(reader, scope, [group])).get(group)?.stream ?? group;
  const rows = await attendanceRegimes(reader, scope, [group, stream]);
  return rows.toSorted((a, b) => Number(b.owner === group) - Number(a.owner === group));
};

/** The week that counts on a date: the group's, its stream's, the year's, or else the college's. */
const weekOn = (
  date: PlainDate,
  regimes: readonly AttendanceRegime[],
  years: readonly AcademicYear[],
  college: 5 | 6,
): 5 | 6 =>
  regimes.map((row) => regimeOn(row.regimes, date)?.workingWeek).find((week) => week !== undefined) ??
  years.find(({ year }) => year === String(academicYearOf(date)))?.regime?.workingWeek ??
  college;

/** Which days are worked. */
@Resolver()
export class WorkingCalendarResolver {
  @Access('signedIn')
  @Query(() => WorkingCalendar, {
    description: 'Which days are worked, from one day to another, both included.',
  })
  async workingCalendar(
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'The last day, at most 400 days on.' }) until: string,
    @Arg('groupId', () => ID, { nullable: true, description: 'By the week of this group.' })
    groupId: string | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<WorkingCalendar> {
    const dates = datesBetween(from, until);
    await reach(context, minPosition);
    const { reader } = context;
    const scope = scopeFor(context, 'period.read');
    const imported = await productionCalendars(
      reader,
      scope,
      distinct(dates.map((date) => Number(date.slice(0, 4)))),
    );
    const years = await academicYears(reader, scope, distinct(dates.map(academicYearOf)));
    const regimes = await regimesOf(reader, scope, uuidIfGiven('StudyGroup', groupId));
    const college = (await collegeOf(reader, scope))?.workingWeek ?? 6;

    const days = imported.flatMap((calendar) => calendar.days);
    const closedOn = years.flatMap(({ regime }) => regime?.closedOn ?? []);
    const short = new Set(days.filter(({ kind }) => kind === 'shortDay').map(({ date }) => date));
    const calendars: Readonly<Record<5 | 6, Working>> = {
      5: workingCalendarFrom(5, days, closedOn),
      6: workingCalendarFrom(6, days, closedOn),
    };
    const told = dates.map((date) => ({
      date,
      kind: dayKindOf(calendars[weekOn(date, regimes, years, college)], short, date),
    }));
    return {
      days: told,
      workingDays: told.filter(({ kind }) => kind === 'working' || kind === 'short').length,
      sources: imported.map(({ year, source, importedAt }) => ({ year: Number(year), source, importedAt })),
    };
  }
}
