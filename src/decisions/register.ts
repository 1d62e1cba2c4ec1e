import * as academicCalendar from './academic-calendar.ts';
import * as access from './access.ts';
import { setAttendanceRegime } from './attendance-regime.ts';
import * as absenceAnnouncement from './absence-announcement.ts';
import * as absenceCorrection from './absence-correction.ts';
import * as attendance from './attendance.ts';
import { takeAttendance } from './attendance-sheet.ts';
import * as attestation from './attestation.ts';
import * as bells from './bell-schedule.ts';
import * as attestationSheet from './attestation-sheet.ts';
import * as council from './council.ts';
import * as control from './control.ts';
import * as courseUnit from './course-unit.ts';
import * as courseWork from './course-work.ts';
import * as curriculum from './curriculum.ts';
import { recordDebtMeasure } from './debt-measure.ts';
import type { Circumstances, Deciding } from './decision.ts';
import * as credentials from './credentials.ts';
import * as delegation from './delegation.ts';
import * as window from './edit-window.ts';
import { fulfilDuty } from './duty.ts';
import { personalDataDeciders } from './personal-data.ts';
import * as finalQualification from './final-qualification.ts';
import * as finding from './finding.ts';
import { takeMeasure } from './group-measure.ts';
import * as group from './group.ts';
import * as guardianship from './guardianship.ts';
import * as importRun from './import-run.ts';
import * as journal from './journal.ts';
import * as lesson from './lesson.ts';
import * as mark from './mark.ts';
import * as period from './period.ts';
import * as premises from './premises.ts';
import { importProductionCalendar } from './production-calendar.ts';
import { promoteGroup } from './promotion.ts';
import * as repeat from './repeat-attestation.ts';
import * as scheduling from './scheduling.ts';
import * as outage from './outage.ts';
import * as reference from './reference-data.ts';
import { checkReferenceData, handOverSourceDocuments } from './reference-check.ts';
import * as regulation from './regulation.ts';
import * as roleGrant from './role-grant.ts';
import * as staff from './staff.ts';
import { briefGroup } from './onboarding.ts';
import * as student from './student.ts';
import { annulStudentMovement } from './annulment.ts';
import { expelStudent, graduateStudent } from './departure.ts';
import { changeEnrolmentTerms, enrolStudent, reinstateStudent } from './enrolment.ts';
import { graduateGroup } from './graduation.ts';
import { annulGroupMovement } from './group-annulment.ts';
import { endAcademicLeave, grantAcademicLeave } from './leave.ts';
import { endRosterEntry, extendRoster } from './roster.ts';
import * as studentChange from './student-change.ts';
import { agreeToSubgroups, proposeSubgroups } from './subgroup.ts';
import { transferStudent } from './transfer.ts';
import { appointSupervisor } from './supervision.ts';
import { assignSubstitute } from './substitution.ts';
import { endTimetableEntry } from './timetable/ending.ts';
import { generateLessons } from './timetable/generation.ts';
import * as template from './timetable/template.ts';
import { assignTeachingLoad } from './teaching-load.ts';
import * as thematicPlan from './thematic-plan.ts';
import * as workProgramme from './work-programme.ts';
import * as assignment from './assignment.ts';
import * as extracurricular from './extracurricular.ts';
import { reportMarkMistake } from './mistake-report.ts';
import * as topicDebt from './topic-debt.ts';
import { webhookDeciders } from './webhooks.ts';
import * as windowGrant from './window-grant.ts';

/** Every command there is, and the decider that answers it. A new command is one more line. */
const deciders = {
  FoundCollege: access.foundCollege,
  OpenAccount: access.openAccount,
  ListStaff: staff.listStaff,
  RecordDeparture: staff.recordDeparture,
  AssignPosition: staff.assignPosition,
  EndPosition: staff.endPosition,
  GrantRole: roleGrant.grantRole,
  ConfirmRoleGrant: roleGrant.confirmRoleGrant,
  DeclineRoleGrant: roleGrant.declineRoleGrant,
  RevokeRole: roleGrant.revokeRole,
  EstablishGuardianship: guardianship.establishGuardianship,
  EndGuardianship: guardianship.endGuardianship,
  DeclineElectronicAccess: guardianship.declineElectronicAccess,
  ResumeElectronicAccess: guardianship.resumeElectronicAccess,
  RecordBirthDate: guardianship.recordBirthDate,
  GrantGuardianDelegation: delegation.grantGuardianDelegation,
  RevokeGuardianDelegation: delegation.revokeGuardianDelegation,
  IssueSignInCode: credentials.issueSignInCode,
  RenewOwnSignInCode: credentials.renewOwnSignInCode,
  SetOwnPassword: credentials.setOwnPassword,
  BindProviderIdentity: credentials.bindProviderIdentity,
  ReleaseProviderIdentity: credentials.releaseProviderIdentity,
  RecordContacts: credentials.recordContacts,
  BriefGroup: briefGroup,
  RegisterCourseUnit: courseUnit.registerCourseUnit,
  RenameCourseUnit: courseUnit.renameCourseUnit,
  PlaceCourseUnit: courseUnit.placeCourseUnit,
  AdoptCurriculum: curriculum.adoptCurriculum,
  CopyCurriculum: curriculum.copyCurriculum,
  ReviseCurriculum: curriculum.reviseCurriculum,
  AssignCurriculum: curriculum.assignCurriculum,
  AssignTeachingLoad: assignTeachingLoad,
  AdoptThematicPlan: thematicPlan.adoptThematicPlan,
  CopyThematicPlan: thematicPlan.copyThematicPlan,
  AdjustThematicPlan: thematicPlan.adjustThematicPlan,
  AttachThematicPlan: thematicPlan.attachThematicPlan,
  SetWorkProgramme: workProgramme.setWorkProgramme,
  SetGradingCriteria: workProgramme.setGradingCriteria,
  PlanControlWork: workProgramme.planControlWork,
  DropControlWork: workProgramme.dropControlWork,
  IssueAssignment: assignment.issueAssignment,
  CheckAssignment: assignment.checkAssignment,
  RecordTopicDebt: topicDebt.recordTopicDebt,
  SetMakeUpDay: topicDebt.setMakeUpDay,
  ClearTopicDebt: topicDebt.clearTopicDebt,
  PlanActivity: extracurricular.planActivity,
  RecordActivity: extracurricular.recordActivity,
  DropActivity: extracurricular.dropActivity,
  ReportMarkMistake: reportMarkMistake,
  FormGroup: group.formGroup,
  AssignCurator: group.assignCurator,
  PromoteGroup: promoteGroup,
  GraduateGroup: graduateGroup,
  AnnulGroupMovement: annulGroupMovement,
  RegisterStudent: student.registerStudent,
  RenameStudent: student.renameStudent,
  CorrectStudentData: student.correctStudentData,
  EnrolStudent: enrolStudent,
  ReinstateStudent: reinstateStudent,
  ChangeEnrolmentTerms: changeEnrolmentTerms,
  TransferStudent: transferStudent,
  GrantAcademicLeave: grantAcademicLeave,
  EndAcademicLeave: endAcademicLeave,
  ExpelStudent: expelStudent,
  GraduateStudent: graduateStudent,
  AnnulStudentMovement: annulStudentMovement,
  RequestStudentChange: studentChange.requestStudentChange,
  AcceptStudentChange: studentChange.acceptStudentChange,
  DeclineStudentChange: studentChange.declineStudentChange,
  ProposeSubgroups: proposeSubgroups,
  AgreeToSubgroups: agreeToSubgroups,
  RegisterBuilding: premises.registerBuilding,
  ChangeBuilding: premises.changeBuilding,
  AddRoom: premises.addRoom,
  ChangeRoom: premises.changeRoom,
  CloseRoom: premises.closeRoom,
  RegisterDepartment: reference.registerDepartment,
  RenameDepartment: reference.renameDepartment,
  RegisterStudyStream: reference.registerStudyStream,
  PlaceGroup: reference.placeGroup,
  FillCollegeInformation: reference.fillCollegeInformation,
  HandOverSourceDocuments: handOverSourceDocuments,
  CheckReferenceData: checkReferenceData,
  ImportProductionCalendar: importProductionCalendar,
  SetAcademicCalendar: academicCalendar.setAcademicCalendar,
  SetWorkingRegime: academicCalendar.setWorkingRegime,
  OpenJournalYear: academicCalendar.openJournalYear,
  SetAttendanceRegime: setAttendanceRegime,
  SetBellSchedule: bells.setBellSchedule,
  WithdrawBellSchedule: bells.withdrawBellSchedule,
  SetAttestationPeriod: period.setAttestationPeriod,
  LockAttestationPeriod: period.lockAttestationPeriod,
  ReopenAttestationPeriod: period.reopenAttestationPeriod,
  OpenJournal: journal.openJournal,
  AssignTeacher: journal.assignTeacher,
  ReleaseTeacher: journal.releaseTeacher,
  ExtendRoster: extendRoster,
  EndRosterEntry: endRosterEntry,
  ComposeTimetable: template.composeTimetable,
  AddTimetableEntry: template.addTimetableEntry,
  EndTimetableEntry: endTimetableEntry,
  ApproveTimetable: template.approveTimetable,
  GenerateLessons: generateLessons,
  ScheduleLesson: scheduling.scheduleLesson,
  MoveLesson: scheduling.moveLesson,
  CancelLesson: scheduling.cancelLesson,
  AssignSubstitute: assignSubstitute,
  ConductLesson: lesson.conductLesson,
  CorrectLessonRecord: lesson.correctLessonRecord,
  AssignHomework: lesson.assignHomework,
  RecordMark: mark.recordMark,
  CorrectMark: mark.correctMark,
  WithdrawMark: mark.withdrawMark,
  AnnounceAbsence: absenceAnnouncement.announceAbsence,
  TakeAttendance: takeAttendance,
  RecordAbsence: attendance.recordAbsence,
  RecordLateArrival: attendance.recordLateArrival,
  CancelAbsence: attendance.cancelAbsence,
  ClassifyAbsence: attendance.classifyAbsence,
  ProposeAbsenceCorrection: absenceCorrection.proposeAbsenceCorrection,
  AnswerAbsenceCorrection: absenceCorrection.answerAbsenceCorrection,
  CheckAttendanceWeek: absenceCorrection.checkAttendanceWeek,
  RecordAttestationMark: attestation.recordAttestationMark,
  CorrectAttestationMark: attestation.correctAttestationMark,
  CompleteAttestationSheet: attestationSheet.completeAttestationSheet,
  ScheduleRepeatAttestation: repeat.scheduleRepeatAttestation,
  RecordRepeatAttestation: repeat.recordRepeatAttestation,
  RecordDebtMeasure: recordDebtMeasure,
  AssignCourseWorkTopic: courseWork.assignCourseWorkTopic,
  RecordCourseWorkMark: courseWork.recordCourseWorkMark,
  CorrectCourseWorkMark: courseWork.correctCourseWorkMark,
  AppointSupervisor: appointSupervisor,
  RecordThesisResult: finalQualification.recordThesisResult,
  CorrectThesisResult: finalQualification.correctThesisResult,
  RecordDemonstrationExam: finalQualification.recordDemonstrationExam,
  CorrectDemonstrationExam: finalQualification.correctDemonstrationExam,
  GrantEditWindow: window.grantEditWindow,
  RevokeEditWindowGrant: window.revokeEditWindowGrant,
  ConfirmEditWindowGrant: windowGrant.confirmEditWindowGrant,
  DeclineEditWindowGrant: windowGrant.declineEditWindowGrant,
  ScheduleCouncil: council.scheduleCouncil,
  CancelCouncil: council.cancelCouncil,
  DeclareOutage: outage.declareOutage,
  AskDevelopers: outage.askDevelopers,
  DeferInspection: outage.deferInspection,
  RestoreAccess: outage.restoreAccess,
  ProposeRegulationChange: regulation.proposeRegulationChange,
  ConfirmRegulationChange: regulation.confirmRegulationChange,
  DeclineRegulationChange: regulation.declineRegulationChange,
  FulfilDuty: fulfilDuty,
  CarryOutControl: control.carryOutControl,
  CheckPeriodEnd: control.checkPeriodEnd,
  ReportFinding: finding.reportFinding,
  AnswerFinding: finding.answerFinding,
  TakeMeasure: takeMeasure,
  ...webhookDeciders,
  ...personalDataDeciders,
  StartImport: importRun.startImport,
  FinishImport: importRun.finishImport,
} as const;

/** The name of a command. */
export type CommandType = keyof typeof deciders;

/** One command by its name, with the data it carries. */
export type CommandNamed<Type extends CommandType> = {
  [Name in Type]: { readonly type: Name; readonly data: Parameters<(typeof deciders)[Name]>[1] };
}[Type];

/** Any command. */
export type Command = CommandNamed<CommandType>;

/** Begins the decision of a command. */
export const decide = (circumstances: Circumstances, { type, data }: Command): Deciding =>
  // One entry of the table by its own name: the data is of that decider, which the compiler cannot follow.
  (deciders[type] as (circumstances: Circumstances, data: unknown) => Deciding)(circumstances, data);
