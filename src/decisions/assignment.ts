import type { EventNamed } from '../../events/register.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { assignments } from './folds/assignment.ts';
import { lessonOf, presentOn, unlockedPage } from './page.ts';
import { isRefused, rightToFillIn } from './rights.ts';

/** Issues a task at a lesson. */
export type IssueAssignment = EventNamed<'AssignmentIssued'>['data'] & { readonly contents: string };

/** Says for whom a task has been checked. */
export type CheckAssignment = EventNamed<'AssignmentChecked'>['data'];

/** Issues an independent or control task, on paper or electronically; due on the lesson's day at the earliest (R-LES-12). */
export function* issueAssignment(circumstances: Circumstances, command: IssueAssignment): Deciding {
  const { contents, ...data } = command;
  const { assignment, journal, lesson: id, dueOn } = data;
  const subject = { journal, lesson: id };
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightToFillIn(
    circumstances,
    'lesson.conduct',
    page,
    page.lessons.get(id) ?? null,
    subject,
  );
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, id, subject);
  if (isRefused(lesson)) return lesson;
  if (yield* read(assignments, assignment)) return refuse('ALREADY_EXISTS', subject, { what: 'assignment' });
  if (dueOn !== null && dueOn < lesson.date)
    return refuse('DATE_OUT_OF_RANGE', subject, { dueOn, from: lesson.date });
  const event = { type: 'AssignmentIssued', data, sealed: { contents } } as const;
  return accept(right, [{ category: 'assignment', id: assignment, events: [event] }], {
    occurredOn: lesson.date,
  });
}

/** Notes that a task was checked, once for each student (R-LES-11). */
export function* checkAssignment(circumstances: Circumstances, command: CheckAssignment): Deciding {
  const { assignment, journal, checkedOn } = command;
  const page = yield* unlockedPage(journal, { journal });
  if (isRefused(page)) return page;
  const found = yield* read(assignments, assignment);
  if (found?.journal !== journal) return refuse('NOT_FOUND', { journal }, { what: 'assignment' });
  const lesson = page.lessons.get(found.lesson) ?? null;
  const subject = { journal, lesson: found.lesson };
  const right = yield* rightToFillIn(circumstances, 'lesson.conduct', page, lesson, subject);
  if (isRefused(right)) return right;
  const { today } = circumstances;
  if (checkedOn > today || (lesson && checkedOn < lesson.date))
    return refuse('DATE_OUT_OF_RANGE', subject, { checkedOn, today });
  const students = [...new Set(command.students)].filter((student) => !found.checked.has(student));
  for (const student of students) {
    const present = yield* presentOn(page, student, lesson?.date ?? checkedOn, { ...subject, student });
    if (isRefused(present)) return present;
  }
  if (students.length === 0) return accept(right, []);
  const event = { type: 'AssignmentChecked', data: { ...command, students } } as const;
  return accept(right, [{ category: 'assignment', id: assignment, events: [event] }], {
    occurredOn: checkedOn,
  });
}
