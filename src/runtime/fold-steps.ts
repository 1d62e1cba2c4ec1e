import { DatabaseError } from 'pg';
import type { OpenedEvent } from '../log/event-log.ts';
import { decode } from '../log/body.ts';
import { follow, type Decode, type Effect, type Routes } from './routes.ts';
import type { TableState } from './table-state.ts';

/** What one event does to one table. */
export interface Step {
  readonly event: OpenedEvent;
  /** Which of the projection's tables. */
  readonly table: number;
  readonly effect: Effect;
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
  readonly event: OpenedEvent;

  constructor(event: OpenedEvent, cause: unknown) {
    super(wordsOf(cause), { cause });
    this.event = event;
  }
}

/** Goes through a page event by event; what one throws is that event's poison. */
const eachOf = <Item>(
  items: readonly Item[],
  eventOf: (item: Item) => OpenedEvent,
  act: (item: Item) => void,
): void => {
  let at = 0;
  try {
    for (; at < items.length; at += 1) act(items[at] as Item);
  } catch (error) {
    throw new Poison(eventOf(items[at] as Item), error);
  }
};

/**
 * Whether an effect still does something to rows that were folded from texts read after `gone`: a key that had ended by
 * then left none to overwrite.
 */
const counts = (effect: Effect, { position }: OpenedEvent, gone: bigint): boolean =>
  'key' in effect || position > gone;

/** The steps of a page in the order of the log; `gone`: where the log stood before the first text was read. Throws `Poison`. */
export const stepsOf = (
  routes: Routes,
  page: readonly OpenedEvent[],
  gone = 0n,
  decoded: Decode = decode,
): readonly Step[] => {
  const steps: Step[] = [];
  const itself = (event: OpenedEvent): OpenedEvent => event;
  eachOf(page, itself, (event) => {
    const visit = (table: number, effect: Effect): void => {
      if (counts(effect, event, gone)) steps.push({ event, table, effect });
    };
    follow(routes, event, visit, decoded);
  });
  return steps;
};

/** Takes the steps in order. Throws `Poison`. */
export const fold = (steps: readonly Step[], states: readonly TableState[]): void => {
  eachOf(
    steps,
    ({ event }) => event,
    ({ table, effect }) => states[table]?.take(effect),
  );
};

/** Folds a page whose rows are all in memory; `gone` as above. Throws `Poison`. */
export const foldPage = (
  routes: Routes,
  page: readonly OpenedEvent[],
  states: readonly TableState[],
  gone = 0n,
  decoded: Decode = decode,
): void => {
  eachOf(
    page,
    (event) => event,
    (event) => {
      const visit = (table: number, effect: Effect): void => {
        if (counts(effect, event, gone)) states[table]?.take(effect);
      };
      follow(routes, event, visit, decoded);
    },
  );
};
