import type { DomainEvent } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import type { PlainDate } from '../policies/calendar.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { applying } from './applying.ts';
import { accept, read, refuse, type Accepted, type Circumstances, type Deciding } from './decision.ts';
import { finalQualifications, type FinalResult } from './folds/final-qualification.ts';
import { students } from './folds/student.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';
import { absenceFromStudies } from './studying.ts';
import { rightAsSupervisor } from './supervision.ts';

/** Enters the result of a thesis. */
export interface RecordThesisResult {
  readonly student: string;
  readonly result: FinalResult;
  readonly defendedOn: PlainDate;
}

/** Replaces the result of a thesis. */
export interface CorrectThesisResult {
  readonly student: string;
  readonly result: FinalResult;
  readonly expectedRevision: number;
  readonly reason: string;
}

/** Enters the result of a demonstration exam. */
export interface RecordDemonstrationExam {
  readonly student: string;
  readonly result: FinalResult;
  /** Out of a hundred, where the exam counts points. */
  readonly points: number | null;
  readonly heldOn: PlainDate;
}

/** Replaces the result of a demonstration exam. */
export interface CorrectDemonstrationExam extends CorrectThesisResult {
  readonly points: number | null;
}

const write = (
  student: string,
  right: Role,
  event: DomainEvent,
  regulation: Regulation,
  occurredOn: PlainDate | null = null,
): Accepted =>
  accept(right, [{ category: 'finalQualification', id: student, events: [event] }], {
    rule: applying(regulation.rule('thesis')),
    ...(occurredOn !== null && { occurredOn }),
  });

/** Records the result of the final qualification work: the supervisor named by an order, and nobody else (T-55). */
export function* recordThesisResult(circumstances: Circumstances, command: RecordThesisResult): Deciding {
  const { student, result, defendedOn } = command;
  const subject = { student };
  const { today } = circumstances;
  const regulation = yield* regulationOn(circumstances, defendedOn);
  const right = yield* rightAsSupervisor(circumstances, 'thesis', student, regulation, subject);
  if (isRefused(right)) return right;
  if (defendedOn > today) return refuse('DATE_OUT_OF_RANGE', subject, { defendedOn, today });
  const away = absenceFromStudies(yield* read(students, student), defendedOn, subject);
  if (away) return away;
  const { thesis } = yield* read(finalQualifications, student);
  if (thesis !== null) return refuse('ALREADY_RECORDED', subject, { value: thesis });
  const data = { student, result, defendedOn };
  return write(student, right, { type: 'ThesisResultRecorded', data }, regulation, defendedOn);
}

/** Corrects the result of a thesis; the first one stays in history. */
export function* correctThesisResult(circumstances: Circumstances, command: CorrectThesisResult): Deciding {
  const { student, result: to, expectedRevision, reason } = command;
  const subject = { student };
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const right = yield* rightAsSupervisor(circumstances, 'thesis', student, regulation, subject);
  if (isRefused(right)) return right;
  const { thesis: from, revision, sources } = yield* read(finalQualifications, student);
  if (from === null) return refuse('NOT_RECORDED', subject);
  if (revision !== expectedRevision)
    return refuse('REVISION_CONFLICT', subject, { expectedRevision, revision, value: from });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (circumstances.source === 'import' && sources.thesis !== 'import')
    return refuse('ENTERED_BY_PERSON', subject, { value: from });
  if (from === to) return accept(right, []);
  const event = { type: 'ThesisResultCorrected', data: { student, from, to }, sealed: { reason } } as const;
  return write(student, right, event, regulation);
}

/** Records the result of the demonstration exam (R-WRK-04). */
export function* recordDemonstrationExam(
  circumstances: Circumstances,
  command: RecordDemonstrationExam,
): Deciding {
  const { student, result, points, heldOn } = command;
  const subject = { student };
  const { today, source } = circumstances;
  const capability = source === 'import' ? 'history.import' : 'demonstrationExam.record';
  const right = yield* rightTo(circumstances, capability, subject);
  if (isRefused(right)) return right;
  if (heldOn > today) return refuse('DATE_OUT_OF_RANGE', subject, { heldOn, today });
  const away = absenceFromStudies(yield* read(students, student), heldOn, subject);
  if (away) return away;
  const { exam } = yield* read(finalQualifications, student);
  if (exam) return refuse('ALREADY_RECORDED', subject, { value: exam.result });
  const event = { type: 'DemonstrationExamRecorded', data: { student, result, points, heldOn } } as const;
  return write(student, right, event, yield* regulationOn(circumstances, heldOn), heldOn);
}

/** Corrects the result of a demonstration exam; the first one stays in history. */
export function* correctDemonstrationExam(
  circumstances: Circumstances,
  command: CorrectDemonstrationExam,
): Deciding {
  const { student, result: to, points, expectedRevision, reason } = command;
  const subject = { student };
  const { today, source } = circumstances;
  const capability = source === 'import' ? 'history.import' : 'demonstrationExam.record';
  const right = yield* rightTo(circumstances, capability, subject);
  if (isRefused(right)) return right;
  const { exam, revision, sources } = yield* read(finalQualifications, student);
  if (!exam) return refuse('NOT_RECORDED', subject);
  const { result: from } = exam;
  if (revision !== expectedRevision)
    return refuse('REVISION_CONFLICT', subject, { expectedRevision, revision, value: from });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (source === 'import' && sources.exam !== 'import')
    return refuse('ENTERED_BY_PERSON', subject, { value: from });
  if (from === to && points === exam.points) return accept(right, []);
  const data = { student, from, to, points };
  const regulation = yield* regulationOn(circumstances, today);
  return write(student, right, { type: 'DemonstrationExamCorrected', data, sealed: { reason } }, regulation);
}
