/** Every `extensions.code` this API answers with; a client may switch over them without a default. */
export const ERROR_CODES = [
  /** No session, or one that has ended: sign in. */
  'UNAUTHENTICATED',
  /** The viewer's roles never give access; `extensions.fields` names the fields. */
  'FORBIDDEN',
  /** It takes a proof of who the viewer is that is younger than `maxAgeSeconds`: `stepUp` by one of `ways`, and again. */
  'STEP_UP_REQUIRED',
  /** A variable, an argument or the HTTP request itself is malformed. */
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  /** No trusted document has this hash: send the whole document where the server takes any, or mend its manifest. */
  'PERSISTED_QUERY_NOT_FOUND',
  /** The server takes no documents but trusted ones, and a GET asks for nothing else: send a hash, and no text. */
  'PERSISTED_QUERY_REQUIRED',
  /** Above a limit; `extensions.limit` says which number. */
  'QUERY_TOO_COMPLEX',
  /** Too many attempts; `extensions.retryAfter` says how many seconds to wait. */
  'RATE_LIMITED',
  'NOT_FOUND',
  /** A part that the server needs is out of reach for now: try again. */
  'SERVICE_UNAVAILABLE',
  /** A fault; `extensions.traceId` is in the log. */
  'INTERNAL_SERVER_ERROR',
] as const;

/** One of the codes. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What other libraries call the same thing. */
const SYNONYMS: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_FOUND',
  UNAUTHORIZED: 'FORBIDDEN',
};

const isErrorCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code);

/** The code in the words of this API; a code nobody declared is a fault. */
export const errorCode = (code: unknown): ErrorCode => {
  if (typeof code !== 'string') return 'INTERNAL_SERVER_ERROR';
  return isErrorCode(code) ? code : (SYNONYMS[code] ?? 'INTERNAL_SERVER_ERROR');
};
