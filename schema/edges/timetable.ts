import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { load } from '../loaders.ts';
import { Account } from '../nouns/account.ts';
import { CourseUnit } from '../nouns/course-unit.ts';
import { Journal } from '../nouns/journal.ts';
import { TimetableEntry, TimetableLesson, WeeklyTimetable } from '../nouns/timetable.ts';

const reading = { capability: 'timetable.read' } as const;

const accountsOf = async (uuids: readonly string[], { loaders }: Context): Promise<readonly Account[]> => {
  const found = await Promise.all(uuids.map((account) => load(loaders.accounts, account)));
  return found.filter((account) => account !== null);
};

/** The edges of a dated lesson. */
@Resolver(() => TimetableLesson)
export class TimetableLessonEdges {
  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit.' })
  courseUnit(
    @Root() { courseUnitUuid }: TimetableLesson,
    @Ctx() { loaders }: Context,
  ): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, courseUnitUuid);
  }

  @Access(reading)
  @FieldResolver(() => [Account], { description: 'Who teaches it, unless somebody stands in.' })
  teachers(@Root() { teacherUuids }: TimetableLesson, @Ctx() context: Context): Promise<readonly Account[]> {
    return accountsOf(teacherUuids, context);
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'The colleague who stands in, if one does.' })
  substitute(
    @Root() { substituteUuid }: TimetableLesson,
    @Ctx() { loaders }: Context,
  ): Promise<Account | null> {
    return load(loaders.accounts, substituteUuid);
  }
}

/** The edges of a lesson of a weekly timetable. */
@Resolver(() => TimetableEntry)
export class TimetableEntryEdges {
  @Access(reading)
  @FieldResolver(() => Journal, { nullable: true, description: 'The page, with its group and course unit.' })
  journal(@Root() { journalUuid }: TimetableEntry, @Ctx() { loaders }: Context): Promise<Journal | null> {
    return load(loaders.journals, journalUuid);
  }

  @Access(reading)
  @FieldResolver(() => [Account], { description: 'Who teaches it.' })
  teachers(@Root() { teacherUuids }: TimetableEntry, @Ctx() context: Context): Promise<readonly Account[]> {
    return accountsOf(teacherUuids, context);
  }
}

/** The edges of a weekly timetable. */
@Resolver(() => WeeklyTimetable)
export class WeeklyTimetableEdges {
  @Access(reading)
  @FieldResolver(() => [TimetableEntry], { description: 'Its lessons, by weekday and time.' })
  async entries(
    @Root() { uuid }: WeeklyTimetable,
    @Ctx() { loaders }: Context,
  ): Promise<readonly TimetableEntry[]> {
    return (await load(loaders.timetableEntries, uuid)) ?? [];
  }
}
