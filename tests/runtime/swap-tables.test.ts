import { gradebook } from '../../projections/gradebook/gradebook.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { prepareTables } from '../../src/runtime/prepare-tables.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { createSide } from '../../src/runtime/side-tables.ts';
import { swapTables } from '../../src/runtime/swap-tables.ts';
import { readRoles } from '../support/read-roles.ts';
import { testDatabase } from '../support/postgres.ts';

describe('a swap', () => {
  it('waits for the vacuum of a new table as long as it takes', async () => {
    const database = await testDatabase();
    const app = readRoles(database);
    const models = openReadModels(app, [gradebook]);
    const [model] = models.models;
    if (!model) throw new Error('There is one model.');
    await prepareTables(models.pool, [model]);
    const vacuum = await models.pool.connect();
    await createSide(vacuum, model, 'new');
    await vacuum.query('BEGIN; LOCK TABLE read.gradebook_cell__new IN SHARE UPDATE EXCLUSIVE MODE');

    const swapped = inTransaction(models.pool, 'BEGIN', (client) => swapTables(client, model));
    const outcome = swapped.then(
      () => 'swapped',
      (error: unknown) => String(error),
    );
    // Longer than a swap waits for a reader at a time.
    await vacuum.query('SELECT pg_sleep(0.5)');
    await vacuum.query('COMMIT');
    vacuum.release();
    expect(await outcome).toBe('swapped');
    const { rows } = await models.pool.query(`SELECT to_regclass('read.gradebook_cell__new') AS left`);
    expect(rows).toEqual([{ left: null }]);
    await app.end();
    await database.drop();
  });
});
