import { pipeline } from 'node:stream';
import { parse, type Options } from 'csv-parse';
import { fromLine } from './lines.ts';

/** One row of a CSV file as it stands there. */
export interface Row {
  /** The line on which the row begins, from 1; a quoted cell may span several lines. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that cannot be told from the ones after it: a quote opened there is never closed. */
export interface BrokenRow {
  readonly line: number;
  /** No further row of the file is read. */
  readonly last: boolean;
}

const LARGEST_ROW_BYTES = 256 * 1024;
const BROKEN_ROWS_BORNE = 20;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

/** Whether a quoted cell ran on into following lines, up to a quote that opens a cell there. */
function hasSwallowedLines(cell: string): boolean {
  if (!cell.startsWith('"')) return false;
  const quote = cell.indexOf('"', 1);
  return /[,\n]/.test(cell.charAt(quote - 1)) && cell.lastIndexOf('\n', quote) > 0;
}

function linesIn(cell: string): number {
  let lines = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Rows from a line on; returns the line of a broken row, after which nothing it read can be trusted. */
async function* rowsFrom(
  bytes: AsyncIterable<Buffer>,
  first: number,
): AsyncGenerator<Row, number | undefined> {
  const reading = { failed: false };
  const options: Options = {
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LARGEST_ROW_BYTES,
    skip_records_with_error: true,
    on_skip() {
      reading.failed = true;
      return undefined;
    },
  };
  const parser = parse(options);
  // The loop below receives whatever goes wrong; the callback only keeps it from being thrown twice.
  pipeline(fromLine(bytes, first), parser, () => undefined);
  let line = first;
  for await (const cells of parser as AsyncIterable<string[]>) {
    let lines = 1;
    for (const cell of cells) {
      if (!cell.includes('\n')) continue;
      if (hasSwallowedLines(cell)) return line;
      lines += linesIn(cell);
    }
    if (!isBlank(cells)) yield { line, cells };
    line += lines;
  }
  return reading.failed ? line : undefined;
}

/**
 * The rows of a CSV file, blank ones left out, one at a time.
 * A broken row is told to `onBroken`, and reading goes on with the line after it.
 */
export async function* readRows(
  read: () => AsyncIterable<Buffer>,
  onBroken: (row: BrokenRow) => void,
): AsyncGenerator<Row> {
  let first = 1;
  for (let left = BROKEN_ROWS_BORNE; ; left -= 1) {
    const line = yield* rowsFrom(read(), first);
    if (line === undefined) return;
    onBroken({ line, last: left === 0 });
    if (left === 0) return;
    first = line + 1;
  }
}
