import type { Recorded } from '../../events/recorded.ts';
import { visiblePart, type GradebookPage } from '../../projections/gradebook/page.ts';
import { replayPage } from '../../projections/gradebook/replay.ts';
import { decode } from '../log/body.ts';
import type { EventLog } from '../log/event-log.ts';
import type { Instant } from '../policies/calendar.ts';
import type { Scope } from '../policies/scope.ts';

/** Up to where the past is read: an instant, or a position of the log; itself included. */
export type AsOf = { readonly instant: Instant } | { readonly position: bigint };

/** Streams read at once. */
const STREAMS = 1_000;

const isWithin =
  (asOf: AsOf) =>
  ({ position, meta }: Recorded): boolean =>
    'instant' in asOf ? meta.at <= asOf.instant : position <= asOf.position;

const streamsOf = ({ page: { journal }, lessons, roster }: GradebookPage): readonly string[] =>
  roster.flatMap(({ student }) => [
    `attestation-${journal}.${student}`,
    ...lessons.flatMap(({ lesson }) => [`mark-${lesson}.${student}`, `attendance-${lesson}.${student}`]),
  ]);

const readAll = async (
  log: EventLog,
  college: string,
  streams: readonly string[],
): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for (let first = 0; first < streams.length; first += STREAMS) {
    const found = await log.readStreams(college, streams.slice(first, first + STREAMS));
    for (const stored of found.values()) for (const event of stored) events.push(decode(event));
  }
  return events;
};

/**
 * A page as it stood, folded from its streams in the log by the rules that fill the tables; as far as the scope
 * reaches by the page as it stood. `null` where it was not opened yet, or nothing of it may be read.
 */
export const pageAsOf = async (
  log: EventLog,
  scope: Scope,
  journal: string,
  asOf: AsOf,
): Promise<GradebookPage | null> => {
  const own = (await readAll(log, scope.college, [`journal-${journal}`])).filter(isWithin(asOf));
  const skeleton = replayPage(own);
  if (!skeleton || !visiblePart(skeleton, scope)) return null;
  const entries = await readAll(log, scope.college, streamsOf(skeleton));
  const events = [...own, ...entries.filter(isWithin(asOf))].sort((one, other) =>
    one.position < other.position ? -1 : 1,
  );
  const page = replayPage(events);
  return page && visiblePart(page, scope);
};
