import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** How far webhooks have come and what became of the last attempts: not history, so no event, and no part of the log. */
class CreateWebhook extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('migrations/create.sql', import.meta.url), 'utf8'));
  }
}

/** The tables of this folder, in the schema `webhook`. */
export const webhookMigrations = [{ name: 'webhook-0001-create', class: CreateWebhook }];
