import { accountCommands } from './account.ts';
import { attendanceCommands } from './attendance.ts';
import { attestationCommands } from './attestation.ts';
import { editWindowCommands } from './edit-window.ts';
import { groupCommands } from './group.ts';
import { journalCommands } from './journal.ts';
import { lessonCommands } from './lesson.ts';
import { markCommands } from './mark.ts';
import { periodCommands } from './period.ts';
import { studentCommands } from './student.ts';
import { timetableCommands } from './timetable.ts';

/** The resolvers of every command. A new family is one more line. */
export const commandResolvers = [
  ...markCommands,
  ...attendanceCommands,
  ...attestationCommands,
  ...lessonCommands,
  ...timetableCommands,
  ...journalCommands,
  ...editWindowCommands,
  ...periodCommands,
  ...groupCommands,
  ...studentCommands,
  ...accountCommands,
];
