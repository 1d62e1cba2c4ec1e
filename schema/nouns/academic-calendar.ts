import { Field, Int, ObjectType } from 'type-graphql';
import type { AcademicCalendar as Row, AcademicYear } from '../../projections/calendar/table.ts';
import { boundsOf, type CalendarStretch as Stretch } from '../../src/policies/academic-year.ts';
import { Access } from '../access.ts';
import { CalendarOwnerKind, StretchKind } from '../enums/calendar.ts';
import { Instant, LocalDate, LocalTime } from '../scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'A stretch of the academic calendar.' })
export class CalendarStretch {
  @Access('signedIn')
  @Field(() => StretchKind, { description: 'What it is given to.' })
  readonly kind!: Stretch['kind'];

  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'What people call it.' })
  readonly title!: string | null;

  @Access('signedIn')
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Access('signedIn')
  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The working regime (режим работы) of the college in a year.',
})
export class WorkingRegime {
  @Access('signedIn')
  @Field(() => Int, { description: 'Working days in a week.' })
  readonly workingWeek!: number;

  @Access('signedIn')
  @Field(() => LocalTime, { description: 'When the college opens.' })
  readonly opensAt!: string;

  @Access('signedIn')
  @Field(() => LocalTime, { description: 'When it closes.' })
  readonly closesAt!: string;

  @Access('signedIn')
  @Field(() => Int, { description: 'How many shifts there are.' })
  readonly shifts!: number;

  @Access('signedIn')
  @Field(() => [LocalDate], { description: 'Days on which it is closed beside public holidays.' })
  readonly closedOn!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'The academic calendar (календарный учебный график) of a year.',
})
export class AcademicCalendar {
  /** The attestation periods of the year, by id. */
  readonly periods!: readonly string[];

  @Access('signedIn')
  @Field(() => Int, { description: 'The academic year by the calendar year it begins in.' })
  readonly year!: number;

  @Access('signedIn')
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Access('signedIn')
  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;

  @Access('signedIn')
  @Field(() => CalendarOwnerKind, {
    nullable: true,
    description:
      'Whose calendar this is: the group’s own, its stream’s or the college’s; null where none is set.',
  })
  readonly of!: Row['ownerKind'] | null;

  @Access('signedIn')
  @Field(() => Int, {
    description: 'How often it was set: to be named when it is replaced; 0 where none is set.',
  })
  readonly revision!: number;

  @Access('signedIn')
  @Field(() => [CalendarStretch], { description: 'Its stretches, in the order of time.' })
  readonly stretches!: readonly CalendarStretch[];

  @Access('signedIn')
  @Field(() => WorkingRegime, { nullable: true, description: 'The working regime of the college.' })
  readonly workingRegime!: WorkingRegime | null;

  @Access('signedIn')
  @Field(() => Instant, {
    nullable: true,
    description: 'When the electronic journal of the year was opened.',
  })
  readonly journalOpenedAt!: string | null;
}

/** A year as the API shows it, by the calendar that holds for who asks. */
export const academicCalendarOf = (
  year: number,
  calendar: Row | null,
  row: AcademicYear | null,
): AcademicCalendar => ({
  year,
  ...boundsOf(year),
  of: calendar?.ownerKind ?? null,
  revision: calendar?.revision ?? 0,
  stretches: (calendar?.stretches ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  workingRegime: row?.regime ?? null,
  journalOpenedAt: row?.openedAt ?? null,
  periods: row?.periods ?? [],
});
