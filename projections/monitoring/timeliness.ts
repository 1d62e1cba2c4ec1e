import { sql } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import { percentText } from '../../src/policies/ratio.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { anyOf, within } from '../within.ts';

/** What figures are told apart by, beside the rule they are judged by. */
export type TimelinessBy = 'account' | 'journal' | 'month';

/** Which entries are asked about, by the days they are about, both included. */
export interface TimelinessOf {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly journal?: string | undefined;
  readonly account?: string | undefined;
  /** Entries on the pages of the group, and those about the group itself. */
  readonly group?: string | undefined;
}

/** How timely the entries under one rule were; what they were not told apart by is `null`. */
export interface TimelinessFigure {
  readonly parameter: string;
  readonly clause: string;
  readonly account: string | null;
  readonly journal: string | null;
  readonly month: string | null;
  readonly entries: number;
  readonly late: number;
  readonly latePercent: string | null;
}

const MOST = 2000;

/** How many entries were made after their deadline, rule by rule (R-MON-13): the most often missed first, 2,000 at most. */
export const timeliness = async (
  reader: Reader,
  scope: Scope,
  { from, until, journal, account, group }: TimelinessOf,
  by: ReadonlySet<TimelinessBy>,
): Promise<readonly TimelinessFigure[]> => {
  const days = reader
    .selectFrom('monitored_timeliness as e')
    .leftJoin('gradebook_page as p', (join) =>
      join.onRef('p.college', '=', 'e.college').onRef('p.journal', '=', 'e.journal'),
    )
    .innerJoinLateral(
      (eb) =>
        sql<{ day: PlainDate; entries: number; late: number }>`(
          SELECT key::date AS day, (value ->> 0)::int AS entries, (value ->> 1)::int AS late
          FROM jsonb_each(${eb.ref('e.days')}))`.as('d'),
      (join) => join.onTrue(),
    )
    .where('e.college', '=', scope.college)
    .where('e.month', '>=', from.slice(0, 7))
    .where('e.month', '<=', until.slice(0, 7))
    .where('d.day', '>=', from)
    .where('d.day', '<=', until)
    .where((eb) =>
      within(scope, { journals: [eb.ref('e.journal')], groups: [eb.ref('e.group'), eb.ref('p.group')] }),
    )
    .$if(journal !== undefined, (query) => query.where('e.journal', '=', journal ?? ''))
    .$if(account !== undefined, (query) => query.where('e.account', '=', account ?? ''))
    .$if(group !== undefined, (query) =>
      query.where((eb) => anyOf([eb('e.group', '=', group ?? ''), eb('p.group', '=', group ?? '')])),
    )
    .select((eb) => [
      'e.parameter',
      'e.clause',
      'd.entries',
      'd.late',
      (by.has('account') ? sql<string | null>`${eb.ref('e.account')}` : sql<string | null>`NULL::text`).as(
        'account',
      ),
      (by.has('journal') ? sql<string | null>`${eb.ref('e.journal')}` : sql<string | null>`NULL::uuid`).as(
        'journal',
      ),
      (by.has('month') ? sql<string | null>`${eb.ref('e.month')}` : sql<string | null>`NULL::text`).as(
        'month',
      ),
    ]);
  const rows = await reader
    .selectFrom(days.as('d'))
    .groupBy(['d.parameter', 'd.clause', 'd.account', 'd.journal', 'd.month'])
    .select(['d.parameter', 'd.clause', 'd.account', 'd.journal', 'd.month'])
    .select((eb) => [
      sql<number>`sum(${eb.ref('d.entries')})::int`.as('entries'),
      sql<number>`sum(${eb.ref('d.late')})::int`.as('late'),
    ])
    .orderBy('late', 'desc')
    .orderBy('d.parameter')
    .orderBy('d.clause')
    .orderBy('d.month')
    .orderBy('d.account')
    .orderBy('d.journal')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, latePercent: percentText(row.late, row.entries) }));
};
