import type { Recorded } from '../../events/recorded.ts';
import type { Change, Handlers } from '../projection.ts';
import { attestationHandlers } from './apply-attestation.ts';
import { cellHandlers } from './apply-cell.ts';
import { lessonHandlers } from './apply-lesson.ts';
import { pageHandlers } from './apply-page.ts';
import { rosterHandlers } from './apply-roster.ts';
import type { GradebookPage } from './page.ts';

/** The rows that a table's fold makes of events, by key. */
const rowsOf = <Row>(handlers: Handlers<Row>, events: readonly Recorded[]): readonly Row[] => {
  const rows = new Map<string, Row>();
  for (const event of events) {
    // The handler under a type takes the events of that type.
    const handle = handlers[event.type] as ((event: Recorded) => readonly Change<Row>[]) | undefined;
    for (const { key, next } of handle?.(event) ?? []) {
      const name = key.join('/');
      const row = next(rows.get(name));
      if (row) rows.set(name, row);
      else rows.delete(name);
    }
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
};

/** The page that events of its streams leave, by the same folds that fill the tables; `null` before it was opened. */
export const replayPage = (events: readonly Recorded[]): GradebookPage | null => {
  const [page] = rowsOf(pageHandlers, events);
  if (!page) return null;
  return {
    page,
    lessons: rowsOf(lessonHandlers, events).toSorted((one, other) =>
      `${one.date} ${one.startsAt}` < `${other.date} ${other.startsAt}` ? -1 : 1,
    ),
    roster: rowsOf(rosterHandlers, events),
    cells: rowsOf(cellHandlers, events),
    attestations: rowsOf(attestationHandlers, events),
  };
};
