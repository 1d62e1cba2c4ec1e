import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** What numbers the events of a log that lies in KurrentDB, and keeps their ciphertexts until it has. */
class NumberSource extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('migrations/numbering.sql', import.meta.url), 'utf8'));
  }
}

/** The part of engine `kurrentdb` that lies in PostgreSQL; it fills the tables of engine `postgres`. */
export const kurrentdbMigrations = [{ name: '2026-11-22-log-source', class: NumberSource }];
