import type { Recorded } from '../events/recorded.ts';
import { auditEntriesAt } from '../projections/audit-trail/queries-at.ts';
import { MARKS } from '../projections/audit-trail/queries.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { auditEntryOf, type AuditEntry } from './nouns/audit-entry.ts';

/** Who may read the entries behind a difference, and what the field says of itself. */
export const READING_ENTRIES = { capability: ['auditTrail.read', 'markHistory.read'] } as const;
export const ENTRIES = {
  description:
    'The entries of the audit trail behind it, oldest first, 1,000 at most: who, by which right and rule, why; those of marks alone without the right to the whole trail.',
} as const;

/** The entries of the audit trail of some events, as far as the viewer may read them. */
export const entriesBehind = async (
  context: Context,
  events: readonly Recorded[],
): Promise<readonly AuditEntry[]> => {
  const { reader } = context;
  const positions = [...new Set(events.map(({ position }) => position))];
  const entries = viewerOf(context).capabilities.has('auditTrail.read')
    ? await auditEntriesAt(reader, scopeFor(context, 'auditTrail.read'), positions)
    : await auditEntriesAt(reader, scopeFor(context, 'markHistory.read'), positions, { kinds: MARKS });
  return entries.map(auditEntryOf);
};
