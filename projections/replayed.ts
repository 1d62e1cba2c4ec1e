import type { Recorded } from '../events/recorded.ts';
import type { Change, Handlers } from './projection.ts';

/** The rows that a table's fold makes of events, by key: what the table holds once exactly these have happened. */
export const replayed = <Row>(handlers: Handlers<Row>, events: readonly Recorded[]): readonly Row[] => {
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
