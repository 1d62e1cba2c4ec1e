import { Field, ID, InputType } from 'type-graphql';
import type { RequestStudentChange } from '../../src/decisions/student-change.ts';
import { StudentChangeKind } from '../enums/movement.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, Label, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { OrderInput, orderOf } from './order-input.ts';

@InputType({ description: 'The name a student has or should have.' })
class StudentNameInput {
  @Field(() => Label, { description: 'Surname.' })
  readonly familyName!: string;

  @Field(() => Label, { description: 'First name.' })
  readonly givenName!: string;

  @Field(() => Label, { nullable: true, description: 'Patronymic, if any.' })
  readonly patronymic?: string | null;
}

@InputType({ description: 'What should change about a student.' })
class RequestStudentChangeInput {
  @Field(() => StudentChangeKind, { description: 'What it is about.' })
  readonly kind!: RequestStudentChange['kind'];

  @Field(() => ID, { nullable: true, description: 'The student; of a new enrolment there is none yet.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For a new enrolment: the group.' })
  readonly groupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For a transfer: the new group.' })
  readonly toGroupId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'From or on which day.' })
  readonly on?: string | null;

  @Field(() => StudentNameInput, { nullable: true, description: 'The name, where it is about one.' })
  readonly name?: StudentNameInput | null;

  @Field(() => FreeText, { nullable: true, description: 'What else there is to say.' })
  readonly details?: string | null;
}

@InputType({ description: 'A yes to a request.' })
class AcceptStudentChangeInput {
  @Field(() => ID, { description: 'The request.' })
  readonly requestId!: string;

  @Field(() => OrderInput, { nullable: true, description: 'The order; another surname needs one.' })
  readonly order?: OrderInput | null;
}

@InputType({ description: 'A no to a request.' })
class DeclineStudentChangeInput {
  @Field(() => ID, { description: 'The request.' })
  readonly requestId!: string;

  @Field(() => FreeText, { description: 'Why not.' })
  readonly reason!: string;
}

/** What curators and guardians ask for, and what becomes of it. */
export const studentChangeCommands = [
  defineCommand({
    one: 'requestStudentChange',
    many: 'requestStudentChanges',
    description:
      'Tells the administrator of an enrolment, departure, transfer, another surname or other data.',
    capability: 'studentChange.request',
    input: RequestStudentChangeInput,
    sideBySide: true,
    command: ({ kind, studentId, groupId, toGroupId, on = null, name, details = null }, created) => ({
      command: {
        type: 'RequestStudentChange',
        data: {
          request: created,
          kind,
          student: uuidOrNull('Student', studentId),
          group: uuidOrNull('StudyGroup', groupId),
          toGroup: uuidOrNull('StudyGroup', toGroupId),
          on,
          name: name ? { ...name, patronymic: name.patronymic ?? null } : null,
          details,
        },
      },
      id: globalId('StudentChangeRequest', created),
    }),
  }),
  defineCommand({
    one: 'acceptStudentChange',
    many: 'acceptStudentChanges',
    description: 'Accepts a request; names change with it, movements are carried out by their own commands.',
    capability: 'student.move',
    input: AcceptStudentChangeInput,
    command: ({ requestId, order }) => ({
      command: {
        type: 'AcceptStudentChange',
        data: {
          request: uuidOf('StudentChangeRequest', requestId),
          order: order ? orderOf(order) : null,
        },
      },
      id: requestId,
    }),
  }),
  defineCommand({
    one: 'declineStudentChange',
    many: 'declineStudentChanges',
    description: 'Declines a request, and says why.',
    capability: 'student.move',
    input: DeclineStudentChangeInput,
    command: ({ requestId, reason }) => ({
      command: {
        type: 'DeclineStudentChange',
        data: { request: uuidOf('StudentChangeRequest', requestId), reason },
      },
      id: requestId,
    }),
  }),
];
