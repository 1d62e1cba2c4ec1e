import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** One-time sign-in codes and sessions: not history, so no event, and no part of the log. */
class CreateIdentity extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('migrations/create.sql', import.meta.url), 'utf8'));
  }
}

/** Passwords, identities of a provider, failed attempts, and when a session was last authenticated. */
class AddAuthentication extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('migrations/authentication.sql', import.meta.url), 'utf8'));
  }
}

/** The tables of this folder, in the schema `identity`. */
export const identityMigrations = [
  { name: 'identity-0001-create', class: CreateIdentity },
  { name: 'identity-0002-authentication', class: AddAuthentication },
];
