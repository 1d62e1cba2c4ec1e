import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  activities,
  assignments,
  controlWorks,
  mistakeReports,
  topicDebts,
} from '../projections/classwork/queries.ts';
import type { Scope } from '../src/policies/scope.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { uuidIfGiven, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import {
  Activity,
  activityOf,
  Assignment,
  assignmentOf,
  ControlWork,
  controlWorkOf,
  MistakeReport,
  mistakeReportOf,
  TopicDebt,
  topicDebtOf,
} from './nouns/classwork.ts';
import { Student } from './nouns/student.ts';
import { Position } from './scalars.ts';
import { problem } from './errors/problem.ts';

const reading = { capability: ['gradebook.read', 'diary.read'] } as const;

type Optional<Value> = Value | null | undefined;

/** What the viewer reaches as staff, or else as a learner or guardian. */
const scopeOfReader = (context: Context): Scope =>
  scopeFor(context, viewerOf(context).capabilities.has('gradebook.read') ? 'gradebook.read' : 'diary.read');

/** Work around the lessons of a page. */
@Resolver()
export class ClassworkResolver {
  @Access(reading)
  @Query(() => [Assignment], { description: 'The tasks of a page, by the day they are due.' })
  async assignments(
    @Arg('journalId', () => ID, { description: 'The page.' }) journalId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly Assignment[]> {
    await reach(context, minPosition);
    const scope = scopeOfReader(context);
    const rows = await assignments(context.reader, scope, uuidOf('Journal', journalId));
    // Whoever sees only some students of a page sees only of them whether their work was checked.
    const seesAll = scope.students.size === 0;
    return rows.map((row) => assignmentOf(row, (student) => seesAll || scope.students.has(student)));
  }

  @Access(reading)
  @Query(() => [ControlWork], { description: 'The schedule of control works of a page.' })
  async controlWorks(
    @Arg('journalId', () => ID, { description: 'The page.' }) journalId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly ControlWork[]> {
    await reach(context, minPosition);
    const rows = await controlWorks(context.reader, scopeOfReader(context), uuidOf('Journal', journalId));
    return rows.map(controlWorkOf);
  }

  @Access(reading)
  @Query(() => [TopicDebt], {
    description: 'Topic debts of a page or a student: those that stand come first, 500 at most.',
  })
  async topicDebts(
    @Arg('journalId', () => ID, { nullable: true, description: 'Of this page.' }) journalId: Optional<string>,
    @Arg('studentId', () => ID, { nullable: true, description: 'Of this student.' })
    studentId: Optional<string>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly TopicDebt[]> {
    await reach(context, minPosition);
    const filter = { journal: uuidIfGiven('Journal', journalId), student: uuidIfGiven('Student', studentId) };
    if (filter.journal === undefined && filter.student === undefined)
      throw problem('NAME_ONE_OF', { arguments: ['journalId', 'studentId'] });
    return (await topicDebts(context.reader, scopeOfReader(context), filter)).map(topicDebtOf);
  }

  @Access(reading)
  @Query(() => [MistakeReport], {
    description:
      'Mistakes in marks that students reported and that wait for an answer, oldest first, 500 at most.',
  })
  async mistakeReports(
    @Arg('journalId', () => ID, { nullable: true, description: 'On this page.' }) journalId: Optional<string>,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly MistakeReport[]> {
    await reach(context, minPosition);
    const journal = uuidIfGiven('Journal', journalId);
    return (await mistakeReports(context.reader, scopeOfReader(context), journal)).map(mistakeReportOf);
  }

  @Access(reading)
  @Query(() => [Activity], { description: 'The extracurricular plan and journal of a group, by day.' })
  async extracurricularJournal(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: Optional<bigint>,
    @Ctx() context: Context,
  ): Promise<readonly Activity[]> {
    await reach(context, minPosition);
    const rows = await activities(context.reader, scopeOfReader(context), uuidOf('StudyGroup', groupId));
    return rows.map(activityOf);
  }
}

/** The student of a topic debt. */
@Resolver(() => TopicDebt)
export class TopicDebtEdges {
  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { student }: TopicDebt, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, student);
  }
}

/** The student of a report. */
@Resolver(() => MistakeReport)
export class MistakeReportEdges {
  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { student }: MistakeReport, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, student);
  }
}
