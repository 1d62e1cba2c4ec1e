/** How long an answer is believed where another process writes the read models, in milliseconds (T05). */
const BELIEVED_MS = 1_000;

/** Answers remembered at most; beyond that all are forgotten, which costs one query each. */
const MOST = 10_000;

interface Remembered<Value> {
  readonly position: bigint;
  readonly readAt: number;
  readonly value: Promise<Value>;
}

/** Small answers of one projection that every request asks for: who the viewer is, how new a page is. */
export interface RecentReads<Value> {
  /** What was read under a key, or what `read` finds now; those who ask at once read once. */
  get(college: string, key: string, read: () => Promise<Value>): Promise<Value>;
}

/**
 * Remembers answers until this process sees the projection write rows of their college, so whoever waited for a
 * position reads what stands there; and for one second at most, because another process may be the projector.
 */
export const recentReads = <Value>(
  changed: (college: string) => bigint,
  now: () => number = () => performance.now(),
): RecentReads<Value> => {
  const memory = new Map<string, Remembered<Value>>();
  return {
    get(college, key, read) {
      const name = `${college}/${key}`;
      const position = changed(college);
      const readAt = now();
      const known = memory.get(name);
      if (known?.position === position && readAt - known.readAt < BELIEVED_MS) return known.value;

      if (memory.size >= MOST) memory.clear();
      const remembered = { position, readAt, value: read() };
      memory.set(name, remembered);
      remembered.value.catch(() => {
        if (memory.get(name) === remembered) memory.delete(name);
      });
      return remembered.value;
    },
  };
};
