import { DatabaseError } from 'pg';

/** Connection exceptions, and a server that is going down, starting, out of connections, or at odds with another transaction. */
const PASSING = /^(08|57P0[123]|53|55P03|40001|40P01)/u;

/** Whether trying again may help: an error of the network or of the server's state, not of what was sent. */
export const isPassing = (error: unknown): boolean =>
  error instanceof DatabaseError
    ? PASSING.test(error.code ?? '')
    : Error.isError(error) && /connect|client|timeout|ECONN|EPIPE|ETIMEDOUT|EHOST/iu.test(error.message);
