import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { matching, visible, type AuditFilter } from './filter.ts';
import { AUDIT_COLUMNS } from './queries.ts';
import type { AuditEntry } from './table.ts';

/** When an event was recorded, by its id: version 7 of UUIDs begins with the milliseconds. */
const recordedAtOf = (event: string): string =>
  new Date(Number.parseInt(event.replaceAll('-', '').slice(0, 12), 16)).toISOString();

/** The entry of one event, if the viewer may read it. By its instant, which has an index, and then by its id. */
export const entryOfEvent = async (
  reader: Reader,
  scope: Scope,
  event: string,
  filter: AuditFilter = {},
): Promise<AuditEntry | null> => {
  const found = await reader
    .selectFrom('audit_entry as e')
    .where('e.college', '=', scope.college)
    .where('e.recordedAt', '=', recordedAtOf(event))
    .where('e.event', '=', event)
    .where(matching(scope, filter))
    .where(visible(scope))
    .select(AUDIT_COLUMNS)
    .executeTakeFirst();
  return found ?? null;
};
