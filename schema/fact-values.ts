import type { Refusal } from '../src/decisions/refusal.ts';
import { globalId, type NodeType } from './global-id.ts';

/** The facts that name a thing of the college: on the wire they are its id, as everywhere else. */
const IDS: Readonly<Record<string, NodeType>> = {
  withLesson: 'Lesson',
  withJournal: 'Journal',
  withEntry: 'TimetableEntry',
  ofJournal: 'Journal',
  journal: 'Journal',
  courseUnit: 'CourseUnit',
  changedBy: 'Account',
};

/** The values that decided a refusal, as text, in the order of their names: the log keeps no other, so a retry answers the same. */
export const factsOf = (
  facts: Refusal['facts'],
): readonly { readonly name: string; readonly value: string }[] =>
  Object.entries(facts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => {
      const type = IDS[name];
      return { name, value: type && typeof value === 'string' ? globalId(type, value) : String(value) };
    });
