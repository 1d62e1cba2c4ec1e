import { absenceCorrectionCommands } from './absence-correction.ts';
import { academicCalendarCommands } from './academic-calendar.ts';
import { academicDebtCommands } from './academic-debt.ts';
import { accountCommands } from './account.ts';
import { attendanceCommands } from './attendance.ts';
import { attestationCommands } from './attestation.ts';
import { calendarCommands } from './calendar.ts';
import { councilCommands } from './council.ts';
import { controlCommands } from './control.ts';
import { courseUnitCommands } from './course-unit.ts';
import { courseWorkCommands } from './course-work.ts';
import { curriculumCommands } from './curriculum.ts';
import { delegationCommands } from './delegation.ts';
import { dutyCommands } from './duty.ts';
import { editWindowCommands } from './edit-window.ts';
import { erasureCommands } from './erasure.ts';
import { finalQualificationCommands } from './final-qualification.ts';
import { groupCommands } from './group.ts';
import { guardianshipCommands } from './guardianship.ts';
import { journalCommands } from './journal.ts';
import { lessonCommands } from './lesson.ts';
import { markCommands } from './mark.ts';
import { movementCommands } from './movement.ts';
import { onboardingCommands } from './onboarding.ts';
import { outageCommands } from './outage.ts';
import { periodCommands } from './period.ts';
import { roleGrantCommands } from './role-grant.ts';
import { staffCommands } from './staff.ts';
import { premisesCommands } from './premises.ts';
import { referenceDataCommands } from './reference-data.ts';
import { studentChangeCommands } from './student-change.ts';
import { regulationCommands } from './regulation.ts';
import { studentCommands } from './student.ts';
import { subgroupCommands } from './subgroup.ts';
import { timetableCommands } from './timetable.ts';
import { weeklyTimetableCommands } from './weekly-timetable.ts';
import { classworkCommands } from './classwork.ts';
import { exportCommands } from './export.ts';
import { webhookCommands } from './webhook.ts';
import { extracurricularCommands } from './extracurricular.ts';
import { thematicPlanCommands } from './thematic-plan.ts';
import { workProgrammeCommands } from './work-programme.ts';

/** The resolvers of every command. A new family is one more line. */
export const commandResolvers = [
  ...markCommands,
  ...attendanceCommands,
  ...absenceCorrectionCommands,
  ...attestationCommands,
  ...academicDebtCommands,
  ...courseWorkCommands,
  ...finalQualificationCommands,
  ...lessonCommands,
  ...timetableCommands,
  ...weeklyTimetableCommands,
  ...journalCommands,
  ...editWindowCommands,
  ...periodCommands,
  ...academicCalendarCommands,
  ...calendarCommands,
  ...premisesCommands,
  ...referenceDataCommands,
  ...regulationCommands,
  ...outageCommands,
  ...groupCommands,
  ...councilCommands,
  ...courseUnitCommands,
  ...curriculumCommands,
  ...thematicPlanCommands,
  ...workProgrammeCommands,
  ...classworkCommands,
  ...exportCommands,
  ...webhookCommands,
  ...extracurricularCommands,
  ...studentCommands,
  ...movementCommands,
  ...studentChangeCommands,
  ...subgroupCommands,
  ...accountCommands,
  ...roleGrantCommands,
  ...staffCommands,
  ...guardianshipCommands,
  ...delegationCommands,
  ...onboardingCommands,
  ...erasureCommands,
  ...dutyCommands,
  ...controlCommands,
];
