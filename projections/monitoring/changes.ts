import { sql } from 'kysely';
import type { Scope } from '../../src/policies/scope.ts';
import { AUDIT_COLUMNS } from '../audit-trail/queries.ts';
import type { AuditEntry } from '../audit-trail/table.ts';
import type { Reader } from '../reader.ts';
import { lengthOf, sliceOf, type Slice, type SliceAt } from '../slice.ts';
import { within } from '../within.ts';
import type { LocalDays } from './activity.ts';
import { beginOf, endOf, placesOf } from './change-places.ts';
import { closedBefore, lastReset, localTime, madeAlike, outsideOwnLoad } from './change-facts.ts';
import type { PageFilter } from './pages.ts';
import { councilsUntil, isSo, reasonsOf, type StandsOut, type Telling } from './stands-out.ts';
import type { PedagogicalCouncil } from './table.ts';

/** Which changes are asked for. */
export interface ChangesOf extends Pick<PageFilter, 'journal' | 'group'> {
  readonly standsOut: StandsOut;
  readonly account?: string | undefined;
}

/** An entry with what makes it stand out. */
export interface StandingOutChange extends AuditEntry, Telling {
  /** Every reason for which it stands out. */
  readonly standsOut: readonly StandsOut[];
}

/** The changes recorded on some days; changes on other pages count as made together. */
const changesIn = (reader: Reader, scope: Scope, days: LocalDays, account?: string) =>
  reader
    .selectFrom('monitored_change as m')
    .where('m.college', '=', scope.college)
    .where('m.at', '>=', beginOf(days))
    .where('m.at', '<', endOf(days))
    .$if(account !== undefined, (query) => query.where('m.account', '=', account ?? ''))
    .select((eb) => {
      const inCommand = sql`count(*) OVER (PARTITION BY ${eb.ref('m.account')}, ${eb.ref('m.burst')})`;
      const inMinute = sql`count(*) OVER (PARTITION BY ${eb.ref('m.account')}, left(${eb.ref('m.at')}, 16))`;
      return ['m.position', 'm.raised', sql<number>`greatest(${inCommand}, ${inMinute})::int`.as('together')];
    });

/** Entries that stand out for a reason, newest first: for whoever sees the whole college. */
export const markChanges = async (
  reader: Reader,
  scope: Scope,
  { standsOut, account, journal, group }: ChangesOf,
  days: LocalDays,
  at: SliceAt,
): Promise<Slice<StandingOutChange>> => {
  const { after } = at;
  const length = lengthOf(at);
  const facts = {
    isChange: sql<boolean>`(${sql.ref('c.position')} IS NOT NULL)`,
    raised: sql<boolean>`coalesce(${sql.ref('c.raised')}, false)`,
    together: sql<number>`coalesce(${sql.ref('c.together')}, 1)`,
    closed: closedBefore(scope),
    outside: outsideOwnLoad(scope),
    alike: madeAlike(scope),
  };
  const rows = await reader
    .selectFrom(placesOf(reader, scope, standsOut, days).as('s'))
    .innerJoin('audit_entry as e', (join) =>
      join.on('e.college', '=', scope.college).onRef('e.position', '=', 's.position'),
    )
    .leftJoin(changesIn(reader, scope, days, account).as('c'), 'c.position', 'e.position')
    .leftJoin('gradebook_page as p', (join) =>
      join.onRef('p.college', '=', 'e.college').onRef('p.journal', '=', 'e.journal'),
    )
    .innerJoinLateral(
      () => localTime(days.zone).as('l'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('pedagogical_council as n')
          .where('n.college', '=', scope.college)
          .whereRef('n.on', '>=', 'l.localDate')
          .where('n.on', '<=', councilsUntil(sql.ref('l.localDate')))
          .select((on) => on.fn.min('n.on').as('councilOn'))
          .as('k'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      () => lastReset(scope).as('r'),
      (join) => join.onTrue(),
    )
    .where((eb) => {
      const told = {
        ...facts,
        grant: eb.ref('e.grant'),
        localTime: eb.ref('l.localTime'),
        councilOn: eb.ref('k.councilOn'),
        codeIssuedAt: eb.ref('r.codeIssuedAt'),
      };
      return isSo(told)[standsOut];
    })
    .where((eb) => within(scope, { journals: [eb.ref('e.journal')], groups: [eb.ref('p.group')] }))
    .$if(account !== undefined, (query) => query.where('e.actor', '=', account ?? ''))
    .$if(journal !== undefined, (query) => query.where('e.journal', '=', journal ?? ''))
    .$if(group !== undefined, (query) => query.where('p.group', '=', group ?? ''))
    .$if(after !== undefined, (query) => query.where('e.position', '<', after ?? 0n))
    .select(AUDIT_COLUMNS)
    .select([
      facts.isChange.as('isChange'),
      facts.raised.as('raised'),
      facts.together.as('together'),
      facts.closed.as('closed'),
      facts.outside.as('outside'),
      facts.alike.as('alike'),
      'l.localDate',
      'l.localTime',
      'k.councilOn',
      'r.codeIssuedAt',
      'r.codeIssuedBy',
    ])
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
