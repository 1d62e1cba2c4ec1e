import type { DemoCollege } from './college.ts';
import type { DemoPage } from './pages.ts';

/** When the lessons of a day begin. */
const PAIRS = ['08:30', '10:15', '12:40', '14:25'] as const;

const ROOMS = Array.from({ length: 40 }, (_, room) => String(101 + (room % 4) * 100 + Math.floor(room / 4)));

/** A place in the week: the day from 0, the time and the room. */
export interface Slot {
  readonly day: number;
  readonly startsAt: string;
  readonly room: string;
}

/** Who or what is needed already, by what it is and when. */
export class Bookings {
  readonly #taken = new Set<string>();

  isFree(who: readonly string[], when: string): boolean {
    return !who.some((one) => this.#taken.has(`${one} ${when}`));
  }

  take(who: readonly string[], when: string): void {
    for (const one of who) this.#taken.add(`${one} ${when}`);
  }
}

/**
 * Finds places in the week where neither the group nor a teacher nor a room is needed elsewhere: early lessons first,
 * days in turn. The halves of a group have their lessons at the same time, each in a room of its own.
 */
export const weekOf = (
  college: DemoCollege,
  pages: readonly DemoPage[],
): ReadonlyMap<string, readonly Slot[]> => {
  const bookings = new Bookings();
  const slots = new Map<string, Slot[]>();
  const classes = Map.groupBy(pages, ({ group, courseUnit }) => `${group} ${courseUnit}`);
  for (const [turn, together] of [...classes.values()].entries()) {
    const [{ group, unit }] = together as [DemoPage, ...DemoPage[]];
    const who = [`group ${group}`, ...together.map((page) => page.teacher)];
    const free = PAIRS.flatMap((startsAt) =>
      Array.from({ length: college.workingWeek }, (_, day) => ({
        day: (day + turn) % college.workingWeek,
        startsAt,
      })),
    ).filter(({ day, startsAt }) => bookings.isFree(who, `${day} ${startsAt}`));
    const taken = free
      .filter(({ day }, at) => free.findIndex((slot) => slot.day === day) === at)
      .slice(0, unit.lessonsPerWeek);
    for (const { day, startsAt } of taken) {
      const when = `${day} ${startsAt}`;
      bookings.take(who, when);
      for (const { id } of together) {
        const room = ROOMS.find((each) => bookings.isFree([each], when)) ?? '';
        bookings.take([room], when);
        slots.set(id, [...(slots.get(id) ?? []), { day, startsAt, room }]);
      }
    }
  }
  return slots;
};
