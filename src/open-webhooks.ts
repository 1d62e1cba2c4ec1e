import { webhooksToServe } from '../projections/webhooks/queries.ts';
import { webhookMessage } from '../schema/webhook-message.ts';
import type { Config } from './config.ts';
import type { House } from './house.ts';
import type { Published } from './ledger/published/published.ts';
import type { Feeds } from './runtime/live/feeds.ts';
import { ProjectorLocks } from './runtime/projector-locks.ts';
import type { Projector } from './runtime/projector.ts';
import type { ReadModels } from './runtime/read-models.ts';
import { webhookDoor, type WebhookDoor } from './webhooks/door.ts';
import type { Owner } from './webhooks/desk.ts';
import { PACE, type Pace } from './webhooks/pace.ts';
import { postgresProgress } from './webhooks/progress.ts';
import { webhookSecrets } from './webhooks/secrets.ts';
import { startDeliveries, type Deliveries } from './webhooks/webhooks.ts';
import type { RunningCollege } from './runtime/college.ts';

/** What the rest of a server hands over. */
interface Surroundings {
  readonly projector: Projector;
  readonly readModels: ReadModels;
  readonly published: Published;
  readonly feeds: Feeds;
  readonly owner: (college: RunningCollege, account: string) => Promise<Owner>;
  readonly report: (fault: unknown) => void;
}

/** The webhooks of a house: what the API asks of them, and their deliveries. */
export interface Webhooks {
  readonly door: WebhookDoor;
  /** Begins to deliver, unless the settings leave that to other processes. */
  deliver(surroundings: Surroundings): Deliveries | null;
}

const CONNECTIONS = 4;

/** How long it is waited for the read model of webhooks, in milliseconds. */
const PATIENCE_MS = 1_000;

/** Opens the webhooks of a house. */
export const openWebhooks = (
  house: House,
  setting: Config['webhooks'],
  pace: Partial<Pace> = {},
): Webhooks => {
  const pool = house.database.app.pool(CONNECTIONS);
  const progress = postgresProgress(pool);
  const secrets = webhookSecrets(house.keyring);
  const loopback = setting === 'loopback';
  return {
    door: webhookDoor(progress, secrets, loopback),
    deliver({ projector, readModels: { readers }, published, feeds, owner, report }) {
      if (setting === 'off') return null;
      return startDeliveries({
        progress,
        secrets,
        readers,
        published,
        owner,
        async webhooks(college, position) {
          const isShown = await projector.waitFor('webhooks', college, position, PATIENCE_MS);
          return isShown ? await webhooksToServe(readers({ college, students: null }), college) : null;
        },
        message: webhookMessage,
        pace: { ...PACE, ...pace },
        loopback,
        report,
        colleges: () => house.colleges(),
        college: (id) => house.college(id),
        changed: (college) => projector.changed('webhooks', college),
        feeds,
        locks: new ProjectorLocks(house.database.app.pool(1)),
      });
    },
  };
};
