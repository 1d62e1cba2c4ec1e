import type { GradebookPage } from '../../projections/gradebook/page.ts';
import type { HeldPages } from '../../projections/gradebook/queries.ts';
import type { Bounds } from '../policies/bounds.ts';
import type { RecentReads } from './recent-reads.ts';

interface Held {
  readonly revision: bigint;
  readonly page: Promise<GradebookPage | null>;
}

/** What a page cache is told. */
export interface PageCacheOptions {
  /** How many pages a process keeps. */
  readonly size?: number;
  /** Remembers how new pages are, so that an unchanged page costs no query at all; without it, one each time. */
  readonly revisions?: RecentReads<bigint | null>;
}

const KEPT = 200;

/** The pages a process keeps, and how it lets go of them. */
export interface PageCache extends HeldPages {
  /** Forgets the pages of a college: texts in them were erased, which moves no page's revision. */
  readonly forget: (college: string) => void;
}

/**
 * The pages that were read last, whole, whoever asked: what a viewer may see of them is decided after. A page is
 * kept under the revision it was asked for, so it is never older than that; two who ask at once read once.
 */
export const pageCache = ({ size = KEPT, revisions }: PageCacheOptions = {}): PageCache => {
  const kept = new Map<string, Held>();
  return {
    forget: (college) => {
      for (const key of kept.keys()) if (key.startsWith(`${college}/`)) kept.delete(key);
    },

    revision: (college, journal, read) => (revisions ? revisions.get(college, journal, read) : read()),

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

/** The pages of a viewer who is bounded by students hold these rows alone, and are kept apart from the whole ones. */
export const pagesWithin = (pages: HeldPages, bounds: Bounds | null): HeldPages => {
  if (bounds?.students === null) return pages;
  const within = [...(bounds?.students ?? [])].sort().join();
  return {
    ...pages,
    page: (college, journal, revision, load) => pages.page(college, `${journal}/${within}`, revision, load),
  };
};
