import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** What a dump holds of one database: tables in any order, their rows as COPY writes them, and where counters stand. */
export interface Dump {
  readonly tables: ReadonlyMap<string, Buffer>;
  readonly sequences: ReadonlyMap<string, string>;
  /** The statements that make what is not there in an empty schema of ours: leaves of logs, tables of read models. */
  readonly leaves: readonly { readonly college: string; readonly leaf: string | null }[];
}

const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'gradeledger', 'guard')`;

const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND ${OURS} ORDER BY 1`;

const SEQUENCES = `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'S' AND ${OURS} ORDER BY 1`;

const LEAVES = `SELECT split_part(c.relname, '_', 2) AS college, nullif(split_part(c.relname, '_', 3), '') AS leaf FROM pg_class c
  WHERE to_regnamespace('log') = c.relnamespace AND c.relispartition AND c.relkind IN ('r', 'p') ORDER BY 1, 2 NULLS FIRST`;

const column = async (client: Client, text: string): Promise<readonly string[]> =>
  (await client.query<{ name: string }>(text)).rows.map(({ name }) => name);

/** Copies every table out of a database in one snapshot, as pg_dump does while everybody works on. */
export const dumpDatabase = async (url: string): Promise<Dump> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = new Map<string, Buffer>();
    for (const name of await column(client, TABLES)) {
      const chunks: Buffer[] = [];
      const out = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk));
      await pipeline(client.query(copyTo(`COPY ${name} TO STDOUT`)), out);
      tables.set(name, Buffer.concat(chunks));
    }
    const sequences = new Map<string, string>();
    for (const name of await column(client, SEQUENCES))
      sequences.set(
        name,
        (await client.query<{ at: string }>(`SELECT last_value AS at FROM ${name} WHERE is_called`)).rows[0]
          ?.at ?? '0',
      );
    const { rows: leaves } = await client.query<Dump['leaves'][number]>(LEAVES);
    return { tables, sequences, leaves };
  } finally {
    await client.end();
  }
};

/** Fills a freshly migrated database with a dump: leaves first, rows by COPY, counters last, the triggers of rows quiet meanwhile. */
export const restoreDatabase = async (url: string, dump: Dump): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // pg_restore makes keys and triggers after the rows; here they stand, and a session that plays replica minds few of them.
    await client.query('SET session_replication_role = replica');
    const first = [...dump.tables].filter(([name]) => name === 'log.college');
    const rest = [...dump.tables].filter(([name]) => name !== 'log.college');
    const fill = async ([name, rows]: readonly [string, Buffer]): Promise<void> => {
      const { rowCount } = await client.query('SELECT FROM pg_class WHERE oid = to_regclass($1)', [name]);
      if (!rowCount) throw new Error(`${name} is not in the fresh database.`);
      // What a first start of the program has made there already.
      if (name.startsWith('read.')) await client.query(`DELETE FROM ${name}`);
      const into = client.query(copyFrom(`COPY ${name} FROM STDIN`));
      into.end(rows);
      await new Promise((resolve, reject) => into.once('finish', resolve).once('error', reject));
    };
    for (const table of first) await fill(table);
    await client.query('SET ROLE gradeledger_owner');
    for (const { college, leaf } of dump.leaves)
      await client.query(
        leaf === null ? 'SELECT log.make_college($1)' : 'SELECT log.make_leaf($1, $2)',
        leaf === null ? [college] : [college, leaf],
      );
    await client.query('RESET ROLE');
    for (const table of rest) await fill(table);
    for (const [name, at] of dump.sequences)
      if (at !== '0') await client.query(`SELECT setval(${client.escapeLiteral(name)}, $1)`, [at]);
    await client.query('RESET session_replication_role');
  } finally {
    await client.end();
  }
};
