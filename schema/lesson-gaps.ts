import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  lessonGaps,
  lessonsWithoutAttendance,
  type LessonWithGaps,
} from '../projections/monitoring/lessons.ts';
import { clockIn, earlier, plusDays } from '../src/policies/calendar.ts';
import type { LessonGap as Gap } from '../src/policies/lesson-gaps.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { LessonGap } from './enums/monitoring.ts';
import { globalId } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { comeBy, localDaysOf, MonitoringFilter, pageFilterOf } from './monitored-pages.ts';
import { Account } from './nouns/account.ts';
import { Journal } from './nouns/journal.ts';
import { LocalDate, LocalTime, Position } from './scalars.ts';

const reading = { capability: 'monitoring.read' } as const;

type Optional<Value> = Value | null | undefined;

@ObjectType({ simpleResolvers: true, description: 'A lesson that lacks something.' })
export class LessonToFillIn {
  readonly row!: LessonWithGaps;

  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'Its page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its day.' })
  readonly date!: string;

  @Access(reading)
  @Field(() => LocalTime, { description: 'When it starts.' })
  readonly startsAt!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Its length in academic hours.' })
  readonly academicHours!: number;

  @Access(reading)
  @Field(() => [LessonGap], { description: 'Everything it lacks.' })
  readonly gaps!: readonly Gap[];
}

const lessonOf = (row: LessonWithGaps): LessonToFillIn => ({
  row,
  lessonId: globalId('Lesson', row.lesson),
  journalId: globalId('Journal', row.journal),
  date: row.date,
  startsAt: row.startsAt,
  academicHours: row.academicHours,
  gaps: row.gaps,
});

const FILTER = { defaultValue: {}, description: 'On which pages.' } as const;

/** Lessons that lack something, of past days and of today. */
@Resolver(() => LessonToFillIn)
export class LessonGapResolver {
  @Access(reading)
  @Query(() => [LessonToFillIn], {
    description: 'Lessons of days that are over and lack one of the named things; the oldest 500.',
  })
  async lessonGaps(
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'The last day; today and what lies ahead is left out.' })
    until: string,
    @Arg('filter', () => MonitoringFilter, FILTER) filter: MonitoringFilter,
    @Arg('gaps', () => [LessonGap], {
      defaultValue: ['notRecorded', 'noAttendance'],
      description: 'What is looked for; that no mark or homework is there is no fault of itself.',
    })
    gaps: readonly Gap[],
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly LessonToFillIn[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'monitoring.read');
    const days = await localDaysOf(context, from, until);
    const yesterday = plusDays(await context.college().today(), -1);
    const asked = { from, until: earlier(days.until, yesterday), gaps };
    const pages = await pageFilterOf(context, scope, filter);
    return (await lessonGaps(context.reader, scope, pages, asked)).map(lessonOf);
  }

  @Access(reading)
  @Query(() => [LessonToFillIn], {
    description:
      'Lessons of a day at which attendance has not been taken: today those that have begun by the college’s clock, to be asked again and again.',
  })
  async lessonsWithoutAttendance(
    @Arg('on', () => LocalDate, { nullable: true, description: 'The day; left out: today.' })
    on: Optional<string>,
    @Arg('filter', () => MonitoringFilter, FILTER) filter: MonitoringFilter,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly LessonToFillIn[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'monitoring.read');
    const today = await context.college().today();
    const day = comeBy(on ?? today, today);
    const { zone } = await localDaysOf(context, day, day);
    const begunBy = day === today ? clockIn(zone, context.college().now()).time : null;
    const pages = await pageFilterOf(context, scope, filter);
    const rows = await lessonsWithoutAttendance(context.reader, scope, pages, { on: day, begunBy });
    return rows.map(lessonOf);
  }

  @Access(reading)
  @FieldResolver(() => Journal, { nullable: true, description: 'Its page.' })
  journal(@Root() { row }: LessonToFillIn, @Ctx() { loaders }: Context): Promise<Journal | null> {
    return load(loaders.journals, row.journal);
  }

  @Access(reading)
  @FieldResolver(() => [Account], {
    description: 'Who should fill it in: who stands in, else who has the page.',
  })
  async teachers(@Root() { row }: LessonToFillIn, @Ctx() { loaders }: Context): Promise<readonly Account[]> {
    const accounts = row.substitute === null ? row.teachers : [row.substitute];
    const found = await Promise.all(accounts.map((account) => load(loaders.accounts, account)));
    return found.filter((account) => account !== null);
  }
}
