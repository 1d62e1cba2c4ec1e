import DataLoader from 'dataloader';
import type { Kept, Keyring } from './keyring.ts';

/** Unwrapped keys a process holds in use, and as many again that were in use before. */
const GENERATION = 20_000;

/** Keys asked of the engine at once. */
const BATCH = 5_000;

interface Wanted {
  readonly college: string;
  readonly name: string;
}

type Fetch = Keyring['find'];

const at = ({ college, name }: Wanted): string => `${college}/${name}`;

/** Questions of one moment become one question for each college. */
const batched = (fetch: Fetch) =>
  new DataLoader<Wanted, Kept | undefined, string>(
    async (wanted) => {
      const found = new Map<string, ReadonlyMap<string, Kept>>();
      for (const [college, group] of Map.groupBy(wanted, (one) => one.college))
        found.set(college, await fetch(college, [...new Set(group.map(({ name }) => name))]));
      return wanted.map(({ college, name }) => found.get(college)?.get(name));
    },
    { cache: false, maxBatchSize: BATCH, cacheKeyFn: at },
  );

/** Remembers unwrapped keys, so that the same ones need not be fetched and unwrapped again. */
export const cachedKeyring = (keyring: Keyring): Keyring => {
  let young = new Map<string, Kept>();
  let old = new Map<string, Kept>();
  const finding = batched((college, names) => keyring.find(college, names));
  const obtaining = batched((college, names) => keyring.obtain(college, names));

  const keep = (wanted: Wanted, kept: Kept): void => {
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(at(wanted), kept);
  };
  const recall = (wanted: Wanted): Kept | undefined => {
    const recent = young.get(at(wanted));
    if (recent) return recent;
    const older = old.get(at(wanted));
    if (older) keep(wanted, older);
    return older;
  };

  const through =
    (loader: ReturnType<typeof batched>): Fetch =>
    async (college, names) => {
      const answer = new Map<string, Kept>();
      const missing: Wanted[] = [];
      for (const name of names) {
        const known = recall({ college, name });
        if (known) answer.set(name, known);
        else missing.push({ college, name });
      }
      if (missing.length === 0) return answer;
      const fetched = await Promise.all(missing.map((wanted) => loader.load(wanted)));
      for (const [index, kept] of fetched.entries()) {
        const wanted = missing[index];
        if (!kept || !wanted) continue;
        keep(wanted, kept);
        answer.set(wanted.name, kept);
      }
      return answer;
    };

  return {
    ...keyring,
    obtain: through(obtaining),
    find: through(finding),
    destroy: async (college, names) => {
      await keyring.destroy(college, names);
      for (const name of names) keep({ college, name }, 'destroyed');
    },
  };
};
