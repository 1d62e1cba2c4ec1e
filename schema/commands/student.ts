import { Field, ID, InputType } from 'type-graphql';
import type { EnrolStudent } from '../../src/decisions/student.ts';
import { FormOfStudy } from '../enums/college.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, Label, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A student to be registered.' })
class RegisterStudentInput {
  @Field(() => Label, { description: 'Surname.' })
  readonly familyName!: string;

  @Field(() => Label, { description: 'First name.' })
  readonly givenName!: string;

  @Field(() => Label, { nullable: true, description: 'Patronymic, if any.' })
  readonly patronymic?: string | null;
}

@InputType({ description: 'A student under another name.' })
class RenameStudentInput extends RegisterStudentInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;
}

@InputType({ description: 'An enrolment.' })
class EnrolStudentInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => ID, { nullable: true, description: 'The group; none for who studies outside one.' })
  readonly groupId?: string | null;

  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => FormOfStudy, { description: 'How they study.' })
  readonly formOfStudy!: EnrolStudent['formOfStudy'];

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Open pages of the group to put the student on.' })
  readonly journalIds!: readonly string[];
}

@InputType({ description: 'A transfer to another group.' })
class TransferStudentInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => ID, { description: 'The new group.' })
  readonly toGroupId!: string;

  @Field(() => LocalDate, { description: 'The first day there.' })
  readonly on!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Pages of the old group to take the student off.' })
  readonly leavesJournalIds!: readonly string[];

  @Field(() => [ID], { defaultValue: [], description: 'Pages of the new group to put the student on.' })
  readonly joinsJournalIds!: readonly string[];
}

@InputType({ description: 'An expulsion.' })
class ExpelStudentInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  readonly on!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

const journals = (ids: readonly string[]): string[] => ids.map((id) => uuidOf('Journal', id));

/** What is done about students. */
export const studentCommands = [
  defineCommand({
    one: 'registerStudent',
    many: 'registerStudents',
    description: 'Makes a student known to the college.',
    capability: 'student.move',
    input: RegisterStudentInput,
    sideBySide: true,
    command: ({ patronymic = null, ...name }, created) => ({
      command: { type: 'RegisterStudent', data: { ...name, patronymic, student: created } },
      id: globalId('Student', created),
    }),
  }),
  defineCommand({
    one: 'renameStudent',
    many: 'renameStudents',
    description: 'Gives a student another name; issued documents keep the old one.',
    capability: 'student.move',
    input: RenameStudentInput,
    sideBySide: true,
    command: ({ studentId, patronymic = null, ...name }) => ({
      command: {
        type: 'RenameStudent',
        data: { ...name, patronymic, student: uuidOf('Student', studentId) },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'enrolStudent',
    many: 'enrolStudents',
    description: 'Enrols a student, and puts them on open pages of the group.',
    capability: 'student.move',
    input: EnrolStudentInput,
    command: ({ studentId, groupId, from, formOfStudy, order = null, journalIds }) => ({
      command: {
        type: 'EnrolStudent',
        data: {
          student: uuidOf('Student', studentId),
          group: uuidOrNull('StudyGroup', groupId),
          from,
          formOfStudy,
          order,
          journals: journals(journalIds),
        },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'transferStudent',
    many: 'transferStudents',
    description: 'Transfers a student to another group from a day on; history stays with the old one.',
    capability: 'student.move',
    input: TransferStudentInput,
    command: ({ studentId, toGroupId, on, order = null, leavesJournalIds, joinsJournalIds }) => ({
      command: {
        type: 'TransferStudent',
        data: {
          student: uuidOf('Student', studentId),
          to: uuidOf('StudyGroup', toGroupId),
          on,
          order,
          leaves: journals(leavesJournalIds),
          joins: journals(joinsJournalIds),
        },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'expelStudent',
    many: 'expelStudents',
    description: 'Ends an enrolment; later lessons take no entry, nothing of the past goes.',
    capability: 'student.move',
    input: ExpelStudentInput,
    command: ({ studentId, on, order = null, reason }) => ({
      command: { type: 'ExpelStudent', data: { student: uuidOf('Student', studentId), on, order, reason } },
      id: studentId,
    }),
  }),
];
