import type { EntitySchemaWithMeta, InferKyselyTable } from '@mikro-orm/postgresql';
import type { PersonalTexts } from './personal.ts';
import type { Handlers } from './projection.ts';

/** A table of the schema `read`, declared by `defineEntity`; `college` is the first column of its primary key. */
export type TableEntity = EntitySchemaWithMeta;

type Columns<Entity extends TableEntity> = InferKyselyTable<Entity, { columnNamingStrategy: 'property' }>;

/** A row as folds and queries see it: plain, named by the entity's properties, without its college. */
export type RowOf<Entity extends TableEntity> = {
  readonly [Column in keyof Columns<Entity> as Exclude<Column, 'college'>]: Columns<Entity>[Column];
};

/** A table, and what events do to its rows. */
export interface ProjectedTable<Entity extends TableEntity = TableEntity> {
  readonly entity: Entity;
  /** Typed by the entity's row where it was made, by `projected`. */
  readonly handlers: Handlers<never>;
  /** The texts in it that are overwritten when their key is destroyed; typed in the same place. */
  readonly personal: readonly PersonalTexts<never>[];
  /** Each row is written by one event, under a key that no other event has: it is never looked for again. */
  readonly isAppended: boolean;
}

/** Joins a table with the fold that fills it, and names the texts about people in it; rows must be the table's. */
export const projected = <const Entity extends TableEntity>(
  entity: Entity,
  handlers: Handlers<RowOf<Entity>>,
  personal: readonly PersonalTexts<RowOf<Entity>>[] = [],
): ProjectedTable<Entity> => ({
  entity,
  handlers: handlers as unknown as Handlers<never>,
  personal: personal as unknown as readonly PersonalTexts<never>[],
  isAppended: false,
});

/** The same for a table whose keys hold the event's position: its rows are appended, none is read before. */
export const appended = <const Entity extends TableEntity>(
  entity: Entity,
  handlers: Handlers<RowOf<Entity>>,
  personal: readonly PersonalTexts<RowOf<Entity>>[] = [],
): ProjectedTable<Entity> => ({ ...projected(entity, handlers, personal), isAppended: true });

/** A fold of the log into the rows of some tables. */
export interface Projection<Tables extends readonly ProjectedTable[] = readonly ProjectedTable[]> {
  readonly name: string;
  /** Raised whenever the same events would give other rows or other columns: the tables are then rebuilt. */
  readonly version: number;
  readonly tables: Tables;
}

/** Declares a projection. */
export const defineProjection = <const Tables extends readonly ProjectedTable[]>(
  projection: Projection<Tables>,
): Projection<Tables> => projection;
