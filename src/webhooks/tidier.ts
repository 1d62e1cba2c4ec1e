import type { Webhook } from '../../projections/webhooks/table.ts';
import type { RunningCollege } from '../runtime/college.ts';
import type { Desk } from './desk.ts';

/** How often it is looked, though nothing happened, for secrets whose time is over, in milliseconds. */
const LOOK_MS = 10 * 60 * 1_000;

/** Forgets webhooks that were removed, their secrets first, and secrets that sign nothing any more. */
export class Tidier {
  readonly #desk: Pick<Desk, 'progress' | 'secrets'>;
  readonly #college: RunningCollege;
  #seen = '';
  #lookedAt = 0;

  constructor(desk: Pick<Desk, 'progress' | 'secrets'>, college: RunningCollege) {
    this.#desk = desk;
    this.#college = college;
  }

  /** Looks where webhooks do not stand as they did, and now and then. */
  async tidy(webhooks: readonly Webhook[]): Promise<void> {
    const now = performance.now();
    const stands = webhooks.map(({ webhook, changedBy }) => `${webhook} ${String(changedBy)}`).join();
    if (stands === this.#seen && now - this.#lookedAt < LOOK_MS) return;
    await this.#forget(new Set(webhooks.map(({ webhook }) => webhook)));
    for (const webhook of webhooks) await this.#endSecrets(webhook);
    this.#seen = stands;
    this.#lookedAt = now;
  }

  async #forget(standing: ReadonlySet<string>): Promise<void> {
    const { progress, secrets } = this.#desk;
    const { id } = this.#college;
    for (const { webhook, generation } of await progress.all(id)) {
      if (standing.has(webhook)) continue;
      await secrets.destroy(id, webhook, generation);
      await progress.forget(id, webhook);
    }
  }

  async #endSecrets({ webhook, generation, formerUntil }: Webhook): Promise<void> {
    const isFormerSigning = formerUntil !== null && this.#college.now() < formerUntil;
    await this.#desk.secrets.destroy(this.#college.id, webhook, generation - (isFormerSigning ? 2 : 1));
  }
}
