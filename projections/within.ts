import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../src/policies/scope.ts';

/** An id in a row, or none. */
export type Id = Expression<string | null>;

/** Whether an id is one of some: one parameter, however many there are. */
export const isOneOf = (id: Id, ids: Iterable<string>): RawBuilder<SqlBool> =>
  sql<SqlBool>`${id} = ANY(${[...ids]}::uuid[])`;

/** What ties a row to the three sets of a scope; what a table does not name reaches none of its rows. */
export interface Ties {
  readonly journals?: readonly Id[];
  readonly groups?: readonly Id[];
  readonly students?: readonly Id[];
}

/** Whether any of some conditions holds; none of none. */
export const anyOf = (conditions: readonly Expression<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`;

/** Whether a row lies within a scope. The college is not asked here: each query names it for each table. */
export const within = (
  scope: Scope,
  { journals = [], groups = [], students = [] }: Ties,
): RawBuilder<SqlBool> =>
  scope.everything
    ? sql<SqlBool>`true`
    : anyOf([
        ...journals.map((id) => isOneOf(id, scope.journals)),
        ...groups.map((id) => isOneOf(id, scope.groups)),
        ...students.map((id) => isOneOf(id, scope.students)),
      ]);

/** Whether a day lies in one of the stays of a row; in a group's only, where one is given. */
export const staysOn = (
  stays: Expression<unknown>,
  day: Expression<unknown>,
  group: string | null = null,
): RawBuilder<SqlBool> => sql<SqlBool>`EXISTS (
  SELECT FROM jsonb_to_recordset(${stays}) AS stay("from" date, "until" date, "group" uuid)
  WHERE stay."from" <= ${day} AND (stay."until" IS NULL OR stay."until" >= ${day})
    AND (${group}::uuid IS NULL OR stay."group" = ${group}::uuid))`;
