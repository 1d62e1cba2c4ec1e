import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { inRead } from './table-ddl.ts';
import { written, type Row, type TableShape } from './table-shape.ts';

/** Lines sent at once. */
const LINES = 500;

const SPECIAL = /[\\\t\n\r]/u;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string | null): string => {
  if (text === null) return '\\N';
  return SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/gu, (found) => ESCAPES[found] ?? found) : text;
};

function* lines({ columns }: TableShape, college: string, rows: readonly Row[]): Iterable<string> {
  let chunk = '';
  let count = 0;
  for (const row of rows) {
    chunk += college;
    for (const column of columns) chunk += `\t${escaped(written(row[column.property], column))}`;
    chunk += '\n';
    count += 1;
    if (count % LINES > 0) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** Puts new rows into a table by COPY, which is several times faster than an upsert; no row may be there yet. */
export const copyRows = async (
  client: ClientBase,
  shape: TableShape,
  table: string,
  college: string,
  rows: readonly Row[],
): Promise<void> => {
  const columns = ['college', ...shape.columns.map(({ name }) => name)].join(', ');
  const copy = client.query(copyFrom(`COPY ${inRead(table)} (${columns}) FROM STDIN`));
  await pipeline(Readable.from(lines(shape, college, rows), { objectMode: true }), copy);
};
