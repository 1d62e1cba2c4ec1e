import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../../schema/errors/error-codes.ts';
import { helpWith, problem } from '../../schema/errors/problem.ts';
import { problemNamed, type KnownProblem } from '../../schema/errors/problems.ts';
import { noteCode, requestNow } from '../observing/request.ts';
import { errorCode } from './error-code.ts';
import { causeOf, isOutage, recordOf, type FaultRecord } from './fault.ts';

/** Where faults are written: one call a fault, under the trace id the client was given. */
export type ReportFault = (
  fault: FaultRecord & { readonly traceId: string; readonly path?: readonly (string | number)[] },
) => void;

const LONGEST_MESSAGE = 400;

type Extensions = Readonly<Record<string, unknown>>;

/** Apollo's own refusals reach us wrapped: what the rule that spoke declared is on the error beneath. */
const declaredIn = (formatted: GraphQLFormattedError, error: unknown): Extensions => {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  return { ...formatted.extensions, ...(inner instanceof GraphQLError && inner.extensions) };
};

/** A message that repeats a long input is cut in its middle: the words that explain stand at its ends. */
const readable = (message: string): string =>
  message.length <= LONGEST_MESSAGE
    ? message
    : `${message.slice(0, 100).toWellFormed()} … ${message.slice(100 - LONGEST_MESSAGE).toWellFormed()}`;

/** Apollo has one code for everything that is wrong with a request; that another site sent it is worth its own. */
const isForged = ({ code }: Extensions, message: string): boolean =>
  code === 'BAD_REQUEST' && message.includes('(CSRF)');

const problemOf = (code: ErrorCode, declared: Extensions): KnownProblem | undefined => {
  const named = problemNamed(declared['problem']);
  return named?.code === code ? named : problemNamed(code);
};

/** The parameters of a problem; anything else that a library adds beside a code stays here. */
const parametersOf = ({ takes = [], may = [] }: KnownProblem, declared: Extensions): Extensions =>
  Object.fromEntries(
    [...takes, ...may].flatMap((name) => (declared[name] === undefined ? [] : [[name, declared[name]]])),
  );

/** An error that declares a code, in the form of the API: message, place, code, problem and parameters. */
export const declaredForm = (
  formatted: GraphQLFormattedError,
  declared: Extensions,
): GraphQLFormattedError => {
  const { message, locations, path } = formatted;
  if (isForged(declared, message)) {
    const { message: words, extensions } = problem('CROSS_SITE_REQUEST');
    return declaredForm({ message: words }, extensions);
  }
  const code = errorCode(declared['code']);
  noteCode(code);
  const known = problemOf(code, declared);
  return {
    message: readable(message),
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: {
      code,
      problem: known?.name,
      ...(known && parametersOf(known, declared)),
      help: helpWith(known?.name ?? code),
    },
  };
};

/**
 * Turns any error into the API's form. An error that declares a code of the closed list keeps its message;
 * everything else is a fault: masked, under the id of its request as trace id, and reported. Stacks never leave the process.
 */
export const formatErrors =
  (report: ReportFault) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error);
    const declared = declaredIn(formatted, error);
    const isUnreachable = isOutage(cause);
    if (!isUnreachable && errorCode(declared['code']) !== 'INTERNAL_SERVER_ERROR')
      return declaredForm(formatted, declared);
    const { locations, path } = formatted;
    const traceId = requestNow()?.id ?? randomUUID();
    report({ traceId, ...recordOf(cause), ...(path && { path }) });
    const { message, extensions } = problem(
      isUnreachable ? 'DATABASE_OUT_OF_REACH' : 'INTERNAL_SERVER_ERROR',
      { traceId },
    );
    return declaredForm({ message, ...(locations && { locations }), ...(path && { path }) }, extensions);
  };
