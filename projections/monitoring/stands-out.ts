import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { DAYS_BEFORE_COUNCIL, isBeforeCouncil } from '../../src/policies/before-council.ts';
import { BULK_CHANGES, isBulk } from '../../src/policies/bulk-changes.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import { isSoonAfterReset } from '../../src/policies/credential-reset.ts';
import { isOddHour, ODD_HOURS } from '../../src/policies/odd-hours.ts';
import type { AuditEntry } from '../audit-trail/table.ts';

/** Why a change of a mark stands out. */
export const STANDS_OUT = [
  'afterGrant',
  'afterClosing',
  'inBulk',
  'atOddHours',
  'inBulkAtOddHours',
  'beforeCouncil',
  'raisedBeforeCouncil',
  'oneValueColumn',
  'outsideOwnLoad',
  'afterCredentialReset',
] as const;

/** One of the reasons. */
export type StandsOut = (typeof STANDS_OUT)[number];

/** What can make an entry stand out, told of it beside what the trail says. */
export interface Telling {
  /** A correction, a withdrawal, or an entry late, under a grant or by another right; other entries are made on time. */
  readonly isChange: boolean;
  readonly raised: boolean;
  /** Made after its page or its period had been closed. */
  readonly closed: boolean;
  /** Made by somebody who neither had the page nor stood in at the lesson. */
  readonly outside: boolean;
  /** When it was recorded by the college's calendar and clock, `22:15`. */
  readonly localDate: PlainDate;
  readonly localTime: string;
  /** How many changes the account made in the same command or the same minute, this one included. */
  readonly together: number;
  /** The next council of the days after it; `null` where there is none so soon. */
  readonly councilOn: PlainDate | null;
  /** How many marks of one value stand in the column that it made all alike; `null` where it made none. */
  readonly alike: number | null;
  /** When somebody else last made a sign-in code for the account before; `null` where that was long ago or never. */
  readonly codeIssuedAt: string | null;
  /** Who did. */
  readonly codeIssuedBy: string | null;
}

/** The same, and the grant, as the parts of a query. */
export type TellingParts = Readonly<
  Record<Exclude<keyof Telling, 'localDate' | 'codeIssuedBy'> | 'grant', Expression<unknown>>
>;

/** `reasonsOf` as conditions, so that other entries are not even read; a test holds the two together. */
export const isSo = (told: TellingParts): Readonly<Record<StandsOut, RawBuilder<SqlBool>>> => {
  const inBulk = sql`(${told.together} >= ${BULK_CHANGES})`;
  const odd = sql`(${told.localTime} >= ${ODD_HOURS.from} OR ${told.localTime} < ${ODD_HOURS.until})`;
  const soonBefore = sql`(${told.councilOn} IS NOT NULL)`;
  const change = (also: Expression<unknown>) => sql<SqlBool>`(${told.isChange} AND ${also})`;
  return {
    afterGrant: change(sql`${told.grant} IS NOT NULL`),
    afterClosing: change(told.closed),
    inBulk: change(inBulk),
    atOddHours: change(odd),
    inBulkAtOddHours: change(sql`${inBulk} AND ${odd}`),
    beforeCouncil: change(soonBefore),
    raisedBeforeCouncil: sql<SqlBool>`(${told.raised} AND ${soonBefore})`,
    oneValueColumn: sql<SqlBool>`(${told.alike} IS NOT NULL)`,
    outsideOwnLoad: change(told.outside),
    afterCredentialReset: sql<SqlBool>`(${told.codeIssuedAt} IS NOT NULL)`,
  };
};

/** Everything that makes an entry stand out. */
export const reasonsOf = (
  entry: Telling & Pick<AuditEntry, 'grant' | 'recordedAt'>,
): readonly StandsOut[] => {
  const { isChange, together, localDate, localTime, councilOn, codeIssuedAt } = entry;
  const isSoonBefore = councilOn !== null && isBeforeCouncil(localDate, councilOn);
  const reasons: Readonly<Record<StandsOut, boolean>> = {
    afterGrant: isChange && entry.grant !== null,
    afterClosing: isChange && entry.closed,
    inBulk: isChange && isBulk(together),
    atOddHours: isChange && isOddHour(localTime),
    inBulkAtOddHours: isChange && isBulk(together) && isOddHour(localTime),
    beforeCouncil: isChange && isSoonBefore,
    raisedBeforeCouncil: entry.raised && isSoonBefore,
    oneValueColumn: entry.alike !== null,
    outsideOwnLoad: isChange && entry.outside,
    afterCredentialReset: codeIssuedAt !== null && isSoonAfterReset(entry.recordedAt, codeIssuedAt),
  };
  return STANDS_OUT.filter((reason) => reasons[reason]);
};

/** The last day of a council that a day lies just before. */
export const councilsUntil = (day: RawBuilder<PlainDate>): RawBuilder<PlainDate> =>
  sql<PlainDate>`(${day} + ${DAYS_BEFORE_COUNCIL}::int)`;
