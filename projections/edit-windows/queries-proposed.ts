import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { within } from '../within.ts';
import type { ProposedWindowGrant } from './table.ts';

const MOST = 500;

/** The grants of edit windows that wait for a second person, oldest first, 500 at most. */
export const proposedWindowGrants = async (
  reader: Reader,
  scope: Scope,
): Promise<readonly ProposedWindowGrant[]> =>
  await reader
    .selectFrom('proposed_window_grant as g')
    .where('g.college', '=', scope.college)
    .where((eb) => within(scope, { journals: [eb.ref('g.journal')] }))
    .select(['g.grant', 'g.journal', 'g.covers', 'g.lesson', 'g.account', 'g.until'])
    .select(['g.proposedBy', 'g.proposedAt', 'g.reason'])
    .orderBy('g.proposedAt')
    .orderBy('g.grant')
    .limit(MOST)
    .execute();
