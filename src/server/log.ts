import { LogController, type FastifyServerOptions } from 'fastify';
import { requestNow } from '../observing/request.ts';

/** Where log lines go: standard output, or a test's list. */
export interface LogDestination {
  write(line: string): void;
}

/** Characters that JSON leaves alone and a terminal or a line reader does not: C1 controls, line separators. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu;

const escaped = (line: string): string =>
  line.replaceAll(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** `info` writes a line for each request, `warn` faults alone. */
export type LogLevel = 'info' | 'warn';

/**
 * One JSON object a line, no matter what a name contains, with the id of the request that it was written for. Fastify's own
 * lines of requests are off: their address and headers are personal.
 */
export const loggingTo = (
  destination: LogDestination,
  level: LogLevel,
): Pick<FastifyServerOptions, 'logger' | 'logController'> => ({
  logger: {
    level,
    base: null,
    mixin: () => {
      const request = requestNow();
      return request ? { requestId: request.id } : {};
    },
    stream: {
      write: (line) => {
        destination.write(escaped(line));
      },
    },
  },
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
});
