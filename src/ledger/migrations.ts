import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

const sql = (file: string): string => readFileSync(new URL(`migrations/${file}`, import.meta.url), 'utf8');

/** What the signer publishes: checkpoints, cosignatures, tiles and reports, append-only like the log. */
class CreateLedger extends Migration {
  override up(): void {
    for (const file of ['tables.sql', 'rights.sql']) this.addSql(sql(file));
  }
}

/** The tables of this folder, in the schema `ledger`; they come after those of the log, whose guard they share. */
export const ledgerMigrations = [{ name: '2026-11-22-ledger', class: CreateLedger }];
