import { sql } from 'kysely';
import type { DutyFacts, PendingFact } from '../../src/policies/duties/facts.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';

const backEntriesOf = async (reader: Reader, { college }: Scope): Promise<DutyFacts['backEntries']> => {
  const rows = await reader
    .selectFrom('outage as o')
    .innerJoin('programme_lesson as l', (join) =>
      join
        .onRef('l.college', '=', 'o.college')
        .onRef('l.date', '>=', 'o.from')
        .on((eb) => eb('l.date', '<=', eb.ref('o.until'))),
    )
    .where('o.college', '=', college)
    .where('o.backEntryUntil', 'is not', null)
    .where('l.status', '!=', 'cancelled')
    .groupBy(['o.outage', 'o.backEntryUntil', 'l.journal'])
    .select(['o.outage', 'o.backEntryUntil as until', 'l.journal'])
    .select((eb) =>
      sql<number>`(count(*) FILTER (WHERE ${eb.ref('l.status')} = 'scheduled'))::int`.as('missing'),
    )
    .execute();
  return rows.flatMap(({ until, ...row }) => (until === null ? [] : [{ ...row, until }]));
};

const proposedGrants = async (reader: Reader, { college }: Scope): Promise<readonly PendingFact[]> => {
  const rows = await reader
    .selectFrom('proposed_window_grant as g')
    .where('g.college', '=', college)
    .select(['g.grant as id', 'g.until', 'g.journal'])
    .execute();
  return rows.map((row) => ({ ...row, duty: 'windowConfirmation' }));
};

const proposedRoles = async (reader: Reader, { college }: Scope): Promise<readonly PendingFact[]> => {
  const rows = await reader
    .selectFrom('role_proposal as r')
    .where('r.college', '=', college)
    .where('r.status', '=', 'pending')
    .select(['r.grant as id', 'r.from as until'])
    .execute();
  return rows.map((row) => ({ ...row, duty: 'roleConfirmation', journal: null }));
};

/** What is owed because something happened: entries from temporary journals, and what waits for a second person. */
export const pendingOf = async (
  reader: Reader,
  scope: Scope,
): Promise<Pick<DutyFacts, 'backEntries' | 'pending'>> => {
  const [backEntries, grants, roles] = await Promise.all([
    backEntriesOf(reader, scope),
    proposedGrants(reader, scope),
    proposedRoles(reader, scope),
  ]);
  return { backEntries, pending: [...grants, ...roles] };
};
