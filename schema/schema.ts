import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray, type PubSub } from 'type-graphql';
import { AbsenteeResolver } from './absentees.ts';
import { AcademicCalendarResolver } from './academic-calendar.ts';
import { AttendanceRegimeResolver } from './attendance-regimes.ts';
import { AcademicDebtResolver } from './academic-debts.ts';
import { AttestationSheetLineEdges, AttestationSheetResolver } from './attestation-sheets.ts';
import { AttendanceSummaryResolver } from './attendance-summary.ts';
import { AttendanceControlResolver } from './attendance-control.ts';
import { AuditLogResolver } from './audit-log.ts';
import { AuditTrailResolver } from './audit-trail.ts';
import { ClassworkResolver, MistakeReportEdges, TopicDebtEdges } from './classwork.ts';
import { CommandVerdictsResolver } from './can/command-verdicts.ts';
import { objectVerdicts } from './can/objects.ts';
import { commandResolvers } from './commands/register.ts';
import { ControlResolver, JournalControlEdges } from './controls.ts';
import { CourseWorkResolver } from './course-works.ts';
import { CurriculumLineEdges, CurriculumResolver } from './curriculum.ts';
import { DiaryResolver } from './diary.ts';
import { DirectoryResolver } from './directory.ts';
import { DueTaskResolver } from './due-tasks.ts';
import { EditWindowResolver } from './edit-windows.ts';
import { ErasureApprovalEdges, ErasureEventEdges, ErasureResolver } from './erasures.ts';
import { PersonalDataReadResolver } from './personal-data-reads.ts';
import { AuditEntryEdges } from './edges/audit-entry.ts';
import { JournalEdges } from './edges/journal.ts';
import { JournalOfAcademicDebts, JournalOfMistakeReports, JournalOfTopicDebts } from './edges/journal-of.ts';
import { LessonEdges } from './edges/lesson.ts';
import { MixedScriptOfAccounts, MixedScriptOfReasons, MixedScriptOfStudents } from './edges/mixed-script.ts';
import { RegulationChangeEdges, RegulationSettingEdges } from './edges/regulation.ts';
import { StudentEdges } from './edges/student.ts';
import { StudyGroupEdges } from './edges/study-group.ts';
import { ExportResolver } from './exports.ts';
import {
  AttendanceExplanationResolver,
  StandingExplanationResolver,
  WindowExplanationResolver,
} from './explanations.ts';
import { FinalQualificationResolver } from './final-qualification.ts';
import { ForecastResolver } from './forecast.ts';
import { GradebookResolver } from './gradebook.ts';
import { GradebookDiffResolver } from './gradebook-diff.ts';
import { AttendanceDiffResolver } from './attendance-diff.ts';
import { StandingDiffResolver } from './standing-diff.ts';
import { GuardianshipResolver } from './guardianships.ts';
import { JournalCompletenessResolver } from './journal-completeness.ts';
import { LessonGapResolver } from './lesson-gaps.ts';
import { AttendanceChangedResolver } from './live/attendance-changed.ts';
import { AuditTrailChangedResolver } from './live/audit-trail-changed.ts';
import { EditWindowChangedResolver } from './live/edit-window-changed.ts';
import { GradebookChangedResolver } from './live/gradebook-changed.ts';
import { GroupMonitoringResolver } from './group-monitoring.ts';
import { MarkAccumulationResolver } from './mark-accumulation.ts';
import { MarkChangeResolver } from './mark-changes.ts';
import { OutageResolver } from './outages.ts';
import { OwnGuardianshipResolver } from './own-guardianships.ts';
import { DayOfActivityEdges, ParticipationResolver } from './participation.ts';
import { PeriodEndResolver } from './period-end.ts';
import { ProjectorStatusResolver } from './projector-status.ts';
import { PromotionPreviewResolver, StudentGraduationEdges } from './promotion-preview.ts';
import { ProposedWindowGrantResolver } from './proposed-window-grants.ts';
import { ReferenceDataResolver } from './reference-data.ts';
import { RefusedAttemptResolver } from './refused-attempts.ts';
import { RegulationResolver } from './regulation.ts';
import { ProgrammeResolver } from './programme.ts';
import { secure } from './secure.ts';
import { AuthenticationResolver } from './authentication.ts';
import { SessionResolver } from './session.ts';
import { StandingDebtsResolver, StandingResolver } from './standing.ts';
import { StudentBodyResolver } from './student-body.ts';
import { StudentChangeRequestResolver } from './student-change-requests.ts';
import { StudentMovementResolver } from './student-movements.ts';
import { SubgroupDivisionResolver } from './subgroup-divisions.ts';
import { AccountRecordResolver, PendingRoleGrantEdges, RoleGrantEdges } from './account-record.ts';
import { BriefingEdges, RegistrationResolver } from './registration.ts';
import { StaffResolver } from './staff.ts';
import { TimetableEntryEdges, TimetableLessonEdges, WeeklyTimetableEdges } from './edges/timetable.ts';
import { TimelinessResolver } from './timeliness.ts';
import { TimetableResolver } from './timetable.ts';
import { ThematicPlanResolver } from './thematic-plan.ts';
import * as typedRefusals from './typed-refusals.ts';
import { RevisionConflictEdges } from './edges/revision-conflict.ts';
import { RuleRefusal } from './user-error.ts';
import { ViewerResolver } from './viewer.ts';
import { WebhookResolver } from './webhooks.ts';
import { WorkingCalendarResolver } from './working-calendar.ts';

/** Every resolver there is. A new noun is one more line. */
const resolvers = [
  AuthenticationResolver,
  SessionResolver,
  ViewerResolver,
  CommandVerdictsResolver,
  ...objectVerdicts,
  GradebookResolver,
  GradebookChangedResolver,
  AttendanceChangedResolver,
  EditWindowChangedResolver,
  AuditTrailChangedResolver,
  GradebookDiffResolver,
  AttendanceDiffResolver,
  StandingDiffResolver,
  GuardianshipResolver,
  ForecastResolver,
  DiaryResolver,
  TimetableResolver,
  TimetableLessonEdges,
  TimetableEntryEdges,
  WeeklyTimetableEdges,
  AttendanceSummaryResolver,
  AttendanceControlResolver,
  OutageResolver,
  PersonalDataReadResolver,
  ErasureResolver,
  ErasureApprovalEdges,
  ErasureEventEdges,
  OwnGuardianshipResolver,
  StandingResolver,
  StandingDebtsResolver,
  StandingExplanationResolver,
  AttendanceExplanationResolver,
  WindowExplanationResolver,
  AcademicDebtResolver,
  AttestationSheetResolver,
  AttestationSheetLineEdges,
  MarkAccumulationResolver,
  CourseWorkResolver,
  FinalQualificationResolver,
  EditWindowResolver,
  ProposedWindowGrantResolver,
  AuditTrailResolver,
  AuditLogResolver,
  ProjectorStatusResolver,
  ExportResolver,
  WebhookResolver,
  RefusedAttemptResolver,
  TimelinessResolver,
  LessonGapResolver,
  JournalCompletenessResolver,
  AbsenteeResolver,
  ParticipationResolver,
  DayOfActivityEdges,
  MarkChangeResolver,
  PromotionPreviewResolver,
  StudentGraduationEdges,
  StudentMovementResolver,
  StudentBodyResolver,
  StudentChangeRequestResolver,
  SubgroupDivisionResolver,
  DirectoryResolver,
  AcademicCalendarResolver,
  WorkingCalendarResolver,
  AttendanceRegimeResolver,
  ReferenceDataResolver,
  StaffResolver,
  AccountRecordResolver,
  RoleGrantEdges,
  PendingRoleGrantEdges,
  RegistrationResolver,
  BriefingEdges,
  RegulationResolver,
  RegulationSettingEdges,
  RegulationChangeEdges,
  CurriculumResolver,
  CurriculumLineEdges,
  ThematicPlanResolver,
  ProgrammeResolver,
  ClassworkResolver,
  TopicDebtEdges,
  MistakeReportEdges,
  DueTaskResolver,
  ControlResolver,
  JournalControlEdges,
  PeriodEndResolver,
  GroupMonitoringResolver,
  AuditEntryEdges,
  JournalEdges,
  RevisionConflictEdges,
  JournalOfAcademicDebts,
  JournalOfTopicDebts,
  JournalOfMistakeReports,
  LessonEdges,
  StudentEdges,
  MixedScriptOfAccounts,
  MixedScriptOfReasons,
  MixedScriptOfStudents,
  StudyGroupEdges,
  ...commandResolvers,
] as unknown as NonEmptyArray<new () => object>;

/** type-graphql asks for a place to publish to; our subscriptions follow the log and bring iterables of their own. */
const OWN_ITERABLES: PubSub = {
  publish: () => undefined,
  subscribe(topic) {
    throw new Error(`Nothing is published under ${topic}.`);
  },
};

/** Builds the contract: the whole schema, every field behind its policy. Throws where a field has none. */
export const buildGradeLedgerSchema = (): GraphQLSchema =>
  secure(
    buildSchemaSync({
      resolvers,
      orphanedTypes: [RuleRefusal, ...Object.values(typedRefusals)],
      validate: false,
      pubSub: OWN_ITERABLES,
    }),
  );
