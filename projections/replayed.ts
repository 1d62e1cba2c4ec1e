import type { Recorded } from '../events/recorded.ts';
import type { Change, Handlers } from './projection.ts';

const changesOf = <Row>(handlers: Handlers<Row>, event: Recorded): readonly Change<Row>[] => {
  // The handler under a type takes the events of that type.
  const handle = handlers[event.type] as ((event: Recorded) => readonly Change<Row>[]) | undefined;
  return handle?.(event) ?? [];
};

/** The rows that a table's fold makes of events, by key: what the table holds once exactly these have happened. */
export const replayed = <Row>(handlers: Handlers<Row>, events: readonly Recorded[]): readonly Row[] => {
  const rows = new Map<string, Row>();
  for (const event of events) {
    for (const { key, next } of changesOf(handlers, event)) {
      const name = key.join('/');
      const row = next(rows.get(name));
      if (row) rows.set(name, row);
      else rows.delete(name);
    }
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
};

/** Which events a table's fold lets touch which row: the parts of its key with a slash between → its events. */
export const touching = <Row>(
  handlers: Handlers<Row>,
  events: readonly Recorded[],
): ReadonlyMap<string, readonly Recorded[]> => {
  const touched = new Map<string, Recorded[]>();
  for (const event of events)
    for (const { key } of changesOf(handlers, event))
      touched.getOrInsertComputed(key.join('/'), () => []).push(event);
  return touched;
};

/** An event, and what the fold made of one row by it; `undefined`: no row. */
export interface Step<Row> {
  readonly event: Recorded;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** Every event that a table's fold lets touch one row, with the row before and after it. */
export const stepsOf = <Row>(
  handlers: Handlers<Row>,
  events: readonly Recorded[],
  key: readonly string[],
): readonly Step<Row>[] => {
  const name = key.join('/');
  let row: Row | undefined;
  return events.flatMap((event) => {
    const own = changesOf(handlers, event).filter((change) => change.key.join('/') === name);
    return own.map(({ next }) => {
      const before = row;
      row = next(before);
      return { event, before, after: row };
    });
  });
};
