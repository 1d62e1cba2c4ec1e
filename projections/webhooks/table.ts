import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

/** A feed of the trail to an address outside, as its owner and others have set it; how far it has come stands elsewhere. */
export const webhook = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    webhook: p.uuid().primary(),
    /** Where it was registered. */
    position: p.bigint('bigint'),
    registeredAt: p.text(),
    owner: p.text(),
    /** The session in which it was registered. */
    session: p.text(),
    url: p.text(),
    kinds: p.json().$type<EventNamed<'WebhookRegistered'>['data']['kinds']>(),
    /** How many secrets there were; 0: none yet. */
    generation: p.integer(),
    /** Until when the secret before signs too. */
    formerUntil: p.text().nullable(),
    cause: p.text().$type<EventNamed<'WebhookPaused'>['data']['cause']>().nullable(),
    pausedAt: p.text().nullable(),
    /** Everything after this position is sent … */
    startsAfter: p.bigint('bigint'),
    /** … as the event at this one says: the registration, or the last replay. */
    startedBy: p.bigint('bigint'),
    /** The last event about it: whatever was waited for is tried anew. */
    changedBy: p.bigint('bigint'),
  },
  indexes: [],
});

/** A row. */
export type Webhook = RowOf<typeof webhook>;
