import type { BundleFile } from './bundle-file.ts';
import type { Field } from './field.ts';
import type { AnyRecord, Located, RecordKind } from './record-kind.ts';
import type { FileName } from './standard.ts';

/** A table that has been read: what a reference is looked up in. */
export interface ReadTable {
  readonly file: BundleFile;
  readonly records: ReadonlyMap<string, Located>;
}

/** Tells whether a record may stay; what dangles is told to its file. */
export type ReferenceCheck = (record: AnyRecord) => boolean;

interface Pointer {
  readonly column: string;
  readonly target: ReadTable;
  readonly binding: boolean;
}

/** A table that is absent or only the changes leaves open what exists: the college knows the rest. */
function pointersOf(kind: RecordKind, file: BundleFile, tables: ReadonlyMap<FileName, ReadTable>): Pointer[] {
  const pointers: Pointer[] = [];
  for (const [column, { refersTo, binding }] of Object.entries<Field<unknown>>(kind.fields)) {
    const target = refersTo && tables.get(refersTo);
    if (!target) continue;
    if (target.file.mode === 'bulk' && target.file.wasRead) pointers.push({ column, target, binding });
    else if (binding)
      file.notice(`references to ${target.file.table} were not checked: that table is not here whole`);
  }
  return pointers;
}

function dangling({ file, records }: ReadTable, id: string): string | undefined {
  if (records.has(id)) return undefined;
  return file.leftOutIds.has(id)
    ? `its row in ${file.name} was left out`
    : `no row of ${file.name} has this sourcedId`;
}

/** Checks the references of one kind's records against tables that have been read before. */
export function checkReferences(
  kind: RecordKind,
  file: BundleFile,
  tables: ReadonlyMap<FileName, ReadTable>,
): ReferenceCheck {
  const pointers = pointersOf(kind, file, tables);
  return (record) => {
    // What is to be deleted may go together with what it names.
    if (record.status === 'tobedeleted') return true;
    let stays = true;
    for (const { column, target, binding } of pointers) {
      const value = record[column];
      for (const id of Array.isArray(value) ? (value as readonly string[]) : [value as string | undefined]) {
        const message = id === undefined ? undefined : dangling(target, id);
        if (message === undefined) continue;
        if (binding) file.problem(message, record.line, column, id);
        else file.notice(message, record.line, column, id);
        stays &&= !binding;
      }
    }
    return stays;
  };
}
