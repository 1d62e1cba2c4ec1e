import { decimal, mention, reference, text } from '../cell.ts';
import { date } from '../date.ts';
import { optional, required } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';

/** A piece of work results are given for. */
export const lineItems = defineKind(
  'lineItems',
  {
    title: required(text),
    description: optional(text),
    assignDate: optional(date),
    dueDate: optional(date),
    classSourcedId: required(reference('classes')),
    categorySourcedId: optional(mention('categories')),
    gradingPeriodSourcedId: optional(mention('academicSessions')),
    schoolSourcedId: optional(mention('orgs')),
    resultValueMin: optional(decimal),
    resultValueMax: optional(decimal),
  },
  ['academicSessionSourcedId', 'scoreScaleSourcedId'],
);

/** A good row of `lineItems.csv`. */
export type LineItem = RecordOf<typeof lineItems>;
