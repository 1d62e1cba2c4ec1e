import { setTimeout as sleep } from 'node:timers/promises';
import type { Webhook } from '../../projections/webhooks/table.ts';
import { ANY } from '../runtime/live/channel.ts';
import { Courier } from './courier.ts';
import type { Desk, Served } from './desk.ts';
import { Tidier } from './tidier.ts';

/** How often it is looked at the latest whether webhooks stand as they did, in milliseconds. */
const LOOK_MS = 1_000;

/** How long it is not looked again, whatever happens, in milliseconds. */
const REST_MS = 100;

/** Whether a webhook is sent anything: its owner took a secret, and nobody paused it. */
export const isActive = ({ generation, cause }: Webhook): boolean => generation > 0 && cause === null;

interface Working {
  readonly courier: Courier;
  readonly stopping: AbortController;
}

/** Delivers the webhooks of a college, a courier each, while there are any that are active; it reads no log by itself. */
export class CollegeDeliveries {
  readonly #desk: Desk;
  readonly #served: Served;
  readonly #signal: AbortSignal;
  readonly #couriers = new Map<string, Working>();

  constructor(desk: Desk, served: Served, signal: AbortSignal) {
    this.#desk = desk;
    this.#served = served;
    this.#signal = AbortSignal.any([signal, served.feed.signal]);
  }

  /** Runs until the signal or the feed ends, or nothing is left to deliver; then every courier has stopped. */
  async run(): Promise<void> {
    const { feed, college } = this.#served;
    const trail = feed.channel('audit-trail');
    const tidier = new Tidier(this.#desk, college);
    try {
      if (!(await trail.isReady()) || !(await feed.channel('rights').isReady())) return;
      while (!this.#signal.aborted) {
        const until = trail.reached(ANY);
        const webhooks = await this.#desk.webhooks(college.id, until);
        if (webhooks) {
          await this.#assign(webhooks, until);
          await tidier.tidy(webhooks);
          if (this.#couriers.size === 0) return;
        }
        await sleep(REST_MS, undefined, { signal: this.#signal, ref: false }).catch(() => undefined);
        await trail.next(ANY, until, AbortSignal.any([this.#signal, AbortSignal.timeout(LOOK_MS)]));
      }
    } finally {
      await Promise.all([...this.#couriers.keys()].map((webhook) => this.#dismiss(webhook)));
    }
  }

  async #assign(webhooks: readonly Webhook[], until: bigint): Promise<void> {
    const active = new Map(webhooks.filter(isActive).map((webhook) => [webhook.webhook, webhook]));
    for (const id of this.#couriers.keys()) if (!active.has(id)) await this.#dismiss(id);
    for (const [id, webhook] of active) {
      const { courier } = this.#couriers.get(id) ?? this.#hire(webhook);
      courier.tell(webhook, until);
    }
  }

  #hire(webhook: Webhook): Working {
    const stopping = new AbortController();
    const signal = AbortSignal.any([this.#signal, stopping.signal]);
    const courier = new Courier(this.#desk, this.#served, webhook, signal);
    const working = { courier, stopping };
    this.#couriers.set(webhook.webhook, working);
    // One that a fault has ended is followed by another at the next look.
    void courier.ended.then(() => {
      if (this.#couriers.get(webhook.webhook)?.courier === courier) this.#couriers.delete(webhook.webhook);
    });
    return working;
  }

  async #dismiss(webhook: string): Promise<void> {
    const working = this.#couriers.get(webhook);
    this.#couriers.delete(webhook);
    working?.stopping.abort();
    await working?.courier.ended;
  }
}
