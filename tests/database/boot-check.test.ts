import { Client } from 'pg';
import { bootDeviations } from '../../src/database/boot-check.ts';
import { openDatabase } from '../../src/database/database.ts';
import { startProjector } from '../../src/runtime/projector.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { eventLog } from '../support/event-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { readRoles } from '../support/read-roles.ts';

let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  database = await testDatabase();
  admin = new Client({ connectionString: database.operatorUrl });
  await admin.connect();
  const [roles, log] = [readRoles(database), eventLog()];
  await (await startProjector(log, openReadModels(roles))).stop();
  await Promise.all([roles.end(), log.close()]);
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** What the check says; that the tests' server is not durable is known. */
const deviations = async (): Promise<readonly string[]> => {
  const opened = await openDatabase({ dataDir: '/nowhere', databaseUrl: database.operatorUrl }, 'server');
  const found = await bootDeviations(opened);
  await opened.close();
  return found.filter((sentence) => !sentence.startsWith('PostgreSQL runs with'));
};

describe('the check of the database before a start', () => {
  it('finds nothing in a database as the migrations made it: run `npm run shape` after a change', async () => {
    expect(await deviations()).toEqual([]);
  });

  it.each([
    [
      'a right that nobody was given',
      'GRANT UPDATE ON log.event TO gradeledger_app',
      'The table log.event was given the right UPDATE of gradeledger_app.',
      'REVOKE UPDATE ON log.event FROM gradeledger_app',
    ],
    [
      'a function that everybody may call',
      'GRANT EXECUTE ON FUNCTION log.open_college TO PUBLIC',
      'The function log.open_college(uuid,text,text) was given the right EXECUTE of PUBLIC.',
      'REVOKE EXECUTE ON FUNCTION log.open_college FROM PUBLIC',
    ],
    [
      'a column that somebody may write',
      'GRANT UPDATE (body) ON log.event TO gradeledger_signer',
      'The table log.event was given the right UPDATE of gradeledger_signer on column body.',
      'REVOKE UPDATE (body) ON log.event FROM gradeledger_signer',
    ],
    [
      'another owner',
      'ALTER TABLE log.command OWNER TO gradeledger_app',
      'The table log.command was given the owner gradeledger_app.',
      'ALTER TABLE log.command OWNER TO gradeledger_owner; GRANT SELECT ON log.command TO gradeledger_app',
    ],
    [
      'a trigger that a replica goes past',
      'ALTER TABLE ledger.checkpoint ENABLE TRIGGER append_only',
      'The table ledger.checkpoint has lost the trigger append_only (always): CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON it FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting().',
      'ALTER TABLE ledger.checkpoint ENABLE ALWAYS TRIGGER append_only',
    ],
    [
      'a rule that swallows what is written',
      'CREATE RULE swallow AS ON INSERT TO log.command DO INSTEAD NOTHING',
      'The table log.command was given the rule swallow.',
      'ALTER EVENT TRIGGER gradeledger_drop DISABLE; DROP RULE swallow ON log.command; ALTER EVENT TRIGGER gradeledger_drop ENABLE ALWAYS',
    ],
    [
      'a function that looks elsewhere for its tables',
      'ALTER FUNCTION log.refuse_rewriting() SET search_path = public',
      'The function log.refuse_rewriting() was given the setting search_path=public.',
      'ALTER FUNCTION log.refuse_rewriting() SET search_path = pg_catalog, pg_temp',
    ],
    [
      'a table that a crash empties',
      'ALTER TABLE identity.session SET UNLOGGED',
      'The table identity.session was given the persistence u.',
      'ALTER TABLE identity.session SET LOGGED',
    ],
    [
      'an event trigger that is off',
      'ALTER EVENT TRIGGER gradeledger_drop DISABLE',
      'The event trigger gradeledger_drop is switched off or was changed.',
      'ALTER EVENT TRIGGER gradeledger_drop ENABLE ALWAYS',
    ],
    [
      'row-level security that is off',
      'ALTER TABLE read.gradebook_cell DISABLE ROW LEVEL SECURITY',
      'Row-level security of read.gradebook_cell is not in force.',
      'ALTER TABLE read.gradebook_cell ENABLE ROW LEVEL SECURITY',
    ],
    [
      'row-level security that spares the owner',
      'ALTER TABLE read.gradebook_cell NO FORCE ROW LEVEL SECURITY',
      'Row-level security of read.gradebook_cell is not in force.',
      'ALTER TABLE read.gradebook_cell FORCE ROW LEVEL SECURITY',
    ],
    [
      'a policy that lets everybody in',
      'CREATE POLICY open ON read.gradebook_cell USING (true)',
      'The policies of read.gradebook_cell are not those the program gave it.',
      'DROP POLICY open ON read.gradebook_cell',
    ],
    [
      'a view past row-level security',
      'CREATE VIEW read.past AS SELECT * FROM read.gradebook_cell; GRANT SELECT ON read.past TO gradeledger_reader',
      'Row-level security of read.past is not in force.',
      'DROP VIEW read.past',
    ],
    [
      'a session that begins as a replica',
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET session_replication_role = replica', current_database()); END $$`,
      'The database must not begin its sessions with session_replication_role=replica.',
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET session_replication_role', current_database()); END $$`,
    ],
  ])('names %s', async (_, deviate, sentence, mend) => {
    await admin.query(deviate);
    expect(await deviations()).toContain(sentence);
    await admin.query(mend);
    expect(await deviations()).toEqual([]);
  });

  it('names a function whose text was changed, in one sentence for the old text and one for the new', async () => {
    const { rows } = await admin.query<{ text: string }>(
      `SELECT pg_get_functiondef('log.refuse_rewriting'::regproc) AS text`,
    );
    await admin.query(`CREATE OR REPLACE FUNCTION log.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, pg_temp AS $$ BEGIN RETURN NULL; END $$`);
    expect(await deviations()).toEqual([
      expect.stringMatching(
        /^The function log\.refuse_rewriting\(\) was given the body [0-9a-f]{64} in plpgsql\.$/,
      ),
      expect.stringMatching(
        /^The function log\.refuse_rewriting\(\) has lost the body [0-9a-f]{64} in plpgsql\.$/,
      ),
    ]);
    await admin.query(rows[0]?.text ?? '');
    expect(await deviations()).toEqual([]);
  });

  it('says which settings lose what was acknowledged', async () => {
    const opened = await openDatabase({ dataDir: '/nowhere', databaseUrl: database.operatorUrl }, 'server');
    const found = await bootDeviations(opened);
    await opened.close();
    expect(found).toEqual(
      ['fsync', 'full_page_writes', 'synchronous_commit'].map(
        (name) => `PostgreSQL runs with ${name} = off: switch it on, or acknowledged entries can be lost.`,
      ),
    );
  });
});
