import type { Purpose } from '../../events/event.ts';
import type { History } from './pure-ledger.ts';
import { happened } from './world.ts';

const COMMITMENT = 'c0'.repeat(32);

/** A key that seals something about a subject, as a past has it. */
export const keyed = (subject: string, ...purposes: readonly Purpose[]): History =>
  Object.fromEntries(
    purposes.map((purpose) => [
      `key-${subject}.${purpose}`,
      [happened('SubjectKeyCreated', { subject, purpose, generation: 1, commitment: COMMITMENT })],
    ]),
  );
