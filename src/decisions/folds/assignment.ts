import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';

/** A task and for whom it has been checked; `null` before it is issued. */
export type AssignmentState = {
  readonly journal: string;
  readonly lesson: string;
  readonly checked: ReadonlySet<string>;
} | null;

/** Folds `assignment-<id>`. */
export const assignments = defineFold<AssignmentState, 'assignment'>('assignment', null, {
  AssignmentIssued: (_, { data: { journal, lesson } }) => ({ journal, lesson, checked: new Set() }),
  AssignmentChecked: (state, { data: { students } }) =>
    state && { ...state, checked: new Set([...state.checked, ...students]) },
});

/** What a student owes of a topic; `null` before it is recorded. */
export type TopicDebtState =
  | (Pick<EventNamed<'TopicDebtRecorded'>['data'], 'journal' | 'lesson' | 'student' | 'workType'> & {
      readonly makeUpOn: PlainDate | null;
      readonly cleared: boolean;
    })
  | null;

/** Folds `topicDebt-<id>`. */
export const topicDebts = defineFold<TopicDebtState, 'topicDebt'>('topicDebt', null, {
  TopicDebtRecorded: (_, { data: { journal, lesson, student, workType } }) => ({
    journal,
    lesson,
    student,
    workType,
    makeUpOn: null,
    cleared: false,
  }),
  MakeUpDaySet: (state, { data: { makeUpOn } }) => state && { ...state, makeUpOn },
  TopicDebtCleared: (state) => state && { ...state, cleared: true },
});
