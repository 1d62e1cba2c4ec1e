/** What makes a spreadsheet take a cell for a formula, the full-width forms and what it strips before them included. */
const FORMULA = /^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]/u;

/** What begins like one and is none: a mark of a journal, or a plain number. */
const HARMLESS = /^[-+]$|^-?\d+([.,]\d+)?$/u;

const BEGINS_BLANK = /^[\t\r\n]/u;

/**
 * A cell that a spreadsheet shows as it stands and never works out (ASVS 5.0, 1.2.10): what begins like a formula gets
 * an apostrophe before it. `-`, `+` and numbers stay as they are, for they are values of the journal.
 */
export const plainCell = (text: string): string =>
  (FORMULA.test(text) || BEGINS_BLANK.test(text)) && !HARMLESS.test(text) ? `'${text}` : text;
