import { decode } from '../../../log/body.ts';
import type { OpenedEvent } from '../../../log/event-log.ts';
import type { RunningCollege } from '../../../runtime/college.ts';

/** What stands in the journal before an import, as far as a new bundle may be held against it. */
export interface Known {
  /** Streams that an earlier import began: `courseUnit-…`, `student-…`, `mark-…`. */
  readonly imported: ReadonlySet<string>;
  /** Lesson → the page it stands on, however it came there. */
  readonly lessons: ReadonlyMap<string, string>;
  /** `journal.account` of teachers released from a page, `account.role` of roles taken back. */
  readonly takenBack: ReadonlySet<string>;
}

const PAGE = 2_000;

/** The events with which an import begins a stream. */
const BEGINNINGS = new Set([
  'AccountOpened',
  'AttestationPeriodSet',
  'CourseUnitRegistered',
  'JournalOpened',
  'MarkRecorded',
  'StudentRegistered',
]);

// In canonical JSON a quote inside a text is escaped, so this can only be the property of the body.
const isImported = ({ body }: OpenedEvent): boolean => body.includes('"source":"import"');

/**
 * Looks through the college's log once. Most events are told by their type and stream alone, so that even a
 * long history is passed in seconds.
 */
export async function lookThrough({ log, id }: RunningCollege): Promise<Known> {
  const imported = new Set<string>();
  const lessons = new Map<string, string>();
  const takenBack = new Set<string>();

  const note = (stored: OpenedEvent): void => {
    if (BEGINNINGS.has(stored.type)) {
      if (isImported(stored)) imported.add(stored.stream);
      return;
    }
    if (!['LessonScheduled', 'JournalTeacherReleased', 'RoleRevoked'].includes(stored.type)) return;
    const event = decode(stored);
    if (event.type === 'LessonScheduled') {
      lessons.set(event.data.lesson, event.data.journal);
      if (isImported(stored)) imported.add(`lesson-${event.data.lesson}`);
    } else if (event.type === 'JournalTeacherReleased')
      takenBack.add(`${event.data.journal}.${event.data.account}`);
    else if (event.type === 'RoleRevoked') takenBack.add(`${event.data.account}.${event.data.role}`);
  };

  const head = await log.head(id);
  for (let after = 0n; after < head; after += BigInt(PAGE))
    for (const stored of await log.read(id, after, PAGE)) note(stored);
  return { imported, lessons, takenBack };
}
