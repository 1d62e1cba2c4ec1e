import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { accesses } from './folds/access.ts';
import { lessonOf, unlockedPage } from './page.ts';
import { isRefused, rightTo } from './rights.ts';

/** Lets a colleague stand in at one lesson. */
export interface AssignSubstitute {
  readonly journal: string;
  readonly lesson: string;
  readonly account: string;
  readonly reason: string | null;
}

/** Assigns a substitute: the right covers this lesson only (T-30). */
export function* assignSubstitute(circumstances: Circumstances, command: AssignSubstitute): Deciding {
  const { journal, lesson: id, account, reason } = command;
  const subject = { journal, lesson: id };
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightTo(circumstances, 'substitution.assign', subject);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, id, subject);
  if (isRefused(lesson)) return lesson;
  const { roles } = yield* read(accesses, account);
  if (!roles.has('teacher') && !roles.has('practicalTrainingInstructor'))
    return refuse('NOT_FOUND', subject, { what: 'teacher' });
  if (lesson.substitute === account) return accept(right, []);

  const sealed = reason === null ? {} : { sealed: { reason } };
  const event = { type: 'SubstituteAssigned', data: { ...subject, account }, ...sealed } as const;
  return accept(right, [{ category: 'journal', id: journal, events: [event] }], { occurredOn: lesson.date });
}
