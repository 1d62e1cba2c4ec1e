/**
 * A bounded memory of what never changes; what was asked for longest ago goes first. Those who ask at once share one
 * answer, and an answer that failed is not kept.
 */
export class Remembered<Value> {
  readonly #kept = new Map<string, Promise<Value>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(key);
    const value = known ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, value);
    if (known) return value;
    value.catch(() => {
      if (this.#kept.get(key) === value) this.#kept.delete(key);
    });
    if (this.#kept.size > this.#most) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return value;
  }
}
