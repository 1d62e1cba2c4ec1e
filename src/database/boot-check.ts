import type { Pool } from 'pg';
import { StartFault } from '../start-fault.ts';
import { guardDeviations } from './boot-check-guard.ts';
import { leafDeviations } from './boot-check-leaves.ts';
import { readingDeviations } from './boot-check-reading.ts';
import { roleDeviations } from './boot-check-roles.ts';
import { sessionDeviations } from './boot-check-sessions.ts';
import { settingDeviations } from './boot-check-settings.ts';
import type { Database } from './database.ts';
import { expectedShape, schemasOf } from './expected-shape.ts';
import type { Room } from './roles.ts';
import { describeShape, deviationsOf } from './shape.ts';

/** One sentence for each way in which a database differs from what the migrations of this version made. */
const shapeDeviations = async (pool: Pool, room: Room): Promise<readonly string[]> => {
  const expected = expectedShape(room);
  return deviationsOf(await describeShape(pool, schemasOf(expected)), expected);
};

/** Everything that is not as it was made, or not safe: nothing is repaired, for somebody has to know why. */
export const bootDeviations = async ({ app, reader, keys }: Database): Promise<readonly string[]> => {
  const [main, reading, vault] = [app.pool(2), reader.pool(2), keys.pool(1)];
  try {
    const found = await Promise.all([
      shapeDeviations(main, 'main'),
      shapeDeviations(vault, 'keys'),
      leafDeviations(main),
      roleDeviations(main),
      readingDeviations(main),
      guardDeviations(main),
      settingDeviations(main),
      settingDeviations(vault),
      sessionDeviations(reading),
    ]);
    return [...new Set(found.flat())];
  } finally {
    await Promise.all([main, reading, vault].map((pool) => pool.end()));
  }
};

/** Checks the database before a server listens. Throws a `StartFault` with a sentence for each deviation. */
export const checkBoot = async (database: Database): Promise<void> => {
  const deviations = await bootDeviations(database);
  if (deviations.length > 0)
    throw new StartFault(
      [
        'The database is not as this version left it (migrated, with nothing changed since):',
        ...deviations,
      ].join('\n  '),
    );
};
