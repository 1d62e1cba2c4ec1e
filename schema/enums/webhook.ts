import type { PauseCause } from '../../src/decisions/folds/webhook.ts';
import type { Attempt } from '../../src/webhooks/progress.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** Whether a webhook is sent anything. */
export type WebhookStateName = 'withoutSecret' | 'active' | 'paused';

/** Whether a webhook is sent anything. */
export const WebhookState = graphqlEnum<WebhookStateName>(
  'WebhookState',
  'Whether a webhook is sent anything.',
  {
    withoutSecret: 'Not yet: its owner has taken no secret. See `issueWebhookSecret`.',
    active: 'It is sent events as they come.',
    paused: 'It is sent nothing until its owner resumes it; `pauseCause` tells why.',
  },
);

/** Why a webhook is paused. */
export const WebhookPauseCause = graphqlEnum<PauseCause>('WebhookPauseCause', 'Why a webhook is paused.', {
  asked: 'Somebody asked for it.',
  rightEnded: 'Its owner may not keep webhooks or read the trail any more.',
  receiverGone: 'The receiver answered 410 Gone.',
  receiverFailing: 'Nothing was delivered for five days.',
  addressRefused: 'The name leads to an address that nothing is sent to: not one of the open network.',
});

/** What became of an attempt to deliver. */
export const WebhookResult = graphqlEnum<Attempt['result']>(
  'WebhookResult',
  'What became of an attempt to deliver.',
  {
    delivered: 'The receiver answered 2xx.',
    gone: 'The receiver answered 410 Gone: the webhook is paused.',
    redirected: 'The receiver answered 3xx. Redirects are not followed: give the webhook the other address.',
    refusedByReceiver: 'The receiver answered anything else.',
    unreachable: 'There was no answer: the name, the connection or the certificate failed.',
    timedOut: 'There was no answer within fifteen seconds.',
    addressRefused:
      'The name leads to an address that nothing is sent to: not one of the open network. The webhook is paused.',
  },
);
