import { existing, type Handlers } from '../projection.ts';
import { joined, left } from '../stay.ts';
import type { RosterRow } from './rows.ts';

/** Who is on the page, and on which days (T-32). */
export const rosterHandlers: Handlers<RosterRow> = {
  RosterExtended: ({ data: { journal, students, from } }) =>
    students.map((student) => ({
      key: [journal, student],
      next: (row) => ({ journal, student, stays: joined(row?.stays ?? [], from) }),
    })),
  RosterEntryEnded: (event) => [
    {
      key: [event.data.journal, event.data.student],
      next: (row) => {
        const entry = existing(row, event);
        return { ...entry, stays: left(entry.stays, event.data.until) };
      },
    },
  ],
};
