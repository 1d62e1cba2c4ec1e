import type { Regulation } from './regulation/regulation.ts';

/** What an attestation may end in; there is no unsatisfactory mark (R-PA-03…07, T-01). */
export type AttestationResult =
  'pass' | 'grade3' | 'grade4' | 'grade5' | 'academicDebt' | 'notAttested' | 'validReasonNonAttendance';

/** How the page is attested; decides between a pass and a grade (R-PA-09). */
export type AttestationForm = 'credit' | 'gradedCredit' | 'exam' | 'moduleExam' | 'finalMark';

const grades = new Set<AttestationResult>(['grade3', 'grade4', 'grade5']);

const unpassed = ['academicDebt', 'notAttested', 'validReasonNonAttendance'] as const;
const graded = new Set<AttestationResult>([...grades, ...unpassed]);

const RESULTS: Readonly<Record<AttestationForm, ReadonlySet<AttestationResult>>> = {
  credit: new Set<AttestationResult>(['pass', ...unpassed]),
  gradedCredit: graded,
  exam: graded,
  moduleExam: graded,
  finalMark: new Set<AttestationResult>(['pass', ...graded]),
};

/** Whether a form may end in a result: a credit passes without a grade, a final mark may be either, the others grade. */
export const isResultOf = (form: AttestationForm, result: AttestationResult): boolean =>
  RESULTS[form].has(result);

/** Whether a form may end in a result under a regulation; one that lists no results leaves it to the form. */
export const allowedResult = (
  regulation: Regulation,
  form: AttestationForm,
  result: AttestationResult,
): boolean => {
  const allowed = regulation.value('attestation.allowedMarks');
  return isResultOf(form, result) && (allowed?.kind !== 'listed' || allowed.marks.includes(result));
};

/** Whether a page may be attested in a form under a regulation; one that lists no forms knows them all. */
export const allowedForm = (regulation: Regulation, form: AttestationForm): boolean => {
  const forms = regulation.value('attestation.forms');
  return forms?.kind !== 'listed' || forms.forms.includes(form);
};

/**
 * The academic debt that follows from a result. A failed attestation (а/з) and a missed one (н/а) leave a debt,
 * one missed for valid reasons (НПА) leaves none; result and debt stay separate facts (T-24).
 */
export const debtAfter = (result: AttestationResult): 'failed' | 'notAttested' | null => {
  switch (result) {
    case 'academicDebt':
      return 'failed';
    case 'notAttested':
      return 'notAttested';
    case 'pass':
    case 'grade3':
    case 'grade4':
    case 'grade5':
    case 'validReasonNonAttendance':
      return null;
  }
};

/** Whether a result closes the attestation well. */
export const isPassed = (result: AttestationResult): boolean => result === 'pass' || grades.has(result);
