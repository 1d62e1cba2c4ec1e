import { Command } from 'commander';
import type { Config } from './config.ts';
import { checkBoot } from './database/boot-check.ts';
import { openDatabase } from './database/database.ts';

/** `cli migrate`: what a deployment runs as the owner, before a server starts that can not change the schema. */
export const migrateCommand = (config: () => Config): Command =>
  new Command('migrate')
    .description('Bring the database up to this version and check it; DATABASE_URL is of a user who owns it.')
    .exitOverride()
    .action(async () => {
      const database = await openDatabase(config(), 'guest');
      try {
        await checkBoot(database);
        console.log('The database is of this version.');
      } finally {
        await database.close();
      }
    });
