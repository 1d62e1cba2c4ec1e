import { hash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { inRead } from './table-ddl.ts';
import { arrayOf } from './array-text.ts';
import { copyRows } from './copy-rows.ts';
import type { Sweep } from './sweep.ts';
import type { Column, Row, TableShape } from './table-shape.ts';

const cast = (columns: readonly Column[]): string =>
  columns.map(({ type }, index) => `$${String(index + 2)}::${type}[]`).join(', ');

const names = (columns: readonly Column[], of = ''): string =>
  columns.map(({ name }) => `${of}${name}`).join(', ');

const numbered = (columns: readonly Column[]): string =>
  columns.map((_, index) => `k${String(index)}`).join(', ');

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** The rows whose texts are about one of some subjects: by an index where the one column is an id and has one. */
const aboutSubjects = (
  { columns }: TableShape,
  subject: readonly string[],
  of: readonly string[],
): { readonly condition: string; readonly values: readonly string[] } => {
  const found = columns.filter(({ property }) => subject.includes(property));
  const [only, ...others] = found;
  if (only?.type === 'uuid' && others.length === 0)
    return { condition: `t.${only.name} = ANY ($2::uuid[])`, values: of.filter((id) => UUID.test(id)) };
  const inTurn = subject.map((property) => found.find((column) => column.property === property)?.name ?? '');
  const texts = inTurn.map((name) => `t.${name}::text`).join(', ');
  return { condition: `coalesce(${texts}) = ANY ($2::text[])`, values: of };
};

/** Finds by key, one index look-up each: a plan that joins would read the whole table. */
const byKey = ({ keys }: TableShape, name: string): string =>
  `SELECT * FROM ${inRead(name)} t WHERE t.college = $1 AND ${keys
    .map((key, index) => `t.${key.name} = k.k${String(index)}`)
    .join(' AND ')}`;

/** A statement that a connection plans once: tables are wide, and a page of few events is over before it is planned. */
interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Such a statement with its values, ready to be sent. */
export interface Statement extends Prepared {
  readonly values: readonly unknown[];
}

const prepared = (text: string): Prepared => ({ name: `rows.${hash('sha256', text).slice(0, 32)}`, text });

/** The statements of one table, built once from its shape; values travel as one array for each column. */
export class TableRows {
  readonly shape: TableShape;
  readonly #name: string;
  readonly #load: Prepared;
  readonly #selected: string;
  readonly #insert: Prepared;
  readonly #upsert: Prepared;
  readonly #remove: Prepared;

  constructor(shape: TableShape, name = shape.name) {
    this.shape = shape;
    this.#name = name;
    const { columns, keys } = shape;
    const rest = columns.filter(({ property }) => !keys.some((key) => key.property === property));
    const selected = columns.map((column) => `t.${column.name} AS "${column.property}"`).join(', ');
    this.#selected = selected;
    this.#load = prepared(`SELECT k.o::int AS "#", ${selected}
      FROM unnest(${cast(keys)}) WITH ORDINALITY AS k(${numbered(keys)}, o)
      CROSS JOIN LATERAL (${byKey(shape, name)} OFFSET 0) t`);
    const update = rest.map((column) => `${column.name} = excluded.${column.name}`).join(', ');
    const insert = `INSERT INTO ${inRead(name)} (college, ${names(columns)})
      SELECT $1::uuid, u.* FROM unnest(${cast(columns)}) AS u`;
    this.#insert = prepared(insert);
    this.#upsert = prepared(`${insert}
      ON CONFLICT (college, ${names(keys)}) DO ${update ? `UPDATE SET ${update}` : 'NOTHING'}`);
    this.#remove = prepared(`DELETE FROM ${inRead(name)} t USING unnest(${cast(keys)}) AS k(${numbered(keys)})
      WHERE t.college = $1 AND ${keys.map((key, index) => `t.${key.name} = k.k${String(index)}`).join(' AND ')}`);
  }

  /** The rows of some keys, in the keys' order; `undefined` where there is none. */
  async load(
    client: ClientBase,
    college: string,
    keys: readonly (readonly string[])[],
  ): Promise<readonly (Row | undefined)[]> {
    const values = [college, ...this.shape.keys.map((_, index) => keys.map((key) => key[index]))];
    const { rows } = await client.query<Row & { readonly '#': number }>({ ...this.#load, values });
    const found = new Array<Row | undefined>(keys.length);
    for (const { '#': ordinal, ...row } of rows) found[ordinal - 1] = row;
    return found;
  }

  /** The key of a row, as changes name it. */
  keyOf(row: Row): readonly string[] {
    return this.shape.keys.map(({ property }) => String(row[property]));
  }

  /** The rows that sweeps concern: a row is there once for each kind of text in it. */
  async loadAbout(client: ClientBase, college: string, sweeps: readonly Sweep[]): Promise<readonly Row[]> {
    const found: Row[] = [];
    for (const [texts, of] of Map.groupBy(sweeps, (sweep) => sweep.texts)) {
      const subjects = of.map(({ subject }) => subject);
      const { condition, values } = aboutSubjects(this.shape, texts.subject, subjects);
      if (values.length === 0) continue;
      const text = `SELECT ${this.#selected} FROM ${inRead(this.#name)} t WHERE t.college = $1 AND ${condition}`;
      found.push(...(await client.query<Row>(text, [college, values])).rows);
    }
    return found;
  }

  /** Writes rows, new or changed. */
  upsert(college: string, rows: readonly Row[]): Statement {
    return { ...this.#upsert, values: [college, ...this.#valuesOf(rows)] };
  }

  /** Writes rows of which none is there yet, where nothing can be copied in. */
  insert(college: string, rows: readonly Row[]): Statement {
    return { ...this.#insert, values: [college, ...this.#valuesOf(rows)] };
  }

  #valuesOf(rows: readonly Row[]): readonly string[] {
    return this.shape.columns.map((column) => arrayOf(rows, column));
  }

  /** Writes rows of which none is there yet. */
  copy(client: ClientBase, college: string, rows: readonly Row[]): Promise<void> {
    return copyRows(client, this.shape, this.#name, college, rows);
  }

  /** Removes the rows of some keys. */
  remove(college: string, keys: readonly (readonly string[])[]): Statement {
    const values = this.shape.keys.map((_, index) => keys.map((key) => key[index]));
    return { ...this.#remove, values: [college, ...values] };
  }
}
