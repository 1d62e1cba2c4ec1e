import { Field, InputType, Int } from 'type-graphql';
import type { RecordMark } from '../../src/decisions/mark.ts';
import { WorkType } from '../enums/journal.ts';
import { FreeText, MarkValue } from '../scalars.ts';
import { CellInput, cellOf } from './cell-input.ts';
import { defineCommand } from './define-command.ts';

type WorkTypeName = RecordMark['workType'];

@InputType({ description: 'A mark to be given.' })
class RecordMarkInput extends CellInput {
  @Field(() => WorkType, { description: 'What it is given for; the lesson must have had this kind of work.' })
  readonly workType!: WorkTypeName;

  @Field(() => MarkValue, { description: 'Its value on the scale of the page: `5`, `pass`, `87`.' })
  readonly value!: string;
}

@InputType({ description: 'A mark to be taken back.' })
class WithdrawMarkInput extends CellInput {
  @Field(() => WorkType, { description: 'Which mark of the cell.' })
  readonly workType!: WorkTypeName;

  @Field(() => Int, { description: 'The revision of the cell as it was read; another one is a conflict.' })
  readonly expectedRevision!: number;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A mark to be replaced.' })
class CorrectMarkInput extends WithdrawMarkInput {
  @Field(() => MarkValue, { description: 'The value that shall stand.' })
  readonly value!: string;
}

/** What is done to current marks. */
export const markCommands = [
  defineCommand({
    one: 'recordMark',
    many: 'recordMarks',
    fromTemporaryJournal: true,
    description: 'Gives a student a mark for one kind of work at a lesson, within the edit window.',
    capability: 'mark.record',
    input: RecordMarkInput,
    sideBySide: true,
    command: ({ workType, value, ...cell }) => ({
      command: { type: 'RecordMark', data: { ...cellOf(cell), workType, value } },
      id: cell.lessonId,
    }),
  }),
  defineCommand({
    one: 'correctMark',
    many: 'correctMarks',
    fromTemporaryJournal: true,
    description: 'Replaces a mark within the edit window; the old one stays in history with the reason.',
    capability: 'mark.record',
    input: CorrectMarkInput,
    sideBySide: true,
    command: ({ workType, value, expectedRevision, reason, ...cell }) => ({
      command: {
        type: 'CorrectMark',
        data: { ...cellOf(cell), workType, value, expectedRevision, reason },
      },
      id: cell.lessonId,
    }),
  }),
  defineCommand({
    one: 'withdrawMark',
    many: 'withdrawMarks',
    fromTemporaryJournal: true,
    description: 'Takes a mark back within the edit window; it stays in history with the reason.',
    capability: 'mark.record',
    input: WithdrawMarkInput,
    sideBySide: true,
    command: ({ workType, expectedRevision, reason, ...cell }) => ({
      command: { type: 'WithdrawMark', data: { ...cellOf(cell), workType, expectedRevision, reason } },
      id: cell.lessonId,
    }),
  }),
];
