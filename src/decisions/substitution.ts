import { applying } from './applying.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { accesses, rolesOn } from './folds/access.ts';
import { timetableDays } from './folds/timetable-day.ts';
import { onPage } from './lesson-key.ts';
import { lessonOf, unlockedPage } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';
import { freeOn, placing } from './timetable/placing.ts';

/** Lets a colleague stand in at one lesson. */
export interface AssignSubstitute {
  readonly journal: string;
  readonly lesson: string;
  readonly account: string;
  readonly reason: string | null;
}

/**
 * Assigns a substitute: the right covers this lesson only (T-30). Nobody stands in while they teach elsewhere; who
 * would have taught is free from then on.
 */
export function* assignSubstitute(circumstances: Circumstances, command: AssignSubstitute): Deciding {
  const { journal, lesson: id, account, reason } = command;
  const subject = { journal, lesson: id };
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightTo(circumstances, 'substitution.assign', subject);
  if (isRefused(right)) return right;
  const lesson = lessonOf(page, id, subject);
  if (isRefused(lesson)) return lesson;
  const roles = rolesOn(yield* read(accesses, account), lesson.date);
  if (!roles.has('teacher') && !roles.has('practicalTrainingInstructor'))
    return refuse('NOT_FOUND', subject, { what: 'teacher' });
  if (lesson.substitute === account) return accept(right, []);

  const { date } = lesson;
  const day = yield* read(timetableDays, date);
  const standing = day.get(id);
  const wanted = standing && { ...standing, substitute: account };
  const clash = wanted && (yield* freeOn(day, date, subject, wanted));
  if (clash) return clash;

  const regulation = yield* regulationOn(circumstances, date);
  const isRuled = regulation.value('substitution.recorded') !== null;
  const sealed = reason === null ? {} : { sealed: { reason } };
  const event = { type: 'SubstituteAssigned', data: { ...subject, account }, ...sealed } as const;
  return accept(right, [onPage(subject, event), ...(wanted ? [placing(date, id, wanted)] : [])], {
    occurredOn: date,
    rule: isRuled ? applying(regulation.rule('substitution.recorded')) : null,
  });
}
