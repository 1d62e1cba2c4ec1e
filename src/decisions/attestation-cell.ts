import type { DomainEvent } from '../../events/register.ts';
import { allowedResult, debtAfter, isPassed, type AttestationResult } from '../policies/attestation.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { accept, refuse, type Accepted, type Refused } from './decision.ts';
import type { StudentState } from './folds/student.ts';
import type { Page } from './page.ts';

/** One student on one page. */
export interface AttestationCell {
  readonly journal: string;
  readonly student: string;
}

/** The stream of an attestation: `attestation-<journal>.<student>`. */
export const attestationCell = ({ journal, student }: AttestationCell): string => `${journal}.${student}`;

/**
 * The no to a result that the page's form or the college's regulation does not know. No regulation can let in an
 * unsatisfactory mark: it is not among the results there are (R-PA-05, T-01).
 */
export const resultFault = (
  regulation: Regulation,
  { opened: { attestationForm: form } }: Page,
  result: AttestationResult,
  subject: AttestationCell,
): Refused | null =>
  allowedResult(regulation, form, result)
    ? null
    : refuse(
        'INVALID_MARK',
        { journal: subject.journal, student: subject.student },
        { value: result, form },
        regulation.rule('attestation.allowedMarks'),
      );

/** What a new result does to the student's debt on this page: result and debt are two facts (T-24). */
export const debtEvents = (
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

/** Writes a result, and to the student's stream the debt that comes or goes with it. */
export const writeResult = (
  cell: AttestationCell,
  { right, ...grounds }: Pick<Accepted, 'right'> & Partial<Accepted>,
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
