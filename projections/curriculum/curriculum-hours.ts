import {
  academicYearOf,
  academicYearStart,
  hoursOf,
  linesOf,
  linesOn,
  semestersOfPeriod,
} from '../../src/policies/programme.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { isOneOf } from '../within.ts';

/** A page as far as its curriculum goes. */
export interface StudiedPage {
  readonly journal: string;
  readonly group: string | null;
  readonly courseUnit: string;
  readonly from: string;
  readonly until: string;
}

/** Page → the hours its group's curriculum has for it in its period; a page without a curriculum is not in it. */
export const curriculumHours = async (
  reader: Reader,
  scope: Scope,
  pages: readonly StudiedPage[],
): Promise<ReadonlyMap<string, number>> => {
  const groups = [...new Set(pages.flatMap(({ group }) => group ?? []))];
  const assigned = await reader
    .selectFrom('group_curriculum as a')
    .innerJoin('curriculum as c', (join) =>
      join.onRef('c.college', '=', 'a.college').onRef('c.curriculum', '=', 'a.curriculum'),
    )
    .where('a.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('a.group'), groups))
    .select(['a.group', 'a.from', 'c.intakeYear', 'c.versions'])
    .orderBy('a.from')
    .execute();
  const byGroup = Map.groupBy(assigned, ({ group }) => group);
  return new Map(
    pages.flatMap(({ journal, group, courseUnit, from, until }): readonly (readonly [string, number])[] => {
      const day = academicYearStart(academicYearOf(from));
      const all = (group === null ? undefined : byGroup.get(group)) ?? [];
      const found = all.findLast((one) => one.from <= day) ?? all[0];
      if (!found) return [];
      const semesters = semestersOfPeriod(found.intakeYear, { from, until });
      return [[journal, hoursOf(linesOf(linesOn(found.versions, day), courseUnit, semesters))]];
    }),
  );
};
