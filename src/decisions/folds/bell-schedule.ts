import type { BellSchedule } from '../../policies/bells.ts';
import { defineFold } from '../decision.ts';
import { withEntry } from './entries.ts';

/** Folds `bellSchedule-<college>`: every schedule there was, by id. */
export const bellSchedules = defineFold<ReadonlyMap<string, BellSchedule>, 'bellSchedule'>(
  'bellSchedule',
  new Map(),
  {
    BellScheduleSet: (schedules, { data: { college: _, order: __, ...schedule } }) =>
      withEntry(schedules, schedule.schedule, { ...schedule, until: null }),
    BellScheduleWithdrawn: (schedules, { data: { schedule, until } }) => {
      const found = schedules.get(schedule);
      return found ? withEntry(schedules, schedule, { ...found, until }) : schedules;
    },
  },
);
