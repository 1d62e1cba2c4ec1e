import { isPassed, type AttestationResult } from '../policies/attestation.ts';
import type { PlainDate } from '../policies/calendar.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import {
  attestationCell,
  debtEvents,
  resultFault,
  writeResult,
  type AttestationCell,
} from './attestation-cell.ts';
import { attestationTiming } from './attestation-expected.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { attestations, type AttestationState } from './folds/attestation.ts';
import { students, type StudentState } from './folds/student.ts';
import { fewMarksWarnings } from './mark-accumulation.ts';
import { allowing, presentOn, unlockedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused } from './rights.ts';
import { rightToAttest } from './supervision.ts';

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

interface OpenAttestation {
  readonly page: Page;
  readonly state: AttestationState;
  readonly student: StudentState;
  readonly regulation: Regulation;
  readonly grounds: Pick<Accepted, 'right' | 'rule' | 'occurredOn' | 'warnings'>;
}

function* openAttestation(
  circumstances: Circumstances,
  cell: AttestationCell,
  { heldOn, result }: { readonly heldOn: PlainDate | null; readonly result: AttestationResult },
): Deciding<OpenAttestation | Refused> {
  const subject = { journal: cell.journal, student: cell.student };
  const page = yield* unlockedPage(cell.journal, subject);
  if (isRefused(page)) return page;
  const regulation = yield* regulationOn(circumstances, page.period.until);
  const right = yield* rightToAttest(circumstances, page, regulation, subject);
  if (isRefused(right)) return right;

  const { from, until, attestationMarksUntil, given } = page.period;
  if (heldOn !== null && (heldOn < from || heldOn > circumstances.today))
    return refuse('DATE_OUT_OF_RANGE', subject, { heldOn, from, today: circumstances.today });
  const present = heldOn === null ? true : yield* presentOn(page, cell.student, heldOn, subject);
  if (isRefused(present)) return present;

  const timing =
    heldOn === null
      ? { due: null, warnings: [] }
      : yield* attestationTiming(circumstances, regulation, page, heldOn);
  const window = {
    covers: 'attestationMarks',
    lesson: null,
    day: heldOn,
    until: attestationMarksUntil,
    given,
  } as const;
  const rule = yield* allowing(circumstances, page, { ...window, due: timing.due }, subject);
  if (isRefused(rule)) return rule;

  const state = yield* read(attestations, attestationCell(cell));
  const student = yield* read(students, cell.student);
  const few = isPassed(result) ? yield* fewMarksWarnings(regulation, page, cell.student) : [];
  const warnings = [...timing.warnings, ...few];
  return {
    page,
    state,
    student,
    regulation,
    grounds: { right, rule, occurredOn: heldOn ?? until, warnings },
  };
}

/** Records the attestation mark of a student, and the debt that follows from it. */
export function* recordAttestationMark(
  circumstances: Circumstances,
  command: RecordAttestationMark,
): Deciding {
  const open = yield* openAttestation(circumstances, command, command);
  if (isRefused(open)) return open;

  const { journal, student, result, heldOn } = command;
  const subject = { journal, student };
  const invalid = resultFault(open.regulation, open.page, result, subject);
  if (invalid) return invalid;
  if (open.state.original) return refuse('ALREADY_RECORDED', subject, { value: open.state.original });

  const cell = { journal, student, period: open.page.opened.period };
  const debts = debtEvents(cell, open.student, result, 'correction');
  return writeResult(
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
  const open = yield* openAttestation(circumstances, command, { heldOn: null, result: command.result });
  if (isRefused(open)) return open;

  const { journal, student, result: to, expectedRevision, reason } = command;
  const subject = { journal, student };
  const { original: from, revision, changed, repeats, source } = open.state;
  if (from === null) return refuse('NOT_RECORDED', subject);
  if (revision !== expectedRevision)
    return refuse('REVISION_CONFLICT', subject, { expectedRevision, revision, value: from, ...changed });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (circumstances.source === 'import' && source !== 'import')
    return refuse('ENTERED_BY_PERSON', subject, { value: from });
  const invalid = resultFault(open.regulation, open.page, to, subject);
  if (invalid) return invalid;
  if (repeats.length > 0) return refuse('ALREADY_DONE', subject, { repeats: repeats.length });
  if (from === to) return accept(open.grounds.right, []);

  const cell = { journal, student, period: open.page.opened.period };
  const debts = debtEvents(cell, open.student, to, 'correction');
  const data = { ...cell, from, to };
  return writeResult(
    command,
    open.grounds,
    { type: 'AttestationMarkCorrected', data, sealed: { reason } },
    debts,
  );
}
