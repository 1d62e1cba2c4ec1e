import { readFileSync } from 'node:fs';
import { COLUMNS, type Catalogue, type TableName } from './catalogue.ts';
import { filesUnder } from './files.ts';
import type { Evidence } from './judge.ts';
import { titlesOf } from './titles.ts';
import { fromTsv } from './tsv.ts';

const folder = new URL('../', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

/** Where the table of that name lies as data. */
export const tableFile = (name: TableName): string => `catalogue/${name}.tsv`;

const rowsOf = <Name extends TableName>(name: Name) =>
  fromTsv<(typeof COLUMNS)[Name][number]>(COLUMNS[name], textOf(tableFile(name)));

/** The catalogue as the files of data hold it. */
export const readCatalogue = (): Catalogue => ({
  requirements: rowsOf('requirements'),
  parameters: rowsOf('parameters'),
  conflicts: rowsOf('conflicts'),
  traps: rowsOf('traps'),
  dateVectors: rowsOf('dateVectors'),
});

/** The readable document. */
export const readDocument = (): string => textOf('requirements.md');

/** Everything that shows how the requirements stand in this checkout. */
export const readEvidence = (): Evidence => ({
  catalogue: readCatalogue(),
  tests: filesUnder(['tests'], ['.ts'])
    .filter(({ path }) => !path.startsWith('tests/regulations/evidence'))
    .flatMap(({ path, text }) => titlesOf(path, text)),
  reasons: fromTsv(['what', 'status', 'reason'], textOf('later.tsv')),
  files: filesUnder(['src', 'events', 'projections', 'schema', 'tests'], ['.ts', '.sql', '.md']),
});
