import { Field, ID, InputType } from 'type-graphql';
import type { EventNamed } from '../../events/register.ts';
import type { Purpose } from '../../events/event.ts';
import { accountsOfStudent } from '../../projections/directory/accounts-of-student.ts';
import { viewerOf, type Context } from '../context.ts';
import {
  DataPurpose,
  ErasureRefusal,
  ErasureRequester,
  ErasureSubject as ErasureSubjectEnum,
} from '../enums/personal-data.ts';
import { globalId, parseGlobalId, uuidOf } from '../global-id.ts';
import { OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { problem } from '../errors/problem.ts';

type Requested = EventNamed<'ErasureRequested'>['data'];
type Declined = EventNamed<'ErasureDeclined'>['data'];

@InputType({ description: 'Personal data to be destroyed.' })
class RequestErasureInput {
  @Field(() => ErasureSubjectEnum, { description: 'Whose data they are.' })
  readonly subjectKind!: Requested['subjectKind'];

  @Field(() => ID, {
    description:
      'The student; the account of a guardian or one of the staff; or the record. A student’s own accounts go with the student.',
  })
  readonly subjectId!: string;

  @Field(() => [DataPurpose], { description: 'Of which purposes.' })
  readonly purposes!: readonly Purpose[];

  @Field(() => ErasureRequester, { description: 'Who wants it.' })
  readonly requestedBy!: Requested['requestedBy'];

  @Field(() => OrderReference, { nullable: true, description: 'The application or order, by its number.' })
  readonly document?: string | null;
}

@InputType({ description: 'An erasure to be agreed to.' })
class ApproveErasureInput {
  @Field(() => ID, { description: 'The erasure.' })
  readonly erasureId!: string;
}

@InputType({ description: 'An erasure to be declined, or taken back.' })
class DeclineErasureInput extends ApproveErasureInput {
  @Field(() => ErasureRefusal, { description: 'Why.' })
  readonly basis!: Declined['basis'];
}

@InputType({ description: 'Consent to keep contacts, to be taken back.' })
class WithdrawContactConsentInput {
  @Field(() => ID, { description: 'The account whose contacts they are.' })
  readonly accountId!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The application, by its number.' })
  readonly document?: string | null;
}

/** A record is named by whatever id it has. */
const recordOf = (id: string): string => {
  const parsed = parseGlobalId(id);
  if (parsed) return parsed.uuid;
  throw problem('ID_MALFORMED', { argument: 'subjectId' });
};

const subjectOf = ({ subjectKind, subjectId }: RequestErasureInput): string => {
  if (subjectKind === 'record') return recordOf(subjectId);
  return uuidOf(subjectKind === 'student' ? 'Student' : 'Account', subjectId);
};

const accountsFor = async (
  { subjectKind }: RequestErasureInput,
  subject: string,
  context: Context,
): Promise<string[]> =>
  subjectKind === 'student'
    ? [...(await accountsOfStudent(context.reader, viewerOf(context).college, subject))]
    : [];

/** What is done about the destruction of personal data. */
export const erasureCommands = [
  defineCommand({
    one: 'requestErasure',
    many: 'requestErasures',
    fresh: true,
    description:
      'Asks for personal data to be destroyed. Contacts go at once where the person or the guardian wants it; everything else waits for its day and for two persons. Refused with the basis where everything asked for has to be kept.',
    capability: 'erasure.request',
    input: RequestErasureInput,
    command: async (input, created, context) => {
      const subject = subjectOf(input);
      return {
        command: {
          type: 'RequestErasure',
          data: {
            erasure: created,
            subject,
            subjectKind: input.subjectKind,
            accounts: await accountsFor(input, subject, context),
            purposes: [...new Set(input.purposes)],
            requestedBy: input.requestedBy,
            document: input.document ?? null,
          },
        },
        id: globalId('Erasure', created),
      };
    },
  }),
  defineCommand({
    one: 'approveErasure',
    many: 'approveErasures',
    fresh: true,
    description:
      'Agrees that what is due be destroyed. It takes two different persons, of whom one may have asked for it; with the second yes the keys end, and nobody can read the texts again.',
    capability: 'erasure.approve',
    input: ApproveErasureInput,
    command: ({ erasureId }) => ({
      command: { type: 'ApproveErasure', data: { erasure: uuidOf('Erasure', erasureId) } },
      id: erasureId,
    }),
  }),
  defineCommand({
    one: 'declineErasure',
    many: 'declineErasures',
    description: 'Declines an erasure, or takes it back; what was destroyed stays destroyed.',
    capability: 'erasure.approve',
    input: DeclineErasureInput,
    command: ({ erasureId, basis }) => ({
      command: { type: 'DeclineErasure', data: { erasure: uuidOf('Erasure', erasureId), basis } },
      id: erasureId,
    }),
  }),
  defineCommand({
    one: 'withdrawContactConsent',
    many: 'withdrawContactConsents',
    description:
      'Takes back the consent to keep somebody’s telephone and e-mail address: they are destroyed at once. Everybody may for themselves.',
    capability: 'signedIn',
    fresh: true,
    input: WithdrawContactConsentInput,
    command: ({ accountId, document = null }, created) => ({
      command: {
        type: 'WithdrawContactConsent',
        data: { erasure: created, account: uuidOf('Account', accountId), document },
      },
      id: globalId('Erasure', created),
    }),
  }),
];
