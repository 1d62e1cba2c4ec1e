import { p } from '@mikro-orm/core';
import type { Entry } from './entry.ts';

/** The columns of an `Entry`, in every table that keeps one. */
export const entryColumns = {
  marks: p.json().$type<Entry['marks']>(),
  markRevision: p.integer(),
  attendance: p.text().$type<Entry['attendance']>(),
  hoursMissed: p.smallint(),
  minutesLate: p.smallint().nullable(),
  classified: p.text().$type<Entry['classified']>(),
  attendanceRevision: p.integer(),
};
