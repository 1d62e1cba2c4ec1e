import type { MigrationObject } from '@mikro-orm/core';
import { disclosureMigrations } from '../disclosure/migrations.ts';
import { identityMigrations } from '../identity/migrations.ts';
import { keysMigrations } from '../keys/migrations.ts';
import { ledgerMigrations } from '../ledger/migrations.ts';
import { kurrentdbMigrations } from '../log/kurrentdb/migrations.ts';
import { logMigrations } from '../log/postgres/migrations.ts';
import { webhookMigrations } from '../webhooks/migrations.ts';
import { ReadSchema } from './read-schema.ts';
import type { Room } from './roles.ts';

export { UNSETTLED_VOCABULARY } from '../log/postgres/migrations.ts';

/** Every migration of each database, in the order it is applied; each room that keeps something durable adds its own list. */
export const migrations: Readonly<Record<Room, readonly MigrationObject[]>> = {
  main: [
    { name: '2026-11-22-read-roles', class: ReadSchema },
    ...logMigrations,
    ...ledgerMigrations,
    ...identityMigrations,
    ...disclosureMigrations,
    ...webhookMigrations,
    ...kurrentdbMigrations,
  ],
  keys: keysMigrations,
};
