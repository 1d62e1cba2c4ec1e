import type { Recorded } from '../../../events/recorded.ts';
import { visiblePart, type GradebookPage } from '../../../projections/gradebook/page.ts';
import { replayPage } from '../../../projections/gradebook/replay.ts';
import type { EventLog } from '../../log/event-log.ts';
import type { Scope } from '../../policies/scope.ts';
import { cellStreams, eventsUntil, inOrder } from './streams.ts';

const entriesOf = ({ page: { journal }, lessons, roster }: GradebookPage): readonly string[] => {
  const students = roster.map(({ student }) => student);
  const held = lessons.map(({ lesson }) => lesson);
  return [
    ...students.map((student) => `attestation-${journal}.${student}`),
    ...cellStreams(['mark', 'attendance'], held, students),
  ];
};

/** A page as it stood, and the events it was folded from. */
export interface PastPage {
  readonly page: GradebookPage;
  /** In the order of the log. */
  readonly events: readonly Recorded[];
}

/**
 * A page as it stood at a position, itself included, folded from its streams in the log by the rules that fill the
 * tables; as far as the scope reaches by the page as it stood. `null` where it was not opened yet, or nothing of it
 * may be read. Throws `PastTooWide`.
 */
export const pastPage = async (
  log: EventLog,
  scope: Scope,
  journal: string,
  position: bigint,
): Promise<PastPage | null> => {
  const own = await eventsUntil(log, scope.college, [`journal-${journal}`], position);
  const skeleton = replayPage(own);
  const visible = skeleton && visiblePart(skeleton, scope);
  if (!visible) return null;
  // The revision of the page is that of all of it, so all of it is folded, and then cut to what may be seen.
  const entries = await eventsUntil(log, scope.college, entriesOf(skeleton), position);
  const events = inOrder([...own, ...entries]);
  const page = replayPage(events);
  const part = page && visiblePart(page, scope);
  return part && { page: part, events };
};

/** The page alone, as it stood at a position. */
export const pageAsOf = async (...of: Parameters<typeof pastPage>): Promise<GradebookPage | null> =>
  (await pastPage(...of))?.page ?? null;
