import { Field, ID, InputType } from 'type-graphql';
import { Covers } from '../enums/journal.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'An exception from a closed edit window.' })
class GrantEditWindowInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => Covers, { description: 'What it opens again.' })
  readonly covers!: 'currentMarks' | 'attestationMarks';

  @Field(() => ID, { nullable: true, description: 'One lesson; left out: every lesson of the page.' })
  readonly lessonId?: string | null;

  @Field(() => ID, { nullable: true, description: 'One teacher; left out: all who may enter.' })
  readonly accountId?: string | null;

  @Field(() => LocalDate, { description: 'The last day of the exception.' })
  readonly until!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A grant to be ended before its date.' })
class RevokeEditWindowGrantInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The grant.' })
  readonly grantId!: string;
}

@InputType({ description: 'A proposed grant to be confirmed.' })
class ConfirmEditWindowGrantInput {
  @Field(() => ID, { description: 'The grant.' })
  readonly grantId!: string;
}

@InputType({ description: 'A proposed grant to be declined or taken back.' })
class DeclineEditWindowGrantInput {
  @Field(() => ID, { description: 'The grant.' })
  readonly grantId!: string;

  @Field(() => FreeText, { description: 'Why not.' })
  readonly reason!: string;
}

/** What is done to edit windows. */
export const editWindowCommands = [
  defineCommand({
    one: 'grantEditWindow',
    many: 'grantEditWindows',
    fresh: true,
    description:
      'Opens closed windows of a page again until a date, for a stated reason; never behind a lock. Where the regulation wants a second person, it waits for that one.',
    capability: 'window.grant',
    input: GrantEditWindowInput,
    command: ({ journalId, covers, lessonId, accountId, until, reason }, created) => ({
      command: {
        type: 'GrantEditWindow',
        data: {
          journal: uuidOf('Journal', journalId),
          grant: created,
          covers,
          lesson: uuidOrNull('Lesson', lessonId),
          account: uuidOrNull('Account', accountId),
          until,
          reason,
        },
      },
      id: globalId('EditWindowGrant', created),
    }),
  }),
  defineCommand({
    one: 'revokeEditWindowGrant',
    many: 'revokeEditWindowGrants',
    description: 'Ends a grant before its date.',
    capability: 'window.grant',
    input: RevokeEditWindowGrantInput,
    command: ({ journalId, grantId }) => ({
      command: {
        type: 'RevokeEditWindowGrant',
        data: { journal: uuidOf('Journal', journalId), grant: uuidOf('EditWindowGrant', grantId) },
      },
      id: grantId,
    }),
  }),
  defineCommand({
    one: 'confirmEditWindowGrant',
    many: 'confirmEditWindowGrants',
    fresh: true,
    description: 'A second person agrees that closed windows are opened again: the grant is in force.',
    capability: 'window.confirm',
    input: ConfirmEditWindowGrantInput,
    command: ({ grantId }) => ({
      command: { type: 'ConfirmEditWindowGrant', data: { grant: uuidOf('EditWindowGrant', grantId) } },
      id: grantId,
    }),
  }),
  defineCommand({
    one: 'declineEditWindowGrant',
    many: 'declineEditWindowGrants',
    description: 'Declines a proposed grant, or takes it back.',
    capability: 'window.confirm',
    input: DeclineEditWindowGrantInput,
    command: ({ grantId, reason }) => ({
      command: {
        type: 'DeclineEditWindowGrant',
        data: { grant: uuidOf('EditWindowGrant', grantId), reason },
      },
      id: grantId,
    }),
  }),
];
