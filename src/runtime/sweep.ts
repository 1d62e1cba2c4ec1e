import type { EventNamed } from '../../events/register.ts';
import { subjectIn, type PersonalTexts } from '../../projections/personal.ts';
import type { Row, TableShape } from './table-shape.ts';

/** What the end of a key does to one table: the texts that it sealed are overwritten in every row that has them. */
export interface Sweep {
  /** Whose key it was. */
  readonly subject: string;
  readonly texts: PersonalTexts<Row>;
}

/** The event that ends a key. */
export const KEY_DESTROYED = 'SubjectKeyDestroyed';

/** The sweeps of a table for the end of a key: none where it keeps nothing of that purpose. */
export const sweepsOf = (
  { personal }: Pick<TableShape, 'personal'>,
  { subject, purpose }: EventNamed<typeof KEY_DESTROYED>['data'],
): readonly Sweep[] =>
  personal.filter((texts) => texts.purpose === purpose).map((texts) => ({ subject, texts }));

/** Whether a row has texts about the subject of a sweep. */
export const concerns = ({ subject, texts }: Sweep, row: Row): boolean =>
  subjectIn(row, texts.subject) === subject;
