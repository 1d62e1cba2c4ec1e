import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import {
  accept,
  read,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
  type Write,
} from './decision.ts';
import { topicDebts, type TopicDebtState } from './folds/assignment.ts';
import { marks } from './folds/mark.ts';
import { correctMark, markCell, recordMark } from './mark.ts';
import { conductedLessonOf, presentOn, unlockedPage, type Page } from './page.ts';
import type { Subject } from './refusal.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightToFillIn, type Right } from './rights.ts';

/** Notes that a student owes a topic or a work of a lesson. */
export type RecordTopicDebt = EventNamed<'TopicDebtRecorded'>['data'] & { readonly topic: string };

/** Sets a day on which some debts of a page are made up. */
export interface SetMakeUpDay {
  readonly journal: string;
  readonly debts: readonly string[];
  readonly makeUpOn: PlainDate;
}

/** Clears a debt, with the resulting mark where there is one. */
export interface ClearTopicDebt {
  readonly journal: string;
  readonly debt: string;
  readonly value: string | null;
  /** Why a mark that stands is replaced by the resulting one; `null` where none stands. */
  readonly reason: string | null;
}

interface TaughtPage {
  readonly page: Page;
  readonly right: Exclude<Right, Refused>;
}

/** The page as who teaches it finds it. */
function* taughtPage(
  circumstances: Circumstances,
  journal: string,
  lesson: string | null,
  subject: Subject,
): Deciding<TaughtPage | Refused> {
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  const found = lesson === null ? null : (page.lessons.get(lesson) ?? null);
  const right = yield* rightToFillIn(circumstances, 'lesson.conduct', page, found, subject);
  return isRefused(right) ? right : { page, right };
}

/** Where the regulation of today knows no topic debts nobody notes one; what was noted before is still cleared (T-27, T-48). */
function* unknownDebt(circumstances: Circumstances, subject: Subject): Deciding<Refused | null> {
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  if (regulation.value('debt.recorded')?.kind === 'topic') return null;
  const rule = regulation.rule('debt.recorded');
  return refuse('NOT_PERMITTED', subject, { capability: 'lesson.conduct' }, rule);
}

const onDebt = (
  debt: string,
  event: EventNamed<'TopicDebtRecorded' | 'MakeUpDaySet' | 'TopicDebtCleared'>,
): Write => ({
  category: 'topicDebt',
  id: debt,
  events: [event],
});

/** Records a topic debt: nothing follows from it for attestation (T-27). */
export function* recordTopicDebt(circumstances: Circumstances, command: RecordTopicDebt): Deciding {
  const { topic, ...data } = command;
  const { debt, journal, lesson: id, student, workType } = data;
  const subject = { journal, lesson: id, student };
  const taught = yield* taughtPage(circumstances, journal, id, subject);
  if (isRefused(taught)) return taught;
  const lesson = conductedLessonOf(taught.page, id, subject);
  if (isRefused(lesson)) return lesson;
  const unknown = yield* unknownDebt(circumstances, subject);
  if (unknown) return unknown;
  if (!lesson.workTypes.includes(workType)) return refuse('WORK_TYPE_NOT_DONE', subject, { workType });
  const present = yield* presentOn(taught.page, student, lesson.date, subject);
  if (isRefused(present)) return present;
  if (yield* read(topicDebts, debt)) return refuse('ALREADY_EXISTS', subject, { what: 'topicDebt' });
  const event = { type: 'TopicDebtRecorded', data, sealed: { topic } } as const;
  return accept(taught.right, [onDebt(debt, event)], { occurredOn: lesson.date });
}

/** A debt of the page that still stands. */
function* standingDebt(debt: string, journal: string): Deciding<NonNullable<TopicDebtState> | Refused> {
  const found = yield* read(topicDebts, debt);
  if (found?.journal !== journal) return refuse('NOT_FOUND', { journal }, { what: 'topicDebt' });
  const { lesson, student } = found;
  return found.cleared ? refuse('ALREADY_DONE', { journal, lesson, student }, { state: 'cleared' }) : found;
}

/** Sets a make-up day, from today on, for some debts of a page (R-LES-14). */
export function* setMakeUpDay(circumstances: Circumstances, command: SetMakeUpDay): Deciding {
  const { journal, makeUpOn } = command;
  const taught = yield* taughtPage(circumstances, journal, null, { journal });
  if (isRefused(taught)) return taught;
  const { today } = circumstances;
  if (makeUpOn < today) return refuse('DATE_OUT_OF_RANGE', { journal }, { makeUpOn, today });
  const writes: Write[] = [];
  for (const debt of new Set(command.debts)) {
    const standing = yield* standingDebt(debt, journal);
    if (isRefused(standing)) return standing;
    const data = { debt, journal, student: standing.student, makeUpOn };
    if (standing.makeUpOn !== makeUpOn) writes.push(onDebt(debt, { type: 'MakeUpDaySet', data }));
  }
  return accept(taught.right, writes, { occurredOn: makeUpOn });
}

/** Clears a topic debt; its mark goes into the cell of the lesson, by the rules of every mark, but is never late. */
export function* clearTopicDebt(circumstances: Circumstances, command: ClearTopicDebt): Deciding {
  const { journal, debt, value, reason } = command;
  const taught = yield* taughtPage(circumstances, journal, null, { journal });
  if (isRefused(taught)) return taught;
  const standing = yield* standingDebt(debt, journal);
  if (isRefused(standing)) return standing;
  const { lesson, student, workType } = standing;
  const { today } = circumstances;
  const cleared = onDebt(debt, {
    type: 'TopicDebtCleared',
    data: { debt, journal, student, clearedOn: today },
  });
  if (value === null) return accept(taught.right, [cleared], { occurredOn: today });

  const cell = { journal, lesson, student, workType };
  const { marks: inForce, revision: expectedRevision } = yield* read(marks, markCell(cell));
  const marked = inForce.has(workType)
    ? yield* correctMark(circumstances, { ...cell, value, expectedRevision, reason: reason ?? '' })
    : yield* recordMark(circumstances, { ...cell, value });
  if (!marked.accepted) return marked;
  const rule = marked.rule && { ...marked.rule, late: false, due: null };
  const warnings = marked.warnings.filter(({ code }) => code !== 'LATE_ENTRY_TO_BE_AVOIDED');
  return accept(taught.right, [...marked.writes, cleared], { ...marked, rule, warnings });
}
