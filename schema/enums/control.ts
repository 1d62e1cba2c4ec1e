import type { EventNamed } from '../../events/register.ts';
import type {
  Duty as DutyName,
  DutyOf,
  FulfilledDuty as Fulfilled,
  Task,
} from '../../src/policies/duties/duty.ts';
import { graphqlEnum } from './graphql-enum.ts';

const fulfilled = {
  performanceReport: 'The curator’s report on the performance of the group (Форма 1).',
  attendanceReport: 'The curator’s report on the attendance of the group (Форма 2, ведомость).',
  usageReport: 'The report on how the journal is used.',
  finalSummary: 'The summary of final marks.',
  annualPaperCopy: 'The paper copy of the journal of a year.',
  guardianPrintout: 'The printout for guardians who declined electronic access.',
} as const;

/** Duties that are closed by saying so. */
export const FulfilledDuty = graphqlEnum<Fulfilled>(
  'FulfilledDuty',
  'Something owed that leaves no trace in the journal: it is closed by saying that it was handed over.',
  fulfilled,
);

/** What is owed. */
export const Duty = graphqlEnum<DutyName>('Duty', 'Something that is owed by a date.', {
  referenceDataCheck: 'The check of the reference data.',
  sourceDocuments: 'The documents for a check.',
  groupCompositionCheck: 'The check of a group’s composition.',
  personalDataReview: 'The review of a group’s questionnaires.',
  timetable: 'The timetable of the year.',
  workProgramme: 'The work programme of a course unit.',
  thematicPlan: 'The thematic plan of a course unit for a group.',
  studentBriefing: 'The briefing of the students of a group.',
  guardianBriefing: 'The briefing of the guardians of a group.',
  attendanceWeekCheck: 'The check of a week’s attendance.',
  absenceClassification: 'The classification of a month’s absences.',
  journalControl: 'The control of how the journal is kept.',
  periodEndCheck: 'The checklist at the end of a period.',
  backEntry: 'Entries from a temporary journal.',
  regulationConfirmation: 'A second person’s yes to a change of the regulation.',
  windowConfirmation: 'A second person’s yes to a window that is to be opened again.',
  roleConfirmation: 'A second person’s yes to a role.',
  ...fulfilled,
});

/** What a task is about. */
export const TaskSubject = graphqlEnum<DutyOf['kind']>('TaskSubject', 'What a task is about.', {
  college: 'The college.',
  group: 'A group.',
  page: 'A page of the journal.',
  courseUnit: 'A course unit.',
  period: 'An attestation period.',
  regulationChange: 'A proposed change of the regulation.',
  windowGrant: 'A proposed grant of an edit window.',
  roleGrant: 'A proposed role.',
});

/** How a task stands. */
export const TaskState = graphqlEnum<Task['state']>('TaskState', 'How a task stands.', {
  done: 'Done, in time or late.',
  open: 'Not done, and its last day has not passed.',
  overdue: 'Not done, and its last day has passed.',
});

/** What is controlled. */
export const ControlledKind = graphqlEnum<EventNamed<'ControlCarriedOut'>['data']['of']['kind']>(
  'ControlledKind',
  'What a control or a finding is about.',
  {
    college: 'The whole college.',
    department: 'A department.',
    group: 'A group.',
    page: 'A page of the journal.',
  },
);

/** What the checklist asks. */
export const PeriodEndCheck = graphqlEnum<EventNamed<'PeriodEndChecked'>['data']['checks'][number]>(
  'PeriodEndCheck',
  'What is gone through when a period ends.',
  {
    filling: 'Quality and regularity of filling in.',
    programmeDelivery: 'Delivery of the programme against curriculum and thematic plan.',
    markObjectivity: 'Objectivity of current and final marks.',
    controlWorks: 'Presence of control and current check works.',
  },
);

/** What a measure is about. */
export const MeasureAbout = graphqlEnum<EventNamed<'MeasureTaken'>['data']['about']>(
  'MeasureAbout',
  'What a measure of a curator is about.',
  {
    currentMarks: 'Current marks.',
    attestation: 'Results of attestation.',
    debts: 'Debts.',
    attendance: 'Attendance.',
    controlWorks: 'Control works.',
  },
);
