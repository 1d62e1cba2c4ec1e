import { readFileSync } from 'node:fs';
import type { MigrationObject } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';

const sql = (file: string): string =>
  readFileSync(new URL(`postgres/migrations/${file}`, import.meta.url), 'utf8');

/** The wrapped keys, and what they are wrapped under. */
class CreateKeys extends Migration {
  override up(): void {
    this.addSql(sql('keys.sql'));
  }
}

/** The migrations of the keys' own database, run there by the owner. */
export const keysMigrations: readonly MigrationObject[] = [{ name: '2026-11-22-keys', class: CreateKeys }];
