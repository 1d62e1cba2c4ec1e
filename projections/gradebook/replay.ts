import type { Recorded } from '../../events/recorded.ts';
import { replayed } from '../replayed.ts';
import { attestationHandlers } from './apply-attestation.ts';
import { cellHandlers } from './apply-cell.ts';
import { lessonHandlers } from './apply-lesson.ts';
import { pageHandlers } from './apply-page.ts';
import { rosterHandlers } from './apply-roster.ts';
import type { GradebookPage } from './page.ts';
import type { LessonRow } from './rows.ts';

const placeOf = ({ date, startsAt, lesson }: LessonRow): string => `${date} ${startsAt} ${lesson}`;

/** The page that events of its streams leave, by the same folds that fill the tables; `null` before it was opened. */
export const replayPage = (events: readonly Recorded[]): GradebookPage | null => {
  const [page] = replayed(pageHandlers, events);
  if (!page) return null;
  return {
    page,
    lessons: replayed(lessonHandlers, events).toSorted((one, other) =>
      placeOf(one) < placeOf(other) ? -1 : 1,
    ),
    roster: replayed(rosterHandlers, events),
    cells: replayed(cellHandlers, events),
    attestations: replayed(attestationHandlers, events),
  };
};
