import type { BundleFile } from './bundle-file.ts';
import { required, withDefault, type Field } from './field.ts';
import { id, oneOf } from './cell.ts';
import type { RecordKind, Status } from './record-kind.ts';

/** A column the journal uses, where it stands in this file. */
export interface BoundColumn {
  readonly name: string;
  /** -1: the file has no such column. */
  readonly index: number;
  readonly field: Field<unknown>;
  readonly isRequired: boolean;
}

/** The columns of a file that may be read. */
export interface Header {
  readonly columns: readonly BoundColumn[];
  readonly width: number;
}

const status = withDefault<Status>(oneOf('active', 'inactive', 'tobedeleted'), 'active');
const sourcedId = required(id);

/** Producers differ in case, and in blanks around a name. */
const spelled = (name: string): string => name.trim().toLowerCase();

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => name !== '' && names.indexOf(name) < at);
}

function noticeUnknown(kind: RecordKind, file: BundleFile, line: number, cells: readonly string[]): void {
  const known = new Set(
    ['sourcedId', 'status', 'dateLastModified', ...Object.keys(kind.fields), ...kind.unused].map(spelled),
  );
  const unknown = cells.filter((cell) => cell.trim() !== '' && !known.has(spelled(cell)));
  // Columns named metadata.… are the standard's own place for a producer's additions.
  const strange = unknown.filter((cell) => !spelled(cell).startsWith('metadata.'));
  if (strange.length > 0) file.notice(`unknown columns were ignored: ${strange.join(', ')}`, line);
}

/** Finds the columns of a kind; a repeated or missing one is a fault, and the file is not read. */
export function bindHeader(
  kind: RecordKind,
  file: BundleFile,
  line: number,
  cells: readonly string[],
): Header | undefined {
  const names = cells.map(spelled);
  const wanted = Object.entries<Field<unknown>>({ sourcedId, status, ...kind.fields });
  const columns = wanted.map(([name, field]): BoundColumn => {
    const isRequired =
      field.requiredIn.includes(file.version) || (name === 'status' && file.mode === 'delta');
    return { name, index: names.indexOf(spelled(name)), field, isRequired };
  });
  const twice = repeated(names);
  const missing = columns.filter(({ index, isRequired }) => isRequired && index < 0).map(({ name }) => name);
  for (const column of twice) file.fault('the column stands twice in the header', line, column);
  for (const column of missing) file.fault('the column is missing', line, column);
  if (twice.length + missing.length > 0) return undefined;
  noticeUnknown(kind, file, line, cells);
  return { columns, width: cells.length };
}
