import { Field, ID, InputType } from 'type-graphql';
import type { OpenAccount } from '../../src/decisions/access.ts';
import { AccountHolder } from '../enums/college.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { EmailAddress, Label, LocalDate, OrderReference, PhoneNumber } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'An account to be opened.' })
class OpenAccountInput {
  @Field(() => AccountHolder, { description: 'Whose it is.' })
  readonly holder!: OpenAccount['holder'];

  @Field(() => Label, { description: 'The name of the person: surname, first name, patronymic, if any.' })
  readonly name!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'For staff: the first day on the staff list; left out, today.',
  })
  readonly from?: string | null;

  @Field(() => OrderReference, { nullable: true, description: 'For staff: the order of the appointment.' })
  readonly order?: string | null;
}

@InputType({ description: 'How somebody can be reached; what is left out is not known.' })
class RecordContactsInput {
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'The e-mail address.' })
  readonly email?: string | null;

  @Field(() => PhoneNumber, { nullable: true, description: 'The mobile telephone.' })
  readonly phone?: string | null;
}

/** What is done about accounts and their holders. */
export const accountCommands = [
  defineCommand({
    one: 'openAccount',
    many: 'openAccounts',
    description:
      'Opens an account for a person; it has no right until a role is granted. A member of staff comes onto the staff list.',
    capability: 'account.open',
    input: OpenAccountInput,
    sideBySide: true,
    command: (input, created) => ({
      command: { type: 'OpenAccount', data: { ...input, account: created } },
      id: globalId('Account', created),
    }),
  }),
  defineCommand({
    one: 'recordContacts',
    many: 'recordContactsOfMany',
    description:
      'Records how the holder of an account is reached: administrators for all, curators for students of their group and their guardians.',
    capability: 'contact.record',
    input: RecordContactsInput,
    command: ({ accountId, email = null, phone = null }) => ({
      command: { type: 'RecordContacts', data: { account: uuidOf('Account', accountId), email, phone } },
      id: accountId,
    }),
  }),
];
