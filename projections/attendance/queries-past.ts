import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';

/**
 * The pages on which the attendance of a group may ever have been taken: its own, and those of no group on which
 * somebody stood who ever was in it. No page and no line of one is ever taken out of these tables.
 */
export const pagesEverOf = async (
  reader: Reader,
  { college }: Scope,
  group: string,
): Promise<readonly string[]> => {
  const own = await reader
    .selectFrom('attendance_page as p')
    .where('p.college', '=', college)
    .where('p.group', '=', group)
    .select('p.journal')
    .execute();
  const others = await reader
    .selectFrom('attendance_page as p')
    .innerJoin('attendance_roster_entry as r', (join) =>
      join.onRef('r.college', '=', 'p.college').onRef('r.journal', '=', 'p.journal'),
    )
    .innerJoin('group_member as m', (join) =>
      join.onRef('m.college', '=', 'r.college').onRef('m.student', '=', 'r.student'),
    )
    .where('p.college', '=', college)
    .where('p.group', 'is', null)
    .where('m.group', '=', group)
    .select('p.journal')
    .distinct()
    .execute();
  return [...own, ...others].map(({ journal }) => journal);
};
