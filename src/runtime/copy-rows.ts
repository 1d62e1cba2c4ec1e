import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BinaryRow } from './binary-row.ts';
import { writeOf } from './binary-value.ts';
import { inRead } from './table-ddl.ts';
import type { Row, TableShape } from './table-shape.ts';

/** What stands before the rows: the signature, no flags, no extension. */
const HEADER = Buffer.from('PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

/** Stands where the next row would say how many values it has. */
const END = -1;

function* chunks({ columns }: TableShape, college: string, rows: readonly Row[]): Iterable<Buffer> {
  const values = columns.map(({ property, type }) => ({ property, write: writeOf(type) }));
  const binary = new BinaryRow();
  binary.bytes(HEADER);
  for (const row of rows) {
    binary.int2(values.length + 1);
    binary.int4(16);
    binary.uuid(college);
    for (const { property, write } of values) {
      const value = row[property];
      if (value === null || value === undefined) binary.nothing();
      else write(binary, value);
    }
    if (binary.isFull) yield binary.take();
  }
  binary.int2(END);
  yield binary.take();
}

/**
 * Puts new rows into a table by COPY, which is several times faster than an upsert, and in binary, which the server
 * takes in half the time; no row may be there yet. Throws where a row has what its column cannot take.
 */
export const copyRows = async (
  client: ClientBase,
  shape: TableShape,
  table: string,
  college: string,
  rows: readonly Row[],
): Promise<void> => {
  const columns = ['college', ...shape.columns.map(({ name }) => name)].join(', ');
  const copy = client.query(copyFrom(`COPY ${inRead(table)} (${columns}) FROM STDIN (FORMAT binary)`));
  await pipeline(Readable.from(chunks(shape, college, rows), { objectMode: true }), copy);
};
