import type { EventType } from '../../events/register.ts';

/** What replaces or takes back what stood; an absence is a mark too (T-09). */
export const CHANGES = [
  'MarkCorrected',
  'MarkWithdrawn',
  'AbsenceCancelled',
  'AttestationMarkCorrected',
  'CourseWorkMarkCorrected',
  'ThesisResultCorrected',
  'DemonstrationExamCorrected',
] as const satisfies readonly EventType[];

/** What is looked at only where it came late, under a grant, or by another right than to fill in the page. */
export const ENTRIES = [
  'MarkRecorded',
  'AbsenceRecorded',
  'LateArrivalRecorded',
  'AttestationMarkRecorded',
  'RepeatAttestationRecorded',
  'CourseWorkMarkRecorded',
] as const satisfies readonly EventType[];
