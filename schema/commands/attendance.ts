import { Field, ID, InputType, Int } from 'type-graphql';
import type { AbsenceClass as AbsenceClassName } from '../../src/decisions/folds/attendance.ts';
import { between } from '../bounds.ts';
import { AbsenceClass } from '../enums/journal.ts';
import { uuidOf } from '../global-id.ts';
import { FreeText } from '../scalars.ts';
import { CellInput, cellOf } from './cell-input.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'An absence announced ahead.' })
class AnnounceAbsenceInput extends CellInput {
  @Field(() => FreeText, { nullable: true, description: 'Why.' })
  readonly reason?: string | null;
}

@InputType({ description: 'An absent student.' })
class RecordAbsenceInput extends CellInput {}

@InputType({ description: 'A student who came late.' })
class RecordLateArrivalInput extends CellInput {
  @Field(() => Int, { description: 'By how many minutes, 1 to 240.' })
  readonly minutes!: number;
}

@InputType({ description: 'An announcement or a record to be taken back.' })
class CancelAbsenceInput extends CellInput {
  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'Whether an absence is excused.' })
class ClassifyAbsenceInput extends CellInput {
  @Field(() => AbsenceClass, { description: 'Excused, unexcused, or not yet said.' })
  readonly as!: AbsenceClassName;

  @Field(() => FreeText, { nullable: true, description: 'On what ground.' })
  readonly reason?: string | null;
}

@InputType({ description: 'Attendance of a whole lesson.' })
class TakeAttendanceInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Field(() => [ID], { description: 'The students who were not there; everybody else on the page was.' })
  readonly absentStudentIds!: readonly string[];
}

/** What is done to attendance. */
export const attendanceCommands = [
  defineCommand({
    one: 'announceAbsence',
    many: 'announceAbsences',
    description: 'A guardian or curator announces an absence ahead; it counts when the teacher records it.',
    capability: 'absence.announce',
    input: AnnounceAbsenceInput,
    sideBySide: true,
    command: ({ reason = null, ...cell }) => ({
      command: { type: 'AnnounceAbsence', data: { ...cellOf(cell), reason } },
      id: cell.lessonId,
    }),
  }),
  defineCommand({
    one: 'takeAttendance',
    many: 'takeAttendanceOfLessons',
    description: 'Takes attendance of a lesson in one act: those named are absent, everybody else was there.',
    capability: 'absence.record',
    fromTemporaryJournal: true,
    input: TakeAttendanceInput,
    command: ({ journalId, lessonId, absentStudentIds }) => ({
      command: {
        type: 'TakeAttendance',
        data: {
          journal: uuidOf('Journal', journalId),
          lesson: uuidOf('Lesson', lessonId),
          absent: absentStudentIds.map((id) => uuidOf('Student', id)),
        },
      },
      id: lessonId,
    }),
  }),
  defineCommand({
    one: 'recordAbsence',
    many: 'recordAbsences',
    fromTemporaryJournal: true,
    description: 'Marks a student absent from a lesson; late entry is flagged, not refused.',
    capability: ['absence.record', 'absence.correct'],
    input: RecordAbsenceInput,
    sideBySide: true,
    command: (cell) => ({ command: { type: 'RecordAbsence', data: cellOf(cell) }, id: cell.lessonId }),
  }),
  defineCommand({
    one: 'recordLateArrival',
    many: 'recordLateArrivals',
    fromTemporaryJournal: true,
    description: 'Marks a student late: present, by so many minutes.',
    capability: ['absence.record', 'absence.correct'],
    input: RecordLateArrivalInput,
    sideBySide: true,
    command: ({ minutes, ...cell }) => ({
      command: {
        type: 'RecordLateArrival',
        data: { ...cellOf(cell), minutes: between('minutes', minutes, 1, 240) },
      },
      id: cell.lessonId,
    }),
  }),
  defineCommand({
    one: 'cancelAbsence',
    many: 'cancelAbsences',
    fromTemporaryJournal: true,
    description: 'The student was present after all: takes an announcement or a record back.',
    capability: ['absence.record', 'absence.announce', 'absence.correct'],
    input: CancelAbsenceInput,
    sideBySide: true,
    command: ({ reason, ...cell }) => ({
      command: { type: 'CancelAbsence', data: { ...cellOf(cell), reason } },
      id: cell.lessonId,
    }),
  }),
  defineCommand({
    one: 'classifyAbsence',
    many: 'classifyAbsences',
    description: 'The curator of the group says whether an absence is excused.',
    capability: 'absence.classify',
    input: ClassifyAbsenceInput,
    sideBySide: true,
    command: ({ as, reason = null, ...cell }) => ({
      command: { type: 'ClassifyAbsence', data: { ...cellOf(cell), as, reason } },
      id: cell.lessonId,
    }),
  }),
];
