import { sql, type RawBuilder } from 'kysely';
import { HOURS_AFTER_RESET } from '../../src/policies/credential-reset.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';

/*
 * What the read models say of an entry of the trail, as parts of a query in which `e` is the entry and `p` its page.
 */

/** When it was recorded, by the college's calendar and clock. */
export const localTime = (zone: string): RawBuilder<{ localDate: PlainDate; localTime: string }> =>
  sql`(SELECT local::date AS "localDate", to_char(local, 'HH24:MI') AS "localTime"
    FROM (SELECT ${sql.ref('e.recordedAt')}::timestamptz AT TIME ZONE ${zone} AS local) AS clock)`;

/** Whether its page or its period had been closed before. */
export const closedBefore = ({ college }: Scope): RawBuilder<boolean> => sql<boolean>`EXISTS (
  SELECT FROM read.monitored_closing AS closing
  WHERE closing.college = ${college}::uuid
    AND closing.place IN (${sql.ref('e.journal')}, ${sql.ref('p.period')})
    AND closing.position < ${sql.ref('e.position')})`;

/** Whether it stands on a page that its actor did not have, at a lesson at which the actor did not stand in, at that place of the log. */
export const outsideOwnLoad = ({ college }: Scope): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref('e.journal')} IS NOT NULL AND NOT EXISTS (
    SELECT FROM read.monitored_load AS load,
      jsonb_to_recordset(load.holders) AS holder(account text, "from" bigint, "until" bigint)
    WHERE load.college = ${college}::uuid
      AND load.place IN (${sql.ref('e.journal')}, ${sql.ref('e.lesson')})
      AND holder.account = ${sql.ref('e.actor')}
      AND holder."from" < ${sql.ref('e.position')}
      AND (holder."until" IS NULL OR holder."until" > ${sql.ref('e.position')})))`;

/** How many marks of one value stand in the column that it made all alike; none where it made none. */
export const madeAlike = ({ college }: Scope): RawBuilder<number | null> => sql<number | null>`(
  SELECT (made.value ->> 'marks')::int
  FROM read.monitored_lesson AS column_of, jsonb_each(column_of.alike) AS made
  WHERE column_of.college = ${college}::uuid
    AND column_of.journal = ${sql.ref('e.journal')}
    AND column_of.lesson = ${sql.ref('e.lesson')}
    AND (made.value ->> 'position')::bigint = ${sql.ref('e.position')})`;

/** The last sign-in code that somebody else made for its actor not long before it. */
export const lastReset = ({
  college,
}: Scope): RawBuilder<{ codeIssuedAt: string; codeIssuedBy: string }> => sql`(
  SELECT reset.issued_at AS "codeIssuedAt", reset.issued_by AS "codeIssuedBy"
  FROM read.monitored_reset AS reset
  WHERE reset.college = ${college}::uuid
    AND reset.account = ${sql.ref('e.actor')}
    AND reset.position < ${sql.ref('e.position')}
    AND reset.issued_at::timestamptz > ${sql.ref('e.recordedAt')}::timestamptz - make_interval(hours => ${HOURS_AFTER_RESET})
  ORDER BY reset.position DESC LIMIT 1)`;
