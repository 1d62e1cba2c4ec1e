import type { EventNamed } from '../../../events/register.ts';
import type { Role } from '../../../events/role.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';

/** Why a webhook is sent nothing. */
export type PauseCause = EventNamed<'WebhookPaused'>['data']['cause'];

/** A webhook as it stands. */
export interface WebhookState extends Pick<EventNamed<'WebhookRegistered'>['data'], 'url' | 'kinds'> {
  readonly owner: string;
  /** The session in which it was registered: what the server finds out about it is noted in its name. */
  readonly session: string;
  /** The role that gave the right. */
  readonly right: Role | null;
  /** How many secrets there were; 0: none yet, and nothing is sent. */
  readonly generation: number;
  readonly paused: PauseCause | null;
}

type Webhooks = ReadonlyMap<string, WebhookState>;

const amended = (state: Webhooks, id: string, more: Partial<WebhookState>): Webhooks => {
  const found = state.get(id);
  return found ? withEntry(state, id, { ...found, ...more }) : state;
};

/** Folds `webhook-<college>`: those that were not removed, by id. */
export const webhooks = defineFold<Webhooks, 'webhook'>('webhook', new Map(), {
  WebhookRegistered: (state, { data: { webhook, url, kinds }, meta: { actor } }) =>
    withEntry(state, webhook, {
      url,
      kinds,
      owner: actor.account,
      session: actor.session,
      right: actor.role,
      generation: 0,
      paused: null,
    }),
  WebhookSecretIssued: (state, { data: { webhook, generation } }) => amended(state, webhook, { generation }),
  WebhookChanged: (state, { data: { webhook, url, kinds } }) => amended(state, webhook, { url, kinds }),
  WebhookPaused: (state, { data: { webhook, cause } }) => amended(state, webhook, { paused: cause }),
  WebhookResumed: (state, { data: { webhook } }) => amended(state, webhook, { paused: null }),
  WebhookReplayed: (state) => state,
  WebhookRemoved: (state, { data: { webhook } }) => withoutEntry(state, webhook),
});
