import { Wrong, type Read, type Reference } from './field.ts';
import type { FileName } from './standard.ts';

const LONGEST_ID = 255;
const LONGEST_TEXT = 4000;
// Control characters cannot be stored, and U+FFFD is what decoding makes of bytes that are not UTF-8.
const UNREADABLE = /[^\P{Cc}\t\r\n]|\uFFFD/u;
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,10})?$/;

/** Free text; findings never quote it. */
export const text: Read<string> = (cell) => {
  if (cell.length > LONGEST_TEXT)
    return new Wrong(`is longer than ${String(LONGEST_TEXT)} characters`, false);
  return UNREADABLE.test(cell) ? new Wrong('is not UTF-8 text', false) : cell;
};

/** A `sourcedId`, any short text here: producers use UUIDs, numbers and words. */
export const id: Read<string> = (cell) => {
  if (cell.length > LONGEST_ID) return new Wrong(`is longer than ${String(LONGEST_ID)} characters`);
  return UNREADABLE.test(cell) ? new Wrong('is not UTF-8 text') : cell;
};

/** A number as `78` or `78.5`. */
export const decimal: Read<number> = (cell) =>
  DECIMAL.test(cell) ? Number(cell) : new Wrong('is not a number like 78 or 78.5');

/** `true` or `false`, in any case. */
export const flag: Read<boolean> = (cell) => {
  const word = cell.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : new Wrong('is neither true nor false');
};

/** One of a closed list of words, in any case; the list's own spelling is returned. */
export function oneOf<const T extends string>(...words: readonly T[]): Read<T> {
  const known = new Map<string, T>(words.map((word) => [word.toLowerCase(), word]));
  const wrong = new Wrong(`is none of ${words.join(', ')}`);
  return (cell) => known.get(cell) ?? known.get(cell.toLowerCase()) ?? wrong;
}

/** A list which version 1.2 lets producers extend by `ext:` words; those become `other`. */
export function openOneOf<const T extends string>(...words: readonly T[]): Read<T | 'other'> {
  const read = oneOf(...words);
  return (cell, note) => (/^ext:/i.test(cell) ? 'other' : read(cell, note));
}

/** Names a record this row cannot do without: the row is left out when there is none. */
export const reference = (refersTo: FileName): Reference<string> => ({ read: id, refersTo, binding: true });

/** Names a record nothing depends on: a dangling name is only noticed. */
export const mention = (refersTo: FileName): Reference<string> => ({ read: id, refersTo, binding: false });
