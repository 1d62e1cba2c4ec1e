type Level<Value> = Map<string, Level<Value> | Value>;

/**
 * Values by keys of several parts, in the order they were put in. Level by level, because joining the parts of
 * every key into one text was a good part of a rebuild. All keys of a map have equally many parts.
 */
export class KeyMap<Value extends object> {
  #root: Level<Value> = new Map();
  #values: Value[] = [];

  /** The value of a key. */
  get(key: readonly string[]): Value | undefined {
    let found: Level<Value> | Value | undefined = this.#root;
    for (const part of key) {
      if (found === undefined) return undefined;
      found = (found as Level<Value>).get(part);
    }
    return found as Value | undefined;
  }

  /** Adds a value under a key that has none yet. */
  add(key: readonly string[], value: Value): void {
    let level = this.#root;
    for (let part = 0; part < key.length - 1; part += 1)
      level = level.getOrInsertComputed(key[part] ?? '', () => new Map()) as Level<Value>;
    level.set(key.at(-1) ?? '', value);
    this.#values.push(value);
  }

  get values(): readonly Value[] {
    return this.#values;
  }

  clear(): void {
    this.#root = new Map();
    this.#values = [];
  }
}
