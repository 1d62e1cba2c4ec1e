import type { EventNamed, EventType } from '../events/register.ts';
import type { Recorded } from '../events/recorded.ts';

/** What an event does to one row: its key, and the row that follows from the row there is. Pure. */
export interface Change<Row> {
  /** The values of the table's key columns, in their order; the college is not among them. */
  readonly key: readonly string[];
  /** `undefined` in: no such row yet. `undefined` out: no row any more. */
  readonly next: (row: Row | undefined) => Row | undefined;
}

/** What each event does to the rows of a table; an event that is not listed does nothing. */
export type Handlers<Row> = {
  readonly [Type in EventType]?: (event: Recorded<EventNamed<Type>>) => readonly Change<Row>[];
};

/** The row that must be there; throws where the log says otherwise: a projection never guesses. */
export const existing = <Row>(
  row: Row | undefined,
  { type, position }: { readonly type: string; readonly position: bigint },
): Row => {
  if (!row) throw new Error(`${type} at ${position} amends a row that is not there.`);
  return row;
};
