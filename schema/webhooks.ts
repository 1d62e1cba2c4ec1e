import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { webhooksIn } from '../projections/webhooks/queries.ts';
import { webhooks } from '../src/decisions/folds/webhook.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { recordCredential } from './credential-command.ts';
import { uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { WATCHING, Webhook, webhookOf } from './nouns/webhook.ts';
import { Position, UUID } from './scalars.ts';
import { ASKS_FOR_STEP_UP, demandFresh } from './step-up.ts';
import { UserError } from './user-error.ts';

/** So many attempts of each are shown. */
const SHOWN_ATTEMPTS = 20;

const keeping = { capability: 'webhook.manage' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'A secret that the messages of a webhook are signed with.',
})
class WebhookSecretPayload {
  @Access(keeping)
  @Field(() => String, {
    nullable: true,
    description:
      'The secret, `whsec_…`, shown once: give it to the receiver, who verifies each message with it. Null where refused.',
  })
  readonly secret!: string | null;

  @Access(keeping)
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was made.' })
  readonly userErrors!: readonly UserError[];
}

/** Webhooks: how they go, and their secrets. */
@Resolver(() => Webhook)
export class WebhookResolver {
  @Access(WATCHING)
  @Query(() => [Webhook], {
    description: 'The webhooks of the college, the oldest first, and how each goes; 20 at most.',
  })
  async webhooks(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly Webhook[]> {
    await reach(context, minPosition);
    const { id, log, now } = context.college();
    const [rows, progress, attempts, head] = await Promise.all([
      webhooksIn(context.reader, scopeFor(context, 'auditTrail.read')),
      context.webhooks.progress(id),
      context.webhooks.attempts(id, SHOWN_ATTEMPTS),
      log.head(id),
    ]);
    const byWebhook = Map.groupBy(attempts, ({ webhook }) => webhook);
    return rows.map((row) =>
      webhookOf(row, {
        progress: progress.find(({ webhook }) => webhook === row.webhook),
        attempts: byWebhook.get(row.webhook) ?? [],
        head,
        now: now(),
      }),
    );
  }

  @Access(WATCHING)
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'Whose it is: it reads under their rights, and is paused when these end.',
  })
  owner(@Root() { owner }: Webhook, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, owner);
  }

  @Access(keeping)
  @Mutation(() => WebhookSecretPayload, {
    description: `Makes a secret for a webhook of one’s own, once for a command id: the first one lets it begin, a later one takes the place of the one before. That it was made stands in the log; what it is, nowhere. ${ASKS_FOR_STEP_UP}`,
  })
  async issueWebhookSecret(
    @Arg('commandId', () => UUID, { description: 'Made by the client.' }) commandId: string,
    @Arg('webhookId', () => ID, { description: 'The webhook.' }) webhookId: string,
    @Arg('overlap', () => Boolean, {
      defaultValue: true,
      description:
        'Whether messages are signed with the secret before, too, for 24 hours: time to give the new one to the receiver. False, where the one before may be known to others.',
    })
    overlap: boolean,
    @Ctx() context: Context,
  ): Promise<WebhookSecretPayload> {
    await demandFresh(context);
    const webhook = uuidOf('Webhook', webhookId);
    const { account } = viewerOf(context);
    const command = { type: 'IssueWebhookSecret', data: { webhook, overlap } } as const;
    const userErrors = await recordCredential(context, commandId, account, command);
    if (userErrors.length > 0) return { secret: null, userErrors };
    const { id, stateOf } = context.college();
    const generation = (await stateOf(webhooks, id)).get(webhook)?.generation ?? 0;
    return { secret: await context.webhooks.secret(id, webhook, generation), userErrors };
  }
}
