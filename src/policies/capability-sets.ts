/** What every member of staff may look at, each within their own scope. */
export const reading = [
  'curriculum.read',
  'directory.read',
  'gradebook.read',
  'attendance.read',
  'outage.read',
  'standing.read',
  'period.read',
  'teachingLoad.read',
  'finding.read',
  'task.read',
] as const;

/** Control of how the journal is kept: what is wrong is reported, and never put right by who found it (T-50). */
export const controlling = ['control.carryOut', 'duty.fulfil', 'finding.answer'] as const;

/** Supervision: the whole journal, and nothing to change in it (001 §5.2.2, §5.3.5; T-50). */
export const supervising = [
  ...reading,
  'control.read',
  'editWindow.read',
  'finalQualification.read',
  'markHistory.read',
  'monitoring.read',
] as const;

/** Filling in the pages of one's own load (000 §3.2.2, 004 §4.5.1; T-29). */
export const teaching = [
  ...reading,
  'subgroup.divide',
  'timetable.read',
  'absence.record',
  'attestation.record',
  'courseWork.record',
  'debt.help',
  'editWindow.read',
  'finding.answer',
  'lesson.conduct',
  'mark.record',
  'markHistory.read',
  'monitoring.read',
  'thematicPlan.set',
] as const;

/** Theses and pre-diploma practices of the students whom an order names (001 §5.5.13; T-55). */
export const supervisingWorks = [
  'period.read',
  'finalQualification.read',
  'finalQualification.record',
] as const;

/** Learners and their guardians: view only, and only their own (001 §5.7; 004 §3.8; T-39). */
export const learning = [
  'curriculum.read',
  'diary.read',
  'finalQualification.read',
  'standing.read',
  'period.read',
  'timetable.read',
] as const;

/** Everything an administrator reads; none of it is a mark to edit (003 §3.1, D-11). */
export const administering = [
  ...supervising,
  'erasure.read',
  'personalDataRead.read',
  'markChange.read',
  'movement.read',
  'studentChange.read',
  'account.read',
  'registration.read',
  'refusedAttempt.read',
  'auditTrail.read',
  'timetable.read',
] as const;
