import { Client, type Pool } from 'pg';
import { roleDeviations } from '../../src/database/boot-check-roles.ts';
import { sessionDeviations } from '../../src/database/boot-check-sessions.ts';
import { deviationsOf } from '../../src/database/shape.ts';
import { testDatabase } from '../support/postgres.ts';

describe('the roles, before a start', () => {
  it('are named where they may more than their task needs', async () => {
    const database = await testDatabase();
    const admin = new Client({ connectionString: database.operatorUrl });
    await admin.connect();
    expect(await roleDeviations(admin)).toEqual([]);

    // Roles belong to the whole server, where other tests are under way.
    await admin.query(`BEGIN;
      ALTER ROLE gradeledger_reader BYPASSRLS; ALTER ROLE gradeledger_app CREATEROLE;
      ALTER ROLE gradeledger_signer SUPERUSER; GRANT gradeledger_owner TO gradeledger_app;
      GRANT pg_write_all_data TO gradeledger_projector; ALTER ROLE gradeledger_app SET synchronous_commit = off`);
    const found = await roleDeviations(admin);
    await admin.query('ROLLBACK');
    await admin.end();
    await database.drop();
    expect([...found].sort()).toEqual([
      'The role gradeledger_app must not act as gradeledger_owner.',
      'The role gradeledger_app must not begin its sessions with synchronous_commit=off.',
      'The role gradeledger_app must not make roles.',
      'The role gradeledger_projector must not act as pg_write_all_data.',
      'The role gradeledger_reader must not go past row-level security.',
      'The role gradeledger_signer must not be a superuser.',
    ]);
  });
});

describe('the sessions, before a start', () => {
  /** Two connections, and which session of the server each of their statements runs on. */
  const pooled = (one: readonly number[], other: readonly number[]): Pool => {
    const clients = [one, other].map((pids) => {
      const left = [...pids];
      return {
        query: (text: string) =>
          Promise.resolve({ rows: text.startsWith('SELECT') ? [{ pid: left.shift() ?? pids.at(-1) }] : [] }),
        release: () => undefined,
      };
    });
    return { connect: () => Promise.resolve(clients.shift()) } as unknown as Pool;
  };

  it('are right where each connection has its own', async () => {
    expect(await sessionDeviations(pooled([1], [2]))).toEqual([]);
  });

  it('are named where a pooler hands them around between statements', async () => {
    const sentence =
      'A pooler shares the sessions of the database between connections: let it pool by session.';
    expect(await sessionDeviations(pooled([1, 2], [1]))).toEqual([sentence]);
    expect(await sessionDeviations(pooled([1, 1, 1, 3], [2]))).toEqual([sentence]);
  });
});

describe('a table in parts, before a start', () => {
  const wanted = [
    'table log.event | owner gradeledger_owner',
    'table log.event | trigger append_only (always): …',
  ];
  const traits = (partition: string | null, ...found: readonly string[]) =>
    found.map((trait) => ({ object: 'table log.event', partition, trait }));
  const whole = traits(null, 'owner gradeledger_owner', 'trigger append_only (always): …');

  it('has the same triggers and rights on every part', () => {
    const part = traits('table log.event_2026', 'owner gradeledger_owner', 'trigger append_only (always): …');
    expect(deviationsOf([...whole, ...part], wanted)).toEqual([]);
  });

  it('is named by the part that lacks a trigger, or gives a right', () => {
    const part = traits('table log.event_2026', 'owner gradeledger_owner', 'right INSERT of gradeledger_app');
    expect(deviationsOf([...whole, ...part], wanted)).toEqual([
      'The table log.event_2026 was given the right INSERT of gradeledger_app.',
      'The table log.event_2026 has lost the trigger append_only (always): ….',
    ]);
  });

  it('is missed when it is gone', () => {
    expect(deviationsOf([], wanted)).toEqual(['The table log.event is gone.']);
  });
});
