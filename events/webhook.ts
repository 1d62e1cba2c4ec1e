import { z } from 'zod';
import { defineEvent } from './event.ts';
import { id, instant, label } from './vocabulary.ts';

/** Where to and what: an address without a key in it, and the types of events; none named: every event. */
const feed = { url: label, kinds: z.array(label).max(400) };

const position = z.int().min(0);

const WebhookRegistered = defineEvent({
  type: 'WebhookRegistered',
  category: 'webhook',
  meaning:
    'Somebody opened a feed of the trail to an address outside: where to, which events, and after which position; without one, from here on.',
  data: z.strictObject({ webhook: id, ...feed, after: position.nullable() }),
});

const WebhookSecretIssued = defineEvent({
  type: 'WebhookSecretIssued',
  category: 'webhook',
  meaning:
    'The owner of a webhook was shown a new secret that its messages are signed with; until when the one before signs beside it. What it is, the log is not told.',
  data: z.strictObject({ webhook: id, generation: z.int().min(1), formerUntil: instant.nullable() }),
});

const WebhookChanged = defineEvent({
  type: 'WebhookChanged',
  category: 'webhook',
  meaning: 'The owner of a webhook gave it another address or other events.',
  data: z.strictObject({ webhook: id, ...feed }),
});

const WebhookPaused = defineEvent({
  type: 'WebhookPaused',
  category: 'webhook',
  meaning:
    'A webhook is sent nothing any more until it is resumed: somebody asked for it, or the server found a cause.',
  data: z.strictObject({
    webhook: id,
    cause: z.enum(['asked', 'rightEnded', 'receiverGone', 'receiverFailing', 'addressRefused']),
  }),
});

const WebhookResumed = defineEvent({
  type: 'WebhookResumed',
  category: 'webhook',
  meaning: 'The owner of a webhook has it go on from where it had come.',
  data: z.strictObject({ webhook: id }),
});

const WebhookReplayed = defineEvent({
  type: 'WebhookReplayed',
  category: 'webhook',
  meaning: 'The owner of a webhook has everything after a position sent, again or at last.',
  data: z.strictObject({ webhook: id, after: position }),
});

const WebhookRemoved = defineEvent({
  type: 'WebhookRemoved',
  category: 'webhook',
  meaning: 'A webhook was taken away, and its secrets with it.',
  data: z.strictObject({ webhook: id }),
});

/** Feeds of the trail to the outside: who opened which, where to, and when it was shut. */
export const webhookEvents = {
  WebhookRegistered,
  WebhookSecretIssued,
  WebhookChanged,
  WebhookPaused,
  WebhookResumed,
  WebhookReplayed,
  WebhookRemoved,
} as const;
