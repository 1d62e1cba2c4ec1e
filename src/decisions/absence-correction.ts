import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { applying } from './applying.ts';
import { againstResults } from './attendance-by-results.ts';
import {
  attendanceCell,
  cellOf,
  entryRule,
  heldCell,
  listedCell,
  type AttendanceCell,
} from './attendance-cell.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import {
  absenceCorrections,
  attendanceChecks,
  type AbsenceCorrectionState,
} from './folds/attendance-control.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightAsCurator, rightToFillIn } from './rights.ts';

/** Asks the teacher to agree to another entry. */
export interface ProposeAbsenceCorrection extends AttendanceCell {
  readonly correction: string;
  readonly to: EventNamed<'AbsenceCorrectionProposed'>['data']['to'];
  readonly reason: string;
}

/** The teacher's answer. */
export interface AnswerAbsenceCorrection {
  readonly correction: string;
  readonly consent: boolean;
  /** Why not; needed only for a no. */
  readonly reason: string | null;
}

/** Says that a week's attendance was gone through. */
export interface CheckAttendanceWeek {
  readonly group: string;
  /** Its Monday. */
  readonly week: PlainDate;
}

const isSettled = (to: 'absent' | 'present', status: string): boolean =>
  (status === 'absent') === (to === 'absent');

/** Proposes another entry for a lesson that was held, in a regulation that asks for the teacher's consent (R-ATT-07, D-05). */
export function* proposeAbsenceCorrection(
  circumstances: Circumstances,
  command: ProposeAbsenceCorrection,
): Deciding {
  const subject = cellOf(command);
  const { correction, to, reason } = command;
  const listed = yield* listedCell(command);
  if (isRefused(listed)) return listed;
  const { page } = listed;
  const right = yield* rightAsCurator(circumstances, 'absence.correct', page.opened.group, subject);
  if (isRefused(right)) return right;
  const held = yield* heldCell(circumstances, page, command);
  if (isRefused(held)) return held;
  const { regulation, state, lesson } = held;
  const rule = regulation.rule('attendance.curatorMayCorrect');
  if (regulation.value('attendance.curatorMayCorrect') === 'none')
    return refuse('NOT_PERMITTED', subject, { capability: 'absence.correct' }, rule);
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (isSettled(to, state.status)) return refuse('ALREADY_RECORDED', subject, { status: state.status });
  const results = to === 'absent' ? yield* againstResults(circumstances, held, command, 'absence') : null;
  if (results) return results;
  if (yield* read(absenceCorrections, correction))
    return refuse('ALREADY_EXISTS', subject, { what: 'absenceCorrection' });
  const event = {
    type: 'AbsenceCorrectionProposed',
    data: { correction, ...subject, to },
    sealed: { reason },
  } as const;
  return accept(right, [{ category: 'absenceCorrection', id: correction, events: [event] }], {
    rule: applying(rule),
    occurredOn: lesson.date,
  });
}

function* proposedOnce(correction: string): Deciding<NonNullable<AbsenceCorrectionState> | Refused> {
  const state = yield* read(absenceCorrections, correction);
  return state ?? refuse('NOT_FOUND', {}, { what: 'absenceCorrection' });
}

/** The teacher of the lesson agrees, and the entry is made in the same act; or does not, and says why (R-ATT-07). */
export function* answerAbsenceCorrection(
  circumstances: Circumstances,
  { correction, consent, reason }: AnswerAbsenceCorrection,
): Deciding {
  const proposed = yield* proposedOnce(correction);
  if (isRefused(proposed)) return proposed;
  const cell = cellOf(proposed);
  const listed = yield* listedCell(cell);
  if (isRefused(listed)) return listed;
  const right = yield* rightToFillIn(circumstances, 'absence.record', listed.page, listed.lesson, cell);
  if (isRefused(right)) return right;
  if (proposed.status !== 'pending') return refuse('ALREADY_DONE', cell, { state: proposed.status });
  const held = yield* heldCell(circumstances, listed.page, cell);
  if (isRefused(held)) return held;

  const write = (event: DomainEvent) =>
    ({ category: 'absenceCorrection', id: correction, events: [event] }) as const;
  const data = { correction, ...cell };
  const occurredOn = held.lesson.date;
  if (!consent) {
    if (reason === null || reason.trim() === '') return refuse('REASON_REQUIRED', cell);
    const event = { type: 'AbsenceCorrectionDeclined', data, sealed: { reason } } as const;
    return accept(right, [write(event)], { occurredOn });
  }
  const rule = yield* entryRule(circumstances, { ...held, right }, cell);
  if (isRefused(rule)) return rule;
  const { status } = held.state;
  if (isSettled(proposed.to, status)) return refuse('ALREADY_RECORDED', cell, { status });
  const results =
    proposed.to === 'absent' ? yield* againstResults(circumstances, held, cell, 'absence') : null;
  if (results) return results;
  const why = proposed.reason === null ? {} : { sealed: { reason: proposed.reason } };
  const entry: DomainEvent =
    status !== 'none' && proposed.to === 'present'
      ? { type: 'AbsenceCancelled', data: { ...cell, was: status }, ...why }
      : { type: 'AbsenceRecorded', data: { ...cell, academicHours: held.lesson.academicHours } };
  const entries = { category: 'attendance', id: attendanceCell(cell), events: [entry] } as const;
  return accept(right, [write({ type: 'AbsenceCorrectionConsented', data }), entries], { rule, occurredOn });
}

const isMonday = (date: PlainDate): boolean => Temporal.PlainDate.from(date).dayOfWeek === 1;

/** The curator of the group has gone through a week's attendance (R-ATT-08, R-MON-16). */
export function* checkAttendanceWeek(circumstances: Circumstances, command: CheckAttendanceWeek): Deciding {
  const { group, week } = command;
  const right = yield* rightAsCurator(circumstances, 'absence.classify', group, {});
  if (isRefused(right)) return right;
  const { today } = circumstances;
  if (!isMonday(week) || week > today) return refuse('DATE_OUT_OF_RANGE', {}, { week, today });
  if ((yield* read(attendanceChecks, group)).has(week)) return accept(right, []);
  const regulation = yield* regulationOn(circumstances, week);
  const rule = applying(regulation.rule('attendance.weeklyCheck'));
  const event = { type: 'AttendanceWeekChecked', data: { group, week } } as const;
  return accept(right, [{ category: 'attendanceCheck', id: group, events: [event] }], { rule });
}
