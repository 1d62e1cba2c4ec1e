import { dataKey, newKeyBytes } from './data-key.ts';
import type { Kept, Keyring } from './keyring.ts';

/** Engine `memory`, for tests: keys live as long as the process. */
export const memoryKeyring = (): Keyring => {
  const kept = new Map<string, Kept>();
  const positions = new Map<string, bigint>();
  const at = (college: string, name: string): string => `${college}/${name}`;
  return {
    obtain: (college, names) =>
      Promise.resolve(
        new Map(
          names.map((name) => [
            name,
            kept.getOrInsertComputed(at(college, name), () => dataKey(newKeyBytes())),
          ]),
        ),
      ),
    find: (college, names) =>
      Promise.resolve(
        new Map(
          names.flatMap((name) => {
            const found = kept.get(at(college, name));
            return found ? [[name, found] as const] : [];
          }),
        ),
      ),
    destroy: (college, names) => {
      for (const name of names) kept.set(at(college, name), 'destroyed');
      return Promise.resolve();
    },
    reached: (college) => Promise.resolve(positions.get(college) ?? 0n),
    reach: (college, position) => {
      positions.set(college, position);
      return Promise.resolve();
    },
  };
};
