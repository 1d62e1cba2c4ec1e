import { Field, ID, InputType } from 'type-graphql';
import type { EventNamed } from '../../events/register.ts';
import type { AttestationResult as ResultName } from '../../src/policies/attestation.ts';
import { sized } from '../bounds.ts';
import { DebtMeasure } from '../enums/attestation.ts';
import { AttestationResult } from '../enums/journal.ts';
import { uuidOf } from '../global-id.ts';
import { FreeText, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType()
abstract class RepeatInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order it is held by.' })
  readonly order?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The accounts of the commission; from the second attempt on it is required, with the order.',
  })
  readonly commissionIds?: readonly string[] | null;
}

@InputType({ description: 'A day to be set for a repeat attestation.' })
class ScheduleRepeatAttestationInput extends RepeatInput {
  @Field(() => LocalDate, { description: 'The day.' })
  readonly on!: string;
}

@InputType({
  description: 'The result of a repeat attestation; order and commission left out: as it was scheduled.',
})
class RecordRepeatAttestationInput extends RepeatInput {
  @Field(() => AttestationResult, { description: 'What it ended in.' })
  readonly result!: ResultName;

  @Field(() => LocalDate, { description: 'The day of the attestation.' })
  readonly heldOn!: string;
}

@InputType({ description: 'Something that was done so that an academic debt is cleared.' })
class RecordDebtMeasureInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => DebtMeasure, { description: 'What was done.' })
  readonly measure!: EventNamed<'DebtMeasureRecorded'>['data']['measure'];

  @Field(() => LocalDate, { description: 'When.' })
  readonly on!: string;

  @Field(() => FreeText, { nullable: true, description: 'What was agreed.' })
  readonly note?: string | null;
}

const cellOf = ({ journalId, studentId }: { readonly journalId: string; readonly studentId: string }) => ({
  journal: uuidOf('Journal', journalId),
  student: uuidOf('Student', studentId),
});

const accountsOf = (ids: readonly string[]): readonly string[] =>
  sized('commissionIds', ids, 0, 20).map((id) => uuidOf('Account', id));

/** What is done about academic debts. */
export const academicDebtCommands = [
  defineCommand({
    one: 'scheduleRepeatAttestation',
    many: 'scheduleRepeatAttestations',
    description: 'Sets the day of a repeat attestation; a later one takes its place.',
    capability: 'attestation.repeat',
    input: ScheduleRepeatAttestationInput,
    sideBySide: true,
    command: ({ on, order = null, commissionIds, ...cell }) => ({
      command: {
        type: 'ScheduleRepeatAttestation',
        data: { ...cellOf(cell), on, order, commission: accountsOf(commissionIds ?? []) },
      },
      id: cell.studentId,
    }),
  }),
  defineCommand({
    one: 'recordRepeatAttestation',
    many: 'recordRepeatAttestations',
    description: 'Records a repeat attestation beside the original; a pass clears the debt.',
    capability: 'attestation.repeat',
    input: RecordRepeatAttestationInput,
    sideBySide: true,
    command: ({ result, heldOn, order = null, commissionIds, ...cell }) => ({
      command: {
        type: 'RecordRepeatAttestation',
        data: {
          ...cellOf(cell),
          result,
          heldOn,
          order,
          ...(commissionIds && { commission: accountsOf(commissionIds) }),
        },
      },
      id: cell.studentId,
    }),
  }),
  defineCommand({
    one: 'recordDebtMeasure',
    many: 'recordDebtMeasures',
    description: 'Notes what was done so that an academic debt is cleared.',
    capability: ['debt.manage', 'debt.help'],
    input: RecordDebtMeasureInput,
    command: ({ measure, on, note = null, ...cell }) => ({
      command: { type: 'RecordDebtMeasure', data: { ...cellOf(cell), measure, on, note } },
      id: cell.studentId,
    }),
  }),
];
