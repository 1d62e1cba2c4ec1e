import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from './support/postgres.ts';
import { run } from './support/program.ts';

describe('cli migrate', () => {
  it('brings a database up to this version, and says what of it is not safe', async () => {
    const database = await testDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'gradeledger-migrate-'));
    const settings = { DATABASE_URL: database.operatorUrl, DATA_DIR: dataDir };
    const { code, errors } = await run('cli.ts', settings, 'migrate').ended;
    await rm(dataDir, { recursive: true, force: true });
    await database.drop();
    // The tests' server is as fast as one can be that nobody relies on.
    expect({ code, lines: errors.trim().split('\n') }).toEqual({
      code: 1,
      lines: [
        'The database is not as this version left it (migrated, with nothing changed since):',
        ...['fsync', 'full_page_writes', 'synchronous_commit'].map(
          (name) =>
            `  PostgreSQL runs with ${name} = off: switch it on, or acknowledged entries can be lost.`,
        ),
      ],
    });
  });
});
