import type { EntityProperty, MetadataStorage } from '@mikro-orm/core';
import { escapeIdentifier } from 'pg';
import type { ProjectedTable } from '../../projections/definition.ts';
import type { PersonalTexts } from '../../projections/personal.ts';
import type { Handlers } from '../../projections/projection.ts';
import { writeOf } from './binary-value.ts';

/** A row of any projection: its entity's properties without the college. */
export type Row = Readonly<Record<string, unknown>>;

/** One column of a table. */
export interface Column {
  /** The property of the row. */
  readonly property: string;
  /** Quoted. */
  readonly name: string;
  /** The SQL type, `uuid`. */
  readonly type: string;
  readonly nullable: boolean;
}

/** A table of the schema `read`, all of it read from the entity's metadata. */
export interface TableShape {
  readonly name: string;
  /** Every column but the college. */
  readonly columns: readonly Column[];
  /** The columns of the primary key after the college, in the order of a change's key. */
  readonly keys: readonly Column[];
  /** Each index as its quoted columns. */
  readonly indexes: readonly (readonly string[])[];
  /** Rows are written once, each by an event of its own. */
  readonly isAppended: boolean;
  readonly handlers: Handlers<Row>;
  /** The texts that go with their key. */
  readonly personal: readonly PersonalTexts<Row>[];
}

/** A value as text that the database reads by the column's type. */
export const written = (value: unknown, { type }: Column): string | null => {
  if (typeof value === 'string' && type !== 'jsonb') return value;
  if (value === null || value === undefined) return null;
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
};

const columnOf = (table: string, { name, fieldNames, columnTypes, nullable }: EntityProperty): Column => {
  const [[field], [type]] = [fieldNames, columnTypes];
  if (field === undefined || type === undefined) throw new Error(`${table}.${name} has no column.`);
  if (type.endsWith('[]')) throw new Error(`${table}.${name} is an array: declare it as p.json().`);
  // A replay copies rows in: a type that cannot be copied is refused before there is a row.
  writeOf(type);
  return { property: name, name: escapeIdentifier(field), type, nullable: nullable === true };
};

/** Reads a table's shape; throws where an entity does not fit the schema `read`. */
export const shapeOf = (
  metadata: MetadataStorage,
  { entity, handlers, personal, isAppended }: ProjectedTable,
): TableShape => {
  const { tableName, schema, props, indexes } = metadata.get(entity as never);
  const [college, ...keys] = props.filter(({ primary }) => primary);
  if (schema !== 'read' || college?.name !== 'college')
    throw new Error(`${tableName} must lie in schema read, with the college first in its primary key.`);
  const quoted = new Map(props.map((prop) => [prop.name, columnOf(tableName, prop).name]));
  return {
    name: tableName,
    columns: props.filter((prop) => prop !== college).map((prop) => columnOf(tableName, prop)),
    keys: keys.map((prop) => columnOf(tableName, prop)),
    indexes: indexes.map(({ properties }) =>
      [properties ?? []].flat().map((property) => quoted.get(property) ?? property),
    ),
    isAppended,
    // A shape joins rows of one table with that table's own handlers only.
    handlers: handlers as unknown as Handlers<Row>,
    personal: personal as unknown as readonly PersonalTexts<Row>[],
  };
};
