import type { Attempt, Progress, WebhookProgress } from './progress.ts';
import type { WebhookSecrets } from './secrets.ts';

/** What of webhooks is no history: how far they have come, what became of attempts, and their secrets. */
export interface WebhookDoor {
  /** Whether the machine itself may be sent to. */
  readonly loopback: boolean;
  readonly progress: (college: string) => Promise<readonly Progress[]>;
  /** The last attempts of every webhook, so many of each, the latest first. */
  readonly attempts: (college: string, most: number) => Promise<readonly Attempt[]>;
  /** A secret in words, for its owner alone; `null` once it was destroyed. */
  readonly secret: (college: string, webhook: string, generation: number) => Promise<string | null>;
}

/** The door of a server. */
export const webhookDoor = (
  progress: WebhookProgress,
  secrets: WebhookSecrets,
  loopback: boolean,
): WebhookDoor => ({
  loopback,
  progress: (college) => progress.all(college),
  attempts: (college, most) => progress.attempts(college, most),
  secret: (college, webhook, generation) => secrets.text(college, webhook, generation),
});
