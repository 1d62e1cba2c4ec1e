import { attendance } from './attendance/attendance.ts';
import { auditTrail } from './audit-trail/audit-trail.ts';
import { diary } from './diary/diary.ts';
import { directory } from './directory/directory.ts';
import { editWindows } from './edit-windows/edit-windows.ts';
import { gradebook } from './gradebook/gradebook.ts';
import { refusedAttempts } from './refused-attempts/refused-attempts.ts';
import { standing } from './standing/standing.ts';

/** Every projection there is. A new one is a folder, an import and a line. */
export const projections = [
  directory,
  gradebook,
  diary,
  attendance,
  standing,
  editWindows,
  auditTrail,
  refusedAttempts,
] as const;
