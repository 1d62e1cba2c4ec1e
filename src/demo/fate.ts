import type { DemoCollege } from './college.ts';
import type { Dice } from './dice.ts';
import { idOf } from './names.ts';
import type { DemoPage } from './pages.ts';

/** What becomes of a lesson beside the usual. */
export interface Fate {
  readonly status: 'held' | 'cancelled' | 'unrecorded';
  readonly isMoved: boolean;
  /** The account of a colleague who stands in. */
  readonly substitute: string | null;
  /** Days after which it is entered; 0 is at once. */
  readonly delay: number;
  /** The outage in which it lay: it was kept on paper until then. */
  readonly outage: string | null;
}

const usual: Fate = { status: 'held', isMoved: false, substitute: null, delay: 0, outage: null };

/** Whom and what a fate is drawn for. */
interface Lot {
  readonly college: DemoCollege;
  readonly page: DemoPage;
  readonly index: number;
  readonly isFirstPage: boolean;
}

/** Draws a lesson's fate. On the first page of a semester the first lessons meet one of every kind. */
export const fateOf = (dice: Dice, { college, page, index, isFirstPage }: Lot): Fate => {
  const standIn = idOf(college.id, 'stand-in');
  const isTakenOver = page.takeover !== null;
  const kinds: readonly Fate[] = [
    { ...usual, status: 'cancelled' },
    { ...usual, isMoved: true },
    { ...usual, substitute: standIn },
    { ...usual, delay: 3 },
    { ...usual, status: 'unrecorded' },
  ];
  const forced = isFirstPage ? kinds[index - 1] : undefined;
  if (forced) return forced;

  const lot = dice.roll();
  if (lot < 0.01) return { ...usual, status: 'cancelled' };
  if (lot < 0.025) return { ...usual, isMoved: true };
  if (lot < 0.045) return isTakenOver ? usual : { ...usual, substitute: standIn };
  if (lot < 0.05) return { ...usual, status: 'unrecorded' };
  return lot < 0.1 ? { ...usual, delay: dice.whole(1, 5) } : usual;
};
