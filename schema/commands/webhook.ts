import { Field, ID, InputType } from 'type-graphql';
import type { EventType } from '../../events/register.ts';
import type { Context } from '../context.ts';
import { problem } from '../errors/problem.ts';
import { EventKind } from '../enums/college.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { Label, Position } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

const URL_RULE =
  'Where messages are sent: HTTPS to a public name, on its usual port or 8443, without credentials and without a query, since it stands in the log for ever. What a receiver trusts is the signature.';

@InputType({ description: 'A feed of the trail to an address outside.' })
class RegisterWebhookInput {
  @Field(() => Label, { description: URL_RULE })
  readonly url!: string;

  @Field(() => [EventKind], { defaultValue: [], description: 'Which events; empty: every one.' })
  readonly kinds!: readonly EventType[];

  @Field(() => Position, {
    nullable: true,
    description: 'Everything after this position is sent; left out: from now on.',
  })
  readonly after?: bigint | null;
}

@InputType()
abstract class OfWebhook {
  @Field(() => ID, { description: 'The webhook.' })
  readonly webhookId!: string;
}

@InputType({
  description: 'Another address or other events for a webhook; it goes on from where it had come.',
})
class ChangeWebhookInput extends OfWebhook {
  @Field(() => Label, { description: URL_RULE })
  readonly url!: string;

  @Field(() => [EventKind], { defaultValue: [], description: 'Which events; empty: every one.' })
  readonly kinds!: readonly EventType[];
}

@InputType({ description: 'Stops a webhook for now.' })
class PauseWebhookInput extends OfWebhook {}

@InputType({ description: 'Has a webhook go on.' })
class ResumeWebhookInput extends OfWebhook {}

@InputType({ description: 'Takes a webhook away.' })
class RemoveWebhookInput extends OfWebhook {}

@InputType({ description: 'From where on a webhook is sent everything again.' })
class ReplayWebhookInput extends OfWebhook {
  @Field(() => Position, { description: 'Everything after this position is sent; 0: everything there is.' })
  readonly after!: bigint;
}

/** A position that the log has come to, as an event holds it. */
const within = async (context: Context, after: bigint): Promise<number> => {
  const { log, id } = context.college();
  const head = await log.head(id);
  if (after >= 0n && after <= head) return Number(after);
  throw problem('POSITION_AHEAD', { head: String(head) });
};

const named = (webhookId: string) => ({ webhook: uuidOf('Webhook', webhookId) });

/** What is done about webhooks; their secrets are made apart, because they are shown. */
export const webhookCommands = [
  defineCommand({
    one: 'registerWebhook',
    many: 'registerWebhooks',
    fresh: true,
    description:
      'Opens a feed of the trail to an address outside, owned by who registers it and read under their rights. Nothing is sent before `issueWebhookSecret`. Who opened which feed to where stands in the log.',
    capability: 'webhook.manage',
    input: RegisterWebhookInput,
    command: async ({ url, kinds, after }, created, context) => ({
      command: {
        type: 'RegisterWebhook',
        data: {
          webhook: created,
          url,
          kinds: [...kinds],
          after: after === null || after === undefined ? null : await within(context, after),
          loopback: context.webhooks.loopback,
        },
      },
      id: globalId('Webhook', created),
    }),
  }),
  defineCommand({
    one: 'changeWebhook',
    many: 'changeWebhooks',
    fresh: true,
    description: 'Gives a webhook of one’s own another address or other events.',
    capability: 'webhook.manage',
    input: ChangeWebhookInput,
    command: ({ webhookId, url, kinds }, _, context) => ({
      command: {
        type: 'ChangeWebhook',
        data: { ...named(webhookId), url, kinds: [...kinds], loopback: context.webhooks.loopback },
      },
      id: webhookId,
    }),
  }),
  defineCommand({
    one: 'pauseWebhook',
    many: 'pauseWebhooks',
    description: 'Stops a webhook for now, whoever owns it: its place in the log is kept.',
    capability: 'webhook.manage',
    input: PauseWebhookInput,
    command: ({ webhookId }) => ({
      command: { type: 'PauseWebhook', data: named(webhookId) },
      id: webhookId,
    }),
  }),
  defineCommand({
    one: 'resumeWebhook',
    many: 'resumeWebhooks',
    description: 'Has a webhook of one’s own go on from where it had come, at once.',
    capability: 'webhook.manage',
    input: ResumeWebhookInput,
    command: ({ webhookId }) => ({
      command: { type: 'ResumeWebhook', data: named(webhookId) },
      id: webhookId,
    }),
  }),
  defineCommand({
    one: 'replayWebhook',
    many: 'replayWebhooks',
    description:
      'Has everything after a position sent to a webhook of one’s own, again or at last. The messages have the ids they had: a receiver passes over what it has.',
    capability: 'webhook.manage',
    input: ReplayWebhookInput,
    command: async ({ webhookId, after }, _, context) => ({
      command: {
        type: 'ReplayWebhook',
        data: { ...named(webhookId), after: await within(context, after) },
      },
      id: webhookId,
    }),
  }),
  defineCommand({
    one: 'removeWebhook',
    many: 'removeWebhooks',
    description: 'Takes a webhook away, whoever owns it, and its secrets with it.',
    capability: 'webhook.manage',
    input: RemoveWebhookInput,
    command: ({ webhookId }) => ({
      command: { type: 'RemoveWebhook', data: named(webhookId) },
      id: webhookId,
    }),
  }),
];
