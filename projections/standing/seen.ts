import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../../src/policies/scope.ts';
import { shownPeriods } from '../directory/visible.ts';
import type { Reader } from '../reader.ts';
import { anyOf, isOneOf, within, type Id } from '../within.ts';

/** What ties a row of standing to a scope. */
export interface StandingTies {
  readonly student: Id;
  readonly journal: Id;
  /** The attestation period of the page. */
  readonly period: Id;
  /** The group of the page, and the one the student studies in. */
  readonly groups: readonly Id[];
}

/**
 * Whether a scope sees a student's standing on a page. What staff see of their pages and groups has no end; what
 * learners see of themselves may begin with a day, and reaches the periods that lasted until then or longer (D-15).
 */
export const seen = (
  reader: Reader,
  scope: Scope,
  { student, journal, period, groups }: StandingTies,
): RawBuilder<SqlBool> => {
  const ofStaff = within(scope, { journals: [journal], groups });
  const { since } = scope.learnerView;
  if (since === null) return anyOf([ofStaff, isOneOf(student, scope.students)]);
  const shown = shownPeriods(reader, scope);
  return anyOf([ofStaff, sql<SqlBool>`(${isOneOf(student, scope.students)} AND ${period} IN (${shown}))`]);
};
