import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { courseWorks } from '../projections/final-work/queries.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { CourseUnit } from './nouns/course-unit.ts';
import { Student } from './nouns/student.ts';
import { Personal } from './personal.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'standing.read' } as const;
type Row = Awaited<ReturnType<typeof courseWorks>>[number];

@ObjectType({ simpleResolvers: true, description: 'The course work (курсовая работа, проект) of a student.' })
export class CourseWork {
  readonly row!: Row;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The semester, an attestation period.' })
  readonly periodId!: string;

  @Personal('special')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The topic; null where it was erased.' })
  readonly topic!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The mark, on the scale of the page; null before it.' })
  readonly mark!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day it was defended, or marked.' })
  readonly defendedOn!: string | null;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether the mark came after the semester.' })
  readonly late!: boolean;

  @Access(reading)
  @Field(() => Int, { description: 'The revision that a correction names.' })
  readonly revision!: number;
}

@InputType({ description: 'Which course works; what is left out is not asked.' })
class CourseWorkFilter {
  @Field(() => ID, { nullable: true, description: 'On a page.' })
  readonly journalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a student.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'On the pages of a group.' })
  readonly groupId?: string | null;
}

const workOf = (row: Row): CourseWork => ({
  ...row,
  row,
  journalId: globalId('Journal', row.journal),
  studentId: globalId('Student', row.student),
  periodId: globalId('AttestationPeriod', row.period),
});

/** Course works with their topics and marks. */
@Resolver(() => CourseWork)
export class CourseWorkResolver {
  @Access(reading)
  @Query(() => [CourseWork], { description: 'Course works with topic and mark, 1,000 at most.' })
  async courseWorks(
    @Arg('filter', () => CourseWorkFilter, { defaultValue: {}, description: 'Which course works.' })
    { journalId, studentId, groupId }: CourseWorkFilter,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly CourseWork[]> {
    await reach(context, minPosition);
    const filter = {
      ...(journalId && { journal: uuidOf('Journal', journalId) }),
      ...(studentId && { student: uuidOf('Student', studentId) }),
      ...(groupId && { group: uuidOf('StudyGroup', groupId) }),
    };
    return (await courseWorks(context.reader, scopeFor(context, 'standing.read'), filter)).map(workOf);
  }

  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit of the page.' })
  courseUnit(@Root() { row }: CourseWork, @Ctx() { loaders }: Context): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, row.courseUnit);
  }

  @Access({ capability: ['directory.read', 'diary.read'] })
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { row }: CourseWork, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }
}
