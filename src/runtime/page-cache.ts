import type { GradebookPage } from '../../projections/gradebook/page.ts';
import type { HeldPages } from '../../projections/gradebook/queries.ts';

interface Held {
  readonly revision: bigint;
  readonly page: Promise<GradebookPage | null>;
}

/** How many pages a process keeps. */
const KEPT = 200;

/**
 * The pages that were read last, whole, whoever asked: what a viewer may see of them is decided after. A page is
 * kept under the revision it was asked for, so it is never older than that; two who ask at once read once.
 */
export const pageCache = (size = KEPT): HeldPages => {
  const kept = new Map<string, Held>();
  return {
    page(college, journal, revision, load) {
      const key = `${college}/${journal}`;
      const found = kept.get(key);
      if (found && found.revision >= revision) {
        kept.delete(key);
        kept.set(key, found);
        return found.page;
      }
      const page = load();
      const held = { revision, page };
      kept.delete(key);
      kept.set(key, held);
      page.catch(() => {
        if (kept.get(key) === held) kept.delete(key);
      });
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
      return page;
    },
  };
};
