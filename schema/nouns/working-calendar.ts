import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access.ts';
import { DayKind } from '../enums/calendar.ts';
import type { DayKind as DayKindName } from '../../src/policies/production-calendar.ts';
import { Instant, LocalDate } from '../scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'A day of the working calendar.' })
export class CalendarDay {
  @Access('signedIn')
  @Field(() => LocalDate, { description: 'The day.' })
  readonly date!: string;

  @Access('signedIn')
  @Field(() => DayKind, { description: 'What it is to the college.' })
  readonly kind!: DayKindName;
}

@ObjectType({ simpleResolvers: true, description: 'Where the production calendar of a year comes from.' })
export class CalendarSource {
  @Access('signedIn')
  @Field(() => Int, { description: 'The calendar year.' })
  readonly year!: number;

  @Access('signedIn')
  @Field(() => String, { description: 'The source that was named at its import.' })
  readonly source!: string;

  @Access('signedIn')
  @Field(() => Instant, { description: 'When it was imported: it holds for deadlines given since.' })
  readonly importedAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The working days by which terms are counted.' })
export class WorkingCalendar {
  @Access('signedIn')
  @Field(() => [CalendarDay], { description: 'Day by day.' })
  readonly days!: readonly CalendarDay[];

  @Access('signedIn')
  @Field(() => Int, { description: 'How many of them are worked.' })
  readonly workingDays!: number;

  @Access('signedIn')
  @Field(() => [CalendarSource], {
    description: 'The production calendars behind it; a year without one counts by weekdays alone.',
  })
  readonly sources!: readonly CalendarSource[];
}
