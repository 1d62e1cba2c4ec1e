import { createHash } from 'node:crypto';
import { Client, Pool } from 'pg';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { appendOne } from '../log/requests.ts';
import { attempt, DENIED } from '../support/attempt.ts';
import { recordedLog, type RecordedLog } from '../support/recorded-log.ts';

/** Attack T58: names of the attacker's stand before the real ones when a function runs with its owner's rights. */
let recorded: RecordedLog;
let admin: Client;

beforeAll(async () => {
  recorded = await recordedLog();
  admin = new Client({ connectionString: recorded.database.operatorUrl });
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await recorded.close();
});

/** Appends as the application, whose sessions look into another schema first; the body's hash as the log stored it. */
const appendedUnder = async (path: string, ...before: readonly string[]) => {
  const url = new URL(recorded.database.appUrl);
  url.searchParams.set('options', `-c search_path=${path}`);
  const pool = new Pool({ connectionString: url.href, max: 1 });
  for (const statement of before) await pool.query(statement);
  const log = postgresLog({ pool });
  const outcomes = [
    await log.append(recorded.college.id, appendOne(`mark-${path.replaceAll(/\W/gu, '')}-one`)),
    ...(await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        log.append(recorded.college.id, appendOne(`mark-${path.replaceAll(/\W/gu, '')}-${name}`)),
      ),
    )),
  ];
  await log.close();
  await pool.end();
  return outcomes.map(({ status }) => status);
};

const everyLeafAgrees = async (): Promise<boolean> => {
  const { rows } = await admin.query<{ body: string; leaf: string }>(
    `SELECT body, encode(leaf_hash, 'hex') AS leaf FROM log.event`,
  );
  return rows.every(
    ({ body, leaf }) => createHash('sha256').update('\0').update(body).digest('hex') === leaf,
  );
};

describe('attack T58: a name that stands in the way', () => {
  it.each(['appUrl', 'projectorUrl', 'readerUrl', 'signerUrl', 'auditorUrl'] as const)(
    'is made by none of the connections: %s',
    async (role) => {
      const url = recorded.database[role];
      for (const statement of [
        'CREATE TEMPORARY TABLE event (body text)',
        'CREATE TABLE pg_temp.event (body text)',
        'CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$SELECT $1$$',
        'CREATE SCHEMA evil',
        'CREATE TABLE public.event (body text)',
        'CREATE FUNCTION public.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$SELECT $1$$',
        'CREATE TABLE log.shadow (body text)',
      ])
        expect([statement, await attempt(url, statement)]).toEqual([statement, DENIED]);
    },
  );

  it('made by somebody who may, is not looked at by the functions of the log', async () => {
    await admin.query(`
      CREATE SCHEMA evil;
      CREATE FUNCTION evil.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT '\\xbad0'::bytea $$;
      CREATE FUNCTION evil.convert_to(text, name) RETURNS bytea LANGUAGE sql AS $$ SELECT '\\xbad1'::bytea $$;
      CREATE FUNCTION evil.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$ SELECT '2000-01-01'::timestamptz $$;
      CREATE FUNCTION evil.pg_advisory_xact_lock(int, int) RETURNS void LANGUAGE sql AS $$ SELECT $$;
      CREATE TABLE evil.event (LIKE log.event); CREATE TABLE evil.college (LIKE log.college);
      CREATE TABLE evil.stream (LIKE log.stream); CREATE TABLE evil.command (LIKE log.command);
      GRANT USAGE ON SCHEMA evil TO gradeledger_app; GRANT ALL ON ALL TABLES IN SCHEMA evil TO gradeledger_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA evil TO gradeledger_app`);
    expect(await appendedUnder('evil,pg_catalog')).toEqual(Array(4).fill('appended'));
    expect(await everyLeafAgrees()).toBe(true);
    const { rows } = await admin.query('SELECT count(*)::int AS strayed FROM evil.event');
    expect(rows).toEqual([{ strayed: 0 }]);
  });

  it('of a temporary table, where an operator allowed those, is not looked at either', async () => {
    await admin.query(`DO $$ BEGIN
      EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO gradeledger_app', current_database()); END $$`);
    const shadow = `CREATE TEMPORARY TABLE event (LIKE log.event); CREATE TEMPORARY TABLE stream (LIKE log.stream);
      CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT '\\xbad2'::bytea $$`;
    expect(await appendedUnder('pg_temp,pg_catalog', shadow)).toEqual(Array(4).fill('appended'));
    expect(await everyLeafAgrees()).toBe(true);
  });

  it('finds no function with its owner’s rights that leaves open where it looks', async () => {
    const { rows } = await admin.query<{ name: string; path: string | null }>(
      `SELECT p.oid::regprocedure::text AS name,
              (SELECT c FROM unnest(proconfig) c WHERE c LIKE 'search_path=%') AS path
         FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
        WHERE prosecdef AND nspowner = 'gradeledger_owner'::regrole ORDER BY 1`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect([...new Set(rows.map(({ path }) => path))]).toEqual(['search_path=pg_catalog, pg_temp']);
  });
});
