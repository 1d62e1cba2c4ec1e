import type { BundleFile } from './bundle-file.ts';
import type { Source } from './byte-source.ts';
import { Wrong, type Note } from './field.ts';
import { bindHeader, type Header } from './header.ts';
import type { RecordKind, RecordOf } from './record-kind.ts';
import { readRows, type BrokenRow, type Row } from './rows.ts';

/** Makes a record of a row, or tells every cell that is wrong and returns nothing. */
function recordOf({ columns }: Header, { line, cells }: Row, file: BundleFile, note: Note) {
  const record: Record<string, unknown> = { line };
  let isGood = true;
  for (const { name, index, field, isRequired } of columns) {
    const cell = index < 0 ? '' : (cells[index] ?? '').trim();
    const value = cell === '' ? field.empty : field.read(cell, note);
    if (cell === '' && isRequired) {
      isGood = false;
      file.problem('is required', line, name);
    } else if (value instanceof Wrong) {
      isGood = false;
      file.problem(value.message, line, name, value.quotable ? cell : undefined);
    } else {
      record[name] = value;
    }
  }
  return isGood ? record : undefined;
}

function sourcedIdOf({ columns }: Header, { cells }: Row): string | undefined {
  return cells[columns.find(({ name }) => name === 'sourcedId')?.index ?? -1]?.trim();
}

async function* counted(source: Source, file: BundleFile): AsyncGenerator<Buffer> {
  file.bytesRead = 0;
  for await (const chunk of source.read(file.name)) {
    file.bytesRead += chunk.length;
    yield chunk;
  }
}

/**
 * The good records of a table, one at a time, each `sourcedId` once; what is wrong with the others is told
 * to the file. Throws `SourceUnreadable` only.
 */
export async function* readRecords<K extends RecordKind>(
  kind: K,
  source: Source,
  file: BundleFile,
): AsyncGenerator<RecordOf<K>> {
  file.restart();
  const seen = new Set<string>();
  const onBroken = ({ line, last }: BrokenRow): void => {
    const message = 'a quote opened in this line is never closed';
    if (last) file.fault(`${message}, as in too many lines before; the rest was not read`, line);
    else file.problem(message, line);
    file.leaveOut();
  };
  const note: Note = (message) => {
    file.notice(message);
  };
  let header: Header | undefined;
  for await (const row of readRows(() => counted(source, file), onBroken)) {
    if (!header) {
      header = bindHeader(kind, file, row.line, row.cells);
      if (!header) return;
      continue;
    }
    // Even an empty value too many means that values may have moved to the wrong column.
    if (row.cells.length !== header.width) {
      file.problem(`has ${String(row.cells.length)} values under ${String(header.width)} columns`, row.line);
      file.leaveOut(sourcedIdOf(header, row));
      continue;
    }
    const record = recordOf(header, row, file, note) as RecordOf<K> | undefined;
    if (!record) {
      file.leaveOut(sourcedIdOf(header, row));
    } else if (seen.has(record.sourcedId)) {
      file.problem(
        'stands in the file before; the first row counts',
        row.line,
        'sourcedId',
        record.sourcedId,
      );
      file.leaveOut();
    } else {
      seen.add(record.sourcedId);
      file.kept += 1;
      yield record;
    }
  }
  if (!header) file.fault('the file is empty, without even a header');
  file.finish();
}
