import { given } from '../../support/given.ts';
import { dayOf, elsewhere, otherGroup, placedAt } from '../../support/timetable-world.ts';
import {
  administrator,
  algebra,
  command,
  happened,
  orlov,
  petrova,
  second,
  world,
} from '../../support/world.ts';

const office = { by: administrator };
const beside = { group: otherGroup, journal: elsewhere };

describe('a page that changes its teacher', () => {
  const assign = command('AssignTeacher', {
    journal: algebra,
    account: orlov,
    from: '2024-09-05',
    order: null,
  });
  const release = command('ReleaseTeacher', { journal: algebra, account: petrova });
  const own = (teachers: readonly string[]) =>
    placedAt('2024-09-09', { lesson: second, journal: algebra, room: '301', teachers: [...teachers] });
  const shared = happened('JournalTeacherAssigned', {
    journal: algebra,
    account: orlov,
    from: '2024-09-05',
    order: null,
  });
  const on = (...placed: ReturnType<typeof placedAt>[]) =>
    world({ [`journal-${algebra}`]: [shared], [dayOf('2024-09-09')]: placed });

  it('R-SCH-08: gives its lessons to come to who takes over, and leaves those that were held', () => {
    given(on(own([petrova])), office)
      .when(release)
      .thenRecords([
        { type: 'JournalTeacherReleased' },
        { type: 'LessonPlaced', data: { lesson: second, teachers: [orlov] } },
      ]);
    given(on(own([petrova])), { ...office, on: '2024-09-10' })
      .when(release)
      .thenRecords({ type: 'JournalTeacherReleased' });
  });

  it('takes nobody away from a lesson elsewhere: the lesson then waits for a teacher', () => {
    given(on(own([petrova]), placedAt('2024-09-09', beside)), office)
      .when(release)
      .thenRecords([{ type: 'JournalTeacherReleased' }, { type: 'LessonPlaced', data: { teachers: [] } }]);
  });

  it('adds no second teacher to a lesson that has one, and one to a lesson that has none', () => {
    const alone = (teachers: readonly string[]) => world({ [dayOf('2024-09-09')]: [own(teachers)] });
    given(alone([petrova]), office)
      .when(assign)
      .thenRecords({ type: 'JournalTeacherAssigned' });
    given(alone([]), office)
      .when(assign)
      .thenRecords([
        { type: 'JournalTeacherAssigned' },
        { type: 'LessonPlaced', data: { teachers: [petrova, orlov] } },
      ]);
  });
});
