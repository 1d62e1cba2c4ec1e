import type { DomainEvent } from '../../../events/register.ts';
import { lastClassEndsAt, timetableDays } from '../../../src/decisions/folds/timetable-day.ts';
import { idOf } from '../../support/names.ts';
import { PureLedger } from '../../support/pure-ledger.ts';
import { dayOf, placedAt } from '../../support/timetable-world.ts';
import { group, happened } from '../../support/world.ts';

describe('the classes of a group on a day', () => {
  it('T-17: end with its last lesson, whichever page it is on', () => {
    const lessons = [
      placedAt('2024-10-01'),
      placedAt('2024-10-01', { lesson: idOf('late'), startsAt: '13:40', endsAt: '15:10' }),
      placedAt('2024-10-01', { lesson: idOf('later'), group: idOf('the other group'), endsAt: '18:00' }),
    ];
    const day = (events: readonly DomainEvent[]) =>
      new PureLedger({ [dayOf('2024-10-01')]: events }).state(timetableDays, '2024-10-01');
    expect(lastClassEndsAt(day(lessons), group)).toBe('15:10');
    const lifted = happened('LessonLifted', { date: '2024-10-01', lesson: idOf('late') });
    expect(lastClassEndsAt(day([...lessons, lifted]), group)).toBe('10:00');
    expect(lastClassEndsAt(day([]), group)).toBeNull();
  });
});
