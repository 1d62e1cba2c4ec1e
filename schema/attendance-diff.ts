import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { AttendedLesson } from '../projections/attendance/attended.ts';
import { attendanceDifference, type StudentDifference } from '../projections/attendance/difference.ts';
import { pagesEverOf } from '../projections/attendance/queries-past.ts';
import { daysOf } from '../projections/attendance/queries.ts';
import { attendanceEvents } from '../src/runtime/past/attendance.ts';
import { Access } from './access.ts';
import { attendanceLineOf, attendanceSummaryOf, type StudentAttendance } from './attendance-summary.ts';
import type { Context } from './context.ts';
import { ENTRIES, entriesBehind, READING_ENTRIES } from './entries-behind.ts';
import { settingIn } from './explanations.ts';
import { globalId, uuidOf } from './global-id.ts';
import { AttendanceDiff, type AttendanceAtLesson } from './nouns/attendance-diff.ts';
import { AuditEntry } from './nouns/audit-entry.ts';
import { eventAt } from './nouns/event-at.ts';
import { bounded, Moment, pastScope, regulationThen, spanOf } from './past.ts';
import { Month } from './scalars.ts';

const reading = { capability: 'attendance.read' } as const;

const atLesson = ({ date, hours, cell }: AttendedLesson): AttendanceAtLesson => ({
  date,
  hours,
  status: cell?.status ?? 'none',
  classified: cell?.classified ?? 'unclassified',
  missedHours: cell?.academicHours ?? 0,
  minutesLate: cell?.minutesLate ?? null,
});

type Of = StudentAttendance['of'];

const studentOf = ({ student, before, after, lessons }: StudentDifference, was: Of, is: Of) => ({
  studentId: globalId('Student', student),
  before: before && attendanceLineOf(before, was),
  after: after && attendanceLineOf(after, is),
  lessons: lessons.map((lesson) => ({
    lessonId: globalId('Lesson', lesson.lesson),
    before: lesson.before && atLesson(lesson.before),
    after: lesson.after && atLesson(lesson.after),
    events: lesson.events.map(eventAt),
  })),
});

/** What happened to attendance between two moments. */
@Resolver(() => AttendanceDiff)
export class AttendanceDiffResolver {
  @Access(reading)
  @Query(() => AttendanceDiff, {
    description:
      'What happened to the attendance of a group in a month between two moments. For who may read the history of marks.',
  })
  async attendanceDiff(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('month', () => Month, { description: 'The month.' }) month: string,
    @Arg('from', () => Moment, { description: 'The earlier moment.' }) from: Moment,
    @Arg('to', () => Moment, { description: 'The later moment.' }) to: Moment,
    @Ctx() context: Context,
  ): Promise<AttendanceDiff> {
    const scope = pastScope(context, 'attendance.read', 'Query.attendanceDiff');
    const group = uuidOf('StudyGroup', groupId);
    const span = await spanOf(context, from, to);
    const days = { group, ...daysOf(month) };
    const journals = await pagesEverOf(context.reader, scope, group);
    const moments = [span.from.position, span.to.position] as const;
    const { log } = context.college();
    const events = await bounded(attendanceEvents(log, scope, { ...days, journals }, ...moments));
    const ruledBefore = (await regulationThen(context, span.from)).on(days.from);
    const ruledAfter = (await regulationThen(context, span.to)).on(days.from);
    const difference = attendanceDifference(
      events,
      span.from.position,
      { ...days, scope },
      {
        before: ruledBefore.value('attendance.missedDay'),
        after: ruledAfter.value('attendance.missedDay'),
      },
    );
    const [was, is] = [
      { ...days, moment: span.from },
      { ...days, moment: span.to },
    ];
    return {
      difference,
      ...span,
      before: attendanceSummaryOf(difference.before, was),
      after: attendanceSummaryOf(difference.after, is),
      ruleBefore: await settingIn(context, ruledBefore, 'attendance.missedDay'),
      ruleAfter: await settingIn(context, ruledAfter, 'attendance.missedDay'),
      students: difference.students.map((student) => studentOf(student, was, is)),
    };
  }

  @Access(READING_ENTRIES)
  @FieldResolver(() => [AuditEntry], ENTRIES)
  async entries(
    @Root() { difference: { students } }: AttendanceDiff,
    @Ctx() context: Context,
  ): Promise<readonly AuditEntry[]> {
    const lessons = students.flatMap((student) => student.lessons);
    return await entriesBehind(
      context,
      lessons.flatMap(({ events }) => events),
    );
  }
}
