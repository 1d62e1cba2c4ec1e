import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, UserErrorAnswer, Variables } from './api-client.ts';

/** A webhook as it is shown. */
export interface WebhookAnswer {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly state: string;
  readonly pauseCause: string | null;
  readonly formerSecretUntil: string | null;
  readonly position: string;
  readonly lag: number;
  readonly failures: number;
  readonly failingSince: string | null;
  readonly nextAttemptAt: string | null;
  readonly owner: { readonly name: string | null } | null;
  readonly deliveries: readonly {
    readonly eventId: string;
    readonly position: string;
    readonly result: string;
    readonly status: number | null;
  }[];
}

/** A query for every field of every webhook. */
export const WEBHOOKS = `{ webhooks {
  id url kinds registeredAt state pauseCause pausedAt formerSecretUntil position lag failures failingSince nextAttemptAt
  owner { name } deliveries { eventId position at result status durationMs }
} }`;

/** The webhooks of the college. */
export const webhooksOf = async (client: ApiClient): Promise<readonly WebhookAnswer[]> =>
  (await client.read(WEBHOOKS))['webhooks'] as readonly WebhookAnswer[];

/** A webhook, as soon as it is as it should be. */
export const webhookWhen = async (
  client: ApiClient,
  id: string,
  is: (webhook: WebhookAnswer) => boolean,
): Promise<WebhookAnswer> => {
  for (;;) {
    const found = (await webhooksOf(client)).find((webhook) => webhook.id === id);
    if (found && is(found)) return found;
    await sleep(50);
  }
};

const ISSUE = `mutation ($commandId: UUID!, $webhookId: ID!, $overlap: Boolean) {
  issueWebhookSecret(commandId: $commandId, webhookId: $webhookId, overlap: $overlap) { secret userErrors { code } }
}`;

/** What comes of asking for a secret. */
export const issueSecret = async (
  client: ApiClient,
  webhookId: string,
  { overlap = true, commandId = randomUUID() }: { overlap?: boolean; commandId?: string } = {},
): Promise<{ readonly secret: string | null; readonly userErrors: readonly UserErrorAnswer[] }> => {
  const answer = await client.read(ISSUE, { commandId, webhookId, overlap });
  return answer['issueWebhookSecret'] as {
    readonly secret: string | null;
    readonly userErrors: readonly UserErrorAnswer[];
  };
};

/** Registers a webhook without a secret: its id. */
export const register = async (client: ApiClient, input: Variables): Promise<string> => {
  const { accepted, id, userErrors } = await client.do('registerWebhook', input);
  if (!accepted || id === null) throw new Error(JSON.stringify(userErrors));
  return id;
};

/** Registers a webhook and takes its first secret: from then on it is sent what happens. */
export const opened = async (
  client: ApiClient,
  input: Variables,
): Promise<{ readonly id: string; readonly secret: string }> => {
  const id = await register(client, input);
  const { secret } = await issueSecret(client, id);
  if (secret === null) throw new Error('No secret was issued.');
  return { id, secret };
};
