import { GraphQLError } from 'graphql';
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
import {
  academicDebts,
  standing,
  type StandingOf,
  type StudentStanding,
} from '../projections/standing/queries.ts';
import type { StandingDebt } from '../projections/standing/table.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { AttestationResult } from './enums/journal.ts';
import { graphqlEnum } from './enums/graphql-enum.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { CourseUnit } from './nouns/course-unit.ts';
import { Student } from './nouns/student.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'standing.read' } as const;

/** Why an academic debt arose. */
export const DebtCause = graphqlEnum<StandingDebt['cause']>('DebtCause', 'Why an academic debt arose.', {
  failed: 'The attestation was failed (а/з).',
  notAttested: 'The student was not attested (н/а).',
});

@ObjectType({ simpleResolvers: true, description: 'An academic debt that stands.' })
class AcademicDebt {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The attestation period.' })
  readonly periodId!: string;

  @Access(reading)
  @Field(() => DebtCause, { description: 'Why it arose.' })
  readonly cause!: StandingDebt['cause'];

  @Access(reading)
  @Field(() => LocalDate, { description: 'Since when.' })
  readonly since!: string;
}

@ObjectType({ simpleResolvers: true, description: 'How a student stands on a page.' })
export class PageStanding {
  readonly row!: StudentStanding;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => String, {
    nullable: true,
    description: 'The average of the marks that are numbers, two places, rounded half up.',
  })
  readonly average!: string | null;

  @Access(reading)
  @Field(() => Int, { description: 'How many marks enter the average.' })
  readonly marksCount!: number;

  @Access(reading)
  @Field(() => Int, {
    nullable: true,
    description: 'Lessons missed; null where the regulation does not show attendance to learners.',
  })
  readonly absences!: number | null;

  @Access(reading)
  @Field(() => AttestationResult, { nullable: true, description: 'The original attestation mark.' })
  readonly attestation!: StudentStanding['attestationOriginal'];

  @Access(reading)
  @Field(() => AttestationResult, {
    nullable: true,
    description: 'The result that counts today: the last repeat, else the original.',
  })
  readonly attestationCurrent!: StudentStanding['attestationCurrent'];
}

@ObjectType({ simpleResolvers: true, description: 'Averages and debts.' })
class Standing {
  @Access(reading)
  @Field(() => [PageStanding], { description: 'By student and page.' })
  readonly pages!: readonly PageStanding[];

  @Access(reading)
  @Field(() => [AcademicDebt], { description: 'The academic debts that stand, oldest first.' })
  readonly debts!: readonly AcademicDebt[];
}

@InputType({ description: 'Whose standing is asked for: exactly one of these.' })
class StandingOfInput {
  @Field(() => ID, { nullable: true, description: 'Of a student.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of everybody on a page.' })
  readonly journalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of everybody in a group.' })
  readonly groupId?: string | null;
}

const asked = ({ studentId, journalId, groupId }: StandingOfInput): StandingOf => {
  const given: StandingOf[] = [
    ...(studentId ? [{ student: uuidOf('Student', studentId) }] : []),
    ...(journalId ? [{ journal: uuidOf('Journal', journalId) }] : []),
    ...(groupId ? [{ group: uuidOf('StudyGroup', groupId) }] : []),
  ];
  const [only, ...others] = given;
  if (only && others.length === 0) return only;
  throw new GraphQLError('Name a student, a page or a group: exactly one.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
};

const pageOf = (row: StudentStanding): PageStanding => ({
  row,
  studentId: globalId('Student', row.student),
  journalId: globalId('Journal', row.journal),
  average: row.average,
  marksCount: row.marksCount,
  absences: row.absences,
  attestation: row.attestationOriginal,
  attestationCurrent: row.attestationCurrent,
});

const debtOf = ({
  student,
  journal,
  period,
  cause,
  since,
}: Omit<StandingDebt, 'clearedOn' | 'measures'>): AcademicDebt => ({
  studentId: globalId('Student', student),
  journalId: globalId('Journal', journal),
  periodId: globalId('AttestationPeriod', period),
  cause,
  since,
});

/** Averages and debts. */
@Resolver(() => PageStanding)
export class StandingResolver {
  @Access(reading)
  @Query(() => Standing, {
    description: 'Averages, attestation results and debts of a student, a page or a group.',
  })
  async standing(
    @Arg('of', () => StandingOfInput, { description: 'Whose.' }) of: StandingOfInput,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<Standing> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'standing.read');
    const whose = asked(of);
    const [pages, debts] = await Promise.all([
      standing(context.reader, scope, whose),
      academicDebts(context.reader, scope, whose),
    ]);
    return { pages: pages.map(pageOf), debts: debts.map(debtOf) };
  }

  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit of the page.' })
  courseUnit(@Root() { row }: PageStanding, @Ctx() { loaders }: Context): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, row.courseUnit);
  }

  @Access({ capability: ['directory.read', 'diary.read'] })
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { row }: PageStanding, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }
}
