import { LogController, type FastifyServerOptions } from 'fastify';

/** Where log lines go: standard output, or a test's list. */
export interface LogDestination {
  write(line: string): void;
}

/** Characters that JSON leaves alone and a terminal or a line reader does not: C1 controls, line separators. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu;

const escaped = (line: string): string =>
  line.replaceAll(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * One JSON object a line, no matter what a name contains. Requests are not logged: their address and headers
 * are personal; what happened in the college is in its own log.
 */
export const loggingTo = (
  destination: LogDestination,
): Pick<FastifyServerOptions, 'logger' | 'logController'> => ({
  logger: {
    level: 'warn',
    base: null,
    stream: {
      write: (line) => {
        destination.write(escaped(line));
      },
    },
  },
  logController: new LogController({ disableRequestLogging: true }),
});
