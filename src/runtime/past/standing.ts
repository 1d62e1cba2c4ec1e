import type { Recorded } from '../../../events/recorded.ts';
import { lessonHandlers } from '../../../projections/gradebook/apply-lesson.ts';
import { replayed } from '../../../projections/replayed.ts';
import { replayStanding, type OnPage, type PastStanding } from '../../../projections/standing/replay.ts';
import type { EventLog } from '../../log/event-log.ts';
import type { Scope } from '../../policies/scope.ts';
import { cellStreams, eventsUntil, inOrder } from './streams.ts';

/** Whose standing is asked for. */
export interface StandingAsOf {
  /** The students on pages that the viewer sees today: their rows, as they were. */
  readonly visible: readonly OnPage[];
  /** Only of those who studied in this group then. */
  readonly group: string | null;
}

/** The streams in which the standing of some students on some pages lies, but for their cells. */
const ownStreams = (visible: readonly OnPage[]): readonly string[] => [
  ...new Set(visible.map(({ journal }) => `journal-${journal}`)),
  ...new Set(visible.map(({ student }) => `student-${student}`)),
  ...visible.map(({ journal, student }) => `attestation-${journal}.${student}`),
];

/** Everything that happened to some students on some pages up to a position, in the order of the log. Throws `PastTooWide`. */
export const standingEvents = async (
  log: EventLog,
  { college }: Scope,
  visible: readonly OnPage[],
  position: bigint,
): Promise<readonly Recorded[]> => {
  const own = await eventsUntil(log, college, ownStreams(visible), position);
  const lessons = Map.groupBy(replayed(lessonHandlers, own), ({ journal }) => journal);
  const cells = visible.flatMap(({ journal, student }) =>
    cellStreams(
      ['mark', 'attendance'],
      (lessons.get(journal) ?? []).map(({ lesson }) => lesson),
      [student],
    ),
  );
  return inOrder([...own, ...(await eventsUntil(log, college, cells, position))]);
};

/** Averages, totals, results and debts as they stood at a position, folded from the log. Throws `PastTooWide`. */
export const standingAsOf = async (
  log: EventLog,
  scope: Scope,
  { visible, group }: StandingAsOf,
  position: bigint,
): Promise<PastStanding> =>
  replayStanding(await standingEvents(log, scope, visible, position), { visible, group, scope });
