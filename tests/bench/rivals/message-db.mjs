import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { rival } from './rival.mjs';

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/@eventide/message-db/database');

/** What its `install.sh` runs, in its order; that script needs psql. */
const PARTS = ['schema', 'extensions', 'types', 'tables', 'functions', 'indexes'];

rival(async (url) => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('SET check_function_bodies = off');
  for (const part of PARTS)
    for (const file of readdirSync(join(SOURCES, part)).sort())
      await owner.query(readFileSync(join(SOURCES, part, file), 'utf8'));
  await owner.end();
  const pool = new pg.Pool({
    connectionString: url,
    max: 32,
    options: '-c search_path=message_store,public',
  });
  pool.on('error', () => undefined);
  const text = 'SELECT write_message($1, $2, $3, $4, $5, $6)';
  return (stream, revision, data) => {
    const values = [randomUUID(), stream, 'MarkRecorded', JSON.stringify(data), null, revision];
    return pool.query({ name: 'write', text, values });
  };
});
