import { GraphQLScalarType } from 'graphql';
import { validate } from 'uuid';
import { problem } from './errors/problem.ts';
import type { ParametersOf, ProblemName } from './errors/problems.ts';

/** A problem of a value that takes no parameters. */
type PlainProblem = {
  [Name in ProblemName]: keyof ParametersOf<Name> extends never ? Name : never;
}[ProblemName];

/** Marks a scalar whose values go out as the text they are: nothing is called for each of them. */
export const TEXT_AS_IT_IS = 'textAsItIs';

/** A scalar that is text on the wire and in the program, and is checked on the way in. */
const textScalar = (name: string, description: string, check: (text: string) => string): GraphQLScalarType =>
  new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => value as string,
    extensions: { [TEXT_AS_IT_IS]: true },
    parseValue: (value) => {
      if (typeof value !== 'string') throw problem('TEXT_EXPECTED', { type: name });
      return check(value);
    },
  });

const matching =
  (pattern: RegExp, fault: PlainProblem) =>
  (text: string): string => {
    if (!pattern.test(text)) throw problem(fault);
    return text;
  };

/** A calendar date: no deadline counted from one leaves the years of four digits. */
export const LocalDate = textScalar(
  'LocalDate',
  'A calendar date in the zone of the college: `2026-11-22`, of the years 1900 to 2199.',
  (text) => {
    if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/u.test(text))
      throw problem('LOCAL_DATE_MALFORMED', { given: text.slice(0, 40) });
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
    } catch {
      throw problem('NO_SUCH_DAY', { given: text });
    }
  },
);

/** A local time of day. */
export const LocalTime = textScalar(
  'LocalTime',
  'A time of day in the zone of the college: `08:30`.',
  matching(/^([01]\d|2[0-3]):[0-5]\d$/u, 'LOCAL_TIME_MALFORMED'),
);

/** An instant. */
export const Instant = textScalar(
  'Instant',
  'An instant in UTC with milliseconds: `2026-11-22T08:15:30.123Z`, of the years 1900 to 2199.',
  (text) => {
    try {
      const instant = Temporal.Instant.from(text)
        .round('millisecond')
        .toString({ fractionalSecondDigits: 3 });
      if (/^(19|20|21)\d{2}-/u.test(instant)) return instant;
    } catch {
      // Said below, as for any other instant that is none of ours.
    }
    throw problem('INSTANT_MALFORMED');
  },
);

/** A month. */
export const Month = textScalar(
  'Month',
  'A month of the college’s calendar: `2026-11`.',
  matching(/^\d{4}-(0[1-9]|1[0-2])$/u, 'MONTH_MALFORMED'),
);

/** The id of a command. */
export const UUID = textScalar(
  'UUID',
  'A UUID made by the client. The same command id never takes effect twice.',
  (text) => {
    if (!validate(text)) throw problem('UUID_MALFORMED');
    return text.toLowerCase();
  },
);

const CONTROL = /[\p{Cc}\p{Cs}]/u;

/**
 * A text as it is read: composed, and without what nobody sees. Marks of direction and of no width make a name look like
 * another to whoever audits it (T43).
 */
const visible = (text: string): string => text.normalize('NFC').replaceAll(/\p{Cf}/gu, '');

/** A short text without control characters. */
export const Label = textScalar('Label', 'A short text of one line, 1 to 300 characters.', (text) => {
  const label = visible(text).trim();
  if (label.length === 0 || label.length > 300 || CONTROL.test(label)) throw problem('LABEL_MALFORMED');
  return label;
});

/** The reference of an order. */
export const OrderReference = textScalar(
  'OrderReference',
  'The reference of an order (приказ), 1 to 120 characters: `№ 86 от 19.09.2024`.',
  (text) => {
    const reference = visible(text).trim();
    if (reference.length === 0 || reference.length > 120 || CONTROL.test(reference))
      throw problem('ORDER_REFERENCE_MALFORMED');
    return reference;
  },
);

/** The number of an order. */
export const OrderNumber = textScalar(
  'OrderNumber',
  'The number of an order (приказ), 1 to 60 characters: `86-с`.',
  (text) => {
    const number = text.normalize('NFC').trim();
    if (number.length === 0 || number.length > 60 || CONTROL.test(number))
      throw problem('ORDER_NUMBER_MALFORMED');
    return number;
  },
);

/** An e-mail address: one that could be written to, no more is checked. */
export const EmailAddress = textScalar('EmailAddress', 'An e-mail address, up to 254 characters.', (text) =>
  text.length > 254
    ? matching(/^$/u, 'EMAIL_ADDRESS_MALFORMED')(text)
    : matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/u, 'EMAIL_ADDRESS_MALFORMED')(text),
);

/** A telephone number, as people write it. */
export const PhoneNumber = textScalar(
  'PhoneNumber',
  'A telephone number: digits, spaces, brackets and dashes, 6 to 24 characters: `+7 912 345-67-89`.',
  matching(/^\+?\d[\d ()-]{4,22}$/u, 'PHONE_NUMBER_MALFORMED'),
);

/** A mark to be given. */
export const MarkValue = textScalar(
  'MarkValue',
  'A mark on the scale of its page, 1 to 8 characters: `5`, `pass`, `87`.',
  (text) => {
    if (text.length === 0 || text.length > 8 || CONTROL.test(text)) throw problem('MARK_VALUE_MALFORMED');
    return text;
  },
);

/** Free text that a person wrote. */
export const FreeText = textScalar(
  'FreeText',
  'Text that a person wrote, up to 4,000 characters. It is personal data: it never stands in an event’s body.',
  (text) => {
    const written = visible(text).replaceAll('\r\n', '\n');
    if (written.length > 4000 || CONTROL.test(written.replaceAll(/[\n\t]/gu, '')))
      throw problem('FREE_TEXT_MALFORMED');
    return written;
  },
);

/** Bytes as text. */
export const Base64 = textScalar(
  'Base64',
  'Bytes in standard Base64 with padding (RFC 4648 §4).',
  matching(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u, 'BASE64_MALFORMED'),
);

/** A place in the college's log. */
export const Position = new GraphQLScalarType<bigint, string>({
  name: 'Position',
  description:
    'A place in the log of the college, as digits. A mutation answers with one; a query given it as `minPosition` sees the effect.',
  serialize: String,
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^\d{1,18}$/u.test(value)) throw problem('POSITION_MALFORMED');
    return BigInt(value);
  },
});
