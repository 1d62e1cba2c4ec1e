import type { PlainDate } from './calendar.ts';
import type { ValueOf } from './regulation/parameters.ts';

/** How long printed journals are kept, as a regulation says it. */
export type Retention = NonNullable<ValueOf<'print.retention'>>;

/** What is known of a bound journal of a group. */
export interface BoundJournal {
  /** Handed to the archive, which happens only after the training of the group has ended; `null` before. */
  readonly archivedOn: PlainDate | null;
  /** The act that writes it off. */
  readonly writeOffAct: string | null;
}

/** The day from which a bound journal may be written off; `null` where no day follows (T-53). */
export const retainedUntil = (
  rule: Retention | null,
  { archivedOn }: Pick<BoundJournal, 'archivedOn'>,
): PlainDate | null =>
  rule?.kind === 'afterGroupEnds' && archivedOn !== null
    ? Temporal.PlainDate.from(archivedOn).add({ years: rule.years }).toString()
    : null;

/**
 * Whether a bound journal may be destroyed: years count from its handing to the archive, not from the year it is about,
 * and time alone never does it: there must be an act (R-PRT-10, T-53, D-19).
 */
export const mayBeDestroyed = (rule: Retention | null, journal: BoundJournal, today: PlainDate): boolean => {
  const until = retainedUntil(rule, journal);
  return until !== null && until < today && journal.writeOffAct !== null;
};
