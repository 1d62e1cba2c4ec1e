import * as access from './access.ts';
import * as attendance from './attendance.ts';
import * as attestation from './attestation.ts';
import type { Circumstances, Deciding } from './decision.ts';
import * as window from './edit-window.ts';
import * as group from './group.ts';
import * as importRun from './import-run.ts';
import * as journal from './journal.ts';
import * as lesson from './lesson.ts';
import * as mark from './mark.ts';
import * as period from './period.ts';
import { promoteGroup } from './promotion.ts';
import * as scheduling from './scheduling.ts';
import * as regulation from './regulation.ts';
import * as student from './student.ts';
import { assignSubstitute } from './substitution.ts';

/** Every command there is, and the decider that answers it. A new command is one more line. */
const deciders = {
  FoundCollege: access.foundCollege,
  OpenAccount: access.openAccount,
  GrantRole: access.grantRole,
  RevokeRole: access.revokeRole,
  EstablishGuardianship: access.establishGuardianship,
  EndGuardianship: access.endGuardianship,
  IssueSignInCode: access.issueSignInCode,
  RegisterCourseUnit: group.registerCourseUnit,
  RenameCourseUnit: group.renameCourseUnit,
  FormGroup: group.formGroup,
  AssignCurator: group.assignCurator,
  PromoteGroup: promoteGroup,
  RegisterStudent: student.registerStudent,
  RenameStudent: student.renameStudent,
  EnrolStudent: student.enrolStudent,
  TransferStudent: student.transferStudent,
  ExpelStudent: student.expelStudent,
  SetAttestationPeriod: period.setAttestationPeriod,
  LockAttestationPeriod: period.lockAttestationPeriod,
  ReopenAttestationPeriod: period.reopenAttestationPeriod,
  OpenJournal: journal.openJournal,
  AssignTeacher: journal.assignTeacher,
  ReleaseTeacher: journal.releaseTeacher,
  ExtendRoster: journal.extendRoster,
  EndRosterEntry: journal.endRosterEntry,
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
  AnnounceAbsence: attendance.announceAbsence,
  RecordAbsence: attendance.recordAbsence,
  RecordLateArrival: attendance.recordLateArrival,
  CancelAbsence: attendance.cancelAbsence,
  ClassifyAbsence: attendance.classifyAbsence,
  RecordAttestationMark: attestation.recordAttestationMark,
  CorrectAttestationMark: attestation.correctAttestationMark,
  RecordRepeatAttestation: attestation.recordRepeatAttestation,
  GrantEditWindow: window.grantEditWindow,
  RevokeEditWindowGrant: window.revokeEditWindowGrant,
  ProposeRegulationChange: regulation.proposeRegulationChange,
  ConfirmRegulationChange: regulation.confirmRegulationChange,
  DeclineRegulationChange: regulation.declineRegulationChange,
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
