import type { DomainEvent } from '../../events/register.ts';
import { debtAfter, isPassed, isResultOf, type AttestationResult } from '../policies/attestation.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { CLAUSES } from '../policies/regulation.ts';
import { attestationEntryDeadline } from '../policies/timeliness.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { attestations, currentResult, type AttestationState } from './folds/attestation.ts';
import { colleges } from './folds/college.ts';
import { isEnrolledOn, students, type StudentState } from './folds/student.ts';
import { allowing, openedPage, presentOn, unlockedPage, type Page } from './page.ts';
import { isRefused, rightTo, rightToFillIn } from './rights.ts';

/** One student on one page. */
interface AttestationCell {
  readonly journal: string;
  readonly student: string;
}

/** Gives an attestation mark. */
export interface RecordAttestationMark extends AttestationCell {
  readonly result: AttestationResult;
  /** The day of the attestation. */
  readonly heldOn: PlainDate;
}

/** Replaces an attestation mark while its window is open. */
export interface CorrectAttestationMark extends AttestationCell {
  readonly result: AttestationResult;
  readonly expectedRevision: number;
  readonly reason: string;
}

/** Enters the result of a repeat attestation. */
export interface RecordRepeatAttestation extends RecordAttestationMark {
  readonly order: string | null;
}

/** No source counts repeats (requirements §6); an event has one digit for them. */
const LAST_ATTEMPT = 9;

/** The stream of an attestation: `attestation-<journal>.<student>`. */
const attestationCell = ({ journal, student }: AttestationCell): string => `${journal}.${student}`;

interface OpenAttestation {
  readonly page: Page;
  readonly state: AttestationState;
  readonly student: StudentState;
  readonly grounds: Pick<Accepted, 'right' | 'rule' | 'occurredOn'>;
}

function* openAttestation(
  circumstances: Circumstances,
  cell: AttestationCell,
  heldOn: PlainDate | null,
): Deciding<OpenAttestation | Refused> {
  const subject = { journal: cell.journal, student: cell.student };
  const page = yield* unlockedPage(cell.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightToFillIn(circumstances, 'attestation.record', page, null, subject);
  if (isRefused(right)) return right;

  const { from, until, attestationMarksUntil, ruleVersion: version } = page.period;
  if (heldOn !== null && (heldOn < from || heldOn > circumstances.today))
    return refuse('DATE_OUT_OF_RANGE', subject, { heldOn, from, today: circumstances.today });
  const present = heldOn === null ? true : yield* presentOn(page, cell.student, heldOn, subject);
  if (isRefused(present)) return present;

  const { workingWeek } = yield* read(colleges, circumstances.college);
  const calendar = { workingWeek, holidays: new Set<PlainDate>() };
  const due = heldOn === null ? null : attestationEntryDeadline(calendar, heldOn, until);
  const window = {
    covers: 'attestationMarks',
    lesson: null,
    until: attestationMarksUntil,
    version,
  } as const;
  const rule = allowing(circumstances, page, { ...window, due }, subject);
  if (isRefused(rule)) return rule;

  const state = yield* read(attestations, attestationCell(cell));
  const student = yield* read(students, cell.student);
  return { page, state, student, grounds: { right, rule, occurredOn: heldOn ?? until } };
}

/** What a new result does to the student's debt on this page: result and debt are two facts (T-24). */
const debtEvents = (
  cell: AttestationCell & { readonly period: string },
  { debts }: StudentState,
  result: AttestationResult,
  by: 'repeatAttestation' | 'correction',
): readonly DomainEvent[] => {
  const { journal, student, period } = cell;
  const cause = debtAfter(result);
  if (cause && !debts.has(journal))
    return [{ type: 'AcademicDebtIncurred', data: { student, journal, period, cause } }];
  if (!cause && debts.has(journal) && (by === 'correction' || isPassed(result)))
    return [{ type: 'AcademicDebtCleared', data: { student, journal, period, by } }];
  return [];
};

const write = (
  cell: AttestationCell,
  { right, ...grounds }: OpenAttestation['grounds'],
  result: DomainEvent,
  debts: readonly DomainEvent[],
): Accepted =>
  accept(
    right,
    [
      { category: 'attestation', id: attestationCell(cell), events: [result] },
      { category: 'student', id: cell.student, events: debts },
    ],
    grounds,
  );

/** Records the attestation mark of a student, and the debt that follows from it. */
export function* recordAttestationMark(
  circumstances: Circumstances,
  command: RecordAttestationMark,
): Deciding {
  const open = yield* openAttestation(circumstances, command, command.heldOn);
  if (isRefused(open)) return open;

  const { journal, student, result, heldOn } = command;
  const subject = { journal, student };
  const { attestationForm: form, period } = open.page.opened;
  if (!isResultOf(form, result))
    return refuse('INVALID_MARK', subject, { value: result, form }, 'attestation.allowedMarks');
  if (open.state.original) return refuse('ALREADY_RECORDED', subject, { value: open.state.original });

  const cell = { journal, student, period };
  const debts = debtEvents(cell, open.student, result, 'correction');
  return write(
    command,
    open.grounds,
    { type: 'AttestationMarkRecorded', data: { ...cell, result, heldOn } },
    debts,
  );
}

/** Corrects an attestation mark, and the debt with it (R-PA-02). */
export function* correctAttestationMark(
  circumstances: Circumstances,
  command: CorrectAttestationMark,
): Deciding {
  const open = yield* openAttestation(circumstances, command, null);
  if (isRefused(open)) return open;

  const { journal, student, result: to, expectedRevision, reason } = command;
  const subject = { journal, student };
  const { original: from, revision, repeats, source } = open.state;
  if (from === null) return refuse('NOT_RECORDED', subject);
  if (revision !== expectedRevision)
    return refuse('REVISION_CONFLICT', subject, { expectedRevision, revision, value: from });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (circumstances.source === 'import' && source !== 'import')
    return refuse('ENTERED_BY_PERSON', subject, { value: from });
  const { attestationForm: form, period } = open.page.opened;
  if (!isResultOf(form, to))
    return refuse('INVALID_MARK', subject, { value: to, form }, 'attestation.allowedMarks');
  if (repeats.length > 0) return refuse('ALREADY_DONE', subject, { repeats: repeats.length });
  if (from === to) return accept(open.grounds.right, []);

  const cell = { journal, student, period };
  const debts = debtEvents(cell, open.student, to, 'correction');
  const data = { ...cell, from, to };
  return write(command, open.grounds, { type: 'AttestationMarkCorrected', data, sealed: { reason } }, debts);
}

/**
 * Records a repeat attestation beside the original (R-PA-08, T-25). It happens long after the period, so neither
 * its window nor its lock holds it back; it takes the administration, and something left to repeat.
 */
export function* recordRepeatAttestation(
  circumstances: Circumstances,
  command: RecordRepeatAttestation,
): Deciding {
  const { journal, student, result, heldOn, order } = command;
  const subject = { journal, student };
  const page = yield* openedPage(journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightTo(circumstances, 'attestation.repeat', subject);
  if (isRefused(right)) return right;
  const { attestationForm: form, period } = page.opened;
  if (!isResultOf(form, result))
    return refuse('INVALID_MARK', subject, { value: result, form }, 'attestation.allowedMarks');

  const state = yield* read(attestations, attestationCell(command));
  const current = currentResult(state);
  if (current === null) return refuse('NOT_RECORDED', subject);
  if (isPassed(current)) return refuse('ALREADY_DONE', subject, { value: current });
  if (heldOn < page.period.from || heldOn > circumstances.today)
    return refuse('DATE_OUT_OF_RANGE', subject, { heldOn, today: circumstances.today });

  const enrolled = yield* read(students, student);
  if (!isEnrolledOn(enrolled, heldOn)) return refuse('NOT_ENROLLED', subject, { day: heldOn });
  const attempt = state.repeats.length + 1;
  if (attempt > LAST_ATTEMPT) return refuse('ALREADY_DONE', subject, { repeats: LAST_ATTEMPT });

  const cell = { journal, student, period };
  const debts = debtEvents(cell, enrolled, result, 'repeatAttestation');
  const parameter = 'attestation.repeatRecorded';
  const applied = { parameter, clause: CLAUSES[parameter], version: 0, late: false, grant: null } as const;
  const grounds = { right, rule: { ...applied, deadline: circumstances.today }, occurredOn: heldOn };
  const data = { ...cell, attempt, result, heldOn, order };
  return write(command, grounds, { type: 'RepeatAttestationRecorded', data }, debts);
}
