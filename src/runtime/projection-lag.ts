import type { EventLog } from '../log/event-log.ts';
import type { ProjectionStatus } from './projector-status.ts';

/** How far a projection is behind the log. */
export interface ProjectionLag extends ProjectionStatus {
  /** Events that it does not show yet. */
  readonly lag: number;
  /** When the first of them was recorded; `null` where there is none. */
  readonly since: string | null;
}

/** How far the projections of a college are behind its log. */
export interface CollegeLag {
  readonly head: bigint;
  readonly projections: readonly ProjectionLag[];
}

/** When the event after a position was recorded; `null` where it is the last. */
export const recordedAfter = async (
  log: Pick<EventLog, 'read'>,
  college: string,
  position: bigint,
): Promise<string | null> => {
  const [next] = await log.read(college, position, 1);
  return next ? ((JSON.parse(next.body) as { readonly at?: string }).at ?? null) : null;
};

/** Holds where projections are against the log; those that are level cost nothing but its head. */
export const lagOf = async (
  log: Pick<EventLog, 'head' | 'read'>,
  college: string,
  standing: () => Promise<readonly ProjectionStatus[]>,
): Promise<CollegeLag> => {
  const head = await log.head(college);
  const projections = await standing();
  const behind = [...new Set(projections.map(({ position }) => position))].filter(
    (position) => position < head,
  );
  const since = new Map<bigint, string | null>();
  for (const position of behind) since.set(position, await recordedAfter(log, college, position));
  return {
    head,
    projections: projections.map((status) => ({
      ...status,
      lag: Math.max(0, Number(head - status.position)),
      since: since.get(status.position) ?? null,
    })),
  };
};
