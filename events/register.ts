import { academicCalendarEvents } from './academic-calendar.ts';
import { academicDebtEvents } from './academic-debt.ts';
import { attendanceControlEvents } from './attendance-control.ts';
import { accessEvents } from './access.ts';
import { assignmentEvents } from './assignment.ts';
import { attendanceRegimeEvents } from './attendance-regime.ts';
import { attendanceEvents } from './attendance.ts';
import { attestationSheetEvents } from './attestation-sheet.ts';
import { attestationEvents } from './attestation.ts';
import { bellScheduleEvents } from './bell-schedule.ts';
import { calendarEvents } from './calendar.ts';
import { collegeEvents } from './college.ts';
import { controlEvents } from './control.ts';
import { councilEvents } from './council.ts';
import { courseUnitEvents } from './course-unit.ts';
import { courseWorkEvents } from './course-work.ts';
import { curriculumEvents } from './curriculum.ts';
import { dutyEvents } from './duty.ts';
import { erasureEvents } from './erasure.ts';
import type { EventDefinition, EventOf } from './event.ts';
import { finalQualificationEvents } from './final-qualification.ts';
import { exportEvents } from './export.ts';
import { extracurricularEvents } from './extracurricular.ts';
import { groupEvents } from './group.ts';
import { guardianshipEvents } from './guardianship.ts';
import { journalEvents } from './journal.ts';
import { lessonEvents } from './lesson.ts';
import { markEvents } from './mark.ts';
import { mistakeReportEvents } from './mistake-report.ts';
import { outageEvents } from './outage.ts';
import { onboardingEvents } from './onboarding.ts';
import { periodEvents } from './period.ts';
import { premisesEvents } from './premises.ts';
import { referenceDataEvents } from './reference-data.ts';
import { regulationEvents } from './regulation.ts';
import { studentChangeEvents } from './student-change.ts';
import { movementEvents } from './student-movement.ts';
import { staffEvents } from './staff.ts';
import { windowGrantEvents } from './window-grant.ts';
import { studentEvents } from './student.ts';
import { subjectKeyEvents } from './subject-key.ts';
import { subgroupEvents } from './subgroup.ts';
import { thematicPlanEvents } from './thematic-plan.ts';
import { timetableEvents } from './timetable.ts';
import { webhookEvents } from './webhook.ts';
import { workProgrammeEvents } from './work-programme.ts';

/** Every event there is, by type. A new family is one more line. */
export const events = {
  ...collegeEvents,
  ...regulationEvents,
  ...outageEvents,
  ...accessEvents,
  ...subjectKeyEvents,
  ...erasureEvents,
  ...guardianshipEvents,
  ...staffEvents,
  ...onboardingEvents,
  ...courseUnitEvents,
  ...curriculumEvents,
  ...thematicPlanEvents,
  ...workProgrammeEvents,
  ...groupEvents,
  ...studentEvents,
  ...movementEvents,
  ...studentChangeEvents,
  ...subgroupEvents,
  ...premisesEvents,
  ...bellScheduleEvents,
  ...calendarEvents,
  ...academicCalendarEvents,
  ...attendanceRegimeEvents,
  ...referenceDataEvents,
  ...periodEvents,
  ...journalEvents,
  ...windowGrantEvents,
  ...lessonEvents,
  ...timetableEvents,
  ...markEvents,
  ...mistakeReportEvents,
  ...assignmentEvents,
  ...attendanceEvents,
  ...attendanceControlEvents,
  ...attestationEvents,
  ...attestationSheetEvents,
  ...academicDebtEvents,
  ...courseWorkEvents,
  ...councilEvents,
  ...finalQualificationEvents,
  ...exportEvents,
  ...webhookEvents,
  ...extracurricularEvents,
  ...dutyEvents,
  ...controlEvents,
} as const;

/** The name of an event. */
export type EventType = keyof typeof events;

/** One event by its name: `EventNamed<'MarkRecorded'>`. */
export type EventNamed<Type extends EventType> = EventOf<(typeof events)[Type]>;

/** A category of streams: the part of a stream's name before the first dash. */
export type Category = (typeof events)[EventType]['category'];

/** The events of one category of streams. */
export type TypesIn<C extends Category> = {
  [Type in EventType]: (typeof events)[Type]['category'] extends C ? Type : never;
}[EventType];

/** Any event of the vocabulary, told apart by `type`. */
export type DomainEvent = { [Type in EventType]: EventNamed<Type> }[EventType];

const byType: ReadonlyMap<string, EventDefinition> = new Map<string, EventDefinition>(
  Object.entries(events as unknown as Readonly<Record<string, EventDefinition>>),
);

/** The definition of every event, in the order of the register. */
export const definitions: readonly EventDefinition[] = [...byType.values()];

/** The definition behind a type read from the log; throws on one this program does not know. */
export const definitionOf = (type: string): EventDefinition => {
  const definition = byType.get(type);
  if (!definition) throw new Error(`This program does not know the event ${type}.`);
  return definition;
};
