import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { grantedWindow } from './journal.ts';
import { id } from './vocabulary.ts';

const why: Sealing<{ journal: string }> = {
  purpose: 'special',
  meaning: 'Why.',
  subject: ({ journal }) => journal,
};

const EditWindowGrantProposed = defineEvent({
  type: 'EditWindowGrantProposed',
  category: 'windowGrant',
  meaning:
    'An administrator asked to open closed windows of a page again, where the regulation wants a second person to agree.',
  data: grantedWindow,
  sealed: { reason: why },
});

const EditWindowGrantDeclined = defineEvent({
  type: 'EditWindowGrantDeclined',
  category: 'windowGrant',
  meaning: 'A second person did not agree to open a window again, or who asked for it took it back.',
  data: z.strictObject({ journal: id, grant: id }),
  sealed: { reason: why },
});

/** Grants of edit windows that wait for a second person; once confirmed they stand in the page's stream. */
export const windowGrantEvents = { EditWindowGrantProposed, EditWindowGrantDeclined } as const;
