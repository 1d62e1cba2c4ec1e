import { absent, announced, granted, locked, marked, regulationChanged, withdrawn } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { dayOf, move, placedAt, schedule } from '../support/timetable-world.ts';
import {
  administrator,
  algebra,
  command,
  first,
  happened,
  second,
  streams,
  world,
} from '../support/world.ts';

const { page, period, mark, attendance, regulation } = streams;
const office = { by: administrator };
const reason = 'Замена кабинета';
const cancel = (lesson: string, why = reason) =>
  command('CancelLesson', { journal: algebra, lesson, reason: why });

describe('the timetable', () => {
  it('T-02: gives a lesson the last day for its marks, 21 days after its date', () => {
    given(world(), office)
      .when(schedule({ date: '2024-10-01' }))
      .thenRecords(
        [{ type: 'LessonScheduled', data: { marksUntil: '2024-10-22' } }, { type: 'LessonPlaced' }],
        { rule: { deadline: '2024-10-22', version: 0 } },
      );
  });

  it('T-48: gives it by the rule in force on its date, and names the version', () => {
    const fortnight = regulationChanged('2024-10-01', { 'currentMark.editWindowDays': 14 });
    const past = world({ [regulation]: [fortnight] });
    given(past, office)
      .when(schedule({ date: '2024-10-01' }))
      .thenRecords(
        [{ type: 'LessonScheduled', data: { marksUntil: '2024-10-15' } }, { type: 'LessonPlaced' }],
        { rule: { version: 1 } },
      );
    given(past, office)
      .when(schedule({ date: '2024-09-30' }))
      .thenRecords(
        [{ type: 'LessonScheduled', data: { marksUntil: '2024-10-21' } }, { type: 'LessonPlaced' }],
        { rule: { version: 0 } },
      );
  });

  it('lies within the period, and is made by those who make it', () => {
    given(world(), office)
      .when(schedule({ date: '2024-12-29' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { until: '2024-12-28' } });
    given(world())
      .when(schedule({ date: '2024-10-01' }))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world({ [period]: [locked()] }), office)
      .when(schedule({ date: '2024-10-01' }))
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });
});

describe('moving a lesson', () => {
  it('T-04: moves the window of one that was not held', () => {
    given(world(), office)
      .when(move())
      .thenRecords(
        [
          { type: 'LessonMoved', data: { from: '2024-09-09', date: '2024-09-16', marksUntil: '2024-10-07' } },
          { type: 'LessonPlaced' },
        ],
        { rule: { deadline: '2024-10-07' } },
      );
  });

  it('T-04: is refused once the lesson was held', () => {
    given(world(), office)
      .when(move({ lesson: first }))
      .thenRefuses({ code: 'LESSON_CONDUCTED', facts: { date: '2024-09-02' } });
  });

  it('T-04: does not open a window that has closed, not even under a grant', () => {
    const past = world({ [page]: [granted({ lesson: second, until: '2024-10-31' })] });
    given(past, { ...office, on: '2024-09-30' })
      .when(move({ date: '2024-10-01' }))
      .thenRecords([{ type: 'LessonMoved' }, { type: 'LessonPlaced' }]);
    given(past, { ...office, on: '2024-10-01' })
      .when(move({ date: '2024-10-01' }))
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED', facts: { closedOn: '2024-09-30' }, grantable: false });
  });

  it('needs a reason and a day of the period', () => {
    given(world(), office)
      .when(move({ reason: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), office)
      .when(move({ date: '2025-01-09' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });
});

describe('cancelling a lesson', () => {
  it('T-31: takes it out of the timetable, for a reason', () => {
    given(world(), office).when(cancel(second)).thenRecords({ type: 'LessonCancelled', sealed: { reason } });
    given(world(), office).when(cancel(second, '')).thenRefuses({ code: 'REASON_REQUIRED' });
  });

  it('T-31: loses no entry: marks and absences are taken back first', () => {
    given(world({ [mark]: [marked('5')], [attendance]: [absent()] }), office)
      .when(cancel(first))
      .thenRefuses({ code: 'ENTRIES_REMAIN', facts: { marks: 1, absences: 1 } });
    given(world({ [mark]: [marked('5'), withdrawn('5')], [attendance]: [announced()] }), office)
      .when(cancel(first))
      .thenRecords({ type: 'LessonCancelled' });
  });

  it('T-31: is done once', () => {
    const past = world({ [page]: [happened('LessonCancelled', { journal: algebra, lesson: second })] });
    given(past, office).when(cancel(second)).thenRefuses({ code: 'LESSON_CANCELLED' });
  });
});

describe('the day of a lesson', () => {
  it('R-SCH-07: knows when the lesson is, where, for whom and with whom', () => {
    given(world(), office)
      .when(schedule())
      .thenRecords([
        { type: 'LessonScheduled', data: { date: '2024-10-01', startsAt: '08:30', room: '301' } },
        {
          type: 'LessonPlaced',
          data: { date: '2024-10-01', startsAt: '08:30', endsAt: '10:00', room: '301', substitute: null },
        },
      ]);
  });

  it('is left by a lesson that moves to another, and kept by one that moves within it', () => {
    const standing = placedAt('2024-09-09', { lesson: second, journal: algebra });
    const past = world({ [dayOf('2024-09-09')]: [standing] });
    given(past, office)
      .when(move())
      .thenRecords([
        { type: 'LessonMoved' },
        { type: 'LessonLifted', data: { date: '2024-09-09', lesson: second } },
        { type: 'LessonPlaced', data: { date: '2024-09-16', startsAt: '10:15', endsAt: '11:45' } },
      ]);
    given(past, office)
      .when(move({ date: '2024-09-09', room: '401' }))
      .thenRecords([
        { type: 'LessonMoved', data: { from: '2024-09-09', date: '2024-09-09', room: '401' } },
        { type: 'LessonPlaced', data: { date: '2024-09-09', room: '401' } },
      ]);
  });

  it('is left by a lesson that is cancelled', () => {
    const standing = placedAt('2024-09-09', { lesson: second, journal: algebra });
    given(world({ [dayOf('2024-09-09')]: [standing] }), office)
      .when(cancel(second))
      .thenRecords([{ type: 'LessonCancelled' }, { type: 'LessonLifted', data: { lesson: second } }]);
  });

  it('is not asked by an import, which tells of days that have passed', () => {
    const past = world({ [dayOf('2024-10-01')]: [placedAt('2024-10-01')] });
    given(past, { ...office, source: 'import' })
      .when(schedule())
      .thenRecords({ type: 'LessonScheduled' });
  });
});
