import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { closingSoonUntil, windowStateOn, type WindowState } from '../../src/policies/window-state.ts';
import type { Reader, Tables } from '../reader.ts';
import { anyOf, within } from '../within.ts';
import type { EditWindow, EditWindowPage } from './table.ts';

/** Which windows are asked for. */
export interface EditWindowFilter {
  readonly journal?: string;
  readonly group?: string;
  readonly period?: string;
  readonly state?: WindowState;
  /** At most so many, 500 where nothing is said; those that close first come first. */
  readonly first?: number;
}

/** A window as it stands on the day that was asked about. */
export interface EditWindowOn
  extends Omit<EditWindow, 'until'>, Pick<EditWindowPage, 'group' | 'courseUnit' | 'period'> {
  readonly until: PlainDate;
  /** The last day of the longest grant that covers it. */
  readonly grantedUntil: PlainDate | null;
  readonly state: WindowState;
}

const MOST = 500;

interface Dates {
  readonly until: Expression<string | null>;
  readonly grantedUntil: Expression<string | null>;
  readonly locked: Expression<boolean>;
}

/** `windowStateOn` as a condition, so that other windows are not even read; a test holds the two together. */
const isIn = (state: WindowState, { until, grantedUntil, locked }: Dates, today: PlainDate) => {
  const soon = closingSoonUntil(today);
  const granted = sql<SqlBool>`coalesce(${grantedUntil} >= ${today}, false)`;
  const conditions: Readonly<Record<WindowState, RawBuilder<SqlBool>>> = {
    locked: sql<SqlBool>`${locked}`,
    open: sql<SqlBool>`NOT ${locked} AND ${until} > ${soon}`,
    closingSoon: sql<SqlBool>`NOT ${locked} AND ${until} BETWEEN ${today} AND ${soon}`,
    granted: sql<SqlBool>`NOT ${locked} AND ${until} < ${today} AND ${granted}`,
    closed: sql<SqlBool>`NOT ${locked} AND ${until} < ${today} AND NOT ${granted}`,
  };
  return conditions[state];
};

/** The window of the lesson that a grant names: gone once the lesson is cancelled, and the grant with it (T-31). */
const lessonOf = (eb: ExpressionBuilder<Tables & { w: Tables['edit_window'] }, 'w'>) =>
  eb
    .selectFrom('edit_window as l')
    .whereRef('l.college', '=', 'w.college')
    .where('l.kind', '=', 'lesson')
    .whereRef('l.id', '=', 'w.lesson')
    .select('l.id');

/** A window that only a grant opens has no deadline of its own: it is as if that had always been over. */
const NEVER = '0001-01-01';

/** The edit windows on a day: what is open, until when, what is closing soon, locked or granted. */
export const editWindows = async (
  reader: Reader,
  scope: Scope,
  { journal, group, period, state, first = MOST }: EditWindowFilter,
  today: PlainDate,
): Promise<readonly EditWindowOn[]> => {
  const windows = reader
    .selectFrom('edit_window as w')
    .innerJoin('edit_window_page as p', (join) =>
      join.onRef('p.college', '=', 'w.college').onRef('p.journal', '=', 'w.journal'),
    )
    .innerJoin('edit_window_period as d', (join) =>
      join.onRef('d.college', '=', 'p.college').onRef('d.period', '=', 'p.period'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('edit_window as g')
          .whereRef('g.college', '=', 'w.college')
          .whereRef('g.journal', '=', 'w.journal')
          .whereRef('g.covers', '=', 'w.covers')
          .where('g.kind', '=', 'grant')
          .where((g) => anyOf([g('g.lesson', 'is', null), g('g.lesson', '=', g.ref('w.lesson'))]))
          .select((g) => g.fn.max('g.until').as('until'))
          .as('grants'),
      (join) => join.onTrue(),
    )
    .where('w.college', '=', scope.college)
    .where((eb) => within(scope, { journals: [eb.ref('w.journal')], groups: [eb.ref('p.group')] }))
    .where((eb) =>
      eb.not(
        eb.and([eb('w.kind', '=', 'grant'), eb('w.lesson', 'is not', null), eb.not(eb.exists(lessonOf(eb)))]),
      ),
    )
    .$if(journal !== undefined, (query) => query.where('w.journal', '=', journal ?? ''))
    .$if(group !== undefined, (query) => query.where('p.group', '=', group ?? ''))
    .$if(period !== undefined, (query) => query.where('p.period', '=', period ?? ''))
    .select((eb) => {
      const given = sql<PlainDate>`coalesce(${eb.ref('w.until')}, ${eb.ref('d.attestationMarksUntil')})`;
      const isGrant = sql`${eb.ref('w.kind')} = 'grant'`;
      const sheet = eb.ref('p.sheetLockedOn');
      // A grant goes its own way; every other window of the page ends with the sheet that locks it (T-22, D-01).
      const own = sql<PlainDate>`CASE WHEN ${isGrant} THEN ${given} ELSE least(${given}, ${sheet}) END`;
      return [
        own.as('lastDay'),
        sql<PlainDate>`CASE WHEN ${isGrant} OR ${sheet} IS NOT NULL THEN ${NEVER}::date ELSE ${own} END`.as(
          'ownUntil',
        ),
        sql<PlainDate | null>`CASE WHEN ${isGrant} THEN ${eb.ref('w.until')} ELSE grants.until END`.as(
          'grantedUntil',
        ),
      ];
    })
    .select(['w.kind', 'w.id', 'w.journal', 'w.covers', 'w.lesson', 'w.heldOn', 'w.account', 'd.locked'])
    .select(['p.group', 'p.courseUnit', 'p.period']);
  const rows = await reader
    .selectFrom(windows.as('v'))
    .selectAll()
    .$if(state !== undefined, (query) =>
      query.where((eb) => {
        const dates = {
          until: eb.ref('v.ownUntil'),
          grantedUntil: eb.ref('v.grantedUntil'),
          locked: eb.ref('v.locked'),
        };
        return isIn(state ?? 'open', dates, today);
      }),
    )
    .orderBy('v.lastDay')
    .orderBy('v.kind')
    .orderBy('v.id')
    .limit(Math.min(first, MOST))
    .execute();
  return rows.map(({ lastDay, ownUntil, locked, ...row }) => ({
    ...row,
    until: lastDay,
    state: windowStateOn({ until: ownUntil, grantedUntil: row.grantedUntil, locked }, today),
  }));
};
