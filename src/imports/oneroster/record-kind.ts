import type { Field } from './field.ts';
import type { FileName } from './standard.ts';

/** `active` unless the row says otherwise; `inactive` is no part of the standard but is met. */
export type Status = 'active' | 'inactive' | 'tobedeleted';

/** What every record has. */
export interface Located {
  readonly sourcedId: string;
  readonly status: Status;
  /** Where it stands in its file. */
  readonly line: number;
}

/** A record whose kind does not matter. */
export type AnyRecord = Located & Readonly<Record<string, unknown>>;

/** Columns by name. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** How one table becomes records. */
export interface RecordKind<F extends Fields = Fields> {
  readonly file: FileName;
  readonly fields: F;
  /** Columns of the standard the journal does not use; others are unknown and noticed. */
  readonly unused: readonly string[];
}

/** The record a kind makes of a row. */
export type RecordOf<K extends RecordKind> = Located & {
  readonly [Name in keyof K['fields']]: K['fields'][Name] extends Field<infer T> ? T : never;
};

/** Defines a kind; `sourcedId`, `status` and `dateLastModified` belong to every table. */
export function defineKind<F extends Fields>(
  file: FileName,
  fields: F,
  unused: readonly string[],
): RecordKind<F> {
  return { file, fields, unused };
}
