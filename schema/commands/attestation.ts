import { Field, ID, InputType, Int } from 'type-graphql';
import type { AttestationResult as ResultName } from '../../src/policies/attestation.ts';
import { AttestationResult } from '../enums/journal.ts';
import { uuidOf } from '../global-id.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType()
abstract class AttestationInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => AttestationResult, { description: 'What it ended in.' })
  readonly result!: ResultName;
}

@InputType({ description: 'An attestation mark to be given.' })
class RecordAttestationMarkInput extends AttestationInput {
  @Field(() => LocalDate, { description: 'The day of the attestation.' })
  readonly heldOn!: string;
}

@InputType({ description: 'An attestation mark to be replaced.' })
class CorrectAttestationMarkInput extends AttestationInput {
  @Field(() => Int, { description: 'The revision of the attestation as it was read.' })
  readonly expectedRevision!: number;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'An attestation sheet to be completed.' })
class CompleteAttestationSheetInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;
}

const cellOf = ({ journalId, studentId }: AttestationInput) => ({
  journal: uuidOf('Journal', journalId),
  student: uuidOf('Student', studentId),
});

/** What is done to attestation marks. */
export const attestationCommands = [
  defineCommand({
    one: 'recordAttestationMark',
    many: 'recordAttestationMarks',
    fromTemporaryJournal: true,
    description: 'Gives the attestation mark of a student; а/з and н/а leave an academic debt.',
    capability: 'attestation.record',
    input: RecordAttestationMarkInput,
    sideBySide: true,
    command: ({ result, heldOn, ...cell }) => ({
      command: {
        type: 'RecordAttestationMark',
        data: { ...cellOf({ result, ...cell }), result, heldOn },
      },
      id: cell.studentId,
    }),
  }),
  defineCommand({
    one: 'correctAttestationMark',
    many: 'correctAttestationMarks',
    description: 'Replaces an attestation mark while its window is open, for a stated reason.',
    capability: 'attestation.record',
    input: CorrectAttestationMarkInput,
    sideBySide: true,
    command: ({ result, expectedRevision, reason, ...cell }) => ({
      command: {
        type: 'CorrectAttestationMark',
        data: { ...cellOf({ result, ...cell }), result, expectedRevision, reason },
      },
      id: cell.studentId,
    }),
  }),
  defineCommand({
    one: 'completeAttestationSheet',
    many: 'completeAttestationSheets',
    description:
      'Completes the attestation sheet of a page once everybody has a result; where the regulation says so, it closes the marks of the page.',
    capability: 'attestation.record',
    input: CompleteAttestationSheetInput,
    sideBySide: true,
    command: ({ journalId }) => ({
      command: { type: 'CompleteAttestationSheet', data: { journal: uuidOf('Journal', journalId) } },
      id: journalId,
    }),
  }),
];
