import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { diary, type DiaryLesson as Row } from '../projections/diary/queries.ts';
import { partsShown } from '../src/policies/learner-view.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { AbsenceClass, Attendance, DeliveryForm, LessonStatus } from './enums/journal.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { CourseUnit } from './nouns/course-unit.ts';
import { Mark } from './nouns/mark.ts';
import { LocalDate, LocalTime, Position } from './scalars.ts';

const reading = { capability: 'diary.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A lesson in a student’s diary (электронный дневник).' })
export class DiaryLesson {
  readonly courseUnitUuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page it stands on.' })
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
  @Field(() => DeliveryForm, { description: 'How it is delivered.' })
  readonly deliveryForm!: Row['deliveryForm'];

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Where.' })
  readonly room!: string | null;

  @Access(reading)
  @Field(() => LessonStatus, { description: 'Where it stands.' })
  readonly status!: Row['status'];

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The topic.' })
  readonly topic!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The homework.' })
  readonly homework!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day the homework is due.' })
  readonly homeworkDueOn!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'How the homework is to be done.' })
  readonly homeworkManner!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Pages, numbers of tasks and exercises.' })
  readonly homeworkPages!: string | null;

  @Access(reading)
  @Field(() => [Mark], {
    nullable: true,
    description: 'The marks. Null where the regulation does not show it to learners.',
  })
  readonly marks!: Row['marks'];

  @Access(reading)
  @Field(() => Attendance, {
    nullable: true,
    description: 'Attendance. Null where the regulation does not show it to learners.',
  })
  readonly attendance!: Row['attendance'];

  @Access(reading)
  @Field(() => AbsenceClass, {
    nullable: true,
    description: 'Whether an absence is excused. Null where the regulation does not show it to learners.',
  })
  readonly classified!: Row['classified'];

  @Access(reading)
  @Field(() => Int, {
    nullable: true,
    description: 'Academic hours missed. Null where the regulation does not show it to learners.',
  })
  readonly hoursMissed!: number | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Minutes late.' })
  readonly minutesLate!: number | null;
}

const lessonOf = ({ lesson, journal, courseUnit, ...row }: Row): DiaryLesson => ({
  ...row,
  lessonId: globalId('Lesson', lesson),
  journalId: globalId('Journal', journal),
  courseUnitUuid: courseUnit,
});

/** A student's own view. */
@Resolver(() => DiaryLesson)
export class DiaryResolver {
  @Access(reading)
  @Query(() => [DiaryLesson], {
    description:
      'The diary of a student between two days: students see their own, guardians their children’s.',
  })
  async diary(
    @Arg('studentId', () => ID, { description: 'The student.' }) studentId: string,
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'The last day.' }) until: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly DiaryLesson[]> {
    await reach(context, minPosition);
    const student = uuidOf('Student', studentId);
    const scope = scopeFor(context, 'diary.read');
    for (const [part, isShown] of Object.entries(partsShown(scope.learnerView)))
      if (!isShown) context.redactions.add(`DiaryLesson.${part}`);
    return (await diary(context.reader, scope, student, from, until)).map(lessonOf);
  }

  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit.' })
  courseUnit(
    @Root() { courseUnitUuid }: DiaryLesson,
    @Ctx() { loaders }: Context,
  ): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, courseUnitUuid);
  }
}
