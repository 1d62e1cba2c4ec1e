import type { BinaryRow } from './binary-row.ts';

/** Writes a value that is there, after its length; throws on one that the column cannot take. */
type Write = (row: BinaryRow, value: unknown) => void;

const whole = (value: unknown): number => {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new Error('A column of whole numbers was to take another value.');
};

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/u;

/** Days from 1970-01-01 to 2000-01-01, the day that PostgreSQL counts from. */
const EPOCH = 10_957;

const counted = (text: string): number => {
  const [, year = 0, month = 0, day = 0] = (DATE.exec(text) ?? []).map(Number);
  // The year is set apart: the constructor takes a small one for one of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    throw new Error('A column of days was to take a text that is no day.');
  return date.getTime() / 86_400_000 - EPOCH;
};

/** Days that were counted: they are few, and rows are many. */
const days = new Map<string, number>();

const KNOWN_DAYS = 2_000;

/** Days since 2000-01-01. */
const daysTo = (text: string): number => {
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = counted(text);
  if (days.size === KNOWN_DAYS) days.clear();
  days.set(text, day);
  return day;
};

const text: Write = (row, value) => {
  row.text(typeof value === 'string' ? value : JSON.stringify(value));
};

const WRITES: Readonly<Record<string, Write>> = {
  uuid: (row, value) => {
    row.int4(16);
    row.uuid(String(value));
  },
  text,
  date: (row, value) => {
    row.int4(4);
    row.int4(daysTo(String(value)));
  },
  smallint: (row, value) => {
    row.int4(2);
    row.int2(whole(value));
  },
  int: (row, value) => {
    row.int4(4);
    row.int4(whole(value));
  },
  bigint: (row, value) => {
    row.int4(8);
    row.int8(typeof value === 'bigint' ? value : BigInt(whole(value)));
  },
  boolean: (row, value) => {
    row.int4(1);
    row.byte(value === true ? 1 : 0);
  },
  jsonb: (row, value) => {
    // Its version comes first.
    row.text(JSON.stringify(value), 1);
  },
};

/** How values of a column type are written for COPY; throws on a type that has no such form yet. */
export const writeOf = (type: string): Write => {
  const found = WRITES[type];
  if (!found) throw new Error(`Rows with a column of type ${type} cannot be copied: see binary-value.ts.`);
  return found;
};
