import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { matching, visible, type AuditFilter } from './filter.ts';
import { AUDIT_COLUMNS } from './queries.ts';
import type { AuditEntry } from './table.ts';

/** When an event was recorded, by its id: version 7 of UUIDs begins with the milliseconds. */
const recordedAtOf = (event: string): string =>
  new Date(Number.parseInt(event.replaceAll('-', '').slice(0, 12), 16)).toISOString();

/** One event, if the viewer may read it. By its instant, which has an index, and then by its id. */
const visibleEvent = (reader: Reader, scope: Scope, event: string, filter: AuditFilter) =>
  reader
    .selectFrom('audit_entry as e')
    .where('e.college', '=', scope.college)
    .where('e.recordedAt', '=', recordedAtOf(event))
    .where('e.event', '=', event)
    .where(matching(scope, filter))
    .where(visible(scope));

/** The entry of one event, if the viewer may read it. */
export const entryOfEvent = async (
  reader: Reader,
  scope: Scope,
  event: string,
  filter: AuditFilter = {},
): Promise<AuditEntry | null> => {
  const found = await visibleEvent(reader, scope, event, filter).select(AUDIT_COLUMNS).executeTakeFirst();
  return found ?? null;
};

/** The position of one event, if the viewer may read it: all that a proof needs of the entry. */
export const positionOfEvent = async (
  reader: Reader,
  scope: Scope,
  event: string,
  filter: AuditFilter = {},
): Promise<bigint | null> => {
  const found = await visibleEvent(reader, scope, event, filter).select('e.position').executeTakeFirst();
  return found?.position ?? null;
};
