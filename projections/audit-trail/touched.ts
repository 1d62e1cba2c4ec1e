import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { anyOf } from '../within.ts';
import type { AuditEntry } from './table.ts';

/** A page of the journal and the attestation period it belongs to. */
export interface PageOfPeriod {
  readonly journal: string;
  readonly period: string;
}

/** What happened to a page or its period, and to which of its lessons and students: places, no values. */
export type TouchedRow = Pick<AuditEntry, 'position' | 'type' | 'journal' | 'lesson' | 'student' | 'period'>;

/** What touched a page or its period after a position, up to another; oldest first, `first` at most. */
export const touchedAfter = async (
  reader: Reader,
  { college }: Pick<Scope, 'college'>,
  { journal, period }: PageOfPeriod,
  { after, until, first }: { readonly after: bigint; readonly until: bigint; readonly first: number },
): Promise<readonly TouchedRow[]> =>
  await reader
    .selectFrom('audit_entry as e')
    .where('e.college', '=', college)
    .where('e.position', '>', after)
    .where('e.position', '<=', until)
    .where((eb) => anyOf([eb('e.journal', '=', journal), eb('e.period', '=', period)]))
    .select(['e.position', 'e.type', 'e.journal', 'e.lesson', 'e.student', 'e.period'])
    .orderBy('e.position')
    .limit(first)
    .execute();
