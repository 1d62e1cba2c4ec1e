import type { ClientBase } from 'pg';
import type { Change } from '../../projections/projection.ts';
import type { TableRows } from './table-rows.ts';
import { KeyMap } from './key-map.ts';
import type { Row } from './table-shape.ts';

interface Slot {
  readonly key: readonly string[];
  row: Row | undefined;
  isChanged: boolean;
  isKnown: boolean;
}

/** Rows in one statement, at most. */
const WRITTEN_AT_ONCE = 10_000;

/** The rows of one table and college that are in the works, held until they are written. */
export class TableState {
  readonly #slots = new KeyMap<Slot>();

  /** Makes room for a row that is about to change. */
  expect({ key }: Change<Row>): void {
    if (!this.#slots.get(key))
      this.#slots.add(key, { key, row: undefined, isChanged: false, isKnown: false });
  }

  /** Loads every row that is expected and not held yet. */
  async load(client: ClientBase, college: string, table: TableRows): Promise<void> {
    const slots = this.#slots.values.filter(({ isKnown }) => !isKnown);
    if (slots.length === 0) return;
    const rows = await table.load(
      client,
      college,
      slots.map(({ key }) => key),
    );
    slots.forEach((slot, index) => {
      slot.row = rows[index];
      slot.isKnown = true;
    });
  }

  /** Applies a change to the row of its key. */
  take({ key, next }: Change<Row>): void {
    const slot = this.#slots.get(key);
    const row = next(slot?.row);
    if (slot) {
      slot.isChanged ||= row !== slot.row;
      slot.row = row;
    } else this.#slots.add(key, { key, row, isChanged: true, isKnown: true });
  }

  /** How many rows are held. */
  get size(): number {
    return this.#slots.values.length;
  }

  /** Writes what changed: upserts, and one delete, if there is anything to write. */
  async write(client: ClientBase, college: string, table: TableRows): Promise<void> {
    const [rows, gone]: [Row[], (readonly string[])[]] = [[], []];
    for (const { key, row, isChanged } of this.#slots.values)
      if (isChanged && row) rows.push(row);
      else if (isChanged) gone.push(key);
    for (let first = 0; first < rows.length; first += WRITTEN_AT_ONCE)
      await table.upsert(client, college, rows.slice(first, first + WRITTEN_AT_ONCE));
    if (gone.length > 0) await table.remove(client, college, gone);
  }

  /** Writes every row into a table that has none yet. */
  async fill(client: ClientBase, college: string, table: TableRows): Promise<void> {
    const rows = this.#slots.values.flatMap(({ row }) => (row ? [row] : []));
    if (rows.length > 0) await table.copy(client, college, rows);
  }

  /** Lets go of every row. */
  clear(): void {
    this.#slots.clear();
  }
}
