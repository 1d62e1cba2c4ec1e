import { written, type Column, type Row } from './table-shape.ts';

const SPECIAL = /["\\]/u;

const quoted = (text: string): string =>
  `"${SPECIAL.test(text) ? text.replaceAll(/["\\]/gu, String.raw`\$&`) : text}"`;

/** One column of some rows as the text of an array: the driver's own way looks at each value several times. */
export const arrayOf = (rows: readonly Row[], column: Column): string => {
  let text = '';
  for (const row of rows) {
    const value = row[column.property];
    const told = written(value, column);
    text += text === '' ? '{' : ',';
    if (told === null) text += 'NULL';
    else text += typeof value === 'string' || column.type === 'jsonb' ? quoted(told) : told;
  }
  return text === '' ? '{}' : `${text}}`;
};
