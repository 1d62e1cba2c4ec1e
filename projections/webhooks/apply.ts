import { existing, type Change, type Handlers } from '../projection.ts';
import type { Webhook } from './table.ts';

interface OfWebhook {
  readonly type: string;
  readonly position: bigint;
  readonly data: { readonly webhook: string };
}

const amend = (event: OfWebhook, amended: Partial<Webhook>): readonly Change<Webhook>[] => [
  {
    key: [event.data.webhook],
    next: (row) => ({ ...existing(row, event), ...amended, changedBy: event.position }),
  },
];

/** From the registration of a webhook to its removal, which leaves no row. */
export const webhookHandlers: Handlers<Webhook> = {
  WebhookRegistered: ({ data: { webhook, url, kinds, after }, position, meta: { at, actor } }) => [
    {
      key: [webhook],
      next: () => ({
        webhook,
        position,
        registeredAt: at,
        owner: actor.account,
        session: actor.session,
        url,
        kinds,
        generation: 0,
        formerUntil: null,
        cause: null,
        pausedAt: null,
        startsAfter: after === null ? position : BigInt(after),
        startedBy: position,
        changedBy: position,
      }),
    },
  ],
  WebhookSecretIssued: (event) => {
    const { generation, formerUntil } = event.data;
    return amend(event, { generation, formerUntil });
  },
  WebhookChanged: (event) => {
    const { url, kinds } = event.data;
    return amend(event, { url, kinds });
  },
  WebhookPaused: (event) => amend(event, { cause: event.data.cause, pausedAt: event.meta.at }),
  WebhookResumed: (event) => amend(event, { cause: null, pausedAt: null }),
  WebhookReplayed: (event) =>
    amend(event, { startsAfter: BigInt(event.data.after), startedBy: event.position }),
  WebhookRemoved: ({ data: { webhook } }) => [{ key: [webhook], next: () => undefined }],
};
