import { DatabaseError } from 'pg';

/** Connection exceptions, and a server that is going down, starting, out of connections, or at odds with another transaction. */
const PASSING = /^(08|57P0[123]|53300|40001|40P01)/;

/**
 * Whether the same call may succeed when made again: the connection was lost or could not be made, so its
 * outcome is unknown, or the server asked for another try. Errors of the network are no `DatabaseError`.
 */
export const isPassing = (error: unknown): boolean =>
  error instanceof DatabaseError
    ? PASSING.test(error.code ?? '')
    : Error.isError(error) && isOfNetwork(error);

const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|ENOENT)/;

/** The driver gives its own failures no code: they are known by their words. */
const isOfNetwork = (error: Error): boolean =>
  ('code' in error && typeof error.code === 'string' && NETWORK.test(error.code)) ||
  /connection|client (has|was)|timeout/i.test(error.message);
