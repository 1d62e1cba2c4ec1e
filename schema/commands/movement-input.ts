import { Field, ID, InputType } from 'type-graphql';
import type { EnrolStudent } from '../../src/decisions/enrolment.ts';
import { FormOfStudy } from '../enums/college.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { OrderInput } from './order-input.ts';

@InputType({ description: 'A movement of a student, by an order.' })
class MovementInput {
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => OrderInput, { description: 'The order.' })
  readonly order!: OrderInput;
}

/** An enrolment. */
@InputType({ description: 'An enrolment.' })
export class EnrolStudentInput extends MovementInput {
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

/** A reinstatement. */
@InputType({ description: 'Who was expelled, to be taken back.' })
export class ReinstateStudentInput extends EnrolStudentInput {}

/** Other terms. */
@InputType({ description: 'Other terms of an enrolment.' })
export class ChangeEnrolmentTermsInput extends MovementInput {
  @Field(() => LocalDate, { description: 'The first day of the new terms.' })
  readonly on!: string;

  @Field(() => FormOfStudy, { description: 'How they study from then on.' })
  readonly formOfStudy!: EnrolStudent['formOfStudy'];

  @Field(() => ID, { nullable: true, description: 'The individual curriculum from then on, if any.' })
  readonly individualCurriculumId?: string | null;
}

/** A transfer. */
@InputType({ description: 'A transfer to another group.' })
export class TransferStudentInput extends MovementInput {
  @Field(() => ID, { description: 'The new group.' })
  readonly toGroupId!: string;

  @Field(() => LocalDate, { description: 'The first day there.' })
  readonly on!: string;

  @Field(() => [ID], { defaultValue: [], description: 'Pages of the old group to take the student off.' })
  readonly leavesJournalIds!: readonly string[];

  @Field(() => [ID], { defaultValue: [], description: 'Pages of the new group to put the student on.' })
  readonly joinsJournalIds!: readonly string[];
}

/** A leave. */
@InputType({ description: 'An academic leave.' })
export class GrantAcademicLeaveInput extends MovementInput {
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

/** Its early end. */
@InputType({ description: 'An early end of an academic leave.' })
export class EndAcademicLeaveInput extends MovementInput {
  @Field(() => LocalDate, { description: 'The last day of leave: the student is back on the next.' })
  readonly on!: string;
}

/** A graduation. */
@InputType({ description: 'The completion of the programme.' })
export class GraduateStudentInput extends MovementInput {
  @Field(() => LocalDate, { description: 'The last day.' })
  readonly on!: string;
}

/** An expulsion. */
@InputType({ description: 'An expulsion.' })
export class ExpelStudentInput extends GraduateStudentInput {
  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

/** An annulment. */
@InputType({ description: 'A movement that should not have been.' })
export class AnnulStudentMovementInput extends MovementInput {
  @Field(() => ID, { description: 'The movement, as `studentMovements` names it.' })
  readonly movementId!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}
