import { sql } from 'kysely';
import type { Days } from '../../src/policies/academic-year.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope, Viewer } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { anyOf, within } from '../within.ts';
import type { ControlRecord, Finding, GroupMeasure } from './table.ts';

const MOST = 1000;

/** The controls of some days, the latest first, a thousand at most; for those who see the whole college. */
export const controlsIn = async (
  reader: Reader,
  scope: Scope,
  { from, until }: Days,
): Promise<readonly ControlRecord[]> =>
  await reader
    .selectFrom('control_record as c')
    .where('c.college', '=', scope.college)
    .where(() => within(scope, {}))
    .where('c.on', '>=', from)
    .where('c.on', '<=', until)
    .select([
      'c.control',
      'c.kind',
      'c.of',
      'c.on',
      'c.findings',
      'c.summary',
      'c.account',
      'c.role',
      'c.clause',
    ])
    .orderBy('c.on', 'desc')
    .orderBy('c.control')
    .limit(MOST)
    .execute();

/** Which findings are asked for. */
export interface FindingFilter {
  readonly answered?: boolean | undefined;
  /** Those whose answer was expected before this day. */
  readonly expectedBefore?: PlainDate | undefined;
}

/**
 * The findings a viewer may read, the latest first: supervisors all of them, others those addressed to them by name, or
 * by a role of theirs about a page of theirs or their group.
 */
export const findingsFor = async (
  reader: Reader,
  scope: Scope,
  viewer: Pick<Viewer, 'account' | 'roles'>,
  { answered, expectedBefore }: FindingFilter = {},
): Promise<readonly Finding[]> =>
  await reader
    .selectFrom('finding as f')
    .leftJoin('directory_page as p', (join) =>
      join.onRef('p.college', '=', 'f.college').onRef('p.journal', '=', 'f.of'),
    )
    .where('f.college', '=', scope.college)
    .where((eb) => {
      const named = sql<boolean>`${eb.ref('f.accounts')} ? ${viewer.account}`;
      const byRole = sql<boolean>`${eb.ref('f.roles')} ?| ${[...viewer.roles]}::text[]`;
      const theirs = within(scope, {
        journals: [eb.ref('f.of')],
        groups: [eb.ref('f.of'), eb.ref('p.group')],
      });
      const wide = sql<boolean>`${eb.ref('f.kind')} IN ('college', 'department')`;
      return scope.everything ? within(scope, {}) : anyOf([named, eb.and([byRole, anyOf([wide, theirs])])]);
    })
    .$if(answered !== undefined, (query) =>
      query.where('f.answeredOn', answered === true ? 'is not' : 'is', null),
    )
    .$if(expectedBefore !== undefined, (query) => query.where('f.answerBy', '<', expectedBefore ?? ''))
    .select(['f.finding', 'f.control', 'f.kind', 'f.of', 'f.accounts', 'f.roles', 'f.pedagogicalCouncil'])
    .select(['f.answerBy', 'f.text', 'f.clause', 'f.reportedOn', 'f.reportedBy'])
    .select(['f.answeredOn', 'f.answeredBy', 'f.measures'])
    .orderBy('f.reportedOn', 'desc')
    .orderBy('f.finding')
    .limit(MOST)
    .execute();

/** What a curator did for a group on some days, the latest first. */
export const measuresOf = async (
  reader: Reader,
  scope: Scope,
  group: string,
  { from, until }: Days,
): Promise<readonly GroupMeasure[]> =>
  await reader
    .selectFrom('group_measure as m')
    .where('m.college', '=', scope.college)
    .where('m.group', '=', group)
    .where((eb) => within(scope, { groups: [eb.ref('m.group')] }))
    .where('m.on', '>=', from)
    .where('m.on', '<=', until)
    .select(['m.measure', 'm.group', 'm.student', 'm.journal', 'm.about', 'm.on', 'm.account', 'm.note'])
    .orderBy('m.on', 'desc')
    .orderBy('m.measure')
    .limit(MOST)
    .execute();
