import { sql } from 'kysely';
import { plusDays, type PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { within } from '../within.ts';

/** A stretch of days by a college's calendar, both included. */
export interface LocalDays {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The college's zone. */
  readonly zone: string;
}

/** Whose activity is asked for. */
export interface ActivityOf {
  readonly account?: string | undefined;
  readonly journal?: string | undefined;
  readonly group?: string | undefined;
}

/** How much somebody entered on a day. */
export interface DayOfActivity {
  readonly account: string;
  readonly date: PlainDate;
  readonly entries: number;
  /** On so many pages. */
  readonly pages: number;
}

const MOST = 5000;

/** The entries of some days by the college's calendar, a row for each page, account and quarter of an hour. */
export const activityIn = (reader: Reader, scope: Scope, { from, until, zone }: LocalDays) =>
  reader
    .selectFrom('monitored_activity as a')
    .innerJoin('gradebook_page as p', (join) =>
      join.onRef('p.college', '=', 'a.college').onRef('p.journal', '=', 'a.journal'),
    )
    .innerJoinLateral(
      (eb) =>
        sql<{ date: PlainDate; entries: number }>`(
          SELECT value::int AS entries,
            ((${eb.ref('a.day')} + key::int * interval '15 minutes') AT TIME ZONE 'UTC' AT TIME ZONE ${zone})::date AS date
          FROM jsonb_each_text(${eb.ref('a.quarters')}))`.as('q'),
      (join) => join.onTrue(),
    )
    .where('a.college', '=', scope.college)
    // A day of the college begins and ends within a day of the one in UTC.
    .where('a.day', '>=', plusDays(from, -1))
    .where('a.day', '<=', plusDays(until, 1))
    .where('q.date', '>=', from)
    .where('q.date', '<=', until)
    .where((eb) => within(scope, { journals: [eb.ref('a.journal')], groups: [eb.ref('p.group')] }));

/** Who entered how much on which day (R-MON-06): the latest day first, 5,000 rows at most. */
export const userActivity = async (
  reader: Reader,
  scope: Scope,
  days: LocalDays,
  { account, journal, group }: ActivityOf,
): Promise<readonly DayOfActivity[]> =>
  await activityIn(reader, scope, days)
    .$if(account !== undefined, (query) => query.where('a.account', '=', account ?? ''))
    .$if(journal !== undefined, (query) => query.where('a.journal', '=', journal ?? ''))
    .$if(group !== undefined, (query) => query.where('p.group', '=', group ?? ''))
    .groupBy(['a.account', 'q.date'])
    .select((eb) => [
      'a.account',
      'q.date',
      sql<number>`sum(${eb.ref('q.entries')})::int`.as('entries'),
      sql<number>`count(DISTINCT ${eb.ref('a.journal')})::int`.as('pages'),
    ])
    .orderBy('q.date', 'desc')
    .orderBy('entries', 'desc')
    .orderBy('a.account')
    .limit(MOST)
    .execute();
