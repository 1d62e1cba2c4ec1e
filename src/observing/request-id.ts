import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The id of a request that another server gave it, as a UUID or as its digits alone. */
const ID = /^[0-9a-f]{8}(-?)(?:[0-9a-f]{4}\1){3}[0-9a-f]{12}$/u;

/** W3C Trace Context: version, trace, span, flags. */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/u;

const NOTHING = /^0+$/u;

/** The trace and the span that a request comes out of. */
export interface TraceParent {
  readonly trace: string;
  readonly span: string;
  readonly isSampled: boolean;
}

/** What `traceparent` says; `null` where there is none that is well-formed. */
export const traceParentOf = ({ traceparent }: IncomingHttpHeaders): TraceParent | null => {
  const [, trace, span, flags] = TRACEPARENT.exec(String(traceparent)) ?? [];
  if (trace === undefined || span === undefined || flags === undefined) return null;
  if (NOTHING.test(trace) || NOTHING.test(span)) return null;
  return { trace, span, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
};

const dashed = (id: string): string => {
  const digits = id.replaceAll('-', '');
  return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([from, to]) => digits.slice(from, to)).join('-');
};

/** The trace of a request, which has its id. */
export const traceOf = (id: string): string => id.replaceAll('-', '');

/**
 * The id of a request. From a trusted proxy it is that of its trace, or else its `X-Request-Id`, where that is a UUID or as
 * many digits: an id that a client makes up could hold anything, and stands in the log for ever. Anything else gets a new one.
 */
export const requestIdOf = (headers: IncomingHttpHeaders, isTrusted: boolean): string => {
  if (!isTrusted) return randomUUID();
  const given = traceParentOf(headers)?.trace ?? String(headers['x-request-id']).toLowerCase();
  return ID.test(given) && !NOTHING.test(traceOf(given)) ? dashed(given) : randomUUID();
};
