import type { DomainEvent } from '../../events/register.ts';
import { accept, type Accepted, type Write } from './decision.ts';

/** Which lesson a command is about. */
export interface LessonKey {
  readonly journal: string;
  readonly lesson: string;
}

/** The lesson a command names, and nothing else of it. */
export const subjectOf = ({ journal, lesson }: LessonKey): LessonKey => ({ journal, lesson });

/** One event in the stream of the page of a lesson. */
export const onPage = ({ journal }: LessonKey, event: DomainEvent): Write => ({
  category: 'journal',
  id: journal,
  events: [event],
});

/** Accepts one event on the page of a lesson. */
export const write = (
  key: LessonKey,
  grounds: Pick<Accepted, 'right'> & Partial<Accepted>,
  event: DomainEvent,
): Accepted => accept(grounds.right, [onPage(key, event)], grounds);
