import type { Pool, PoolClient } from 'pg';
import { StartFault } from '../../start-fault.ts';
import { newKek, readKeks, writeKeks, type Keks } from '../kek-file.ts';
import { unwrap, wrap, type Kek } from '../wrap.ts';

/** Keys wrapped anew in one transaction. */
const BATCH = 1_000;

/** How long copies of the keys' database are kept: after that a retired key opens nothing that is left anywhere. */
export const KEY_BACKUP_DAYS = 35;

/** One at a time rotates or forgets. */
const LOCK = `SELECT pg_advisory_lock(hashtextextended('gradeledger.keys.rotation', 0))`;

/** What a rotation did. */
export interface Rotation {
  readonly current: string;
  readonly retired: readonly string[];
  readonly rewrapped: number;
}

/** A key encryption key that wrapped something here. */
export interface KnownKek {
  readonly id: string;
  readonly began: string;
  readonly retired: string | null;
  readonly forgotten: string | null;
  /** How many keys are wrapped under it. */
  readonly keys: number;
  /** From when on no copy of the keys' database that it opens should be left; `null` while it is in use. */
  readonly forgettableFrom: string | null;
}

const demandKeks = async (file: string): Promise<Keks> => {
  const keks = await readKeks(file);
  if (!keks) throw new StartFault(`The file ${file} is missing: put it back before anything is rotated.`);
  return keks;
};

const alone = async <Answer>(pool: Pool, act: (client: PoolClient) => Promise<Answer>): Promise<Answer> => {
  const client = await pool.connect();
  try {
    await client.query(LOCK);
    return await act(client);
  } finally {
    // The lock ends with the session.
    client.release(true);
  }
};

const KNOWN = `SELECT k.id, k.began_at AS began, k.retired_at AS retired, k.forgotten_at AS forgotten,
    (SELECT count(*) FROM keys.dek d WHERE d.kek = k.id)::int AS keys,
    k.retired_at + make_interval(days => $1) AS "forgettableFrom"
  FROM keys.kek k ORDER BY k.began_at, k.id`;

/** Every key encryption key that was ever used here, oldest first. */
export const knownKeks = async (pool: Pool | PoolClient): Promise<readonly KnownKek[]> => {
  const { rows } = await pool.query<KnownKek>(KNOWN, [KEY_BACKUP_DAYS]);
  const text = (value: unknown): string | null =>
    value instanceof Date ? value.toISOString() : (value as string | null);
  return rows.map((row) => ({
    ...row,
    began: text(row.began) ?? '',
    retired: text(row.retired),
    forgotten: text(row.forgotten),
    forgettableFrom: text(row.forgettableFrom),
  }));
};

const STALE = `SELECT college, name, kek, wrapped FROM keys.dek WHERE kek <> $1 LIMIT $2 FOR UPDATE`;

const REWRAP = `UPDATE keys.dek d SET kek = $1, wrapped = u.wrapped
  FROM unnest($2::uuid[], $3::text[], $4::bytea[]) AS u(college, name, wrapped)
  WHERE d.college = u.college AND d.name = u.name`;

interface Stale {
  readonly college: string;
  readonly name: string;
  readonly kek: string;
  readonly wrapped: Buffer;
}

const rewrapSome = async (client: PoolClient, keks: Keks, current: Kek): Promise<number> => {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<Stale>(STALE, [current.id, BATCH]);
    const wrapped = rows.map(({ college, name, kek: id, wrapped: old }) => {
      const kek = keks.find((one) => one.id === id);
      if (!kek)
        throw new StartFault(`The key ${id} is not in the file, and other keys need it: put it back.`);
      return wrap(current, college, name, unwrap(kek, college, name, old));
    });
    await client.query(REWRAP, [
      current.id,
      rows.map(({ college }) => college),
      rows.map(({ name }) => name),
      wrapped,
    ]);
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
};

/**
 * Makes a new key encryption key in the file and wraps every key anew under it; the old ones stay in the file until
 * they are forgotten. Cut off in the middle it goes on where it stopped, under the key it had made. Throws `StartFault`.
 */
export const rotate = (
  pool: Pool,
  file: string,
  onProgress: (rewrapped: number) => void = () => undefined,
): Promise<Rotation> =>
  alone(pool, async (client) => {
    const before = await demandKeks(file);
    const known = await knownKeks(client);
    const last = before.at(-1) ?? before[0];
    const isUnfinished = known.some(({ id, keys }) => id !== last.id && keys > 0);
    const keks: Keks = isUnfinished ? before : [...before, newKek('kek')];
    const current = keks.at(-1) ?? keks[0];
    if (!isUnfinished) await writeKeks(file, keks);
    await client.query('INSERT INTO keys.kek (id) VALUES ($1) ON CONFLICT DO NOTHING', [current.id]);
    // From here on nothing new is wrapped under an older one: whoever still tries reads the file again.
    const { rows } = await client.query<{ id: string }>(
      'UPDATE keys.kek SET retired_at = clock_timestamp() WHERE id <> $1 AND retired_at IS NULL RETURNING id',
      [current.id],
    );
    let rewrapped = 0;
    for (let some = -1; some !== 0;) {
      some = await rewrapSome(client, keks, current);
      rewrapped += some;
      onProgress(rewrapped);
    }
    return { current: current.id, retired: rows.map(({ id }) => id), rewrapped };
  });

/**
 * Takes a retired key encryption key out of the file for ever: what was erased while it was in use is then open to
 * nobody, not even to who holds a copy of the keys' database from that time. Throws `StartFault` while keys need it, and
 * before copies have aged unless that is said to be known.
 */
export const forgetKek = (pool: Pool, file: string, id: string, isAged = false): Promise<void> =>
  alone(pool, async (client) => {
    const keks = await demandKeks(file);
    const known = (await knownKeks(client)).find((one) => one.id === id);
    const [first, ...others] = keks.filter((one) => one.id !== id);
    if (!known || !keks.some((one) => one.id === id))
      throw new StartFault(`There is no key ${id}: \`keys list\` shows those there are.`);
    if (known.retired === null || known.keys > 0 || !first)
      throw new StartFault(`The key ${id} is in use: rotate first.`);
    if (!isAged && Date.parse(known.forgettableFrom ?? '') > Date.now())
      throw new StartFault(
        `Copies of the keys’ database may still need ${id} until ${known.forgettableFrom ?? ''}: wait, or say --now when there are none.`,
      );
    await writeKeks(file, [first, ...others]);
    await client.query('UPDATE keys.kek SET forgotten_at = clock_timestamp() WHERE id = $1', [id]);
  });
