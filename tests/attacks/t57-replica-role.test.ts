import { attempt, DENIED, GUARDED } from '../support/attempt.ts';
import { recordedLog, type RecordedLog } from '../support/recorded-log.ts';
import { Client } from 'pg';

/** Attack T57: a session plays replica, for which ordinary triggers do not fire. */
let recorded: RecordedLog;

beforeAll(async () => {
  recorded = await recordedLog();
});

afterAll(() => recorded.close());

const REPLICA = 'SET session_replication_role = replica';

const rewriting = [
  `UPDATE log.event SET body = '{}' WHERE position = 1`,
  'DELETE FROM log.event WHERE position = 3',
  'TRUNCATE log.event',
  `UPDATE log.command SET first = 9`,
  'DELETE FROM log.command',
  'TRUNCATE log.command',
  `UPDATE log.sealed SET ciphertext = ''`,
  'TRUNCATE log.sealed',
  `UPDATE log.college SET clock = 'virtual'`,
  'DELETE FROM log.stream',
  'UPDATE guard.ddl_audit SET no = DEFAULT',
  'DELETE FROM guard.ddl_audit',
  ...['checkpoint', 'cosignature', 'tile', 'report', 'key'].flatMap((table) => [
    `UPDATE ledger.${table} SET college = 0`,
    `DELETE FROM ledger.${table}`,
  ]),
  'TRUNCATE ledger.checkpoint, ledger.cosignature',
];

describe('attack T57: playing replica', () => {
  it.each(['appUrl', 'projectorUrl', 'readerUrl', 'signerUrl', 'auditorUrl', 'ownerUrl'] as const)(
    'is not for the connections of %s',
    async (role) => {
      expect(await attempt(recorded.database[role], REPLICA)).toBe(DENIED);
    },
  );

  it.each(rewriting)('helps a superuser no further: %s', async (statement) => {
    expect(await attempt(recorded.database.operatorUrl, REPLICA, statement)).toBe(GUARDED);
  });

  it.each(['DROP TRIGGER append_only ON log.event', 'DROP TABLE log.sealed', 'DROP SCHEMA ledger CASCADE'])(
    'does not help a superuser to drop: %s',
    async (statement) => {
      expect(await attempt(recorded.database.operatorUrl, REPLICA, statement)).toBe(GUARDED);
    },
  );

  it('leaves a superuser one way, to take the triggers off: what is left of it is a note, and a tree that disagrees', async () => {
    const admin = new Client({ connectionString: recorded.database.operatorUrl });
    await admin.connect();
    await admin.query('ALTER TABLE log.event DISABLE TRIGGER ALL');
    await admin.query(`UPDATE log.event SET body = '{"note":"forged"}' WHERE position = 1`);
    const { rows } = await admin.query<{ statement: string; agrees: boolean }>(
      `SELECT a.statement, e.leaf_hash = sha256('\\x00'::bytea || convert_to(e.body, 'UTF8')) AS agrees
         FROM log.event e, guard.ddl_audit a WHERE e.position = 1 ORDER BY a.no DESC LIMIT 1`,
    );
    await admin.end();
    expect(rows).toEqual([{ statement: 'ALTER TABLE log.event DISABLE TRIGGER ALL', agrees: false }]);
  });
});
