import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { errorCode } from './error-code.ts';
import { causeOf, isOutage, recordOf, type FaultRecord } from './fault.ts';

/** Where faults are written: one call a fault, under the trace id the client was given. */
export type ReportFault = (
  fault: FaultRecord & { readonly traceId: string; readonly path?: readonly (string | number)[] },
) => void;

/** The facts an error may carry beside its code; anything else a library adds stays here. */
const FACTS = ['fields', 'limit', 'retryAfter', 'signedSize', 'maxAgeSeconds', 'ways'] as const;

const LONGEST_MESSAGE = 400;

/** Apollo's own refusals reach us wrapped: the code of the rule that spoke is on the error beneath. */
const declaredCode = (formatted: GraphQLFormattedError, error: unknown): unknown => {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  const own = inner instanceof GraphQLError ? inner.extensions['code'] : undefined;
  return own ?? formatted.extensions?.['code'];
};

/** A message that repeats a long input is cut in its middle: the words that explain stand at its ends. */
const readable = (message: string): string =>
  message.length <= LONGEST_MESSAGE
    ? message
    : `${message.slice(0, 100).toWellFormed()} … ${message.slice(100 - LONGEST_MESSAGE).toWellFormed()}`;

/**
 * Turns any error into the API's form. An error that declares a code of the closed list keeps its message;
 * everything else is a fault: masked, numbered with a trace id, and reported. Stacks never leave the process.
 */
export const formatErrors =
  (report: ReportFault) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    const cause = causeOf(error);
    const code = isOutage(cause) ? 'SERVICE_UNAVAILABLE' : errorCode(declaredCode(formatted, error));

    if (code !== 'INTERNAL_SERVER_ERROR' && !isOutage(cause)) {
      const facts = FACTS.flatMap((fact) => {
        const value = formatted.extensions?.[fact];
        return value === undefined ? [] : [[fact, value] as const];
      });
      return {
        message: readable(formatted.message),
        ...place,
        extensions: { code, ...Object.fromEntries(facts) },
      };
    }
    const traceId = randomUUID();
    report({ traceId, ...recordOf(cause), ...(formatted.path && { path: formatted.path }) });
    const message =
      code === 'SERVICE_UNAVAILABLE'
        ? 'The database is out of reach. Try again in a moment.'
        : 'Something failed on the server. Quote the trace id when you report it.';
    return { message, ...place, extensions: { code, traceId } };
  };
