import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, label, orderReference } from './vocabulary.ts';

/** What a deputy director answers for: УР, УПР, УВР, the process as a whole. */
export const PORTFOLIOS = ['academic', 'practicalTraining', 'educationalWork', 'processManagement'] as const;

const StaffListed = defineEvent({
  type: 'StaffListed',
  category: 'access',
  meaning: 'A person came onto the staff list; only who is on it can hold a role of staff (T-37).',
  data: z.strictObject({ account: id, from: date, order: orderReference.nullable() }),
});

const StaffDeparted = defineEvent({
  type: 'StaffDeparted',
  category: 'access',
  meaning:
    'A person left the staff: this is the last day. Positions and roles end with it, nothing is deleted.',
  data: z.strictObject({ account: id, until: date, order: orderReference.nullable() }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ account }) => account } },
});

const PositionAssigned = defineEvent({
  type: 'PositionAssigned',
  category: 'access',
  meaning: 'A member of staff took up a position (должность). It gives no right: roles do (T-36).',
  data: z.strictObject({
    account: id,
    position: id,
    title: label,
    department: label.nullable(),
    /** For a deputy director. */
    portfolio: z.enum(PORTFOLIOS).nullable(),
    from: date,
    order: orderReference.nullable(),
  }),
});

const PositionEnded = defineEvent({
  type: 'PositionEnded',
  category: 'access',
  meaning: 'A member of staff left a position: this is the last day in it.',
  data: z.strictObject({ account: id, position: id, until: date, order: orderReference.nullable() }),
});

/** Who works at the college, and in which positions. */
export const staffEvents = {
  StaffListed,
  StaffDeparted,
  PositionAssigned,
  PositionEnded,
} as const;
