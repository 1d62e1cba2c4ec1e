/** Rows as tab-separated text under a heading of their columns; a cell has neither tabs nor line breaks. */
export const toTsv = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');

/** The rows of tab-separated text; a heading of other columns is an error, as is a row too short or too long. */
export const fromTsv = <Column extends string>(
  columns: readonly Column[],
  text: string,
): readonly Readonly<Record<Column, string>>[] => {
  const [heading, ...lines] = text.replace(/\n$/u, '').split('\n');
  if (heading !== columns.join('\t'))
    throw new Error(`The columns are ${columns.join(', ')}, not ${heading ?? ''}`);
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) throw new Error(`Not ${columns.length} cells: ${line}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as Record<
      Column,
      string
    >;
  });
};
