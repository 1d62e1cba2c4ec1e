import { Field, ID, InputType } from 'type-graphql';
import { globalId, uuidOf } from '../global-id.ts';
import { LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A guardianship to be established.' })
class EstablishGuardianshipInput {
  @Field(() => ID, { description: 'The account of the guardian.' })
  readonly accountId!: string;

  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The first day; left out, today.' })
  readonly from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; left out, it lasts.' })
  readonly until?: string | null;
}

@InputType({ description: 'A guardianship that ends.' })
class EndGuardianshipInput {
  @Field(() => ID, { description: 'The account of the guardian.' })
  readonly accountId!: string;

  @Field(() => ID, { description: 'The guardianship.' })
  readonly guardianshipId!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; left out, it gives no right from now on.',
  })
  readonly until?: string | null;
}

@InputType({ description: 'A written refusal of electronic access.' })
class DeclineElectronicAccessInput {
  @Field(() => ID, { description: 'The account of the guardian.' })
  readonly accountId!: string;

  @Field(() => LocalDate, { description: 'The day of the statement.' })
  readonly on!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The reference of the written statement.' })
  readonly statement?: string | null;
}

@InputType({ description: 'A written refusal of electronic access that was taken back.' })
class ResumeElectronicAccessInput {
  @Field(() => ID, { description: 'The account of the guardian.' })
  readonly accountId!: string;

  @Field(() => LocalDate, { description: 'Since when.' })
  readonly on!: string;
}

@InputType({ description: 'When a student was born.' })
class RecordBirthDateInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => LocalDate, { description: 'The date of birth.' })
  readonly birthDate!: string;
}

/** What is done about guardians and whom they answer for. */
export const guardianshipCommands = [
  defineCommand({
    one: 'establishGuardianship',
    many: 'establishGuardianships',
    description:
      'Ties a guardian to one student; several guardians and several children are several of these.',
    capability: 'guardianship.establish',
    fresh: true,
    input: EstablishGuardianshipInput,
    command: ({ accountId, studentId, from, until }, created) => ({
      command: {
        type: 'EstablishGuardianship',
        data: {
          account: uuidOf('Account', accountId),
          guardianship: created,
          student: uuidOf('Student', studentId),
          from: from ?? null,
          until: until ?? null,
        },
      },
      id: globalId('Guardianship', created),
    }),
  }),
  defineCommand({
    one: 'endGuardianship',
    many: 'endGuardianships',
    description: 'Ends a guardianship, and with it what was delegated of it.',
    capability: 'guardianship.establish',
    input: EndGuardianshipInput,
    command: ({ accountId, guardianshipId, until }) => ({
      command: {
        type: 'EndGuardianship',
        data: {
          account: uuidOf('Account', accountId),
          guardianship: uuidOf('Guardianship', guardianshipId),
          until: until ?? null,
        },
      },
      id: guardianshipId,
    }),
  }),
  defineCommand({
    one: 'declineElectronicAccess',
    many: 'declineElectronicAccessOfMany',
    description: 'Records a guardian’s written refusal of electronic access: they are informed on paper.',
    capability: 'contact.record',
    input: DeclineElectronicAccessInput,
    command: ({ accountId, on, statement = null }) => ({
      command: {
        type: 'DeclineElectronicAccess',
        data: { account: uuidOf('Account', accountId), on, statement },
      },
      id: accountId,
    }),
  }),
  defineCommand({
    one: 'resumeElectronicAccess',
    many: 'resumeElectronicAccessOfMany',
    description: 'Records that a guardian wants electronic access after all.',
    capability: 'contact.record',
    input: ResumeElectronicAccessInput,
    command: ({ accountId, on }) => ({
      command: { type: 'ResumeElectronicAccess', data: { account: uuidOf('Account', accountId), on } },
      id: accountId,
    }),
  }),
  defineCommand({
    one: 'recordBirthDate',
    many: 'recordBirthDates',
    description: 'Records when a student was born: it may decide until when guardians look.',
    capability: 'student.move',
    input: RecordBirthDateInput,
    command: ({ studentId, birthDate }) => ({
      command: { type: 'RecordBirthDate', data: { student: uuidOf('Student', studentId), birthDate } },
      id: studentId,
    }),
  }),
];
