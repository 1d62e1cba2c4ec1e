import { Field, ID, InputType } from 'type-graphql';
import { globalId, uuidOf } from '../global-id.ts';
import { Label, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { OrderInput, orderOf } from './order-input.ts';

@InputType({ description: 'A student to be registered.' })
class RegisterStudentInput {
  @Field(() => Label, { description: 'Surname.' })
  readonly familyName!: string;

  @Field(() => Label, { description: 'First name.' })
  readonly givenName!: string;

  @Field(() => Label, { nullable: true, description: 'Patronymic, if any.' })
  readonly patronymic?: string | null;
}

@InputType({ description: 'A student’s data as they should be.' })
class CorrectStudentDataInput extends RegisterStudentInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;
}

@InputType({ description: 'A student under another name.' })
class RenameStudentInput extends CorrectStudentDataInput {
  @Field(() => LocalDate, { description: 'The first day of the new name.' })
  readonly on!: string;

  @Field(() => OrderInput, { description: 'The order.' })
  readonly order!: OrderInput;
}

/** What is done about students as persons. */
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
    description: 'Gives a student another name from a day on; documents issued before keep the old one.',
    capability: 'student.move',
    input: RenameStudentInput,
    sideBySide: true,
    command: ({ studentId, patronymic = null, order, ...name }) => ({
      command: {
        type: 'RenameStudent',
        data: { ...name, patronymic, order: orderOf(order), student: uuidOf('Student', studentId) },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'correctStudentData',
    many: 'correctDataOfStudents',
    description:
      'Puts a mistake in a student’s data right; a curator does where the regulation lets them, else see `requestStudentChange`.',
    capability: ['student.move', 'personalData.correct'],
    input: CorrectStudentDataInput,
    sideBySide: true,
    command: ({ studentId, patronymic = null, ...name }) => ({
      command: {
        type: 'CorrectStudentData',
        data: { ...name, patronymic, student: uuidOf('Student', studentId) },
      },
      id: studentId,
    }),
  }),
];
