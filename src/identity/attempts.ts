/** Attempts allowed within a window, per key. */
export interface AttemptLimit {
  readonly most: number;
  readonly seconds: number;
}

/** Sign-ins that fail from one address; a code can not be guessed, so this bounds noise, not luck (ASVS 5.0 6.3.1). */
export const FAILED_SIGN_INS: AttemptLimit = { most: 10, seconds: 60 };

/** Codes made for one account: a flood of links is how people learn to click on any (ASVS 5.0 6.3.1). */
export const ISSUED_CODES: AttemptLimit = { most: 10, seconds: 60 * 60 };

/** Keys remembered at most, so that a flood of addresses costs bounded memory. */
const MOST_KEYS = 100_000;

/** Counts attempts by address or account in the memory of this process. */
export class Attempts {
  readonly #times = new Map<string, readonly number[]>();
  readonly #limit: AttemptLimit;

  constructor(limit: AttemptLimit) {
    this.#limit = limit;
  }

  /** Seconds to wait before the next attempt is allowed; 0 when it may be made now. */
  retryAfter(key: string, now: string): number {
    const recent = this.#recent(key, now);
    const [oldest] = recent;
    if (oldest === undefined || recent.length < this.#limit.most) return 0;
    return Math.max(1, Math.ceil((oldest + this.#limit.seconds * 1_000 - Date.parse(now)) / 1_000));
  }

  /** Counts an attempt. */
  count(key: string, now: string): void {
    const recent = this.#recent(key, now);
    this.#times.delete(key);
    if (this.#times.size >= MOST_KEYS) {
      const [eldest] = this.#times.keys();
      if (eldest !== undefined) this.#times.delete(eldest);
    }
    this.#times.set(key, [...recent, Date.parse(now)].slice(-this.#limit.most));
  }

  #recent(key: string, now: string): readonly number[] {
    const since = Date.parse(now) - this.#limit.seconds * 1_000;
    return (this.#times.get(key) ?? []).filter((time) => time > since);
  }
}
