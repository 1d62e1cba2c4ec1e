const SCRIPTS = [
  'Cyrillic',
  'Latin',
  'Greek',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Cherokee',
] as const;

const LETTERS = SCRIPTS.map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));

/** A run of letters and of what stands on them: a hyphen, a digit or a space ends it. */
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * Whether one word of a text is written in letters of several alphabets: a Cyrillic name with a Latin `a` in it
 * looks like another and is not it (T43). «IT-отдел» and «ИС-11a» are words of one alphabet each.
 */
export const mixesScripts = (text: string): boolean =>
  (text.match(WORD) ?? []).some((word) => LETTERS.filter((letter) => letter.test(word)).length > 1);
