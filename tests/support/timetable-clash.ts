import { idOf } from './names.ts';
import { dayOf, elsewhere, otherGroup, placedAt } from './timetable-world.ts';
import { administrator } from './world.ts';

/** The office that makes the timetable. */
export const office = { by: administrator };
/** The stream of the day on which a lesson stands. */
export const day = dayOf('2024-10-01');
/** The lesson that stands there. */
export const standing = (changes: Parameters<typeof placedAt>[1] = {}) => [placedAt('2024-10-01', changes)];
/** A page of another group. */
export const beside = { group: otherGroup, journal: elsewhere };
/** The no to what needs a resource that the standing lesson has. */
export const clash = (resource: string) => ({
  code: 'TIMETABLE_CLASH' as const,
  facts: {
    resource,
    withLesson: idOf('standing lesson'),
    date: '2024-10-01',
    startsAt: '08:30',
    endsAt: '10:00',
  },
});
