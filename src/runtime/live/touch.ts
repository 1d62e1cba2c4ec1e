import type { Recorded } from '../../../events/recorded.ts';
import type { EventType } from '../../../events/register.ts';

/** That something happened, and to what: places alone, never a value or a name. */
export interface Touch {
  readonly position: bigint;
  readonly type: EventType;
  readonly journal: string | null;
  readonly lesson: string | null;
  readonly student: string | null;
  readonly period: string | null;
}

const idIn = (data: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = data[name];
  return typeof value === 'string' ? value : null;
};

/** What an event touched, by the ids in its data. */
export const touchOf = ({ position, type, data }: Recorded): Touch => ({
  position,
  type,
  journal: idIn(data, 'journal'),
  lesson: idIn(data, 'lesson'),
  student: idIn(data, 'student'),
  period: idIn(data, 'period'),
});

/** What wakes whoever waits for any event at all. */
export const EVERYTHING = 'everything';

/** What wakes whoever waits for a page. */
export const pageTopic = (journal: string): string => `page ${journal}`;

/** What wakes whoever waits for an attestation period. */
export const periodTopic = (period: string): string => `period ${period}`;

/** Whom an event wakes. */
export const topicsOf = ({ journal, period }: Touch): readonly string[] => [
  EVERYTHING,
  ...(journal === null ? [] : [pageTopic(journal)]),
  ...(period === null ? [] : [periodTopic(period)]),
];
