import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** The record of who read whose personal data: not history of the college, so no event, but as unchangeable. */
class CreateDisclosure extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('migrations/create.sql', import.meta.url), 'utf8'));
  }
}

/** The table of this folder, in the schema `disclosure`; it comes after the log's, whose guard it shares. */
export const disclosureMigrations = [{ name: '2026-11-22-disclosure', class: CreateDisclosure }];
