import type { AuditEntry } from '../../projections/audit-trail/table.ts';
import type { Webhook } from '../../projections/webhooks/table.ts';
import type { Published } from '../ledger/published/published.ts';
import type { Capability } from '../policies/access.ts';
import type { Viewer } from '../policies/scope.ts';
import type { Readers } from '../runtime/bounded-readers.ts';
import type { RunningCollege } from '../runtime/college.ts';
import type { CollegeFeed } from '../runtime/live/college-feed.ts';
import type { Pace } from './pace.ts';
import type { WebhookProgress } from './progress.ts';
import type { WebhookSecrets } from './secrets.ts';
import type { Message } from './signature.ts';

/** What the roles of an owner reach now. */
export type Owner = Omit<Viewer, 'session'> & { readonly capabilities: ReadonlySet<Capability> };

/** What deliveries are made with. */
export interface Desk {
  readonly progress: WebhookProgress;
  readonly secrets: WebhookSecrets;
  readonly readers: Readers;
  readonly published: Pick<Published, 'leaves'>;
  /** Whose rights a webhook reads under, as of now. */
  readonly owner: (college: RunningCollege, account: string) => Promise<Owner>;
  /** The webhooks of a college, as of a position, once the read model shows it; `null` where it does not in time. */
  readonly webhooks: (college: string, position: bigint) => Promise<readonly Webhook[] | null>;
  /** The message about an event: the contract with the receivers. */
  readonly message: (webhook: string, entry: AuditEntry, leafHash: string) => Message;
  readonly pace: Pace;
  /** Whether the machine itself may be sent to. */
  readonly loopback: boolean;
  /** Told of what went wrong. */
  readonly report: (fault: unknown) => void;
}

/** A college whose webhooks are delivered, and what happens in it. */
export interface Served {
  readonly college: RunningCollege;
  readonly feed: CollegeFeed;
}
