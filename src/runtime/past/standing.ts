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

/** Averages, totals, results and debts as they stood at a position, folded from the log. Throws `PastTooWide`. */
export const standingAsOf = async (
  log: EventLog,
  scope: Scope,
  { visible, group }: StandingAsOf,
  position: bigint,
): Promise<PastStanding> => {
  const { college } = scope;
  const own = await eventsUntil(log, college, ownStreams(visible), position);
  const lessons = Map.groupBy(replayed(lessonHandlers, own), ({ journal }) => journal);
  const cells = visible.flatMap(({ journal, student }) =>
    cellStreams(
      ['mark', 'attendance'],
      (lessons.get(journal) ?? []).map(({ lesson }) => lesson),
      [student],
    ),
  );
  const events = inOrder([...own, ...(await eventsUntil(log, college, cells, position))]);
  return replayStanding(events, { visible, group, scope });
};
