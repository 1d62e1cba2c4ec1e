import type { ErrorCode } from './error-codes.ts';

/** What one problem is made of. */
export interface ProblemShape {
  /** The status of an answer that holds nothing else; left out: as the protocol has it, 200 beside data. */
  readonly status?: number;
  /** The parameters that stand beside its code, always. */
  readonly takes?: readonly string[];
  /** The parameters that may be missing. */
  readonly may?: readonly string[];
  /** The words come of a library, in English: in another language a sentence of ours leads them. */
  readonly quotes?: true;
}

const TOO_MUCH = { status: 400, takes: ['limit'], may: ['actual'] } as const;

/**
 * Every problem there is outside the rules of the journal, under its code: a code says what a client does about it, a
 * problem what it was. Where nothing more is known, the problem is named as its code. None is ever removed.
 */
export const PROBLEMS = {
  UNAUTHENTICATED: {
    UNAUTHENTICATED: { status: 401, quotes: true },
    SIGN_IN_FIRST: { status: 401, may: ['fields'] },
    SESSION_ENDED: {},
    CODE_REFUSED: { status: 401 },
    PASSWORD_REFUSED: { status: 401 },
    PROOF_REFUSED: { status: 401 },
    OLD_PASSWORD_REFUSED: { status: 401 },
    EXPORT_NEEDS_TOKEN: { status: 401 },
    ENTRIES_NEED_TOKEN: { status: 401 },
  },
  FORBIDDEN: {
    FORBIDDEN: { status: 403, quotes: true },
    ACCESS_DENIED: { status: 403, takes: ['fields'] },
    RIGHT_MISSING: { status: 403 },
    READERS_NOT_SHOWN: {},
    ENTRIES_FOR_AUDITORS: { status: 403 },
  },
  STEP_UP_REQUIRED: { STEP_UP_REQUIRED: { status: 403, takes: ['maxAgeSeconds', 'ways'] } },
  BAD_USER_INPUT: {
    BAD_USER_INPUT: { quotes: true },
    ARGUMENT_MISSING: { takes: ['argument'] },
    BASE64_MALFORMED: {},
    BODY_MALFORMED: { status: 400 },
    BODY_TOO_LARGE: { status: 413, takes: ['limit'] },
    CODE_OR_PASSWORD: {},
    CONTENT_TYPE_UNKNOWN: { status: 415 },
    CROSS_SITE_REQUEST: { status: 400 },
    CURSOR_MALFORMED: {},
    DAYS_OUT_OF_BOUNDS: { takes: ['most'] },
    DAYS_TURNED_AROUND: { takes: ['from', 'until'] },
    DAY_AHEAD: { takes: ['day', 'today'] },
    DOCUMENT_MISSING: {},
    EMAIL_ADDRESS_MALFORMED: {},
    EVENT_BEYOND_SIZE: { takes: ['position', 'size'] },
    EVENT_ID_MALFORMED: { takes: ['given'] },
    FREE_TEXT_MALFORMED: {},
    GET_CHANGES_NOTHING: { status: 405 },
    GET_HAS_ONE_OPERATION: { status: 400, may: ['operation'] },
    GET_NAMES_DOCUMENT: { status: 400 },
    GET_NEEDS_HEADER: { status: 400 },
    GET_PARAMETER_MALFORMED: { status: 400, takes: ['parameter'] },
    HASH_DIFFERS: { status: 400 },
    HASH_MALFORMED: { status: 400 },
    HEADERS_TOO_LARGE: { status: 431 },
    ID_MALFORMED: { takes: ['argument'] },
    ID_OF_ANOTHER_TYPE: { takes: ['given', 'type'] },
    INSTANT_AHEAD: {},
    INSTANT_MALFORMED: {},
    LABEL_MALFORMED: {},
    LIST_OUT_OF_BOUNDS: { takes: ['field', 'least', 'most'] },
    LOCAL_DATE_MALFORMED: { takes: ['given'] },
    LOCAL_TIME_MALFORMED: {},
    MARK_VALUE_MALFORMED: {},
    MEDIA_NOT_ACCEPTED: { status: 406 },
    METHOD_NOT_ALLOWED: { status: 405 },
    MOMENTS_TURNED_AROUND: {},
    MONTH_MALFORMED: {},
    NAME_ONE_OF: { takes: ['arguments'] },
    NAME_EXACTLY_ONE_OF: { takes: ['arguments'] },
    NO_PROVIDER: {},
    NO_SUCH_DAY: { takes: ['given'] },
    ONLY_SUBSCRIPTIONS: {},
    OPERATION_NAME_MALFORMED: {},
    OPERATION_NOT_NAMED: {},
    ORDER_NUMBER_MALFORMED: {},
    ORDER_REFERENCE_MALFORMED: {},
    OUT_OF_BOUNDS: { takes: ['field', 'least', 'most'] },
    PAIR_ENDS_BY_BELLS: {},
    PARAMETER_UNKNOWN: { takes: ['given'] },
    PASSWORD_GUESSABLE: {},
    PASSWORD_TOO_LONG: { takes: ['most'] },
    PASSWORD_TOO_SHORT: { takes: ['least'] },
    PERSON_OF_PROVIDER_TAKEN: {},
    PHONE_NUMBER_MALFORMED: {},
    POSITION_AHEAD: { takes: ['head'] },
    POSITION_MALFORMED: {},
    REQUEST_MALFORMED: { status: 400 },
    SIZES_TURNED_AROUND: { takes: ['from', 'to'] },
    SUBSCRIBE_ELSEWHERE: { status: 400 },
    TERM_MALFORMED: {},
    TERM_OF_CHECK_MALFORMED: {},
    TEXT_EXPECTED: { takes: ['type'] },
    TILE_PATH_MALFORMED: { status: 400 },
    TIMETABLE_TOO_LONG: { takes: ['most', 'ofPart'] },
    UUID_MALFORMED: {},
    VARIABLES_MALFORMED: {},
    WEEKDAYS_MALFORMED: {},
  },
  GRAPHQL_PARSE_FAILED: { GRAPHQL_PARSE_FAILED: { status: 400, quotes: true } },
  GRAPHQL_VALIDATION_FAILED: { GRAPHQL_VALIDATION_FAILED: { status: 400, quotes: true } },
  PERSISTED_QUERY_NOT_FOUND: {
    PERSISTED_QUERY_NOT_FOUND: { status: 400 },
    HASH_NOT_IN_MANIFEST: { status: 400 },
  },
  PERSISTED_QUERY_REQUIRED: { PERSISTED_QUERY_REQUIRED: { status: 400 } },
  QUERY_TOO_COMPLEX: {
    QUERY_TOO_COMPLEX: { status: 400, quotes: true },
    TOO_COSTLY: TOO_MUCH,
    TOO_DEEP: TOO_MUCH,
    TOO_MANY_ALIASES: TOO_MUCH,
    TOO_MANY_DIRECTIVES: TOO_MUCH,
    TOO_MANY_EXPLANATIONS: { takes: ['limit'] },
    TOO_MANY_MUTATIONS: TOO_MUCH,
    TOO_MANY_ROOT_FIELDS: TOO_MUCH,
    TOO_MANY_SELECTIONS: TOO_MUCH,
    TOO_MANY_SIGN_INS: TOO_MUCH,
    TOO_MUCH_OF_THE_PAST: { takes: ['limit'] },
  },
  RATE_LIMITED: {
    RATE_LIMITED: { status: 429, quotes: true, may: ['retryAfter', 'limit'] },
    TOO_MANY_ATTEMPTS: { status: 429, takes: ['retryAfter'] },
    TOO_MANY_CONNECTIONS: { takes: ['limit'] },
    TOO_MANY_SUBSCRIPTIONS_OF_ACCOUNT: { takes: ['limit'] },
    TOO_MANY_SUBSCRIPTIONS_OF_CONNECTION: { takes: ['limit'] },
    TOO_MANY_SUBSCRIPTIONS_OF_SERVER: { takes: ['limit'] },
  },
  NOT_FOUND: {
    NOT_FOUND: { quotes: true },
    EVENT_MISSING: {},
    NOTHING_HERE: { status: 404 },
    NOTHING_TO_FOLLOW: {},
    NO_SUCH_ACCOUNT: {},
    NO_SUCH_EVENT: {},
    NO_SUCH_EXPORT: { status: 404 },
    NO_SUCH_PAGE: {},
  },
  SERVICE_UNAVAILABLE: {
    SERVICE_UNAVAILABLE: { quotes: true },
    DATABASE_OUT_OF_REACH: { takes: ['traceId'] },
    EVENT_NOT_SIGNED_YET: { takes: ['position', 'signedSize'] },
    POSITION_NOT_REACHED: {},
    READING_NOT_RECORDED: {},
    READ_MODELS_BEHIND: {},
    SIZE_NOT_SIGNED_YET: { takes: ['size', 'signedSize'] },
    SUBSCRIPTION_INTERRUPTED: {},
  },
  INTERNAL_SERVER_ERROR: { INTERNAL_SERVER_ERROR: { takes: ['traceId'] } },
} as const satisfies Readonly<Record<ErrorCode, Readonly<Record<string, ProblemShape>>>>;

type Groups = typeof PROBLEMS;

/** The name of a problem. */
export type ProblemName = { [Code in ErrorCode]: keyof Groups[Code] & string }[ErrorCode];

type ShapeOf<Name extends ProblemName> = {
  [Code in ErrorCode]: Name extends keyof Groups[Code] ? Groups[Code][Name] : never;
}[ErrorCode];

/** A value beside a code, as JSON has it. */
export type Parameter = string | number | readonly string[];

type Named<Shape, Key extends 'takes' | 'may'> =
  Shape extends Readonly<Record<Key, readonly (infer Name extends string)[]>> ? Name : never;

/** The parameters of a problem: all that it takes, and those that it may have. */
export type ParametersOf<Name extends ProblemName> = Readonly<
  Record<Named<ShapeOf<Name>, 'takes'>, Parameter> & Partial<Record<Named<ShapeOf<Name>, 'may'>, Parameter>>
>;

/** A problem with the code that it stands under. */
export interface KnownProblem extends ProblemShape {
  readonly name: ProblemName;
  readonly code: ErrorCode;
}

const known: ReadonlyMap<string, KnownProblem> = new Map(
  Object.entries(PROBLEMS).flatMap(([code, group]) =>
    Object.entries(group as Readonly<Record<string, ProblemShape>>).map(([name, shape]) => {
      const problem = { ...shape, name: name as ProblemName, code: code as ErrorCode };
      return [name, problem] as const;
    }),
  ),
);

/** Every problem, code by code. */
export const allProblems = (): readonly KnownProblem[] => [...known.values()];

/** The problem of that name, if there is one. */
export const problemNamed = (name: unknown): KnownProblem | undefined =>
  typeof name === 'string' ? known.get(name) : undefined;
