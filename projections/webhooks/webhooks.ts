import { defineProjection, projected } from '../definition.ts';
import { webhookHandlers } from './apply.ts';
import { webhook } from './table.ts';

/** Feeds of the trail to addresses outside. */
export const webhooks = defineProjection({
  name: 'webhooks',
  version: 1,
  tables: [projected(webhook, webhookHandlers)],
});
