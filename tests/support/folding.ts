import type { Meta, Past, Recorded } from '../../events/recorded.ts';
import type { DomainEvent } from '../../events/register.ts';
import type { Change, Handlers } from '../../projections/projection.ts';
import { told, type History } from './pure-ledger.ts';

/** Events as the log would give them: one after the other, from position 1. */
export const placed = (events: readonly (DomainEvent | Past)[]): readonly Recorded[] =>
  events.map((event, index) => ({
    ...('meta' in event ? event : told(event, {})),
    position: BigInt(index + 1),
    stream: 'a stream',
    revision: index,
  }));

/** A history in one line, stream after stream. */
export const inOrder = (history: History): readonly (DomainEvent | Past)[] => Object.values(history).flat();

/** An event with its metadata changed. */
export const by = (event: DomainEvent, actor: Partial<Meta['actor']>, meta: Partial<Meta> = {}): Past => {
  const plain = told(event, meta);
  return { ...plain, meta: { ...plain.meta, actor: { ...plain.meta.actor, ...actor } } };
};

/** The rows that a table's fold makes of events, in the order in which they first appeared. */
export const rowsOf = <Row>(
  handlers: Handlers<Row>,
  ...events: readonly (DomainEvent | Past)[]
): readonly Row[] => {
  const rows = new Map<string, Row>();
  for (const event of placed(events)) {
    const handle = handlers[event.type] as ((event: Recorded) => readonly Change<Row>[]) | undefined;
    for (const { key, next } of handle?.(event) ?? []) {
      const at = JSON.stringify(key);
      const row = next(rows.get(at));
      if (row === undefined) rows.delete(at);
      else rows.set(at, row);
    }
  }
  return [...rows.values()];
};
