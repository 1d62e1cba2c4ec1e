import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { groupMonitoring, type MonitoredPage } from '../projections/controls/group-monitoring.ts';
import type { GroupMeasure as MeasureRow } from '../projections/controls/table.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import { repeatLimitOf } from '../src/policies/academic-debt.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { AcademicDebt, debtOf } from './academic-debts.ts';
import { Access } from './access.ts';
import { attendanceLineOf, StudentAttendance } from './attendance-summary.ts';
import { scopeFor, type Context } from './context.ts';
import { MeasureAbout } from './enums/control.ts';
import { globalId, globalIdOrNull, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { localDaysOf } from './monitored-pages.ts';
import { ControlWorksFigures } from './nouns/control-works.ts';
import { Journal } from './nouns/journal.ts';
import { Personal } from './personal.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'monitoring.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A measure that the curator took.' })
class GroupMeasure {
  @Access(reading)
  @Field(() => MeasureAbout, { description: 'What it is about.' })
  readonly about!: MeasureRow['about'];

  @Access(reading)
  @Field(() => LocalDate, { description: 'When.' })
  readonly on!: string;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The student, where it is about one.' })
  readonly studentId!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The page, where it is about one.' })
  readonly journalId!: string | null;

  @Personal('special')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What was done; null where it was erased.' })
  readonly note!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One page of a monitored group.' })
class MonitoredGroupPage {
  readonly row!: MonitoredPage;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Lessons held on those days.' })
  readonly lessons!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of those, with marks.' })
  readonly lessonsWithMarks!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Current marks given at them.' })
  readonly marks!: number;

  @Access(reading)
  @Field(() => [ID], { description: 'Students of the page without a mark for any of them.' })
  readonly unmarkedStudentIds!: readonly string[];

  @Access(reading)
  @Field(() => Int, { description: 'Students who passed, by the result that counts today.' })
  readonly passed!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Students whose result leaves a debt.' })
  readonly failed!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Students not attested for valid reasons.' })
  readonly validReason!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Students without a result.' })
  readonly withoutResult!: number;

  @Access(reading)
  @Field(() => ControlWorksFigures, { description: 'Control and current check works of those days.' })
  readonly controlWorks!: ControlWorksFigures;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A group, monitored: marks, attestation, debts, attendance, control works, and what was done.',
})
class GroupMonitoring {
  @Access(reading)
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Access(reading)
  @Field(() => [MonitoredGroupPage], { description: 'Its pages: whether teachers mark its students.' })
  readonly pages!: readonly MonitoredGroupPage[];

  @Access(reading)
  @Field(() => [AcademicDebt], { description: 'Academic debts that stand, with the measures taken.' })
  readonly debts!: readonly AcademicDebt[];

  @Access(reading)
  @Field(() => [StudentAttendance], { description: 'Attendance of those days, student by student.' })
  readonly attendance!: readonly StudentAttendance[];

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours missed by all of them.' })
  readonly missedHours!: number;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Per cent of the person-hours.' })
  readonly missedPercent!: string | null;

  @Access(reading)
  @Field(() => Int, { description: 'Of those hours, without a valid reason.' })
  readonly unexcusedHours!: number;

  @Access(reading)
  @Field(() => [GroupMeasure], { description: 'What the curator did, the latest first.' })
  readonly measures!: readonly GroupMeasure[];
}

const pageOf = (row: MonitoredPage): MonitoredGroupPage => ({
  row,
  journalId: globalId('Journal', row.journal),
  lessons: row.lessons,
  lessonsWithMarks: row.lessonsWithMarks,
  marks: row.marks,
  unmarkedStudentIds: row.unmarked.map((student) => globalId('Student', student)),
  passed: row.results.passed,
  failed: row.results.debts,
  validReason: row.results.validReason,
  withoutResult: row.results.missing,
  controlWorks: row.controlWorks,
});

const measureOf = ({ about, on, student, journal, note }: MeasureRow): GroupMeasure => ({
  about,
  on,
  studentId: globalIdOrNull('Student', student),
  journalId: globalIdOrNull('Journal', journal),
  note,
});

/** The monitoring of groups, by their curators and supervisors. */
@Resolver(() => MonitoredGroupPage)
export class GroupMonitoringResolver {
  @Access(reading)
  @Query(() => GroupMonitoring, {
    nullable: true,
    description: 'A group over some days: whether teachers mark it, results, debts, attendance, measures.',
  })
  async groupMonitoring(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'The last day; a year at most.' }) until: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<GroupMonitoring | null> {
    await reach(context, minPosition);
    const days = await localDaysOf(context, from, until);
    const college = context.college();
    const today = await college.today();
    const regulation = regulationAt(await college.stateOf(regulations, college.id), today);
    const scope = scopeFor(context, 'monitoring.read');
    const found = await groupMonitoring(context.reader, scope, {
      group: uuidOf('StudyGroup', groupId),
      from: days.from,
      until: days.until,
      missedDay: regulation.value('attendance.missedDay'),
    });
    if (!found) return null;
    const limit = repeatLimitOf(regulation);
    const { missedHours, missedPercent, unexcusedHours, students } = found.attendance;
    return {
      groupId,
      pages: found.pages.map(pageOf),
      debts: found.debts.map((debt) => debtOf(debt, limit, today)),
      attendance: students.map((line) => attendanceLineOf(line)),
      missedHours,
      missedPercent,
      unexcusedHours,
      measures: found.measures.map(measureOf),
    };
  }

  @Access(reading)
  @FieldResolver(() => Journal, { nullable: true, description: 'The page.' })
  journal(@Root() { row }: MonitoredGroupPage, @Ctx() { loaders }: Context): Promise<Journal | null> {
    return load(loaders.journals, row.journal);
  }
}
