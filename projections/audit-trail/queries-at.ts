import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { matching, visible, type AuditFilter } from './filter.ts';
import { AUDIT_COLUMNS } from './queries.ts';
import type { AuditEntry } from './table.ts';

const MOST = 1_000;

/** The entries of the trail at some positions, as far as the scope reaches, oldest first; a thousand at most. */
export const auditEntriesAt = async (
  reader: Reader,
  scope: Scope,
  positions: readonly bigint[],
  filter: Pick<AuditFilter, 'kinds'> = {},
): Promise<readonly AuditEntry[]> =>
  positions.length === 0
    ? []
    : await reader
        .selectFrom('audit_entry as e')
        .where('e.college', '=', scope.college)
        .where('e.position', 'in', positions.slice(0, MOST))
        .where(matching(scope, filter))
        .where(visible(scope))
        .select(AUDIT_COLUMNS)
        .orderBy('e.position')
        .execute();
