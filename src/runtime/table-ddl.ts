import { escapeIdentifier } from 'pg';
import type { TableShape } from './table-shape.ts';

/** The quoted name of a table of the schema `read`. */
export const inRead = (table: string): string => `read.${escapeIdentifier(table)}`;

/** Statistics would keep the commonest names and texts in a catalogue of their own, long after they were erased. */
const withoutStatistics = ({ columns, personal }: TableShape, name: string): string => {
  const held = new Set(personal.flatMap((texts) => texts.columns));
  const changes = columns
    .filter(({ property }) => held.has(property))
    .map((column) => `ALTER COLUMN ${column.name} SET STATISTICS 0`);
  return changes.length === 0 ? '' : `; ALTER TABLE ${inRead(name)} ${changes.join(', ')}`;
};

/** Makes the table without its indexes, so that it can be filled first. */
export const createTable = (shape: TableShape, name: string): string => {
  const { columns } = shape;
  const lines = columns.map((column) => `${column.name} ${column.type}${column.nullable ? '' : ' NOT NULL'}`);
  return `CREATE TABLE ${inRead(name)} (college uuid NOT NULL, ${lines.join(', ')})${withoutStatistics(shape, name)}`;
};

/** The primary key. Nothing is named: PostgreSQL finds names that are free, beside a live table too. */
export const createKey = ({ keys }: TableShape, name: string): string =>
  `ALTER TABLE ${inRead(name)} ADD PRIMARY KEY (college, ${keys.map((key) => key.name).join(', ')})`;

/**
 * The indexes that the entity declares. Where every event adds a row, one that has nothing in the column is left out:
 * nobody looks for it there, and each index is dear.
 */
export const createIndexes = (
  { indexes, columns, isAppended }: TableShape,
  name: string,
): readonly string[] => {
  const nullable = new Set(columns.filter((column) => column.nullable).map((column) => column.name));
  return indexes.map((searched) => {
    const [, first = ''] = searched;
    const only = isAppended && nullable.has(first) ? ` WHERE ${first} IS NOT NULL` : '';
    return `CREATE INDEX ON ${inRead(name)} (${searched.join(', ')})${only}`;
  });
};
