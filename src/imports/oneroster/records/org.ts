import { mention, openOneOf, text } from '../cell.ts';
import { optional, required } from '../field.ts';
import { defineKind, type RecordOf } from '../record-kind.ts';

/** A school, or what it belongs to. */
export const orgs = defineKind(
  'orgs',
  {
    name: required(text),
    type: required(openOneOf('department', 'school', 'district', 'local', 'state', 'national')),
    identifier: optional(text),
    parentSourcedId: optional(mention('orgs')),
  },
  [],
);

/** A good row of `orgs.csv`. */
export type Org = RecordOf<typeof orgs>;
