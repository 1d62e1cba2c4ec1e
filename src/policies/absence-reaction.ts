import type { EventNamed } from '../../events/register.ts';

/** A lesson that a student missed. */
export interface MissedLesson {
  /** Whether the absence had been announced before the lesson. */
  readonly announced: boolean;
  readonly classified: EventNamed<'AbsenceClassified'>['data']['to'];
}

/**
 * Whether an absence asks for a prompt reaction (R-ATT-11): it is without a valid reason, or nobody has said why
 * and nobody had announced it.
 */
export const asksForReaction = ({ announced, classified }: MissedLesson): boolean =>
  classified === 'unexcused' || (classified === 'unclassified' && !announced);
