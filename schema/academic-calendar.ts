import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { groupPlacements } from '../projections/calendar/queries-reference.ts';
import { academicCalendars, academicYears, bellSchedules } from '../projections/calendar/queries.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { uuidIfGiven } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { AcademicCalendar, academicCalendarOf } from './nouns/academic-calendar.ts';
import { AttestationPeriod } from './nouns/attestation-period.ts';
import { BellSchedule, bellScheduleOf } from './nouns/bell-schedule.ts';
import { LocalDate, Position } from './scalars.ts';

/** The year and its bells: what everyone at the college lives by, students and guardians too (R-CAL-08). */
@Resolver(() => AcademicCalendar)
export class AcademicCalendarResolver {
  @Access('signedIn')
  @Query(() => AcademicCalendar, {
    description: 'An academic year: study, vacations, practices, attestations, working regime.',
  })
  async academicCalendar(
    @Arg('year', () => Int, { description: 'By the calendar year it begins in: 2024 is 2024/25.' })
    year: number,
    @Arg('groupId', () => ID, { nullable: true, description: 'As it holds for this group.' })
    groupId: string | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<AcademicCalendar> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'period.read');
    const group = uuidIfGiven('StudyGroup', groupId);
    const calendars = await academicCalendars(context.reader, scope, year);
    const [row] = await academicYears(context.reader, scope, [year]);
    const placed =
      group === undefined ? null : (await groupPlacements(context.reader, scope, [group])).get(group);
    const owners = [group, placed?.stream, 'college'];
    const calendar = owners
      .map((owner) => calendars.find((one) => one.owner === owner))
      .find((one) => one !== undefined);
    return academicCalendarOf(year, calendar ?? null, row ?? null);
  }

  @Access({ capability: 'period.read' })
  @FieldResolver(() => [AttestationPeriod], { description: 'The attestation periods of the year.' })
  async attestationPeriods(
    @Root() { periods }: AcademicCalendar,
    @Ctx() { loaders }: Context,
  ): Promise<readonly AttestationPeriod[]> {
    const found = await Promise.all(periods.map((period) => load(loaders.periods, period)));
    return found.filter((period) => period !== null).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  }

  @Access('signedIn')
  @Query(() => [BellSchedule], {
    description: 'The bell schedules, earliest first; with a day, those that hold then.',
  })
  async bellSchedules(
    @Arg('on', () => LocalDate, { nullable: true, description: 'Only those that hold on this day.' })
    on: string | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly BellSchedule[]> {
    await reach(context, minPosition);
    const rows = await bellSchedules(context.reader, scopeFor(context, 'period.read'), on ?? null);
    return rows.map(bellScheduleOf);
  }
}
