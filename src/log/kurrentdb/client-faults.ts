import {
  CancelledError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@kurrent/kurrentdb-client';

/** The call may have been carried out or not, or the server asks for another try. */
const PASSING = [
  CancelledError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError,
];

/** Cancelled, unknown, deadline exceeded, resource exhausted, aborted, internal, unavailable. */
const PASSING_CODES: readonly unknown[] = [1, 2, 4, 8, 10, 13, 14];

/**
 * Whether the same call may be made again: its outcome is unknown, or the server was not ready. The client throws its
 * own errors from most calls and raw ones of gRPC from others, and gives a channel that it closed itself no code.
 */
export const isPassingCall = (error: unknown): boolean =>
  PASSING.some((kind) => error instanceof kind) ||
  (error instanceof Error &&
    (('code' in error && PASSING_CODES.includes(error.code)) || /channel|connect/i.test(error.message)));
