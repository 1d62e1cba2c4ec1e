import { attemptsSpent, repeatLimitOf, repeatObstacle, repeatsUntil } from '../policies/academic-debt.ts';
import { isPassed, type AttestationResult } from '../policies/attestation.ts';
import type { PlainDate } from '../policies/calendar.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { applying } from './applying.ts';
import {
  attestationCell,
  debtEvents,
  resultFault,
  writeResult,
  type AttestationCell,
} from './attestation-cell.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { attestations, currentResult, resultsOf, type AttestationState } from './folds/attestation.ts';
import { students, type StudentState } from './folds/student.ts';
import { openedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo, type Right } from './rights.ts';
import { absenceFromStudies } from './studying.ts';

/** Sets the day of a repeat attestation. */
export interface ScheduleRepeatAttestation extends AttestationCell {
  readonly on: PlainDate;
  /** The accounts of who takes it; at least for the second attempt. */
  readonly commission: readonly string[];
  readonly order: string | null;
}

/** Enters the result of a repeat attestation. */
export interface RecordRepeatAttestation extends AttestationCell {
  readonly result: AttestationResult;
  readonly heldOn: PlainDate;
  /** `null`, and none: as it was scheduled. */
  readonly order: string | null;
  readonly commission?: readonly string[];
}

/** An event has one digit for the attempts; a limit of the regulation is far below. */
const LAST_ATTEMPT = 9;

interface OpenRepeat {
  readonly page: Page;
  readonly state: AttestationState;
  readonly student: StudentState;
  readonly regulation: Regulation;
  readonly right: Exclude<Right, Refused>;
}

/** Something is left to repeat, and the administration asks; the rules are those of the day of the repeat (T-48). */
function* openRepeat(
  circumstances: Circumstances,
  cell: AttestationCell,
  day: PlainDate,
): Deciding<OpenRepeat | Refused> {
  const subject = { journal: cell.journal, student: cell.student };
  const page = yield* openedPage(cell.journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightTo(circumstances, 'attestation.repeat', subject);
  if (isRefused(right)) return right;
  const regulation = yield* regulationOn(circumstances, day);
  const state = yield* read(attestations, attestationCell(cell));
  const current = currentResult(state);
  if (current === null) return refuse('NOT_RECORDED', subject);
  if (isPassed(current)) return refuse('ALREADY_DONE', subject, { value: current });
  const student = yield* read(students, cell.student);
  return { page, state, student, regulation, right };
}

interface Attempt {
  readonly on: PlainDate;
  readonly commission: readonly string[];
  readonly order: string | null;
}

/** The no of the limit of repeats: how many, how long after the debt arose, and before whom. */
const limitFault = (
  { regulation, state, student }: OpenRepeat,
  cell: AttestationCell,
  { on, commission, order }: Attempt,
): Refused | null => {
  const debt = student.debts.get(cell.journal);
  if (!debt) return null;
  const limit = repeatLimitOf(regulation);
  const spent = attemptsSpent(resultsOf(state));
  const until = repeatsUntil(debt.since, limit, student.leaves);
  const subject = { journal: cell.journal, student: cell.student };
  const named = commission.length > 0 && order !== null;
  switch (repeatObstacle(limit, { spent, until, on, commission: named })) {
    case 'exhausted':
      return refuse(
        'REPEATS_EXHAUSTED',
        subject,
        { spent, limit: limit.attempts },
        regulation.rule('attestation.repeatLimit'),
      );
    case 'termOver':
      return refuse(
        'REPEAT_TERM_OVER',
        subject,
        { since: debt.since, until: until ?? on },
        regulation.rule('attestation.repeatTermMonths'),
      );
    case 'commission':
      return refuse(
        'COMMISSION_REQUIRED',
        subject,
        { attempt: spent + 1 },
        regulation.rule('attestation.commissionFromAttempt'),
      );
    case null:
      return null;
  }
};

/** Sets a day for a repeat attestation; a later one takes its place (R-PA-16). */
export function* scheduleRepeatAttestation(
  circumstances: Circumstances,
  command: ScheduleRepeatAttestation,
): Deciding {
  const open = yield* openRepeat(circumstances, command, command.on);
  if (isRefused(open)) return open;
  const { journal, student, on, commission, order } = command;
  const subject = { journal, student };
  const { today } = circumstances;
  if (on < today) return refuse('DATE_OUT_OF_RANGE', subject, { on, today });
  const away = absenceFromStudies(open.student, on, subject);
  if (away) return away;
  const fault = limitFault(open, command, command);
  if (fault) return fault;

  const { period } = open.page.opened;
  const data = { journal, student, period, on, commission: [...commission], order };
  const event = { type: 'RepeatAttestationScheduled', data } as const;
  const rule = applying(open.regulation.rule('attestation.repeatLimit'));
  return accept(open.right, [{ category: 'attestation', id: attestationCell(command), events: [event] }], {
    rule,
  });
}

/**
 * Records a repeat attestation beside the original (R-PA-08, T-25). It happens long after the period, so neither
 * its window nor its lock holds it back; it takes the administration, something left to repeat, and an attempt left.
 */
export function* recordRepeatAttestation(
  circumstances: Circumstances,
  command: RecordRepeatAttestation,
): Deciding {
  const open = yield* openRepeat(circumstances, command, command.heldOn);
  if (isRefused(open)) return open;
  const { page, state, regulation } = open;
  const { journal, student, result, heldOn } = command;
  const subject = { journal, student };
  const invalid = resultFault(regulation, page, result, subject);
  if (invalid) return invalid;
  const { today } = circumstances;
  if (heldOn < page.period.from || heldOn > today)
    return refuse('DATE_OUT_OF_RANGE', subject, { heldOn, today });
  const away = absenceFromStudies(open.student, heldOn, subject);
  if (away) return away;

  const { scheduled } = state;
  const order = command.order ?? scheduled?.order ?? null;
  const commission = [...(command.commission ?? scheduled?.commission ?? [])];
  const fault = limitFault(open, command, { on: heldOn, commission, order });
  if (fault) return fault;
  const attempt = state.repeats.length + 1;
  if (attempt > LAST_ATTEMPT) return refuse('ALREADY_DONE', subject, { repeats: LAST_ATTEMPT });

  const cell = { journal, student, period: page.opened.period };
  const debts = debtEvents(cell, open.student, result, 'repeatAttestation');
  const rule = applying(regulation.rule('attestation.repeatRecorded'));
  const data = { ...cell, attempt, result, heldOn, order, commission };
  return writeResult(
    command,
    { right: open.right, rule, occurredOn: heldOn },
    { type: 'RepeatAttestationRecorded', data },
    debts,
  );
}
