import type { EventNamed } from '../../events/register.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { accesses, holdingOn } from './folds/access.ts';
import { marks } from './folds/mark.ts';
import { mistakeReports } from './folds/mistake-report.ts';
import { markCell } from './mark.ts';
import { openedPage } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused } from './rights.ts';

/** Tells the teacher that an own mark was entered by mistake. */
export interface ReportMarkMistake extends Omit<EventNamed<'MarkMistakeReported'>['data'], 'markRevision'> {
  readonly explanation: string;
}

/**
 * A student reports a mistake in an own mark (R-MRK-10): nothing changes but that the teacher sees it. Where the
 * regulation does not ask for it, nobody has this right.
 */
export function* reportMarkMistake(circumstances: Circumstances, command: ReportMarkMistake): Deciding {
  const { explanation, ...cell } = command;
  const { journal, lesson: id, student, workType } = cell;
  const subject = { journal, lesson: id, student };
  const page = yield* openedPage(journal, subject);
  if (isRefused(page)) return page;
  const { actor, today } = circumstances;
  const { grants } = yield* read(accesses, actor.account);
  const isOwn = holdingOn(grants, today).some(
    ([, held]) => held.role === 'student' && held.student === student,
  );
  const capability = 'mark.report';
  if (!isOwn) return refuse('NOT_PERMITTED', subject, { capability });
  const lesson = page.lessons.get(id);
  if (!lesson) return refuse('NOT_FOUND', subject, { what: 'lesson' });
  const regulation = yield* regulationOn(circumstances, lesson.date);
  const parameter = 'currentMark.correctionPolicy';
  if (regulation.value(parameter) !== 'avoided')
    return refuse('NOT_PERMITTED', subject, { capability }, regulation.rule(parameter));

  const at = markCell(cell);
  const { marks: standing, revision } = yield* read(marks, at);
  if (!standing.has(workType)) return refuse('NOT_RECORDED', subject, { workType });
  if (explanation.trim() === '') return refuse('REASON_REQUIRED', subject);
  const reported = (yield* read(mistakeReports, at)).get(workType);
  if (reported === revision) return refuse('ALREADY_DONE', subject, { state: 'reported' });
  const event = {
    type: 'MarkMistakeReported',
    data: { ...cell, markRevision: revision },
    sealed: { explanation },
  } as const;
  return accept('student', [{ category: 'mistakeReport', id: at, events: [event] }], {
    occurredOn: lesson.date,
  });
}
