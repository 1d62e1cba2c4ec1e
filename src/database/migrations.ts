import type { MigrationObject } from '@mikro-orm/core';
import { identityMigrations } from '../identity/migrations.ts';
import { logMigrations } from '../log/postgres/migrations.ts';
import { ReadSchema } from './read-schema.ts';

export { UNSETTLED_VOCABULARY } from '../log/postgres/migrations.ts';

/** Every migration, in the order it is applied; each room that keeps something durable adds its own list. */
export const migrations: readonly MigrationObject[] = [
  { name: '2026-11-22-read-schema', class: ReadSchema },
  ...logMigrations,
  ...identityMigrations,
];
