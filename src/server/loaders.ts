import {
  accountsByIds,
  attestationPeriods,
  courseUnitsByIds,
  groupsByIds,
  studentsByIds,
} from '../../projections/directory/by-ids.ts';
import { membersOf } from '../../projections/directory/queries.ts';
import { journalsIn } from '../../projections/gradebook/queries.ts';
import type { Reader } from '../../projections/reader.ts';
import { timetableEntriesOf } from '../../projections/timetable/queries.ts';
import type { Loaders, SignedIn } from '../../schema/context.ts';
import { loaderOf } from '../../schema/loaders.ts';
import { accountOf } from '../../schema/nouns/account.ts';
import { periodOf } from '../../schema/nouns/attestation-period.ts';
import { courseUnitOf } from '../../schema/nouns/course-unit.ts';
import { journalOf } from '../../schema/nouns/journal.ts';
import { studentOf } from '../../schema/nouns/student.ts';
import { groupOf } from '../../schema/nouns/study-group.ts';
import { timetableEntryOf } from '../../schema/nouns/timetable.ts';
import type { Published } from '../ledger/published/published.ts';
import type { Capability } from '../policies/access.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { scopeOf, type Scope } from '../policies/scope.ts';
import { leafLoaders } from './leaf-loaders.ts';

/** A row, with the id it is found by. */
type Keyed<Node> = readonly [string, Node];

/** Nobody is signed in: there is nothing to find. */
const noScope = (): never => {
  throw new Error('Rows are loaded for the signed-in only.');
};

/** The loaders of one request, each under the capability by which the viewer reads such a thing at all. */
export const requestLoaders = (
  reader: Reader,
  viewer: SignedIn | null,
  today: () => Promise<PlainDate>,
  published: Published,
): Loaders => {
  const scope = (...either: readonly Capability[]): Scope => {
    if (!viewer) return noScope();
    const own = either.find((capability) => viewer.capabilities.has(capability));
    return scopeOf(viewer, own ?? either[0] ?? 'directory.read');
  };
  const people = (): Scope => scope('directory.read', 'diary.read');
  const keyed = <Row, Node>(
    find: (ids: readonly string[]) => Promise<readonly Row[]>,
    pair: (row: Row) => Keyed<Node>,
  ) => loaderOf(async (ids) => new Map((await find(ids)).map(pair)));

  return {
    ...leafLoaders(published, viewer),
    students: keyed(
      (ids) => studentsByIds(reader, people(), ids),
      (row) => [row.student, studentOf(row)],
    ),
    accounts: keyed(
      (ids) => accountsByIds(reader, people(), ids),
      (row) => [row.account, accountOf(row)],
    ),
    groups: keyed(
      (ids) => groupsByIds(reader, people(), ids),
      (row) => [row.group, groupOf(row)],
    ),
    courseUnits: keyed(
      (ids) => courseUnitsByIds(reader, people(), ids),
      (row) => [row.courseUnit, courseUnitOf(row)],
    ),
    periods: keyed(
      (ids) => attestationPeriods(reader, scope('period.read'), ids),
      (row) => [row.period, periodOf(row)],
    ),
    journals: keyed(
      (journals) =>
        journalsIn(
          reader,
          scope('gradebook.read', 'diary.read', 'lesson.schedule'),
          { journals },
          { limit: journals.length },
        ),
      (row) => [row.journal, journalOf(row)],
    ),
    timetableEntries: loaderOf(async (timetables) => {
      const entries = await timetableEntriesOf(reader, scope('timetable.read'), timetables);
      const byTimetable = Map.groupBy(entries, ({ timetable }) => timetable);
      return new Map(timetables.map((id) => [id, (byTimetable.get(id) ?? []).map(timetableEntryOf)]));
    }),
    studentsOfGroup: loaderOf(async (groups) => {
      const members = await membersOf(reader, scope('directory.read'), groups, await today());
      const byGroup = Map.groupBy(members, ({ memberOf }) => memberOf);
      return new Map(groups.map((group) => [group, (byGroup.get(group) ?? []).map(studentOf)]));
    }),
  };
};
