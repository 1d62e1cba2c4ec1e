import type { DomainEvent } from '../../events/register.ts';
import { accept, type Accepted } from './decision.ts';

/** Which lesson a command is about. */
export interface LessonKey {
  readonly journal: string;
  readonly lesson: string;
}

/** The lesson a command names, and nothing else of it. */
export const subjectOf = ({ journal, lesson }: LessonKey): LessonKey => ({ journal, lesson });

/** Accepts one event on the page of a lesson. */
export const write = (
  key: LessonKey,
  grounds: Pick<Accepted, 'right'> & Partial<Accepted>,
  event: DomainEvent,
): Accepted => accept(grounds.right, [{ category: 'journal', id: key.journal, events: [event] }], grounds);
