import { decimal, text } from '../cell.ts';
import { optional, required } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';

/** A sort of work marks are given for. */
export const categories = defineKind('categories', { title: required(text), weight: optional(decimal) }, []);

/** A good row of `categories.csv`. */
export type Category = RecordOf<typeof categories>;
