import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';

/** Whether a stretch of days holds a day: nothing gives a right before its first or after its last. */
export const holds = (
  from: Expression<string | null>,
  until: Expression<string | null>,
  day: PlainDate,
): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${from} <= ${day}::date AND (${until} IS NULL OR ${until} >= ${day}::date))`;
