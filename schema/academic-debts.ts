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
import { trackedDebts, type DebtFilter, type TrackedDebt } from '../projections/standing/debts.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import {
  attemptsSpent,
  repeatLimitOf,
  repeatsUntil,
  type RepeatLimit,
} from '../src/policies/academic-debt.ts';
import type { AttestationResult as ResultName } from '../src/policies/attestation.ts';
import type { PlainDate } from '../src/policies/calendar.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { DebtCause, DebtMeasure, DebtState } from './enums/attestation.ts';
import { AttestationResult } from './enums/journal.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { CourseUnit } from './nouns/course-unit.ts';
import { RepeatAttestation, repeatOf } from './nouns/repeat-attestation.ts';
import { Student } from './nouns/student.ts';
import { Personal } from './personal.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'standing.read' } as const;
type State = 'standing' | 'overdue' | 'cleared';

@ObjectType({ simpleResolvers: true, description: 'Something that was done so that a debt is cleared.' })
class DebtMeasureRecord {
  /** Whom it is about. */
  readonly studentUuid!: string;

  @Access(reading)
  @Field(() => DebtMeasure, { description: 'What.' })
  readonly measure!: TrackedDebt['measures'][number]['measure'];

  @Access(reading)
  @Field(() => LocalDate, { description: 'When.' })
  readonly on!: string;

  @Access({ capability: ['debt.help', 'debt.manage'], deny: 'null' })
  @Field(() => ID, { nullable: true, description: 'The account of who noted it.' })
  readonly accountId!: string | null;

  @Personal('special')
  @Access({ capability: ['debt.help', 'debt.manage'], deny: 'null' })
  @Field(() => String, {
    nullable: true,
    description: 'What was agreed; null where nothing was, or it was erased.',
  })
  readonly note!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An academic debt with its repeats, the measures taken, and what is left to clear it.',
})
export class AcademicDebt {
  readonly row!: TrackedDebt;

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
  readonly cause!: TrackedDebt['cause'];

  @Access(reading)
  @Field(() => DebtState, { description: 'Where it stands.' })
  readonly state!: State;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Since when.' })
  readonly since!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day of the result that cleared it.' })
  readonly clearedOn!: string | null;

  @Access(reading)
  @Field(() => AttestationResult, { nullable: true, description: 'The original result; it stays.' })
  readonly original!: ResultName | null;

  @Access(reading)
  @Field(() => [RepeatAttestation], { description: 'The repeats beside it.' })
  readonly repeats!: readonly RepeatAttestation[];

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day set for the next repeat.' })
  readonly scheduledOn!: string | null;

  @Access(reading)
  @Field(() => Int, { description: 'How many attempts are left.' })
  readonly attemptsLeft!: number;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether the next attempt goes before a commission.' })
  readonly nextNeedsCommission!: boolean;

  @Access(reading)
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day for repeats; null while an academic leave lasts, which does not count.',
  })
  readonly repeatUntil!: string | null;

  @Access(reading)
  @Field(() => [DebtMeasureRecord], { description: 'What was done about it, oldest first.' })
  readonly measures!: readonly DebtMeasureRecord[];
}

@InputType({ description: 'Which debts; what is left out is not asked.' })
class AcademicDebtFilter {
  @Field(() => ID, { nullable: true, description: 'Of a student.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'On a page.' })
  readonly journalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of everybody who studies in a group.' })
  readonly groupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'From a period.' })
  readonly periodId?: string | null;

  @Field(() => DebtState, { nullable: true, description: 'In this state.' })
  readonly state?: State | null;
}

const asked = ({ studentId, journalId, groupId, periodId, state }: AcademicDebtFilter): DebtFilter => ({
  ...(studentId && { student: uuidOf('Student', studentId) }),
  ...(journalId && { journal: uuidOf('Journal', journalId) }),
  ...(groupId && { group: uuidOf('StudyGroup', groupId) }),
  ...(periodId && { period: uuidOf('AttestationPeriod', periodId) }),
  ...(state && { cleared: state === 'cleared' }),
});

const stateOf = (row: TrackedDebt, left: number, until: PlainDate | null, today: PlainDate): State => {
  if (row.clearedOn !== null) return 'cleared';
  return left === 0 || (until !== null && today > until) ? 'overdue' : 'standing';
};

/** A debt as the API shows it, with what is left to clear it. */
export const debtOf = (row: TrackedDebt, limit: RepeatLimit, today: PlainDate): AcademicDebt => {
  const { attestationOriginal: original, repeats } = row;
  const results = repeats.map(({ result }) => result);
  const spent = attemptsSpent(original === null ? results : [original, ...results]);
  const attemptsLeft = row.clearedOn === null ? Math.max(0, limit.attempts - spent) : 0;
  const repeatUntil = repeatsUntil(row.since, limit, row.leaves);
  return {
    row,
    studentId: globalId('Student', row.student),
    journalId: globalId('Journal', row.journal),
    periodId: globalId('AttestationPeriod', row.period),
    cause: row.cause,
    state: stateOf(row, attemptsLeft, repeatUntil, today),
    since: row.since,
    clearedOn: row.clearedOn,
    original,
    repeats: repeats.map(repeatOf),
    scheduledOn: row.repeatScheduled?.on ?? null,
    attemptsLeft,
    nextNeedsCommission: attemptsLeft > 0 && spent + 1 >= limit.commissionFrom,
    repeatUntil,
    measures: row.measures.map(({ account, ...measure }) => ({
      ...measure,
      studentUuid: row.student,
      accountId: globalId('Account', account),
    })),
  };
};

/** The debts that whoever asks may see of those asked for, oldest first. */
export const debtsWithin = async (context: Context, filter: DebtFilter): Promise<readonly AcademicDebt[]> => {
  const college = context.college();
  const today = await college.today();
  const limit = repeatLimitOf(regulationAt(await college.stateOf(regulations, college.id), today));
  const rows = await trackedDebts(context.reader, scopeFor(context, 'standing.read'), filter);
  return rows.map((row) => debtOf(row, limit, today));
};

/** Academic debts and what is done about them. */
@Resolver(() => AcademicDebt)
export class AcademicDebtResolver {
  @Access(reading)
  @Query(() => [AcademicDebt], {
    description: 'Academic debts, oldest first, 1,000 at most: who owes what, how often and until when.',
  })
  async academicDebts(
    @Arg('filter', () => AcademicDebtFilter, { defaultValue: {}, description: 'Which debts.' })
    filter: AcademicDebtFilter,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly AcademicDebt[]> {
    await reach(context, minPosition);
    const debts = await debtsWithin(context, asked(filter));
    return filter.state ? debts.filter(({ state }) => state === filter.state) : debts;
  }

  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit of the page.' })
  courseUnit(@Root() { row }: AcademicDebt, @Ctx() { loaders }: Context): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, row.courseUnit);
  }

  @Access({ capability: ['directory.read', 'diary.read'] })
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { row }: AcademicDebt, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }
}
