import { spawnSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { gradebook } from '../../../projections/gradebook/gradebook.ts';
import type { House } from '../../house.ts';
import { exportBundle } from '../../ledger/bundle/export.ts';
import { openReadModels } from '../../runtime/read-models.ts';
import { rebuild } from '../../runtime/rebuild.ts';
import { isFaithful, verifyProjections } from '../../runtime/verify-projections.ts';
import { signing, until, type Stage } from './stage.ts';

/** What somebody says of the log: a line, and whether it is an objection. */
export interface Saying {
  readonly line: string;
  readonly objects: boolean;
}

const CHECKS: readonly (readonly [claim: string, query: string])[] = [
  ['positions without a gap', 'SELECT count(*) = max(position) AS holds FROM log.event'],
  [
    'every stored hash is that of its event',
    `SELECT bool_and(leaf_hash = sha256('\\x00'::bytea || convert_to(body, 'UTF8'))) AS holds FROM log.event`,
  ],
  [
    'revisions without a gap in every stream',
    `SELECT bool_and(n = last + 1 AND last = head) AS holds FROM (
       SELECT count(e.*) AS n, max(e.revision) AS last, s.revision AS head
         FROM log.stream s JOIN log.event e ON e.stream = s.no GROUP BY s.no, s.revision) t`,
  ],
  [
    'every event belongs to a command, and every command has its events',
    `SELECT (SELECT sum(last - first + 1) FROM log.command) = (SELECT count(*) FROM log.event) AS holds`,
  ],
];

const holds = async (pool: Pool, query: string): Promise<boolean> =>
  (await pool.query<{ holds: boolean }>(query)).rows[0]?.holds === true;

/** What the database and the program find when they check themselves, after the forger had the read models made anew. */
export const databaseSays = async (house: House): Promise<readonly Saying[]> => {
  const pool = house.database.auditor.pool(2);
  const said: Saying[] = [];
  for (const [claim, query] of CHECKS) {
    const held = await holds(pool, query);
    said.push({ line: `${claim}: ${held ? 'yes' : 'NO'}`, objects: !held });
  }
  const models = openReadModels(house.database, [gradebook]);
  await rebuild(house.log, models, 'gradebook', 'all');
  const faithful = isFaithful(await verifyProjections(house.log, models));
  said.push({ line: `the gradebook is what the log says: ${faithful ? 'yes' : 'NO'}`, objects: !faithful });
  return said;
};

/** What the signer says, who comes back to the database with the memory that it kept outside of it. */
export const signerSays = async (house: House, stage: Stage, name: string): Promise<Saying> => {
  const folder = join(stage.folder, `signer-${name}`);
  await cp(stage.signerFolder, folder, { recursive: true, preserveTimestamps: true });
  const signer = signing(house, folder, [stage.witness]);
  try {
    const alarm = await until(() => signer.logs()[0]?.alarm ?? null);
    return alarm
      ? { line: `${alarm.code}: ${alarm.sentence}`, objects: true }
      : { line: 'nothing', objects: false };
  } finally {
    await signer.close();
  }
};

/** What the verifier says of a bundle, to an auditor who has the key from paper and kept one checkpoint. */
export const verifierSays = async (house: House, stage: Stage, name: string): Promise<readonly Saying[]> => {
  const folder = join(stage.folder, `bundle-${name}`);
  const log = stage.college.origin;
  await exportBundle(house.database.auditor.pool(3), { log, folder, isSealed: true, proofs: [] });
  const call = [join(folder, 'verify.mjs'), folder, '--vkey', stage.vkey, '--old', stage.kept];
  const { status, stdout } = spawnSync(process.execPath, call, { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => /^(TAMPERED|INCOMPLETE|OK)/.test(line));
  return [
    ...lines.slice(0, -1).slice(0, 3),
    `exit ${String(status)}, ${lines.at(-1) ?? 'without a word'}`,
  ].map((line) => ({ line, objects: status === 1 || status === 2 }));
};
