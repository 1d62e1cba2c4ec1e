import type { FileName, Version } from './standard.ts';

/** What a cell holds instead of a value of its column. */
export class Wrong {
  readonly message: string;
  /** Whether the finding may quote the cell: not for free text, which may be personal. */
  readonly quotable: boolean;

  constructor(message: string, quotable = true) {
    this.message = message;
    this.quotable = quotable;
  }
}

/** Says something about the file, once, that costs no row. */
export type Note = (message: string) => void;

/** Turns a cell that is not empty into a value. */
export type Read<T> = (cell: string, note: Note) => T | Wrong;

/** A column the journal uses. */
export interface Field<T> {
  readonly read: Read<T>;
  /** The value of an empty cell, and of a column that is not there. */
  readonly empty: T;
  /** In which versions the column and its value must be there. */
  readonly requiredIn: readonly Version[];
  /** The cell names a record, or several, of this file. */
  readonly refersTo?: FileName;
  /** A row with a dangling binding reference is left out; otherwise it is only noticed. */
  readonly binding: boolean;
}

/** A reader of cells which name a record of another file. */
export interface Reference<T> {
  readonly read: Read<T>;
  readonly refersTo: FileName;
  readonly binding: boolean;
}

const parts = <T>(of: Read<T> | Reference<T>): Pick<Field<T>, 'read' | 'refersTo' | 'binding'> =>
  typeof of === 'function' ? { read: of, binding: false } : of;

/** A value every row must have. The placeholder is never seen: a row without the value is left out. */
export function required<T>(of: Read<T> | Reference<T>): Field<T> {
  return { ...parts(of), empty: undefined as T, requiredIn: ['1.1', '1.2'] };
}

/** A value every row must have in one version of the standard. */
export function requiredIn<T>(version: Version, of: Read<T> | Reference<T>): Field<T | undefined> {
  return { ...parts<T | undefined>(of), empty: undefined, requiredIn: [version] };
}

/** A value a row may lack. */
export function optional<T>(of: Read<T> | Reference<T>): Field<T | undefined> {
  return { ...parts<T | undefined>(of), empty: undefined, requiredIn: [] };
}

/** A value that stands for itself when the cell is empty. */
export function withDefault<T>(of: Read<T>, value: T): Field<T> {
  return { ...parts(of), empty: value, requiredIn: [] };
}

/** Several values in one cell, parted by commas; an empty cell is an empty list. */
export function list<T>(of: Read<T> | Reference<T>): Field<readonly T[]> {
  const { read, ...rest } = parts(of);
  return {
    ...rest,
    empty: [],
    requiredIn: [],
    read(cell, note) {
      const values: T[] = [];
      for (const part of cell.split(',').map((text) => text.trim())) {
        if (part === '') continue;
        const value = read(part, note);
        if (value instanceof Wrong) return value;
        values.push(value);
      }
      return values;
    },
  };
}
