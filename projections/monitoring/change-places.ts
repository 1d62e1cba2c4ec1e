import { sql } from 'kysely';
import { plusDays, type PlainDate } from '../../src/policies/calendar.ts';
import { HOURS_AFTER_RESET } from '../../src/policies/credential-reset.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import type { LocalDays } from './activity.ts';
import { CHANGES, ENTRIES } from './change-kinds.ts';
import type { StandsOut } from './stands-out.ts';

const midnight = (day: PlainDate, zone: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });

/** The instants between which some days of a college lie: the end is the first one after them. */
export const beginOf = ({ from, zone }: LocalDays): string => midnight(from, zone);
export const endOf = ({ until, zone }: LocalDays): string => midnight(plusDays(until, 1), zone);

const hoursFrom = (instant: string, hours: number): string =>
  Temporal.Instant.from(instant).add({ hours }).toString({ fractionalSecondDigits: 3 });

const ofChanges = (reader: Reader, { college }: Scope, days: LocalDays) =>
  reader
    .selectFrom('monitored_change as m')
    .where('m.college', '=', college)
    .where('m.at', '>=', beginOf(days))
    .where('m.at', '<', endOf(days))
    .select(sql<bigint>`m.position`.as('position'));

const ofColumns = (reader: Reader, { college }: Scope, days: LocalDays) =>
  reader
    .selectFrom('monitored_lesson as o')
    .innerJoinLateral(
      (eb) =>
        sql<{ position: bigint; at: string }>`(
          SELECT (value ->> 'position')::bigint AS position, value ->> 'at' AS at
          FROM jsonb_each(${eb.ref('o.alike')}))`.as('a'),
      (join) => join.onTrue(),
    )
    .where('o.college', '=', college)
    .where('o.alike', 'is not', null)
    .where('a.at', '>=', beginOf(days))
    .where('a.at', '<', endOf(days))
    .select(sql<bigint>`a.position`.as('position'));

/** What an account entered so soon after somebody else made a code for it; of few codes, by the index of the actor. */
const afterResets = (reader: Reader, { college }: Scope, days: LocalDays) =>
  reader
    .selectFrom('monitored_reset as i')
    .innerJoin('audit_entry as a', (join) =>
      join
        .onRef('a.college', '=', 'i.college')
        .onRef('a.actor', '=', 'i.account')
        .onRef('a.position', '>', 'i.position'),
    )
    .where('i.college', '=', college)
    .where('i.at', '>=', hoursFrom(beginOf(days), -HOURS_AFTER_RESET))
    .where('i.at', '<', endOf(days))
    .where('a.recordedAt', '>=', beginOf(days))
    .where('a.recordedAt', '<', endOf(days))
    .where('a.source', '!=', 'import')
    .where((eb) => sql<boolean>`${eb.ref('a.type')} = ANY(${[...CHANGES, ...ENTRIES]}::text[])`)
    .where(
      (eb) =>
        sql<boolean>`${eb.ref('a.recordedAt')}::timestamptz < ${eb.ref('i.at')}::timestamptz + make_interval(hours => ${HOURS_AFTER_RESET})`,
    )
    .distinct()
    .select(sql<bigint>`a.position`.as('position'));

/** Where in the log those entries of some days lie that may stand out for a reason. */
export const placesOf = (reader: Reader, scope: Scope, standsOut: StandsOut, days: LocalDays) => {
  if (standsOut === 'oneValueColumn') return ofColumns(reader, scope, days);
  if (standsOut === 'afterCredentialReset') return afterResets(reader, scope, days);
  return ofChanges(reader, scope, days);
};
