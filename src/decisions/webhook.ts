import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { addressFault } from '../policies/webhook-address.ts';
import { formerUntil, MOST_WEBHOOKS } from '../policies/webhook-terms.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { webhooks, type PauseCause, type WebhookState } from './folds/webhook.ts';
import { isRefused, rightTo } from './rights.ts';

/** Whether this server may send to the machine it runs on: its settings say so, and no log. */
interface Reach {
  readonly loopback: boolean;
}

/** Opens a feed of the trail to an address. */
export type RegisterWebhook = EventNamed<'WebhookRegistered'>['data'] & Reach;

/** Gives a webhook a new secret; with `overlap` the one before goes on signing for a day. */
export interface IssueWebhookSecret {
  readonly webhook: string;
  readonly overlap: boolean;
}

/** Gives a webhook another address or other events. */
export type ChangeWebhook = EventNamed<'WebhookChanged'>['data'] & Reach;

/** Stops a webhook for now. */
export type PauseWebhook = EventNamed<'WebhookResumed'>['data'];

/** Has it go on. */
export type ResumeWebhook = EventNamed<'WebhookResumed'>['data'];

/** Has everything after a position sent again. */
export type ReplayWebhook = EventNamed<'WebhookReplayed'>['data'];

/** Takes a webhook away. */
export type RemoveWebhook = EventNamed<'WebhookRemoved'>['data'];

/** Stops a webhook because the server found a cause. */
export interface SuspendWebhook {
  readonly webhook: string;
  readonly cause: Exclude<PauseCause, 'asked'>;
}

interface Found {
  readonly right: Role;
  readonly hook: WebhookState;
}

const write = ({ college }: Circumstances, right: Role, event: DomainEvent): Accepted =>
  accept(right, [{ category: 'webhook', id: college, events: [event] }]);

/** A webhook, for whoever may stop it: any of those who keep webhooks. */
function* kept(circumstances: Circumstances, webhook: string): Deciding<Found | Refused> {
  const right = yield* rightTo(circumstances, 'webhook.manage');
  if (isRefused(right)) return right;
  const hook = (yield* read(webhooks, circumstances.college)).get(webhook);
  return hook ? { right, hook } : refuse('NOT_FOUND', {}, { what: 'webhook' });
}

/** The same for whoever may open it further: its owner alone, under whose rights it reads. */
function* owned(circumstances: Circumstances, webhook: string): Deciding<Found | Refused> {
  const found = yield* kept(circumstances, webhook);
  if (isRefused(found) || found.hook.owner === circumstances.actor.account) return found;
  return refuse('NOT_THE_OWNER', {}, { what: 'webhook' });
}

const notAllowed = (url: string, { loopback }: Reach): Refused | null => {
  const why = addressFault(url, loopback);
  return why && refuse('ADDRESS_NOT_ALLOWED', {}, { why });
};

/** Opens a feed of the trail; nothing is sent before its owner has taken a secret. */
export function* registerWebhook(
  circumstances: Circumstances,
  { loopback, ...data }: RegisterWebhook,
): Deciding {
  const right = yield* rightTo(circumstances, 'webhook.manage');
  if (isRefused(right)) return right;
  const refused = notAllowed(data.url, { loopback });
  if (refused) return refused;
  const hooks = yield* read(webhooks, circumstances.college);
  if (hooks.has(data.webhook) || [...hooks.values()].some(({ url }) => url === data.url))
    return refuse('ALREADY_EXISTS', {}, { what: 'webhook' });
  if (hooks.size >= MOST_WEBHOOKS) return refuse('LIMIT_REACHED', {}, { limit: MOST_WEBHOOKS });
  return write(circumstances, right, { type: 'WebhookRegistered', data });
}

/** Notes that its owner is shown a new secret. */
export function* issueWebhookSecret(
  circumstances: Circumstances,
  { webhook, overlap }: IssueWebhookSecret,
): Deciding {
  const found = yield* owned(circumstances, webhook);
  if (isRefused(found)) return found;
  const { right, hook } = found;
  const isLasting = overlap && hook.generation > 0;
  const data = {
    webhook,
    generation: hook.generation + 1,
    formerUntil: isLasting ? formerUntil(circumstances.now) : null,
  };
  return write(circumstances, right, { type: 'WebhookSecretIssued', data });
}

/** Gives it another address or other events; it goes on from where it had come. */
export function* changeWebhook(circumstances: Circumstances, { loopback, ...data }: ChangeWebhook): Deciding {
  const found = yield* owned(circumstances, data.webhook);
  if (isRefused(found)) return found;
  const { right, hook } = found;
  const refused = notAllowed(data.url, { loopback });
  if (refused) return refused;
  const others = [...(yield* read(webhooks, circumstances.college))].filter(([id]) => id !== data.webhook);
  if (others.some(([, { url }]) => url === data.url))
    return refuse('ALREADY_EXISTS', {}, { what: 'webhook' });
  const isSame = hook.url === data.url && String(hook.kinds) === String(data.kinds);
  return isSame ? accept(right, []) : write(circumstances, right, { type: 'WebhookChanged', data });
}

/** Stops it for now: whoever keeps webhooks may, because stopping gives nothing to anybody. */
export function* pauseWebhook(circumstances: Circumstances, { webhook }: PauseWebhook): Deciding {
  const found = yield* kept(circumstances, webhook);
  if (isRefused(found)) return found;
  if (found.hook.paused) return accept(found.right, []);
  return write(circumstances, found.right, { type: 'WebhookPaused', data: { webhook, cause: 'asked' } });
}

/** Has it go on from where it had come. */
export function* resumeWebhook(circumstances: Circumstances, data: ResumeWebhook): Deciding {
  const found = yield* owned(circumstances, data.webhook);
  if (isRefused(found)) return found;
  if (!found.hook.paused) return accept(found.right, []);
  return write(circumstances, found.right, { type: 'WebhookResumed', data });
}

/** Has everything after a position sent, whether or not it was before; a paused one stays paused. */
export function* replayWebhook(circumstances: Circumstances, data: ReplayWebhook): Deciding {
  const found = yield* owned(circumstances, data.webhook);
  if (isRefused(found)) return found;
  return write(circumstances, found.right, { type: 'WebhookReplayed', data });
}

/** Takes it away. */
export function* removeWebhook(circumstances: Circumstances, data: RemoveWebhook): Deciding {
  const found = yield* kept(circumstances, data.webhook);
  if (isRefused(found)) return found;
  return write(circumstances, found.right, { type: 'WebhookRemoved', data });
}

/** Notes why the server stopped it, in the name of its owner and by the right it was opened with: that may have ended. */
export function* suspendWebhook(circumstances: Circumstances, { webhook, cause }: SuspendWebhook): Deciding {
  const hook = (yield* read(webhooks, circumstances.college)).get(webhook);
  if (hook?.owner !== circumstances.actor.account) return refuse('NOT_FOUND', {}, { what: 'webhook' });
  if (hook.right === null) return refuse('NOT_PERMITTED', {}, { capability: 'webhook.manage' });
  if (hook.paused) return accept(hook.right, []);
  return write(circumstances, hook.right, { type: 'WebhookPaused', data: { webhook, cause } });
}
