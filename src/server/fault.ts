import { GraphQLError } from 'graphql';

/** What of a fault may stand in the log: where it happened and of what kind, and nobody's data. */
export interface FaultRecord {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: readonly string[];
}

const LONGEST_MESSAGE = 300;

/** The values a message quotes may be somebody's name: they are cut out, the words around them stay. */
const withoutValues = (message: string): string =>
  message
    .replaceAll(/"[^"]*"|'[^']*'|«[^»]*»|`[^`]*`/gu, '"…"')
    .replaceAll(/=\s*\([^)]*\)/gu, '=(…)')
    .slice(0, LONGEST_MESSAGE);

/** The error that was thrown, beneath the wrapping of the executor. */
export const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** PostgreSQL's connection classes and Node's socket errors: the database is out of reach, not wrong. */
export const isOutage = (error: unknown): boolean =>
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[1-3]|08\w{3}|53300)$/u.test(codeOf(error) ?? '');

/** Describes a fault for the log. */
export const recordOf = (error: unknown): FaultRecord => {
  if (!Error.isError(error))
    return { name: typeof error, message: 'something other than an error was thrown', stack: [] };
  const code = codeOf(error);
  return {
    name: error.name,
    message: withoutValues(error.message),
    ...(code !== undefined && { code }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /u.test(line))
      .map((line) => line.trim()),
  };
};
