import { Field, ID, InputType } from 'type-graphql';
import type { EnrolStudent } from '../../src/decisions/enrolment.ts';
import { FormOfStudy } from '../enums/college.ts';
import { uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { OrderInput, orderOf } from './order-input.ts';

@InputType({ description: 'A movement of a student, by an order.' })
class MovementInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => OrderInput, { description: 'The order.' })
  readonly order!: OrderInput;
}

@InputType({ description: 'An enrolment.' })
class EnrolStudentInput extends MovementInput {
  @Field(() => ID, { nullable: true, description: 'The group; none for who studies outside one.' })
  readonly groupId?: string | null;

  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => FormOfStudy, { description: 'How they study.' })
  readonly formOfStudy!: EnrolStudent['formOfStudy'];

  @Field(() => ID, { nullable: true, description: 'The individual curriculum, if there is one.' })
  readonly individualCurriculumId?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Open pages of the group to put the student on.' })
  readonly journalIds!: readonly string[];
}

@InputType({ description: 'Who was expelled, to be taken back.' })
class ReinstateStudentInput extends EnrolStudentInput {}

@InputType({ description: 'Other terms of an enrolment.' })
class ChangeEnrolmentTermsInput extends MovementInput {
  @Field(() => LocalDate, { description: 'The first day of the new terms.' })
  readonly on!: string;

  @Field(() => FormOfStudy, { description: 'How they study from then on.' })
  readonly formOfStudy!: EnrolStudent['formOfStudy'];

  @Field(() => ID, { nullable: true, description: 'The individual curriculum from then on, if any.' })
  readonly individualCurriculumId?: string | null;
}

@InputType({ description: 'A transfer to another group.' })
class TransferStudentInput extends MovementInput {
  @Field(() => ID, { description: 'The new group.' })
  readonly toGroupId!: string;

  @Field(() => LocalDate, { description: 'The first day there.' })
  readonly on!: string;

  @Field(() => [ID], { defaultValue: [], description: 'Pages of the old group to take the student off.' })
  readonly leavesJournalIds!: readonly string[];

  @Field(() => [ID], { defaultValue: [], description: 'Pages of the new group to put the student on.' })
  readonly joinsJournalIds!: readonly string[];
}

@InputType({ description: 'An academic leave.' })
class GrantAcademicLeaveInput extends MovementInput {
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'An early end of an academic leave.' })
class EndAcademicLeaveInput extends MovementInput {
  @Field(() => LocalDate, { description: 'The last day of leave: the student is back on the next.' })
  readonly on!: string;
}

@InputType({ description: 'The completion of the programme.' })
class GraduateStudentInput extends MovementInput {
  @Field(() => LocalDate, { description: 'The last day.' })
  readonly on!: string;
}

@InputType({ description: 'An expulsion.' })
class ExpelStudentInput extends GraduateStudentInput {
  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A movement that should not have been.' })
class AnnulStudentMovementInput extends MovementInput {
  @Field(() => ID, { description: 'The movement, as `studentMovements` names it.' })
  readonly movementId!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

const journals = (ids: readonly string[]): string[] => ids.map((id) => uuidOf('Journal', id));

const entryOf = ({
  studentId,
  groupId,
  from,
  formOfStudy,
  individualCurriculumId,
  order,
  journalIds,
}: EnrolStudentInput) => ({
  student: uuidOf('Student', studentId),
  group: uuidOrNull('StudyGroup', groupId),
  from,
  formOfStudy,
  individualCurriculum: uuidOrNull('Curriculum', individualCurriculumId),
  order: orderOf(order),
  journals: journals(journalIds),
});

const capability = 'student.move' as const;

/** The movement of the student body: who comes, moves, pauses and goes, each by an order. */
export const movementCommands = [
  defineCommand({
    one: 'enrolStudent',
    many: 'enrolStudents',
    description: 'Enrols a student, and puts them on open pages of the group.',
    capability,
    input: EnrolStudentInput,
    command: (input) => ({ command: { type: 'EnrolStudent', data: entryOf(input) }, id: input.studentId }),
  }),
  defineCommand({
    one: 'reinstateStudent',
    many: 'reinstateStudents',
    description:
      'Takes back a student who was expelled: the counter-act of `expelStudent`; debts are as they were.',
    capability,
    input: ReinstateStudentInput,
    command: (input) => ({
      command: { type: 'ReinstateStudent', data: entryOf(input) },
      id: input.studentId,
    }),
  }),
  defineCommand({
    one: 'changeEnrolmentTerms',
    many: 'changeEnrolmentsTerms',
    description: 'Changes form of study or individual curriculum of an enrolment from a day on.',
    capability,
    input: ChangeEnrolmentTermsInput,
    command: ({ studentId, on, formOfStudy, individualCurriculumId, order }) => ({
      command: {
        type: 'ChangeEnrolmentTerms',
        data: {
          student: uuidOf('Student', studentId),
          on,
          formOfStudy,
          individualCurriculum: uuidOrNull('Curriculum', individualCurriculumId),
          order: orderOf(order),
        },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'transferStudent',
    many: 'transferStudents',
    description: 'Transfers a student to another group from a day on; history stays with the old one.',
    capability,
    input: TransferStudentInput,
    command: ({ studentId, toGroupId, on, order, leavesJournalIds, joinsJournalIds }) => ({
      command: {
        type: 'TransferStudent',
        data: {
          student: uuidOf('Student', studentId),
          to: uuidOf('StudyGroup', toGroupId),
          on,
          order: orderOf(order),
          leaves: journals(leavesJournalIds),
          joins: journals(joinsJournalIds),
        },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'grantAcademicLeave',
    many: 'grantAcademicLeaves',
    description: 'Lets a student go on academic leave: in it there are no marks, absences or promotions.',
    capability,
    input: GrantAcademicLeaveInput,
    command: ({ studentId, order, ...leave }) => ({
      command: {
        type: 'GrantAcademicLeave',
        data: { ...leave, student: uuidOf('Student', studentId), order: orderOf(order) },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'endAcademicLeave',
    many: 'endAcademicLeaves',
    description: 'Ends an academic leave before its time.',
    capability,
    input: EndAcademicLeaveInput,
    command: ({ studentId, on, order }) => ({
      command: {
        type: 'EndAcademicLeave',
        data: { student: uuidOf('Student', studentId), on, order: orderOf(order) },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'expelStudent',
    many: 'expelStudents',
    description: 'Ends an enrolment; later lessons take no entry, nothing of the past goes.',
    capability,
    input: ExpelStudentInput,
    command: ({ studentId, on, order, reason }) => ({
      command: {
        type: 'ExpelStudent',
        data: { student: uuidOf('Student', studentId), on, order: orderOf(order), reason },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'graduateStudent',
    many: 'graduateStudents',
    description:
      'Ends the enrolment of a student who completed the programme; a whole group: `graduateGroup`.',
    capability,
    input: GraduateStudentInput,
    command: ({ studentId, on, order }) => ({
      command: {
        type: 'GraduateStudent',
        data: { student: uuidOf('Student', studentId), on, order: orderOf(order) },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'annulStudentMovement',
    many: 'annulStudentMovements',
    description:
      'Annuls the last movement of a student, made by mistake; refused while entries rest on it. Both stay in history.',
    capability,
    input: AnnulStudentMovementInput,
    command: ({ studentId, movementId, order, reason }) => ({
      command: {
        type: 'AnnulStudentMovement',
        data: {
          student: uuidOf('Student', studentId),
          movement: uuidOf('StudentMovement', movementId),
          order: orderOf(order),
          reason,
        },
      },
      id: studentId,
    }),
  }),
];
