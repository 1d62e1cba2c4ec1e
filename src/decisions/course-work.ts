import type { DomainEvent } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { isMarkOf, isMarkOfAny } from '../policies/mark-scale.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { applying } from './applying.ts';
import { attestationCell, type AttestationCell } from './attestation-cell.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { courseWorks, type CourseWorkState } from './folds/course-work.ts';
import { allowing, presentOn, unlockedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightToFillIn } from './rights.ts';

/** Gives a student the topic of their course work, or another one before the mark. */
export interface AssignCourseWorkTopic extends AttestationCell {
  readonly topic: string;
}

/** Gives the mark of a course work. */
export interface RecordCourseWorkMark extends AttestationCell {
  readonly value: string;
  readonly defendedOn: PlainDate;
}

/** Replaces the mark of a course work. */
export interface CorrectCourseWorkMark extends AttestationCell {
  readonly value: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

interface OpenCourseWork {
  readonly page: Page;
  readonly state: CourseWorkState;
  readonly regulation: Regulation;
  readonly grounds: Pick<Accepted, 'right' | 'rule' | 'occurredOn'>;
}

/** Course works belong to the attestation of their semester, and share its window (R-WRK-01); only a first mark has a day on which it is due. */
function* openCourseWork(
  circumstances: Circumstances,
  { journal, student }: AttestationCell,
  { day, act }: { readonly day: PlainDate; readonly act: 'record' | 'change' },
): Deciding<OpenCourseWork | Refused> {
  const subject = { journal, student };
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightToFillIn(circumstances, 'courseWork.record', page, null, subject);
  if (isRefused(right)) return right;
  const present = yield* presentOn(page, student, day, subject);
  if (isRefused(present)) return present;

  const { until, attestationMarksUntil, given } = page.period;
  const regulation = yield* regulationOn(circumstances, until);
  const { parameter, clause } = regulation.rule('courseWork');
  const window = { covers: 'attestationMarks', lesson: null, until: attestationMarksUntil, given } as const;
  const isDue = act === 'record' && regulation.value('courseWork') !== null;
  const due = isDue ? { parameter, clause, until } : null;
  const rule = yield* allowing(circumstances, page, { ...window, day, due }, subject);
  if (isRefused(rule)) return rule;
  const state = yield* read(courseWorks, attestationCell({ journal, student }));
  return { page, state, regulation, grounds: { right, rule, occurredOn: day } };
}

const write = (
  cell: AttestationCell,
  { right, ...grounds }: OpenCourseWork['grounds'],
  event: DomainEvent,
): Accepted =>
  accept(right, [{ category: 'courseWork', id: attestationCell(cell), events: [event] }], grounds);

const invalid = (
  { journal, student }: AttestationCell,
  { opened: { scale } }: Page,
  value: string,
): Refused => refuse('INVALID_MARK', { journal, student }, { scale, ...(isMarkOfAny(value) && { value }) });

/** Assigns the topic; once a mark stands, the topic it was given for stays. */
export function* assignCourseWorkTopic(
  circumstances: Circumstances,
  command: AssignCourseWorkTopic,
): Deciding {
  const { journal, student, topic } = command;
  const subject = { journal, student };
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightToFillIn(circumstances, 'courseWork.record', page, null, subject);
  if (isRefused(right)) return right;
  const { today } = circumstances;
  const { from, until, period } = { ...page.period, period: page.opened.period };
  if (today > until && circumstances.source !== 'import')
    return refuse('DATE_OUT_OF_RANGE', subject, { from, until, today });
  const day = today < from ? from : today > until ? until : today;
  const present = yield* presentOn(page, student, day, subject);
  if (isRefused(present)) return present;
  if (topic.trim() === '') return refuse('TOPIC_REQUIRED', subject);
  const state = yield* read(courseWorks, attestationCell(command));
  if (state.mark !== null) return refuse('ALREADY_RECORDED', subject, { value: state.mark });

  const regulation = yield* regulationOn(circumstances, until);
  const event = {
    type: 'CourseWorkTopicAssigned',
    data: { journal, student, period },
    sealed: { topic },
  } as const;
  return write(command, { right, rule: applying(regulation.rule('courseWork')), occurredOn: day }, event);
}

/** Records the mark of a course work, never without a topic (001 §5.5.12; T-54). */
export function* recordCourseWorkMark(circumstances: Circumstances, command: RecordCourseWorkMark): Deciding {
  const { journal, student, value, defendedOn } = command;
  const subject = { journal, student };
  const open = yield* openCourseWork(circumstances, command, { day: defendedOn, act: 'record' });
  if (isRefused(open)) return open;
  const { page, state, regulation } = open;
  const { today } = circumstances;
  const { from } = page.period;
  if (defendedOn < from || defendedOn > today)
    return refuse('DATE_OUT_OF_RANGE', subject, { defendedOn, from, today });
  const { scale, period } = page.opened;
  if (!isMarkOf(scale, value)) return invalid(command, page, value);
  if (!state.hasTopic) return refuse('TOPIC_REQUIRED', subject, {}, regulation.rule('courseWork'));
  if (state.mark !== null) return refuse('ALREADY_RECORDED', subject, { value: state.mark });
  const data = { journal, student, period, scale, value, defendedOn };
  return write(command, open.grounds, { type: 'CourseWorkMarkRecorded', data });
}

/** Corrects the mark of a course work; the same value again changes nothing. */
export function* correctCourseWorkMark(
  circumstances: Circumstances,
  command: CorrectCourseWorkMark,
): Deciding {
  const { journal, student, value: to, expectedRevision, reason } = command;
  const subject = { journal, student };
  const { defendedOn } = yield* read(courseWorks, attestationCell(command));
  const day = defendedOn ?? circumstances.today;
  const open = yield* openCourseWork(circumstances, command, { day, act: 'change' });
  if (isRefused(open)) return open;
  const { page } = open;
  const { mark: from, revision, source } = open.state;
  if (from === null) return refuse('NOT_RECORDED', subject);
  if (revision !== expectedRevision)
    return refuse('REVISION_CONFLICT', subject, { expectedRevision, revision, value: from });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (circumstances.source === 'import' && source !== 'import')
    return refuse('ENTERED_BY_PERSON', subject, { value: from });
  const { scale, period } = page.opened;
  if (!isMarkOf(scale, to)) return invalid(command, page, to);
  if (from === to) return accept(open.grounds.right, []);
  const data = { journal, student, period, scale, from, to };
  return write(command, open.grounds, { type: 'CourseWorkMarkCorrected', data, sealed: { reason } });
}
