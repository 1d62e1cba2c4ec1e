import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { DAYS_BEFORE_COUNCIL, isBeforeCouncil } from '../../src/policies/before-council.ts';
import { BULK_CHANGES, isBulk } from '../../src/policies/bulk-changes.ts';
import { plusDays, type PlainDate } from '../../src/policies/calendar.ts';
import { isOddHour, ODD_HOURS } from '../../src/policies/odd-hours.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { AUDIT_COLUMNS } from '../audit-trail/queries.ts';
import type { AuditEntry } from '../audit-trail/table.ts';
import type { Reader } from '../reader.ts';
import { lengthOf, sliceOf, type Slice, type SliceAt } from '../slice.ts';
import { within } from '../within.ts';
import type { LocalDays } from './activity.ts';
import type { PageFilter } from './pages.ts';
import type { PedagogicalCouncil } from './table.ts';

/** Why a change of a mark stands out. */
export const STANDS_OUT = ['afterGrant', 'inBulk', 'atOddHours', 'beforeCouncil'] as const;

/** One of the reasons. */
export type StandsOut = (typeof STANDS_OUT)[number];

/** Which changes are asked for. */
export interface ChangesOf extends Pick<PageFilter, 'journal' | 'group'> {
  readonly standsOut: StandsOut;
  readonly account?: string | undefined;
}

/** A change with what makes it stand out. */
export interface StandingOutChange extends AuditEntry {
  /** Every reason for which it stands out. */
  readonly standsOut: readonly StandsOut[];
  /** When it was recorded by the college's calendar and clock, `22:15`. */
  readonly localDate: PlainDate;
  readonly localTime: string;
  /** How many changes the account made in the same command or the same minute, this one included. */
  readonly together: number;
  /** The next council of the days after it; `null` where there is none so soon. */
  readonly councilOn: PlainDate | null;
}

const midnight = (day: PlainDate, zone: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });

interface Told {
  readonly grant: Expression<string | null>;
  readonly together: Expression<number>;
  readonly localTime: Expression<string>;
  readonly councilOn: Expression<PlainDate | null>;
}

/** `reasonsOf` as conditions, so that other changes are not even read; a test holds the two together. */
const isSo = ({
  grant,
  together,
  localTime,
  councilOn,
}: Told): Readonly<Record<StandsOut, RawBuilder<SqlBool>>> => ({
  afterGrant: sql<SqlBool>`${grant} IS NOT NULL`,
  inBulk: sql<SqlBool>`${together} >= ${BULK_CHANGES}`,
  atOddHours: sql<SqlBool>`(${localTime} >= ${ODD_HOURS.from} OR ${localTime} < ${ODD_HOURS.until})`,
  beforeCouncil: sql<SqlBool>`${councilOn} IS NOT NULL`,
});

/** Everything that makes a change stand out. */
const reasonsOf = (change: Omit<StandingOutChange, 'standsOut'>): readonly StandsOut[] => {
  const { grant, together, localTime, localDate, councilOn } = change;
  const reasons: Readonly<Record<StandsOut, boolean>> = {
    afterGrant: grant !== null,
    inBulk: isBulk(together),
    atOddHours: isOddHour(localTime),
    beforeCouncil: councilOn !== null && isBeforeCouncil(localDate, councilOn),
  };
  return STANDS_OUT.filter((reason) => reasons[reason]);
};

/** The changes recorded on some days, with what can make each stand out; changes on other pages count as made together. */
const changesIn = (reader: Reader, scope: Scope, { from, until, zone }: LocalDays, account?: string) =>
  reader
    .selectFrom('monitored_change as m')
    .where('m.college', '=', scope.college)
    .where('m.at', '>=', midnight(from, zone))
    .where('m.at', '<', midnight(plusDays(until, 1), zone))
    .$if(account !== undefined, (query) => query.where('m.account', '=', account ?? ''))
    .select((eb) => {
      const local = sql`(${eb.ref('m.at')}::timestamptz AT TIME ZONE ${zone})`;
      const inCommand = sql`count(*) OVER (PARTITION BY ${eb.ref('m.account')}, ${eb.ref('m.burst')})`;
      const inMinute = sql`count(*) OVER (PARTITION BY ${eb.ref('m.account')}, left(${eb.ref('m.at')}, 16))`;
      return [
        'm.position',
        'm.grant',
        sql<PlainDate>`${local}::date`.as('localDate'),
        sql<string>`to_char(${local}, 'HH24:MI')`.as('localTime'),
        sql<number>`greatest(${inCommand}, ${inMinute})::int`.as('together'),
      ];
    });

/** Changes of marks that stand out, newest first: for whoever sees the whole college. */
export const markChanges = async (
  reader: Reader,
  scope: Scope,
  { standsOut, journal, group, account }: ChangesOf,
  days: LocalDays,
  at: SliceAt,
): Promise<Slice<StandingOutChange>> => {
  const { after } = at;
  const length = lengthOf(at);
  const rows = await reader
    .selectFrom(changesIn(reader, scope, days, account).as('c'))
    .innerJoin('audit_entry as e', (join) =>
      join.on('e.college', '=', scope.college).onRef('e.position', '=', 'c.position'),
    )
    .leftJoin('gradebook_page as p', (join) =>
      join.onRef('p.college', '=', 'e.college').onRef('p.journal', '=', 'e.journal'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('pedagogical_council as n')
          .where('n.college', '=', scope.college)
          .whereRef('n.on', '>=', 'c.localDate')
          .where('n.on', '<=', sql<PlainDate>`(${sql.ref('c.localDate')} + ${DAYS_BEFORE_COUNCIL}::int)`)
          .select((on) => on.fn.min('n.on').as('councilOn'))
          .as('k'),
      (join) => join.onTrue(),
    )
    .where((eb) => {
      const told = {
        grant: eb.ref('c.grant'),
        together: eb.ref('c.together'),
        localTime: eb.ref('c.localTime'),
        councilOn: eb.ref('k.councilOn'),
      };
      return isSo(told)[standsOut];
    })
    .where((eb) => within(scope, { journals: [eb.ref('e.journal')], groups: [eb.ref('p.group')] }))
    .$if(journal !== undefined, (query) => query.where('e.journal', '=', journal ?? ''))
    .$if(group !== undefined, (query) => query.where('p.group', '=', group ?? ''))
    .$if(after !== undefined, (query) => query.where('e.position', '<', after ?? 0n))
    .select(AUDIT_COLUMNS)
    .select(['c.localDate', 'c.localTime', 'c.together', 'k.councilOn'])
    .orderBy('e.position', 'desc')
    .limit(length + 1)
    .execute();
  return sliceOf(
    rows.map((row) => ({ ...row, standsOut: reasonsOf(row) })),
    length,
  );
};

/** The meetings of the pedagogical council of some days, in their order. */
export const councils = async (
  reader: Reader,
  scope: Scope,
  { from, until }: Pick<LocalDays, 'from' | 'until'>,
): Promise<readonly PedagogicalCouncil[]> =>
  await reader
    .selectFrom('pedagogical_council as n')
    .where('n.college', '=', scope.college)
    .where('n.on', '>=', from)
    .where('n.on', '<=', until)
    .select(['n.council', 'n.on', 'n.title'])
    .orderBy('n.on')
    .orderBy('n.council')
    .execute();
