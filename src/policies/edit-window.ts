import { plusDays, type PlainDate } from './calendar.ts';
import type { Regulation } from './regulation/regulation.ts';

/**
 * The last day on which marks of a lesson may be recorded, corrected or withdrawn: counted from the lesson's date
 * in the timetable, not from the entry (R-MRK-05, T-02, T-03). Where the regulation counts no days, marks stay
 * open as long as the attestation they lead to (004 §4.5.1, D-01).
 */
export const currentMarksUntil = (
  lesson: PlainDate,
  regulation: Regulation,
  attestationMarksUntil: PlainDate,
): PlainDate => {
  const days = regulation.value('currentMark.editWindowDays');
  return days === null ? attestationMarksUntil : plusDays(lesson, days);
};

/** The last day for attestation marks: counted from the end of the period (R-PA-02, T-05). */
export const attestationMarksUntil = (periodEnd: PlainDate, regulation: Regulation): PlainDate =>
  plusDays(periodEnd, regulation.value('attestation.editWindowDays'));

/** What a grant opens again, and until when. */
export interface Grant {
  readonly grant: string;
  readonly covers: 'currentMarks' | 'attestationMarks';
  /** One lesson, or `null` for every lesson of the page. */
  readonly lesson: string | null;
  /** One teacher, or `null` for all who may enter. */
  readonly account: string | null;
  readonly until: PlainDate;
}

/** What is to be entered: by whom, where, today. */
export interface Entry {
  readonly covers: Grant['covers'];
  readonly lesson: string | null;
  readonly account: string;
  readonly today: PlainDate;
}

/** Whether an entry may be made, and under what. The closing day itself is open. */
export type Window =
  | { readonly open: true; readonly grant: string | null; readonly deadline: PlainDate }
  | { readonly open: false; readonly closedOn: PlainDate };

const applies = (grant: Grant, entry: Entry): boolean =>
  grant.covers === entry.covers &&
  (grant.lesson === null || grant.lesson === entry.lesson) &&
  (grant.account === null || grant.account === entry.account) &&
  entry.today <= grant.until;

/** The grant that opens closed windows for an entry, if one does (T-49). */
export const grantFor = (grants: readonly Grant[], entry: Entry): Grant | null =>
  grants.find((candidate) => applies(candidate, entry)) ?? null;

/** The window of an entry: its own deadline first, a grant only where that has passed (T-49). */
export const windowOf = (until: PlainDate, grants: readonly Grant[], entry: Entry): Window => {
  if (entry.today <= until) return { open: true, grant: null, deadline: until };
  const grant = grantFor(grants, entry);
  return grant ? { open: true, grant: grant.grant, deadline: grant.until } : { open: false, closedOn: until };
};
