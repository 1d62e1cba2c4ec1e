import { decimal, openOneOf, reference, text } from '../cell.ts';
import { date } from '../date.ts';
import { optional, required } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';

/** What a student got for a line item; `score` is missing when nothing was graded. */
export const results = defineKind(
  'results',
  {
    lineItemSourcedId: required(reference('lineItems')),
    studentSourcedId: required(reference('users')),
    scoreStatus: optional(
      openOneOf('exempt', 'fully graded', 'not submitted', 'partially graded', 'submitted'),
    ),
    score: optional(decimal),
    /** Version 1.2: a result in words, where no number was given. */
    textScore: optional(text),
    scoreDate: required(date),
    comment: optional(text),
  },
  ['classSourcedId', 'scoreScaleSourcedId', 'inProgress', 'incomplete', 'late', 'missing'],
);

/** A good row of `results.csv`. */
export type Result = RecordOf<typeof results>;
