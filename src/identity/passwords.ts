import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import { BY_ADDRESS, BY_NAME, forgetAttempts, giveBackAttempt, takeAttempt } from './delays.ts';
import { HASH_COST, hashPassword, isPassword, isStale, type HashCost } from './password-hash.ts';
import type { Turns } from './turns.ts';

/** An account and the name it signs in by. */
export interface PasswordHolder {
  readonly college: string;
  readonly account: string;
  readonly name: string;
}

/** What became of a password that was tried. */
export type Tried =
  | { readonly is: 'right'; readonly holder: PasswordHolder }
  /** The name is unknown or the password wrong: which of them is nobody's business. */
  | { readonly is: 'wrong' }
  | { readonly is: 'tooOften'; readonly retryAfter: number };

/** Whose password it is to be, from where it is tried, and when. */
export interface Trial {
  readonly name: string;
  readonly password: string;
  readonly address: string;
  readonly now: string;
}

/** No letters that are taken for another, so that a name can be read out on the telephone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const NAME_LENGTH = 10;

/** Seconds to wait where so many sign in that the line is full. */
const LINE_SECONDS = 2;

const newName = (): string =>
  Array.from({ length: NAME_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** What is compared with where a name is unknown: a password that nobody has, at the same cost. */
const nobodys = new Map<HashCost, Promise<string>>();
const hashOfNobody = (cost: HashCost): Promise<string> => {
  const known = nobodys.get(cost) ?? hashPassword(newName(), cost);
  nobodys.set(cost, known);
  return known;
};

interface Row extends PasswordHolder {
  readonly hash: string;
}

/** Passwords of accounts; hashing takes turns, so that a flood of sign-ins leaves the server to who is in (T08). */
export class Passwords {
  readonly #pool: Pool;
  readonly #turns: Turns;
  readonly #cost: HashCost;

  constructor(pool: Pool, turns: Turns, cost: HashCost = HASH_COST) {
    this.#pool = pool;
    this.#turns = turns;
    this.#cost = cost;
  }

  /** The name an account signs in by, or `null` where it has no password. */
  async nameOf(college: string, account: string): Promise<string | null> {
    const { rows } = await this.#pool.query<{ name: string }>({
      name: 'identity.password_name',
      text: 'SELECT name FROM identity.password WHERE college = $1 AND account = $2',
      values: [college, account],
    });
    return rows[0]?.name ?? null;
  }

  /** Gives an account a password, and a name where it has none yet: the name, which stays. Throws `TooManyWaiting`. */
  async set(college: string, account: string, password: string, now: string): Promise<string> {
    const hash = await this.#turns.take(() => hashPassword(password, this.#cost));
    const { rows } = await this.#pool.query<{ name: string }>({
      name: 'identity.set_password',
      text: `INSERT INTO identity.password AS p (college, account, name, hash, set_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (college, account) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at
             RETURNING name`,
      values: [college, account, newName(), hash, now],
    });
    const [kept] = rows;
    if (!kept) throw new Error('A password was not kept.');
    await forgetAttempts(this.#pool, BY_NAME, kept.name);
    return kept.name;
  }

  /**
   * Tries a password. An unknown name costs the same hash as a known one; attempts are counted before the hash, by
   * name and by address, and a full line counts none.
   */
  async try({ name, password, address, now }: Trial): Promise<Tried> {
    if (this.#turns.isFull) return { is: 'tooOften', retryAfter: LINE_SECONDS };
    const byAddress = await takeAttempt(this.#pool, BY_ADDRESS, address, now);
    if (byAddress > 0) return { is: 'tooOften', retryAfter: byAddress };
    const byName = await takeAttempt(this.#pool, BY_NAME, name, now);
    if (byName > 0) return { is: 'tooOften', retryAfter: byName };

    const { rows } = await this.#pool.query<Row>({
      name: 'identity.password_of',
      text: 'SELECT college, account, name, hash FROM identity.password WHERE name = $1',
      values: [name],
    });
    const [found] = rows;
    const against = found?.hash ?? (await hashOfNobody(this.#cost));
    const isRight = await this.#turns.take(() => isPassword(password, against));
    if (!found || !isRight) return { is: 'wrong' };

    await forgetAttempts(this.#pool, BY_NAME, name);
    await giveBackAttempt(this.#pool, BY_ADDRESS, address);
    if (isStale(found.hash, this.#cost)) await this.#renew(found, password);
    const { college, account } = found;
    return { is: 'right', holder: { college, account, name } };
  }

  /** Makes a hash of an earlier cost anew, unless the password was changed meanwhile. */
  async #renew({ name, hash }: Row, password: string): Promise<void> {
    const renewed = await this.#turns.take(() => hashPassword(password, this.#cost));
    await this.#pool.query({
      name: 'identity.renew_hash',
      text: 'UPDATE identity.password SET hash = $3 WHERE name = $1 AND hash = $2',
      values: [name, hash, renewed],
    });
  }
}
