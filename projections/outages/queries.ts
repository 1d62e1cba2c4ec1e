import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import type { Outage } from './table.ts';

const MOST = 500;

/** The outages, the latest first, 500 at most; they concern everybody who enters anything. */
export const outages = async (reader: Reader, scope: Scope): Promise<readonly Outage[]> =>
  await reader
    .selectFrom('outage as o')
    .where('o.college', '=', scope.college)
    .select(['o.outage', 'o.from', 'o.until', 'o.backEntryUntil', 'o.clause', 'o.declaredBy', 'o.reason'])
    .select(['o.requests', 'o.deferredInspections'])
    .orderBy('o.from', 'desc')
    .orderBy('o.outage')
    .limit(MOST)
    .execute();
