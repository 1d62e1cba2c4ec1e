import { StartFault } from '../start-fault.ts';
import { readKeks, type Keks } from './kek-file.ts';
import type { Kek } from './wrap.ts';

/** The key encryption keys as a process knows them. */
export interface KekSource {
  /** The one that new keys are wrapped under. */
  current(): Promise<Kek>;
  /** The one of this name. Throws `StartFault` where the file has none. */
  named(id: string): Promise<Kek>;
  /** Looks again: another process may have rotated. */
  renew(): Promise<void>;
}

/** Reads a file once, and again when a name is asked for that was not in it. */
export const kekSource = (file: string): KekSource => {
  let known: Promise<Keks> | null = null;
  const load = async (): Promise<Keks> => {
    const keks = await readKeks(file);
    if (!keks)
      throw new StartFault(`The file ${file} is missing: it holds the key to the keys of every text.`);
    return keks;
  };
  const keks = (): Promise<Keks> => (known ??= load());
  const find = async (id: string): Promise<Kek | undefined> => (await keks()).find((one) => one.id === id);
  const renew = (): void => {
    known = null;
  };
  return {
    current: async () => {
      const all = await keks();
      return all.at(-1) ?? all[0];
    },
    named: async (id) => {
      const found = await find(id);
      if (found) return found;
      renew();
      const again = await find(id);
      if (!again)
        throw new StartFault(`The file ${file} does not hold the key ${id}, which other keys need.`);
      return again;
    },
    renew: () => {
      renew();
      return Promise.resolve();
    },
  };
};
