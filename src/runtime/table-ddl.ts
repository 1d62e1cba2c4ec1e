import { escapeIdentifier } from 'pg';
import type { TableShape } from './table-shape.ts';

/** The quoted name of a table of the schema `read`. */
export const inRead = (table: string): string => `read.${escapeIdentifier(table)}`;

/** Makes the table without its indexes, so that it can be filled first. */
export const createTable = ({ columns }: TableShape, name: string): string => {
  const lines = columns.map((column) => `${column.name} ${column.type}${column.nullable ? '' : ' NOT NULL'}`);
  return `CREATE TABLE ${inRead(name)} (college uuid NOT NULL, ${lines.join(', ')})`;
};

/** The primary key. Nothing is named: PostgreSQL finds names that are free, beside a live table too. */
export const createKey = ({ keys }: TableShape, name: string): string =>
  `ALTER TABLE ${inRead(name)} ADD PRIMARY KEY (college, ${keys.map((key) => key.name).join(', ')})`;

/** The indexes that the entity declares. */
export const createIndexes = ({ indexes }: TableShape, name: string): readonly string[] =>
  indexes.map((columns) => `CREATE INDEX ON ${inRead(name)} (${columns.join(', ')})`);
