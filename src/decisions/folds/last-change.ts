import type { Meta } from '../../../events/recorded.ts';

/** Who changed a cell last, and when: told to whoever decided from an older revision (T32). */
export interface LastChange {
  readonly changedBy: string;
  readonly changedAt: string;
}

/** The same of an event. */
export const changeOf = ({ actor, at }: Meta): LastChange => ({ changedBy: actor.account, changedAt: at });
