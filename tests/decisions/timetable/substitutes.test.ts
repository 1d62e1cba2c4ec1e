import { recordMark, under } from '../../support/acts.ts';
import { given } from '../../support/given.ts';
import { dayOf, elsewhere, move, otherGroup, placedAt, schedule } from '../../support/timetable-world.ts';
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
const day = dayOf('2024-10-01');
const standing = (changes: Parameters<typeof placedAt>[1] = {}) => [placedAt('2024-10-01', changes)];
const beside = { group: otherGroup, journal: elsewhere };

describe('a substitute', () => {
  const substitute = command('AssignSubstitute', {
    journal: algebra,
    lesson: second,
    account: orlov,
    reason: null,
  });
  const own = placedAt('2024-09-09', { lesson: second, journal: algebra, room: '301', teachers: [petrova] });
  const on = (...others: ReturnType<typeof placedAt>[]) => world({ [dayOf('2024-09-09')]: [own, ...others] });

  it('T-30: does not stand in while teaching elsewhere', () => {
    given(on(placedAt('2024-09-09', beside)), office)
      .when(substitute)
      .thenRefuses({ code: 'TIMETABLE_CLASH', facts: { resource: 'teacher', date: '2024-09-09' } });
  });

  it('R-SCH-09: is recorded on the day, under the clause of the regulation', () => {
    given(on(), office)
      .when(substitute)
      .thenRecords(
        [
          { type: 'SubstituteAssigned' },
          { type: 'LessonPlaced', data: { teachers: [petrova], substitute: orlov } },
        ],
        { rule: { parameter: 'substitution.recorded', clause: '003 §3.3 L84' } },
      );
  });

  it('leaves the regular teacher free for another lesson', () => {
    const past = world({ [day]: standing({ ...beside, teachers: [petrova], substitute: orlov }) });
    given(past, office)
      .when(schedule())
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced', data: { teachers: [petrova] } }]);
  });

  it('stays with a lesson that moves', () => {
    const named = happened('SubstituteAssigned', { journal: algebra, lesson: second, account: orlov });
    const past = world({
      [`journal-${algebra}`]: [named],
      [dayOf('2024-09-16')]: [placedAt('2024-09-16', { ...beside, startsAt: '10:15', endsAt: '11:45' })],
    });
    given(past, office)
      .when(move())
      .thenRefuses({ code: 'TIMETABLE_CLASH', facts: { resource: 'teacher' } });
  });
});

describe('a lesson that a colleague stands in at', () => {
  const conduct = command('ConductLesson', {
    journal: algebra,
    lesson: second,
    deliveryForm: 'inPerson',
    workTypes: ['lessonWork'],
    topic: 'Корни',
  });
  const named = happened('SubstituteAssigned', { journal: algebra, lesson: second, account: orlov });
  const past = (preset: string) => world({ ...under(preset), [`journal-${algebra}`]: [named] });

  it.each(['003', '004'])(
    'R-SCH-10, T-30: is filled in by the colleague in the regular way, and it alone (%s)',
    (preset) => {
      given(past(preset), { by: orlov, on: '2024-09-09' })
        .when(conduct)
        .thenRecords({ type: 'LessonConducted', data: { lesson: second } }, { right: 'substituteTeacher' });
      given(past(preset), { by: orlov, on: '2024-09-09' })
        .when(recordMark())
        .thenRefuses({ code: 'NOT_IN_LOAD' });
    },
  );

  it('T-30: may be filled in by the regular teacher later, each under their own name', () => {
    given(past('003'), { by: petrova, on: '2024-09-10' })
      .when(conduct)
      .thenRecords({ type: 'LessonConducted' }, { right: 'teacher' });
  });
});
