import { Client } from 'pg';
import { checkBoot } from '../../src/database/boot-check.ts';
import { openDatabase } from '../../src/database/database.ts';
import { attempt, DENIED, GUARDED } from '../support/attempt.ts';
import { recordedLog, type RecordedLog } from '../support/recorded-log.ts';

/** Attack T56: the owner of the log takes its guards away, or bends what they do. */
let recorded: RecordedLog;
let owner: Client;
let auditor: Client;

beforeAll(async () => {
  recorded = await recordedLog();
  owner = new Client({ connectionString: recorded.database.ownerUrl });
  auditor = new Client({ connectionString: recorded.database.auditorUrl });
  await Promise.all([owner.connect(), auditor.connect()]);
});

afterAll(async () => {
  await Promise.all([owner.end(), auditor.end()]);
  await recorded.close();
});

const startIsRefused = async (): Promise<string> => {
  const url = recorded.database.operatorUrl;
  const database = await openDatabase({ dataDir: '/nowhere', databaseUrl: url }, 'server');
  try {
    await checkBoot(database);
    return 'starts';
  } catch (error) {
    return String(error);
  } finally {
    await database.close();
  }
};

describe('attack T56: the owner', () => {
  it.each([
    'DROP TRIGGER append_only ON log.event',
    'DROP TRIGGER append_only ON log.command',
    'DROP TRIGGER append_only ON ledger.checkpoint',
    'DROP TABLE log.event',
    'DROP TABLE log.sealed',
    'DROP TABLE ledger.checkpoint CASCADE',
    'DROP SCHEMA log CASCADE',
    'DROP SCHEMA ledger CASCADE',
    'DROP FUNCTION log.append',
    'DROP FUNCTION log.refuse_rewriting CASCADE',
    'ALTER TABLE log.event DROP COLUMN leaf_hash',
    'ALTER TABLE log.event DROP CONSTRAINT event_pkey',
    'DROP OWNED BY gradeledger_owner CASCADE',
  ])('drops nothing of what was recorded: %s', async (statement) => {
    expect(await attempt(recorded.database.ownerUrl, statement)).toBe(GUARDED);
  });

  it.each([
    `UPDATE log.event SET body = '{}'`,
    'DELETE FROM log.event WHERE position = 3',
    'TRUNCATE log.event CASCADE',
    `UPDATE log.command SET fingerprint = ''`,
    'DELETE FROM log.command',
    'TRUNCATE log.sealed',
    `UPDATE log.college SET clock = 'virtual'`,
    `DELETE FROM log.college`,
    'DELETE FROM log.stream',
    'TRUNCATE log.stream',
    'TRUNCATE ledger.checkpoint CASCADE',
    `UPDATE ledger.report SET sentence = 'well'`,
    'DELETE FROM ledger.cosignature',
  ])('rewrites nothing of it: %s', async (statement) => {
    expect(await attempt(recorded.database.ownerUrl, statement)).toBe(GUARDED);
  });

  it.each([
    'ALTER EVENT TRIGGER gradeledger_ddl DISABLE',
    'DROP TRIGGER append_only ON guard.ddl_audit',
    'DROP TABLE guard.ddl_audit',
    'DROP SCHEMA guard CASCADE',
    'DROP FUNCTION guard.refuse_drops CASCADE',
    `UPDATE guard.ddl_audit SET login = 'somebody'`,
    'DELETE FROM guard.ddl_audit',
    'DROP EVENT TRIGGER gradeledger_drop',
    'CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION guard.note_ddl()',
    'SET session_replication_role = replica',
    'ALTER ROLE gradeledger_owner SUPERUSER',
    'CREATE ROLE mine SUPERUSER',
    'ALTER SYSTEM SET fsync = off',
    `COPY (SELECT 1) TO PROGRAM 'cat'`,
  ])('gets no further rights: %s', async (statement) => {
    expect([DENIED, '25001']).toContain(await attempt(recorded.database.ownerUrl, statement));
  });

  it.each([
    [
      'ALTER TABLE log.event DISABLE TRIGGER append_only',
      'ALTER TABLE log.event ENABLE ALWAYS TRIGGER append_only',
      'The table log.event has lost the trigger append_only (always)',
    ],
    [
      'ALTER TABLE log.event DISABLE TRIGGER ALL',
      'ALTER TABLE log.event ENABLE ALWAYS TRIGGER append_only',
      'The table log.event was given the trigger append_only (off)',
    ],
    [
      'GRANT INSERT ON log.event TO gradeledger_app',
      'REVOKE INSERT ON log.event FROM gradeledger_app',
      'The table log.event was given the right INSERT of gradeledger_app.',
    ],
    [
      'ALTER FUNCTION log.open_college(uuid, text, text) RESET search_path',
      'ALTER FUNCTION log.open_college(uuid, text, text) SET search_path = pg_catalog, pg_temp',
      'The function log.open_college(uuid,text,text) has lost the setting search_path=pg_catalog, pg_temp.',
    ],
    [
      `CREATE TRIGGER bend BEFORE INSERT ON log.command FOR EACH ROW EXECUTE FUNCTION log.refuse_rewriting()`,
      null,
      'The table log.command was given the trigger bend',
    ],
  ])('is noted by name and word, and no server starts on it: %s', async (bend, mend, sentence) => {
    await owner.query(bend);
    const { rows } = await auditor.query(
      'SELECT login, acting, statement FROM guard.ddl_audit ORDER BY no DESC LIMIT 1',
    );
    const who = await owner.query<{ login: string }>('SELECT session_user AS login');
    expect(rows).toEqual([{ login: who.rows[0]?.login, acting: 'gradeledger_owner', statement: bend }]);
    expect(await startIsRefused()).toContain(sentence);
    if (mend) await owner.query(mend);
  });
});
