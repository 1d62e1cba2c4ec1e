import { attendance } from './attendance/attendance.ts';
import { auditTrail } from './audit-trail/audit-trail.ts';
import { calendar } from './calendar/calendar.ts';
import { classwork } from './classwork/classwork.ts';
import { controls } from './controls/controls.ts';
import { curriculum } from './curriculum/curriculum.ts';
import { diary } from './diary/diary.ts';
import { directory } from './directory/directory.ts';
import { duties } from './duties/duties.ts';
import { editWindows } from './edit-windows/edit-windows.ts';
import { erasures } from './erasures/erasures.ts';
import { exports } from './exports/exports.ts';
import { finalWork } from './final-work/final-work.ts';
import { gradebook } from './gradebook/gradebook.ts';
import { monitoring } from './monitoring/monitoring.ts';
import { movement } from './movement/movement.ts';
import { outages } from './outages/outages.ts';
import { refusedAttempts } from './refused-attempts/refused-attempts.ts';
import { standing } from './standing/standing.ts';
import { timetable } from './timetable/timetable.ts';
import { webhooks } from './webhooks/webhooks.ts';

/** Every projection there is. A new one is a folder, an import and a line. */
export const projections = [
  directory,
  calendar,
  curriculum,
  classwork,
  gradebook,
  diary,
  timetable,
  attendance,
  standing,
  finalWork,
  editWindows,
  auditTrail,
  refusedAttempts,
  outages,
  movement,
  monitoring,
  duties,
  controls,
  erasures,
  exports,
  webhooks,
] as const;
