import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { EventType } from '../../events/register.ts';
import type { Webhook as Row } from '../../projections/webhooks/table.ts';
import type { Attempt, Progress } from '../../src/webhooks/progress.ts';
import { Access } from '../access.ts';
import { EventKind } from '../enums/college.ts';
import { WebhookPauseCause, WebhookResult, WebhookState, type WebhookStateName } from '../enums/webhook.ts';
import { globalId } from '../global-id.ts';
import { Instant, Position } from '../scalars.ts';

/** Who keeps webhooks, and who sees what leaves the college by them. */
export const WATCHING = { capability: ['webhook.manage', 'auditTrail.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'One attempt to deliver one event.' })
export class WebhookDelivery {
  @Access(WATCHING)
  @Field(() => ID, { description: 'The event: the `webhook-id` of the message, the same at every attempt.' })
  readonly eventId!: string;

  @Access(WATCHING)
  @Field(() => Position, { description: 'Its place in the log.' })
  readonly position!: bigint;

  @Access(WATCHING)
  @Field(() => Instant, { description: 'When it was sent.' })
  readonly at!: string;

  @Access(WATCHING)
  @Field(() => WebhookResult, { description: 'What became of it.' })
  readonly result!: Attempt['result'];

  @Access(WATCHING)
  @Field(() => Int, { nullable: true, description: 'The status of HTTP; null where there was no answer.' })
  readonly status!: number | null;

  @Access(WATCHING)
  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  readonly durationMs!: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A feed of the trail to an address outside. Each event is a message by Standard Webhooks, signed, in the order of the log, at least once: `type` is its `EventKind`, `timestamp` when it was recorded, `data` has `webhookId`, `eventId`, `position`, `occurredOn`, the ids of its `subjects` and its `receipt` (position and leaf hash). No name, no mark and no text is in it: whoever may read them asks here.',
})
export class Webhook {
  readonly owner!: string;

  @Access(WATCHING)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(WATCHING)
  @Field(() => String, { description: 'Where messages are sent.' })
  readonly url!: string;

  @Access(WATCHING)
  @Field(() => [EventKind], { description: 'Which events are sent; empty: every one.' })
  readonly kinds!: readonly EventType[];

  @Access(WATCHING)
  @Field(() => Instant, { description: 'When it was registered.' })
  readonly registeredAt!: string;

  @Access(WATCHING)
  @Field(() => WebhookState, { description: 'Whether it is sent anything.' })
  readonly state!: WebhookStateName;

  @Access(WATCHING)
  @Field(() => WebhookPauseCause, { nullable: true, description: 'Why it is paused; null where it is not.' })
  readonly pauseCause!: Row['cause'];

  @Access(WATCHING)
  @Field(() => Instant, { nullable: true, description: 'Since when it is paused.' })
  readonly pausedAt!: string | null;

  @Access(WATCHING)
  @Field(() => Instant, {
    nullable: true,
    description: 'Until when messages are signed with the secret before, too; null where they are not.',
  })
  readonly formerSecretUntil!: string | null;

  @Access(WATCHING)
  @Field(() => Position, { description: 'Everything up to here was delivered, or was not asked for.' })
  readonly position!: bigint;

  @Access(WATCHING)
  @Field(() => Int, { description: 'How many events of the college follow after that, of whatever kind.' })
  readonly lag!: number;

  @Access(WATCHING)
  @Field(() => Int, { description: 'How many attempts in a row have failed.' })
  readonly failures!: number;

  @Access(WATCHING)
  @Field(() => Instant, { nullable: true, description: 'Since when nothing has been delivered.' })
  readonly failingSince!: string | null;

  @Access(WATCHING)
  @Field(() => Instant, { nullable: true, description: 'When it is tried again, after a failure.' })
  readonly nextAttemptAt!: string | null;

  @Access(WATCHING)
  @Field(() => [WebhookDelivery], { description: 'The last attempts, 20 at most, the latest first.' })
  readonly deliveries!: readonly WebhookDelivery[];
}

/** What else is known of a webhook beside its row. */
export interface WebhookStanding {
  readonly progress: Progress | undefined;
  readonly attempts: readonly Attempt[];
  /** Where the log ends. */
  readonly head: bigint;
  /** The clock of the college. */
  readonly now: string;
}

const stateOf = ({ cause, generation }: Row): WebhookStateName => {
  if (cause !== null) return 'paused';
  return generation > 0 ? 'active' : 'withoutSecret';
};

/** A row, and how it goes. */
export const webhookOf = (row: Row, { progress, attempts, head, now }: WebhookStanding): Webhook => {
  const position = progress?.position ?? row.startsAfter;
  return {
    id: globalId('Webhook', row.webhook),
    owner: row.owner,
    url: row.url,
    // Taken from the register of events by the command.
    kinds: row.kinds as readonly EventType[],
    registeredAt: row.registeredAt,
    state: stateOf(row),
    pauseCause: row.cause,
    pausedAt: row.pausedAt,
    formerSecretUntil: row.formerUntil !== null && now < row.formerUntil ? row.formerUntil : null,
    position,
    lag: Number(head > position ? head - position : 0n),
    failures: progress?.failures ?? 0,
    failingSince: progress?.failingSince?.toISOString() ?? null,
    nextAttemptAt: progress?.nextAt?.toISOString() ?? null,
    deliveries: attempts.map(({ event, at, webhook: _, ...attempt }) => ({
      ...attempt,
      eventId: event,
      at: at.toISOString(),
    })),
  };
};
