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
import { MOST_DEBTS } from '../projections/standing/debts.ts';
import { seenOnPages, standing, type StandingOf } from '../projections/standing/queries.ts';
import type { PastStanding } from '../projections/standing/replay.ts';
import type { StudentStanding } from '../projections/standing/shown.ts';
import { repeatLimitOf } from '../src/policies/academic-debt.ts';
import { standingAsOf } from '../src/runtime/past/standing.ts';
import { AcademicDebt, debtOf, debtsWithin } from './academic-debts.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { AttestationResult } from './enums/journal.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { CourseUnit } from './nouns/course-unit.ts';
import { Student } from './nouns/student.ts';
import {
  AS_OF,
  AS_OF_POSITION,
  asOfIn,
  bounded,
  pastScope,
  regulationThen,
  type PastMoment,
} from './past.ts';
import { Instant, Position } from './scalars.ts';
import { problem } from './errors/problem.ts';

const reading = { capability: 'standing.read' } as const;

type Optional<Value> = Value | null | undefined;

@ObjectType({ simpleResolvers: true, description: 'How a student stands on a page.' })
export class PageStanding {
  readonly row!: StudentStanding;
  /** The moment it is of; `null`: as things stand. */
  readonly moment!: PastMoment | null;

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
  readonly whose!: StandingOf;
  /** The debts there were, where the past is asked for. */
  readonly past!: (PastMoment & Pick<PastStanding, 'debts'>) | null;

  @Access(reading)
  @Field(() => [PageStanding], { description: 'By student and page.' })
  readonly pages!: readonly PageStanding[];
}

@InputType({ description: 'Whose standing is asked for: exactly one of these.' })
export class StandingOfInput {
  @Field(() => ID, { nullable: true, description: 'Of a student.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of everybody on a page.' })
  readonly journalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of everybody in a group.' })
  readonly groupId?: string | null;
}

/** Whose standing an input asks for. Throws `BAD_USER_INPUT` unless it names exactly one. */
export const standingAsked = ({ studentId, journalId, groupId }: StandingOfInput): StandingOf => {
  const given: StandingOf[] = [
    ...(studentId ? [{ student: uuidOf('Student', studentId) }] : []),
    ...(journalId ? [{ journal: uuidOf('Journal', journalId) }] : []),
    ...(groupId ? [{ group: uuidOf('StudyGroup', groupId) }] : []),
  ];
  const [only, ...others] = given;
  if (only && others.length === 0) return only;
  throw problem('NAME_EXACTLY_ONE_OF', { arguments: ['studentId', 'journalId', 'groupId'] });
};

/** A standing as the API shows it. */
export const pageStandingOf = (row: StudentStanding, moment: PastMoment | null): PageStanding => ({
  row,
  moment,
  studentId: globalId('Student', row.student),
  journalId: globalId('Journal', row.journal),
  average: row.average,
  marksCount: row.marksCount,
  absences: row.absences,
  attestation: row.attestationOriginal,
  attestationCurrent: row.attestationCurrent,
});

const pastStanding = async (context: Context, whose: StandingOf, moment: PastMoment): Promise<Standing> => {
  const scope = pastScope(context, 'standing.read', 'Query.standing');
  const visible = await seenOnPages(context.reader, scope, whose);
  const of = { visible, group: 'group' in whose ? whose.group : null };
  const past = await bounded(standingAsOf(context.college().log, scope, of, moment.position));
  return {
    whose,
    past: { ...moment, debts: past.debts },
    pages: past.pages.map((row) => pageStandingOf(row, moment)),
  };
};

/** Averages and debts. */
@Resolver(() => PageStanding)
export class StandingResolver {
  @Access(reading)
  @Query(() => Standing, {
    description: 'Averages, attestation results and debts of a student, a page or a group.',
  })
  async standing(
    @Arg('of', () => StandingOfInput, { description: 'Whose.' }) of: StandingOfInput,
    @Arg('asOf', () => Instant, AS_OF) asOf: Optional<string>,
    @Arg('asOfPosition', () => Position, AS_OF_POSITION) asOfPosition: Optional<bigint>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<Standing> {
    await reach(context, minPosition);
    const whose = standingAsked(of);
    const moment = await asOfIn(context, asOf, asOfPosition);
    if (moment !== null) return await pastStanding(context, whose, moment);
    const pages = await standing(context.reader, scopeFor(context, 'standing.read'), whose);
    return { whose, past: null, pages: pages.map((row) => pageStandingOf(row, null)) };
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

/** The debts beside the averages, asked only where they are read. */
@Resolver(() => Standing)
export class StandingDebtsResolver {
  @Access(reading)
  @FieldResolver(() => [AcademicDebt], {
    description: 'The academic debts that stand, oldest first, 1,000 at most.',
  })
  async debts(@Root() { whose, past }: Standing, @Ctx() context: Context): Promise<readonly AcademicDebt[]> {
    if (past === null) return await debtsWithin(context, { ...whose, cleared: false });
    const { today, on } = await regulationThen(context, past);
    return past.debts
      .filter(({ clearedOn }) => clearedOn === null)
      .slice(0, MOST_DEBTS)
      .map((debt) => debtOf(debt, repeatLimitOf(on(today)), today));
  }
}
