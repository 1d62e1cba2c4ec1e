import { Field, ID, InputType } from 'type-graphql';
import type { ProposeAbsenceCorrection } from '../../src/decisions/absence-correction.ts';
import { AttendanceAsCorrected } from '../enums/attendance.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { CellInput, cellOf } from './cell-input.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'An entry of attendance that the curator finds wrong.' })
class ProposeAbsenceCorrectionInput extends CellInput {
  @Field(() => AttendanceAsCorrected, { description: 'What it should say.' })
  readonly to!: ProposeAbsenceCorrection['to'];

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'The teacher’s answer to a proposed correction.' })
class AnswerAbsenceCorrectionInput {
  @Field(() => ID, { description: 'The correction.' })
  readonly correctionId!: string;

  @Field(() => Boolean, { description: 'Whether the teacher agrees; then the entry is made at once.' })
  readonly consent!: boolean;

  @Field(() => FreeText, { nullable: true, description: 'Why not; needed for a no.' })
  readonly reason?: string | null;
}

@InputType({ description: 'A week whose attendance was gone through.' })
class CheckAttendanceWeekInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => LocalDate, { description: 'The Monday of the week.' })
  readonly week!: string;
}

/** What a curator does about the attendance of the group. */
export const absenceCorrectionCommands = [
  defineCommand({
    one: 'proposeAbsenceCorrection',
    many: 'proposeAbsenceCorrections',
    description: 'A curator asks the teacher to agree to another entry, where the regulation wants both.',
    capability: 'absence.correct',
    input: ProposeAbsenceCorrectionInput,
    sideBySide: true,
    command: ({ to, reason, ...cell }, created) => ({
      command: {
        type: 'ProposeAbsenceCorrection',
        data: { ...cellOf(cell), correction: created, to, reason },
      },
      id: globalId('AbsenceCorrection', created),
    }),
  }),
  defineCommand({
    one: 'answerAbsenceCorrection',
    many: 'answerAbsenceCorrections',
    description: 'The teacher agrees with the curator, and the entry is made in the same act; or does not.',
    capability: 'absence.record',
    input: AnswerAbsenceCorrectionInput,
    sideBySide: true,
    command: ({ correctionId, consent, reason = null }) => ({
      command: {
        type: 'AnswerAbsenceCorrection',
        data: { correction: uuidOf('AbsenceCorrection', correctionId), consent, reason },
      },
      id: correctionId,
    }),
  }),
  defineCommand({
    one: 'checkAttendanceWeek',
    many: 'checkAttendanceWeeks',
    description: 'The curator has gone through a week’s attendance of the group.',
    capability: 'absence.classify',
    input: CheckAttendanceWeekInput,
    command: ({ groupId, week }) => ({
      command: { type: 'CheckAttendanceWeek', data: { group: uuidOf('StudyGroup', groupId), week } },
      id: groupId,
    }),
  }),
];
