import type { House } from './house.ts';
import type { Published, SignerReport } from './ledger/published/published.ts';
import type { Standing } from './observing/metrics.ts';
import { lagOf, recordedAfter, type CollegeLag } from './runtime/projection-lag.ts';
import type { Projector } from './runtime/projector.ts';

/** How a college stands: what follows its log, and how far. */
export interface CollegeStanding extends CollegeLag {
  readonly college: string;
  readonly signed: number;
  readonly signedAt: string | null;
  /** When the first event that is not signed was recorded. */
  readonly unsignedSince: string | null;
  readonly alarm: SignerReport | null;
  /** Why the log goes no further; `null` where it does. */
  readonly stuck: string | null;
}

/** What is looked at. */
export interface Looked {
  readonly log: House['log'];
  readonly projector: Pick<Projector, 'standing'>;
  readonly published: Pick<Published, 'status'>;
}

/** Looks how a college stands. */
export const standingOf = async (
  { log, projector, published }: Looked,
  college: string,
): Promise<CollegeStanding> => {
  const [lag, { signed, signedAt, alarm }] = await Promise.all([
    lagOf(log, college, () => projector.standing(college)),
    published.status(college),
  ]);
  const isBehind = BigInt(signed) < lag.head;
  return {
    ...lag,
    college,
    signed,
    signedAt,
    unsignedSince: isBehind ? await recordedAfter(log, college, BigInt(signed)) : null,
    alarm,
    stuck: log.stuck?.(college) ?? null,
  };
};

/** Nothing is late where there is no clock to say so. */
const secondsSince = (at: string | null, now: string | null): number =>
  at === null || now === null ? 0 : Math.max(0, (Date.parse(now) - Date.parse(at)) / 1_000);

/** The same in the numbers that metrics show. */
export const measured = (
  { college, head, projections, signed, signedAt, stuck }: CollegeStanding,
  now: string | null,
): Standing => ({
  college,
  head: Number(head),
  projections: projections.map(({ projection, position, since }) => ({
    projection,
    position: Number(position),
    behindSeconds: secondsSince(since, now),
  })),
  signed,
  signedAgoSeconds: signedAt === null ? null : secondsSince(signedAt, now),
  isBlocked: stuck !== null,
});

/** Why a server is not ready. */
export type Unready =
  | 'DATABASE_OUT_OF_REACH'
  | 'LOG_BLOCKED'
  | 'PROJECTION_BEHIND'
  | 'PROJECTION_STOPPED'
  | 'SIGNER_ALARM'
  | 'SIGNER_BEHIND';

/** How long events may wait for a projection or a signature before the server says that it is not ready, in seconds. */
export interface ReadyBounds {
  readonly seconds: number;
  /** Whether a signer is to be there; one that runs by itself is expected once it has signed anything. */
  readonly isSigned: boolean;
}

/** What keeps a college from being served as it should be; empty where nothing does. */
export const unreadyIn = (
  { projections, stuck, alarm, signed, unsignedSince }: CollegeStanding,
  { seconds, isSigned }: ReadyBounds,
  now: string | null,
): readonly Unready[] => {
  const isLate = (since: string | null): boolean => secondsSince(since, now) > seconds;
  const found: readonly (readonly [Unready, boolean])[] = [
    ['LOG_BLOCKED', stuck !== null],
    ['PROJECTION_BEHIND', projections.some(({ state, since }) => state !== 'stopped' && isLate(since))],
    ['PROJECTION_STOPPED', projections.some(({ state }) => state === 'stopped')],
    ['SIGNER_ALARM', alarm !== null],
    ['SIGNER_BEHIND', (isSigned || signed > 0) && isLate(unsignedSince)],
  ];
  return found.flatMap(([reason, isSo]) => (isSo ? [reason] : []));
};
