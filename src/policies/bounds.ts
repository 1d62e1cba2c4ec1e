import { reachesStudentsOnly, type Viewer } from './scope.ts';

/**
 * The rows that exist for a viewer at all, under any capability: a scope decides within them, and the database
 * gives no row outside, even to a query that forgot its scope.
 */
export interface Bounds {
  readonly college: string;
  /** The students whose rows there are; `null`: every student of the college. */
  readonly students: ReadonlySet<string> | null;
}

/** Who is only a learner, or answers for some, is bounded by these students; whoever reaches further, by the college. */
export const boundsOf = ({
  college,
  roles,
  self,
  wards,
  delegated,
}: Pick<Viewer, 'college' | 'roles' | 'self' | 'wards' | 'delegated'>): Bounds => ({
  college,
  students: [...roles].every(reachesStudentsOnly)
    ? new Set([...self, ...wards, ...[...delegated.values()].flatMap((students) => [...students])])
    : null,
});
