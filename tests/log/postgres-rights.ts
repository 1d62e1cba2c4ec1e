import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { SealedLog } from '../../src/log/event-log.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { append, appendOne, college, event, write } from './requests.ts';

/** Nobody rewrites what was recorded. */
export function rightsContract(database: () => TestDatabase, make: () => SealedLog): void {
  const attempt = async (url: string, ...statements: readonly string[]): Promise<string> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
      return 'done';
    } catch (error) {
      return error instanceof Error ? error.message : 'failed';
    } finally {
      await client.end();
    }
  };

  describe('what was recorded (R-PRJ-01, R-SEC-02)', () => {
    const tenant = college();
    let log: SealedLog;
    beforeEach(async () => {
      Object.assign(tenant, college());
      log = make();
      await log.open(tenant);
      await log.append(tenant.id, appendOne('mark-1'));
    });
    afterEach(() => log.close());

    const tables = ['college', 'stream', 'event', 'command', 'sealed'];
    const rewriting = (table: string) => [
      `INSERT INTO log.${table} SELECT * FROM log.${table}`,
      `UPDATE log.${table} SET college = 0`.replace('log.college SET college', 'log.college SET no'),
      `DELETE FROM log.${table}`,
      `TRUNCATE log.${table}`,
    ];

    it.each(tables.flatMap(rewriting))('is closed to the application: %s', async (statement) => {
      expect(await attempt(database().appUrl, statement)).toMatch(/permission denied/);
    });

    it.each([
      'ALTER TABLE log.event DISABLE TRIGGER ALL',
      'SET session_replication_role = replica',
      'CREATE TABLE log.other (id int)',
      `SELECT setval('log.stream_no', 1)`,
      'SET ROLE gradeledger_owner',
    ])('cannot be made open by the application: %s', async (statement) => {
      expect(await attempt(database().appUrl, statement)).toMatch(/permission denied|must be owner/);
    });

    const recorded = ['event', 'command'].flatMap((table) => rewriting(table).slice(1));
    it.each(recorded)('is kept from its owner: %s', async (statement) => {
      expect(await attempt(database().ownerUrl, statement)).toMatch(/append-only/);
    });

    it.each(recorded)('is kept from a superuser, and from one who plays replica: %s', async (statement) => {
      const url = database().ownerUrl;
      const replica = 'SET session_replication_role = replica';
      expect(await attempt(url, 'SET ROLE NONE', statement)).toMatch(/append-only/);
      expect(await attempt(url, 'SET ROLE NONE', replica, statement)).toMatch(/append-only/);
    });

    it.each([`UPDATE log.sealed SET key = key`, 'TRUNCATE log.sealed', 'DELETE FROM log.sealed'])(
      'keeps its texts from the owner and a superuser as long as their key stands: %s',
      async (statement) => {
        const ciphertext = Buffer.from('sealed');
        const reason = { field: 'reason', key: `${randomUUID()}/special/1`, ciphertext };
        await log.append(tenant.id, append([write('mark-sealed', -1, [event('a mark', [reason])])]));
        const url = database().ownerUrl;
        for (const before of [
          [],
          ['SET ROLE NONE'],
          ['SET ROLE NONE', 'SET session_replication_role = replica'],
        ])
          expect(await attempt(url, ...before, statement)).toMatch(/append-only|was destroyed/);
        expect((await log.readStream(tenant.id, 'mark-sealed'))[0]?.sealed).toEqual([reason]);
      },
    );

    it('has the leaf hash of its own bytes beside it', async () => {
      await log.append(tenant.id, appendOne('mark-2', -1, String.raw`пять \ “5”`));
      await Promise.all(
        ['3', '4'].map((mark) => log.append(tenant.id, appendOne(`mark-${mark}`, -1, '😀\t'))),
      );
      const client = new Client({ connectionString: database().appUrl });
      await client.connect();
      const { rows } = await client.query<{ body: string; leaf: string }>(
        `SELECT body, encode(leaf_hash, 'hex') AS leaf FROM log.event
          WHERE college = (SELECT no FROM log.college WHERE id = $1)`,
        [tenant.id],
      );
      await client.end();
      const leafHash = (body: string) => createHash('sha256').update('\0').update(body).digest('hex');
      expect(rows).toHaveLength(4);
      expect(rows.map(({ leaf }) => leaf)).toEqual(rows.map(({ body }) => leafHash(body)));
    });

    it('has an instant of recording that never goes back', async () => {
      const at = (second: string) =>
        append([write(`mark-at-${second}`)], { at: `2026-12-01T08:00:${second}Z` });
      await log.append(tenant.id, at('10'));
      await Promise.all(
        ['09', '11', '10'].map((second) => log.append(tenant.id, { ...at(second), ...fresh(second) })),
      );
      const client = new Client({ connectionString: database().appUrl });
      await client.connect();
      const { rows } = await client.query<{ at: string }>(
        `SELECT to_char(recorded_at AT TIME ZONE 'UTC', 'SS') AS at FROM log.event
          WHERE college = (SELECT no FROM log.college WHERE id = $1) AND position > 1 ORDER BY position`,
        [tenant.id],
      );
      await client.end();
      expect(rows.map((row) => row.at)).toEqual(['10', '10', '11', '11']);
    });
  });
}

const fresh = (second: string) => ({ writes: [write(`mark-again-${second}`)] });
