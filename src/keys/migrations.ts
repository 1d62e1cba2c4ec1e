import type { MigrationObject } from '@mikro-orm/core';

/** The migrations of the keys' own database, run there by the owner. */
export const keysMigrations: readonly MigrationObject[] = [];
