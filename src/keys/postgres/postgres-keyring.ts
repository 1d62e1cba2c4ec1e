import type { Pool } from 'pg';
import { dataKey, newKeyBytes } from '../data-key.ts';
import type { KekSource } from '../kek-source.ts';
import type { Kept, Keyring } from '../keyring.ts';
import { unwrap, wrap } from '../wrap.ts';

interface Row {
  readonly name: string;
  readonly kek: string | null;
  readonly wrapped: Buffer | null;
}

const FIND = `SELECT name, kek, wrapped FROM keys.dek WHERE college = $1 AND name = ANY ($2::text[])`;

// Under a key encryption key that was retired nothing new is wrapped: the lock makes a rotation wait for this.
const MAKE = `WITH current AS (
    SELECT id FROM keys.kek WHERE id = $2 AND retired_at IS NULL FOR SHARE
  )
  INSERT INTO keys.dek (college, name, kek, wrapped)
  SELECT $1, u.name, current.id, u.wrapped
    FROM current, unnest($3::text[], $4::bytea[]) AS u(name, wrapped)
   ORDER BY u.name
  ON CONFLICT DO NOTHING`;

const BEGIN = `INSERT INTO keys.kek (id) VALUES ($1) ON CONFLICT DO NOTHING`;

const DESTROY = `INSERT INTO keys.dek (college, name, destroyed_at)
  SELECT $1, u.name, clock_timestamp() FROM unnest($2::text[]) AS u(name) ORDER BY u.name
  ON CONFLICT (college, name) DO UPDATE
    SET kek = NULL, wrapped = NULL, destroyed_at = EXCLUDED.destroyed_at
  WHERE keys.dek.destroyed_at IS NULL`;

const REACHED = 'SELECT position FROM keys.reached WHERE college = $1';

const REACH = `INSERT INTO keys.reached (college, position) VALUES ($1, $2)
  ON CONFLICT (college) DO UPDATE SET position = EXCLUDED.position`;

/** How often keys are made again after the key encryption key was rotated meanwhile. */
const TRIES = 3;

/** Engine `postgres`: keys wrapped in a database of their own. The pool is the caller's, of role `gradeledger_keys`. */
export const postgresKeyring = (pool: Pool, keks: KekSource): Keyring => {
  // Key encryption keys the database knows by name already.
  const begun = new Set<string>();

  const opened = async (college: string, { name, kek, wrapped }: Row): Promise<readonly [string, Kept]> =>
    kek === null || wrapped === null
      ? [name, 'destroyed']
      : [name, dataKey(unwrap(await keks.named(kek), college, name, wrapped))];

  const find: Keyring['find'] = async (college, names) => {
    const query = { name: 'keys.find', text: FIND, values: [college, names] };
    const { rows } = await pool.query<Row>(query);
    return new Map(await Promise.all(rows.map((row) => opened(college, row))));
  };

  const make = async (college: string, names: readonly string[]): Promise<void> => {
    const kek = await keks.current();
    const wrapped = names.map((name) => wrap(kek, college, name, newKeyBytes()));
    if (!begun.has(kek.id)) await pool.query({ name: 'keys.begin', text: BEGIN, values: [kek.id] });
    begun.add(kek.id);
    await pool.query({ name: 'keys.make', text: MAKE, values: [college, kek.id, names, wrapped] });
  };

  return {
    find,
    obtain: async (college, names) => {
      const found = new Map(await find(college, names));
      for (let tries = 0; tries < TRIES; tries += 1) {
        const missing = names.filter((name) => !found.has(name));
        if (missing.length === 0) return found;
        if (tries > 0) await keks.renew();
        await make(college, missing);
        for (const [name, kept] of await find(college, missing)) found.set(name, kept);
      }
      return found;
    },
    destroy: async (college, names) => {
      await pool.query({ name: 'keys.destroy', text: DESTROY, values: [college, names] });
    },
    reached: async (college) => {
      const { rows } = await pool.query<{ position: string }>(REACHED, [college]);
      return BigInt(rows[0]?.position ?? 0);
    },
    reach: async (college, position) => {
      await pool.query(REACH, [college, position]);
    },
  };
};
