import type { ERASURE_BASES } from '../../events/erasure.ts';
import { plusDays, type PlainDate } from './calendar.ts';
import type { Regulation, Rule } from './regulation/regulation.ts';

/** Why data may be destroyed from a day on, or have to stay. */
export type Basis = (typeof ERASURE_BASES)[number];

/** From which day on data may be destroyed, and why not before. */
export interface RetentionTerm {
  /** The first day; `null` while no day follows. */
  readonly dueOn: PlainDate | null;
  readonly basis: Basis;
}

/** Days something lasts, without an end where none is known. */
interface Lasting {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** Whether the day has come; data without a day stay (152-ФЗ ст. 21). */
export const isDue = ({ dueOn }: RetentionTerm, today: PlainDate): boolean =>
  dueOn !== null && dueOn <= today;

/**
 * How many years after the studies a name is kept, and the rule that says so: the college's own number, unless its
 * printed journals, which name the students, are kept longer (R-PRT-10).
 */
export const yearsOfIdentity = (regulation: Regulation): { readonly years: number; readonly rule: Rule } => {
  const own = regulation.value('personalData.identityYears');
  const printed = regulation.value('print.retention');
  return printed?.kind === 'afterGroupEnds' && printed.years >= own
    ? { years: printed.years, rule: regulation.rule('print.retention') }
    : { years: own, rule: regulation.rule('personalData.identityYears') };
};

/** The identity of a student: until the end of the day on which so many years have passed since the studies ended. */
export const termOfIdentity = (
  enrolments: readonly Lasting[],
  years: number,
  today: PlainDate,
): RetentionTerm => {
  if (enrolments.length === 0) return { dueOn: today, basis: 'noLongerNeeded' };
  const ends = enrolments.map(({ until }) => until);
  if (ends.includes(null)) return { dueOn: null, basis: 'studying' };
  const last = ends.reduce<PlainDate>((latest, end) => (end !== null && end > latest ? end : latest), '');
  const kept = Temporal.PlainDate.from(last).add({ years }).toString();
  return { dueOn: plusDays(kept, 1), basis: 'afterStudies' };
};

/** What ties a guardian to students, and the guardian's name: until the last guardianship or delegation has ended. */
export const termOfGuardianship = (ties: readonly Lasting[], today: PlainDate): RetentionTerm => {
  const standing = ties.filter(({ until }) => until === null || until >= today).map(({ until }) => until);
  if (standing.length === 0) return { dueOn: today, basis: 'noLongerNeeded' };
  const last = standing.includes(null)
    ? null
    : (standing
        .filter((end) => end !== null)
        .sort()
        .at(-1) ?? null);
  return { dueOn: last === null ? null : plusDays(last, 1), basis: 'guardianshipLasts' };
};

/**
 * The name of one of the staff: as long as marks they may have given are retained, and events are never purged (D-19),
 * so that who changed which mark stays answerable; who never held a role has given none.
 */
export const termOfStaffName = (hasHeldRole: boolean, today: PlainDate): RetentionTerm =>
  hasHeldRole ? { dueOn: null, basis: 'marksRetained' } : { dueOn: today, basis: 'noLongerNeeded' };

/** Contacts rest on consent alone: they go at once. */
export const termOfContacts = (today: PlainDate): RetentionTerm => ({
  dueOn: today,
  basis: 'consentWithdrawn',
});

/** Free text and reasons of health: as few days as the college keeps them after they were asked to be destroyed. */
export const termOfSpecial = (regulation: Regulation, today: PlainDate): RetentionTerm => ({
  dueOn: plusDays(today, regulation.value('personalData.specialDays')),
  basis: 'noLongerNeeded',
});

/** How long an act of destruction and its extract are kept: three years (приказ Роскомнадзора от 28.10.2022 № 179, п. 8). */
const ACT_KEPT_YEARS = 3;

/** The last day on which the act of a day has to be kept. */
export const actKeptUntil = (destroyedOn: PlainDate): PlainDate =>
  Temporal.PlainDate.from(destroyedOn).add({ years: ACT_KEPT_YEARS }).toString();
