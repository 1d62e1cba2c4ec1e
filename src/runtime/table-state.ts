import type { ClientBase } from 'pg';
import type { Effect } from './routes.ts';
import { scrubNote } from './scrub.ts';
import { concerns, type Sweep } from './sweep.ts';
import type { Statement, TableRows } from './table-rows.ts';
import { KeyMap } from './key-map.ts';
import type { Row, TableShape } from './table-shape.ts';

interface Slot {
  readonly key: readonly string[];
  row: Row | undefined;
  isChanged: boolean;
  isKnown: boolean;
}

/** Rows in one statement, at most. */
const WRITTEN_AT_ONCE = 10_000;

/** Fewer rows are not worth another connection. */
const COPIED_AT_ONCE = 2_000;

/** Copies rows over several connections: the server writes on more than one of its processors. */
const copyOver = async (
  clients: readonly ClientBase[],
  college: string,
  table: TableRows,
  rows: readonly Row[],
): Promise<void> => {
  const share = Math.max(COPIED_AT_ONCE, Math.ceil(rows.length / clients.length));
  await Promise.all(
    clients.map(async (client, index) => {
      const mine = rows.slice(index * share, (index + 1) * share);
      if (mine.length > 0) await table.copy(client, college, mine);
    }),
  );
};

/** The rows of one table and college that are in the works, held until they are written. */
export class TableState {
  /** Of a table whose rows are written once: no event comes back to one, so none is loaded and none is looked for. */
  readonly #isAppended: boolean;
  /** The new rows of such a table. */
  #appended: Row[] = [];
  readonly #slots = new KeyMap<Slot>();
  /** Those whose rows are yet to be loaded. */
  #sweeps: Sweep[] = [];
  /** Whether a key of its texts ended since the last write: rows that went long ago still lie in the file. */
  #isSwept = false;

  constructor({ isAppended }: Pick<TableShape, 'isAppended'>) {
    this.#isAppended = isAppended;
  }

  /** Makes room for what is about to change. */
  expect(effect: Effect): void {
    if (!('key' in effect)) this.#sweeps.push(effect);
    else if (!this.#isAppended && !this.#slots.get(effect.key))
      this.#slots.add(effect.key, { key: effect.key, row: undefined, isChanged: false, isKnown: false });
  }

  /** Loads every row that is expected and not held yet. */
  async load(client: ClientBase, college: string, table: TableRows): Promise<void> {
    await this.#loadKeys(client, college, table);
    if (this.#sweeps.length === 0) return;
    for (const row of await table.loadAbout(client, college, this.#sweeps)) {
      const key = table.keyOf(row);
      if (!this.#slots.get(key)) this.#slots.add(key, { key, row, isChanged: false, isKnown: true });
    }
    this.#sweeps = [];
  }

  async #loadKeys(client: ClientBase, college: string, table: TableRows): Promise<void> {
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

  /** Applies an effect to the row of its key, or to every row that it concerns. */
  take(effect: Effect): void {
    if (!('key' in effect)) {
      this.#sweep(effect);
      return;
    }
    const { key, next } = effect;
    if (this.#isAppended) {
      const row = next(undefined);
      if (row) this.#appended.push(row);
      return;
    }
    const slot = this.#slots.get(key);
    const row = next(slot?.row);
    if (slot) {
      slot.isChanged ||= row !== slot.row;
      slot.row = row;
    } else this.#slots.add(key, { key, row, isChanged: true, isKnown: true });
  }

  #sweep(sweep: Sweep): void {
    for (const slot of this.#slots.values) {
      if (slot.row === undefined || !concerns(sweep, slot.row)) continue;
      const row = sweep.texts.erased(slot.row);
      if (row === slot.row) continue;
      slot.isChanged = true;
      slot.row = row;
    }
    this.#appended = this.#appended.flatMap((row): readonly Row[] => {
      const left = concerns(sweep, row) ? sweep.texts.erased(row) : row;
      return left ? [left] : [];
    });
    this.#isSwept = true;
  }

  /** How many rows are held. */
  get size(): number {
    return this.#slots.values.length + this.#appended.length;
  }

  /** How many of them nobody comes back to. */
  get settled(): number {
    return this.#appended.length;
  }

  /** What writes whatever changed: inserts or upserts, and one delete, if there is anything to write. */
  changes(college: string, table: TableRows): readonly Statement[] {
    const statements: Statement[] = [];
    for (let first = 0; first < this.#appended.length; first += WRITTEN_AT_ONCE)
      statements.push(table.insert(college, this.#appended.slice(first, first + WRITTEN_AT_ONCE)));
    const [rows, gone]: [Row[], (readonly string[])[]] = [[], []];
    for (const { key, row, isChanged } of this.#slots.values)
      if (isChanged && row) rows.push(row);
      else if (isChanged) gone.push(key);
    for (let first = 0; first < rows.length; first += WRITTEN_AT_ONCE)
      statements.push(table.upsert(college, rows.slice(first, first + WRITTEN_AT_ONCE)));
    if (gone.length > 0) statements.push(table.remove(college, gone));
    if (this.#isSwept) statements.push(scrubNote(table.shape.name));
    this.#isSwept = false;
    return statements;
  }

  /** Writes what changed. */
  async write(client: ClientBase, college: string, table: TableRows): Promise<void> {
    for (const { values, ...statement } of this.changes(college, table))
      await client.query({ ...statement, values: [...values] });
  }

  /** Writes every row into a table that has none of them yet, over several connections. */
  async fill(clients: readonly ClientBase[], college: string, table: TableRows): Promise<void> {
    const rows = this.#slots.values.flatMap(({ row }) => (row ? [row] : []));
    await copyOver(clients, college, table, rows);
    await this.settle(clients, college, table);
  }

  /** Writes, by COPY, the rows that nobody comes back to, and lets go of them. */
  async settle(clients: readonly ClientBase[], college: string, table: TableRows): Promise<void> {
    const rows = this.#appended;
    this.#appended = [];
    await copyOver(clients, college, table, rows);
  }

  /** Lets go of every row. */
  clear(): void {
    this.#slots.clear();
    this.#appended = [];
  }
}
