import type { EventType } from '../events/register.ts';
import type { AuditEntry } from '../projections/audit-trail/table.ts';
import type { Message } from '../src/webhooks/signature.ts';
import { EventKind } from './enums/college.ts';
import { globalId, type NodeType } from './global-id.ts';

const kindOf: ReadonlyMap<EventType, string> = new Map(
  Object.entries(EventKind).map(([kind, type]) => [type, kind]),
);

type Subject = 'student' | 'journal' | 'lesson' | 'period' | 'group' | 'courseUnit' | 'account' | 'outage';

const SUBJECTS: readonly (readonly [Subject, NodeType])[] = [
  ['student', 'Student'],
  ['journal', 'Journal'],
  ['lesson', 'Lesson'],
  ['period', 'AttestationPeriod'],
  ['group', 'StudyGroup'],
  ['courseUnit', 'CourseUnit'],
  ['account', 'Account'],
  ['outage', 'Outage'],
];

/** The ids of what an event is about, as the API has them: `studentId`, `journalId` … */
const subjectsOf = (entry: AuditEntry): Readonly<Record<string, string>> =>
  Object.fromEntries(
    SUBJECTS.flatMap(([name, type]) => {
      const uuid = entry[name];
      return uuid === null ? [] : [[`${name}Id`, globalId(type, uuid)]];
    }),
  );

/**
 * What a webhook says of an event: that it happened, when, to what, and the receipt that the signed log is held to. Ids and
 * places alone, so that a receiver that is broken into gives nobody a name or a mark.
 */
export const webhookMessage = (webhook: string, entry: AuditEntry, leafHash: string): Message => {
  const position = String(entry.position);
  return {
    id: entry.event,
    body: JSON.stringify({
      type: kindOf.get(entry.type) ?? entry.type,
      timestamp: entry.recordedAt,
      data: {
        webhookId: globalId('Webhook', webhook),
        eventId: entry.event,
        position,
        occurredOn: entry.occurredOn,
        subjects: subjectsOf(entry),
        receipt: { position, leafHash },
      },
    }),
  };
};
