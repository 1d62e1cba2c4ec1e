import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { curricula, curriculumOfGroup } from '../projections/curriculum/queries.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { uuidIfGiven, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { CourseUnit } from './nouns/course-unit.ts';
import { Curriculum, CurriculumLine, curriculumOf } from './nouns/curriculum.ts';
import { Student } from './nouns/student.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'curriculum.read' } as const;

type Optional<Value> = Value | null | undefined;

/** Curricula, for everyone who studies or works by them (R-REF-20, R-CAL-08). */
@Resolver(() => Curriculum)
export class CurriculumResolver {
  @Access(reading)
  @Query(() => [Curriculum], {
    description: 'The curricula of the college; those of one student only to whom the student is visible.',
  })
  async curricula(
    @Arg('intakeYear', () => Int, { nullable: true, description: 'Of this year of intake.' })
    intakeYear: Optional<number>,
    @Arg('studentId', () => ID, { nullable: true, description: 'The individual ones of this student.' })
    studentId: Optional<string>,
    @Arg('on', () => LocalDate, {
      nullable: true,
      description: 'As they stand on this day; left out: today.',
    })
    on: Optional<string>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly Curriculum[]> {
    await reach(context, minPosition);
    const filter = { intakeYear: intakeYear ?? undefined, student: uuidIfGiven('Student', studentId) };
    const rows = await curricula(context.reader, scopeFor(context, 'curriculum.read'), filter);
    const day = on ?? (await context.college().today());
    return rows.map((row) => curriculumOf(row, day));
  }

  @Access(reading)
  @Query(() => Curriculum, {
    nullable: true,
    description: 'The curriculum a group, or a student with an own one, studies by on a day.',
  })
  async curriculumOf(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('studentId', () => ID, { nullable: true, description: 'A student, who may have an own one.' })
    studentId: Optional<string>,
    @Arg('on', () => LocalDate, { nullable: true, description: 'On this day; left out: today.' })
    on: Optional<string>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<Curriculum | null> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'curriculum.read');
    const day = on ?? (await context.college().today());
    const student = uuidIfGiven('Student', studentId);
    const own = student === undefined ? [] : await curricula(context.reader, scope, { student });
    const individual = own.findLast(({ versions }) => (versions[0]?.from ?? day) <= day);
    if (individual) return curriculumOf(individual, day);
    const id = await curriculumOfGroup(context.reader, scope, uuidOf('StudyGroup', groupId), day);
    const [row] = id === null ? [] : await curricula(context.reader, scope, { curricula: [id] });
    return row ? curriculumOf(row, day) : null;
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'Whose individual curriculum it is.' })
  student(@Root() { student }: Curriculum, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, student);
  }
}

/** The edge of a line. */
@Resolver(() => CurriculumLine)
export class CurriculumLineEdges {
  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit.' })
  courseUnit(
    @Root() { courseUnit }: CurriculumLine,
    @Ctx() { loaders }: Context,
  ): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, courseUnit);
  }
}
