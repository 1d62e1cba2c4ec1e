import { GraphQLError, GraphQLScalarType } from 'graphql';

const invalid = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A scalar that is text on the wire and in the program, and is checked on the way in. */
const textScalar = (name: string, description: string, check: (text: string) => string): GraphQLScalarType =>
  new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: (value) => {
      if (typeof value !== 'string') throw invalid(`${name} is written as text.`);
      return check(value);
    },
  });

const matching =
  (pattern: RegExp, message: string) =>
  (text: string): string => {
    if (!pattern.test(text)) throw invalid(message);
    return text;
  };

/** A calendar date. */
export const LocalDate = textScalar(
  'LocalDate',
  'A calendar date in the zone of the college: `2026-11-22`.',
  (text) => {
    matching(/^\d{4}-\d{2}-\d{2}$/u, `"${text.slice(0, 40)}" is not a date such as 2026-11-22.`)(text);
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
    } catch {
      throw invalid(`There is no day ${text}.`);
    }
  },
);

/** A local time of day. */
export const LocalTime = textScalar(
  'LocalTime',
  'A time of day in the zone of the college: `08:30`.',
  matching(/^([01]\d|2[0-3]):[0-5]\d$/u, 'A time is written such as 08:30.'),
);

/** An instant. */
export const Instant = textScalar(
  'Instant',
  'An instant in UTC with milliseconds: `2026-11-22T08:15:30.123Z`.',
  (text) => {
    try {
      return Temporal.Instant.from(text).round('millisecond').toString({ fractionalSecondDigits: 3 });
    } catch {
      throw invalid('An instant is written such as 2026-11-22T08:15:30.123Z.');
    }
  },
);

/** A month. */
export const Month = textScalar(
  'Month',
  'A month of the college’s calendar: `2026-11`.',
  matching(/^\d{4}-(0[1-9]|1[0-2])$/u, 'A month is written such as 2026-11.'),
);

/** The id of a command. */
export const UUID = textScalar(
  'UUID',
  'A UUID made by the client. The same command id never takes effect twice.',
  (text) => matching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u, 'A UUID is expected.')(text.toLowerCase()),
);

const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** A short text without control characters. */
export const Label = textScalar('Label', 'A short text of one line, 1 to 300 characters.', (text) => {
  const label = text.normalize('NFC').trim();
  if (label.length === 0 || label.length > 300 || CONTROL.test(label))
    throw invalid('A label has 1 to 300 characters and no control characters.');
  return label;
});

/** Free text that a person wrote. */
export const FreeText = textScalar(
  'FreeText',
  'Text that a person wrote, up to 4,000 characters. It is personal data: it never stands in an event’s body.',
  (text) => {
    const written = text.normalize('NFC');
    if (written.length > 4000 || CONTROL.test(written.replaceAll(/[\n\t]/gu, '')))
      throw invalid(
        'A text has at most 4,000 characters and no control characters but line breaks and tabs.',
      );
    return written;
  },
);

/** A place in the college's log. */
export const Position = new GraphQLScalarType<bigint, string>({
  name: 'Position',
  description:
    'A place in the log of the college, as digits. A mutation answers with one; a query given it as `minPosition` sees the effect.',
  serialize: String,
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^\d{1,18}$/u.test(value))
      throw invalid('A position is text of digits.');
    return BigInt(value);
  },
});
