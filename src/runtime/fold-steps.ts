import { DatabaseError } from 'pg';
import type { Recorded } from '../../events/recorded.ts';
import { decode } from '../log/body.ts';
import type { StoredEvent } from '../log/event-log.ts';
import type { Change } from '../../projections/projection.ts';
import type { Row, TableShape } from './table-shape.ts';
import type { TableState } from './table-state.ts';

/** What one event does to one row of one table. */
export interface Step {
  readonly event: StoredEvent;
  /** Which of the projection's tables. */
  readonly table: number;
  readonly change: Change<Row>;
}

/** The messages of the JSON parser and of the database quote what they refuse, so they are not passed on. */
const wordsOf = (cause: unknown): string => {
  if (cause instanceof SyntaxError) return 'The body is not JSON.';
  if (cause instanceof DatabaseError) return `The database refused its rows (${cause.code ?? 'no code'}).`;
  return cause instanceof Error ? cause.message : 'The fold threw something that is no error.';
};

/** An event that a projection cannot take: it stops there and is never skipped. */
export class Poison extends Error {
  override readonly name = 'Poison';
  readonly event: StoredEvent;

  constructor(event: StoredEvent, cause: unknown) {
    super(wordsOf(cause), { cause });
    this.event = event;
  }
}

type Handler = ((event: Recorded) => readonly Change<Row>[]) | undefined;

/** The steps of a page in the order of the log. Throws `Poison`. */
export const stepsOf = (
  shapes: readonly Pick<TableShape, 'handlers'>[],
  page: readonly StoredEvent[],
): readonly Step[] => {
  const steps: Step[] = [];
  for (const event of page) {
    try {
      const recorded = decode(event);
      shapes.forEach(({ handlers }, table) => {
        // The handler under a type takes the events of that type.
        const handle = handlers[recorded.type] as Handler;
        for (const change of handle?.(recorded) ?? []) steps.push({ event, table, change });
      });
    } catch (error) {
      throw new Poison(event, error);
    }
  }
  return steps;
};

/** Takes the steps in order. Throws `Poison`. */
export const fold = (steps: readonly Step[], states: readonly TableState[]): void => {
  for (const { event, table, change } of steps) {
    try {
      states[table]?.take(change);
    } catch (error) {
      throw new Poison(event, error);
    }
  }
};
