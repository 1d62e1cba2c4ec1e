/** A table of a document: the number of the section it stands in, and its cells row by row, the heading left out. */
export interface Table {
  readonly section: string;
  readonly rows: readonly (readonly string[])[];
}

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

const isRule = (line: string) => /^\|[\s|:-]+\|$/u.test(line);

/** Every table of a document whose sections are numbered (`### 1.7 …` is section `1.7`). */
export const tablesOf = (document: string): readonly Table[] => {
  const tables: { section: string; rows: (readonly string[])[] }[] = [];
  let section = '';
  let inTable = false;
  for (const line of document.split('\n')) {
    section = /^#+ (\d+(?:\.\d+\w?)?)\.? /u.exec(line)?.[1] ?? section;
    if (!line.startsWith('|')) {
      inTable = false;
    } else if (!inTable) {
      tables.push({ section, rows: [] });
      inTable = true;
    } else if (!isRule(line)) {
      tables.at(-1)?.rows.push(cellsOf(line));
    }
  }
  return tables;
};
