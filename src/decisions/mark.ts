import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { isMarkOf, isMarkOfAny, type MarkScale } from '../policies/mark-scale.ts';
import {
  accept,
  read,
  readLikelyNew,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { markDue } from './entry-due.ts';
import type { LessonState } from './folds/journal.ts';
import { marks, type MarkState } from './folds/mark.ts';
import { backdated, correctionWarnings, latenessWarnings } from './mark-policy.ts';
import { allowing, conductedLessonOf, presentOn, unlockedPage, type Page } from './page.ts';
import { isRefused, rightToFillIn } from './rights.ts';

type Cell = Omit<EventNamed<'MarkRecorded'>['data'], 'scale' | 'value'>;

/** The day a mark was given in another system; only an import says it. */
interface GivenElsewhere {
  readonly givenOn?: PlainDate;
}

/** Gives a student a mark for one kind of work at a lesson. */
export interface RecordMark extends Cell, GivenElsewhere {
  readonly value: string;
}

/** Replaces a mark: names the revision of the cell it was decided from (T32), and why. */
export interface CorrectMark extends Cell, GivenElsewhere {
  readonly value: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

/** Takes a mark back. */
export interface WithdrawMark extends Cell {
  readonly expectedRevision: number;
  readonly reason: string;
}

interface OpenCell {
  readonly page: Page;
  readonly lesson: LessonState;
  readonly state: MarkState;
  readonly grounds: Pick<Accepted, 'right' | 'rule' | 'occurredOn'>;
}

/** The cell's stream: `mark-<lesson>.<student>`. */
export const markCell = ({ lesson, student }: Pick<Cell, 'lesson' | 'student'>): string =>
  `${lesson}.${student}`;

/**
 * The day a mark is about: the lesson's, or in an import the day it was given. The student was on the page on
 * one of the two: work handed in before leaving keeps its mark though its lesson came after.
 */
function* dayOf(
  { source, today }: Circumstances,
  page: Page,
  lesson: LessonState,
  { journal, lesson: id, student, givenOn }: Cell & GivenElsewhere,
): Deciding<PlainDate | Refused> {
  const subject = { journal, lesson: id, student };
  const atLesson = yield* presentOn(page, student, lesson.date, subject);
  if (givenOn === undefined) return isRefused(atLesson) ? atLesson : lesson.date;
  if (source !== 'import') return refuse('NOT_PERMITTED', subject, { capability: 'history.import' });
  if (givenOn > today) return refuse('DATE_OUT_OF_RANGE', subject, { givenOn, today });
  if (!isRefused(atLesson)) return givenOn;
  const whenGiven = yield* presentOn(page, student, givenOn, subject);
  return isRefused(whenGiven) ? atLesson : givenOn;
}

/** The cell as who teaches the lesson finds it; only a first entry has a day on which it is due. */
function* openCell(
  circumstances: Circumstances,
  cell: Cell & GivenElsewhere,
  act: 'record' | 'change',
): Deciding<OpenCell | Refused> {
  const subject = { journal: cell.journal, lesson: cell.lesson, student: cell.student };
  const page = yield* unlockedPage(cell.journal, subject);
  if (isRefused(page)) return page;
  const found = page.lessons.get(cell.lesson) ?? null;
  const right = yield* rightToFillIn(circumstances, 'mark.record', page, found, subject);
  if (isRefused(right)) return right;
  const lesson = conductedLessonOf(page, cell.lesson, subject);
  if (isRefused(lesson)) return lesson;
  const occurredOn = yield* dayOf(circumstances, page, lesson, cell);
  if (isRefused(occurredOn)) return occurredOn;

  const { marksUntil: until, given } = lesson;
  const due = act === 'record' ? yield* markDue(circumstances, page, lesson, cell.workType) : null;
  const entry = { covers: 'currentMarks', lesson: cell.lesson, day: lesson.date, until, given, due } as const;
  const rule = yield* allowing(circumstances, page, entry, subject);
  if (isRefused(rule)) return rule;

  if (!lesson.workTypes.includes(cell.workType))
    return refuse('WORK_TYPE_NOT_DONE', subject, { workType: cell.workType });
  const state = yield* act === 'record' ? readLikelyNew(marks, markCell(cell)) : read(marks, markCell(cell));
  return { page, lesson, state, grounds: { right, rule, occurredOn } };
}

const subjectOf = ({ journal, lesson, student }: Cell) => ({ journal, lesson, student });

const cellOf = ({ journal, lesson, student, workType }: Cell): Cell => ({
  journal,
  lesson,
  student,
  workType,
});

/** Repeats the value only where it is a mark of some scale: anything else is free text, and stays out of the log. */
const invalidMark = (command: RecordMark | CorrectMark, scale: MarkScale): Refused => {
  const { value } = command;
  return refuse('INVALID_MARK', subjectOf(command), { scale, ...(isMarkOfAny(value) && { value }) });
};

const write = (
  cell: Cell,
  { right, ...grounds }: OpenCell['grounds'] & Pick<Accepted, 'warnings'>,
  event: EventNamed<'MarkRecorded' | 'MarkCorrected' | 'MarkWithdrawn'>,
): Accepted => accept(right, [{ category: 'mark', id: markCell(cell), events: [event] }], grounds);

/** Records a mark where none of this work type stands. */
export function* recordMark(circumstances: Circumstances, command: RecordMark): Deciding {
  const open = yield* openCell(circumstances, command, 'record');
  if (isRefused(open)) return open;

  const { scale } = open.page.opened;
  const { value, workType } = command;
  if (!isMarkOf(scale, value)) return invalidMark(command, scale);
  const standing = open.state.marks.get(workType);
  if (standing) return refuse('ALREADY_RECORDED', subjectOf(command), { workType, value: standing.value });
  if (circumstances.source === 'import' && open.state.takenBack.has(workType))
    return refuse('ENTERED_BY_PERSON', subjectOf(command), { workType });

  const tooFarBack = yield* backdated(circumstances, open.page, open.lesson, subjectOf(command));
  if (tooFarBack) return tooFarBack;
  const warnings = yield* latenessWarnings(circumstances, open.lesson, open.grounds.rule);
  const data = { ...cellOf(command), scale, value };
  return write(command, { ...open.grounds, warnings }, { type: 'MarkRecorded', data });
}

/** The mark to be changed, when nobody changed the cell meanwhile and an import does not touch a person's entry. */
const standingMark = (
  circumstances: Circumstances,
  command: CorrectMark | WithdrawMark,
  { revision, changed, marks: inForce }: MarkState,
): { readonly value: string } | Refused => {
  const subject = subjectOf(command);
  const { workType, expectedRevision, reason } = command;
  const standing = inForce.get(workType);
  if (!standing) return refuse('NOT_RECORDED', subject, { workType });
  if (expectedRevision !== revision)
    return refuse('REVISION_CONFLICT', subject, {
      expectedRevision,
      revision,
      value: standing.value,
      ...changed,
    });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (circumstances.source === 'import' && standing.source !== 'import')
    return refuse('ENTERED_BY_PERSON', subject, { value: standing.value });
  return standing;
};

/** Corrects a mark; the same value again changes nothing (T-03, T-23). */
export function* correctMark(circumstances: Circumstances, command: CorrectMark): Deciding {
  const open = yield* openCell(circumstances, command, 'change');
  if (isRefused(open)) return open;
  const standing = standingMark(circumstances, command, open.state);
  if (isRefused(standing)) return standing;

  const { scale } = open.page.opened;
  const { value: to, reason } = command;
  if (!isMarkOf(scale, to)) return invalidMark(command, scale);
  if (to === standing.value) return accept(open.grounds.right, []);
  const data = { ...cellOf(command), scale, from: standing.value, to };
  const warnings = yield* correctionWarnings(circumstances, open.lesson, open.state.corrections + 1);
  return write(command, { ...open.grounds, warnings }, { type: 'MarkCorrected', data, sealed: { reason } });
}

/** Withdraws a mark; it stays in history. */
export function* withdrawMark(circumstances: Circumstances, command: WithdrawMark): Deciding {
  const open = yield* openCell(circumstances, command, 'change');
  if (isRefused(open)) return open;
  const standing = standingMark(circumstances, command, open.state);
  if (isRefused(standing)) return standing;

  const data = { ...cellOf(command), value: standing.value };
  const warnings = yield* correctionWarnings(circumstances, open.lesson, open.state.corrections + 1);
  const event = { type: 'MarkWithdrawn', data, sealed: { reason: command.reason } } as const;
  return write(command, { ...open.grounds, warnings }, event);
}
