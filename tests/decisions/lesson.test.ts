import type { CommandNamed } from '../../src/decisions/register.ts';
import { absent, announced, granted, locked, marked, withdrawn, regulationChanged } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  command,
  conducted,
  first,
  happened,
  orlov,
  petrova,
  second,
  streams,
  world,
} from '../support/world.ts';

const { page, period, mark, attendance, regulation } = streams;
const office = { by: administrator };
const reason = 'Замена кабинета';
const third = idOf('third lesson');
const schedule = (date: string) =>
  command('ScheduleLesson', {
    journal: algebra,
    lesson: third,
    date,
    startsAt: '08:30',
    academicHours: 2,
    deliveryForm: 'inPerson',
    room: null,
  });
const move = (changes: Partial<CommandNamed<'MoveLesson'>['data']> = {}) =>
  command('MoveLesson', {
    journal: algebra,
    lesson: second,
    date: '2024-09-16',
    startsAt: '10:15',
    room: null,
    reason,
    ...changes,
  });
const cancel = (lesson: string, why = reason) =>
  command('CancelLesson', { journal: algebra, lesson, reason: why });
const record = { journal: algebra, lesson: second, deliveryForm: 'inPerson', topic: 'Корни' } as const;
const conduct = command('ConductLesson', { ...record, workTypes: ['lessonWork'] });
const correct = (workTypes: CommandNamed<'ConductLesson'>['data']['workTypes']) =>
  command('CorrectLessonRecord', { ...record, lesson: first, workTypes, reason });

describe('the timetable', () => {
  it('T-02: gives a lesson the last day for its marks, 21 days after its date', () => {
    given(world(), office)
      .when(schedule('2024-10-01'))
      .thenRecords(
        { type: 'LessonScheduled', data: { marksUntil: '2024-10-22' } },
        { rule: { deadline: '2024-10-22', version: 0 } },
      );
  });

  it('T-48: gives it by the rule in force on its date, and names the version', () => {
    const fortnight = regulationChanged('2024-10-01', { 'currentMark.editWindowDays': 14 });
    const past = world({ [regulation]: [fortnight] });
    given(past, office)
      .when(schedule('2024-10-01'))
      .thenRecords({ type: 'LessonScheduled', data: { marksUntil: '2024-10-15' } }, { rule: { version: 1 } });
    given(past, office)
      .when(schedule('2024-09-30'))
      .thenRecords({ type: 'LessonScheduled', data: { marksUntil: '2024-10-21' } }, { rule: { version: 0 } });
  });

  it('lies within the period, and is made by those who make it', () => {
    given(world(), office)
      .when(schedule('2024-12-29'))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { until: '2024-12-28' } });
    given(world()).when(schedule('2024-10-01')).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world({ [period]: [locked()] }), office)
      .when(schedule('2024-10-01'))
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });
});

describe('moving a lesson', () => {
  it('T-04: moves the window of one that was not held', () => {
    given(world(), office)
      .when(move())
      .thenRecords(
        { type: 'LessonMoved', data: { from: '2024-09-09', date: '2024-09-16', marksUntil: '2024-10-07' } },
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
      .thenRecords({ type: 'LessonMoved' });
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

describe('holding a lesson', () => {
  it('is recorded on its day or after, with the topic (R-LES-01)', () => {
    given(world(), { on: '2024-09-09' })
      .when(conduct)
      .thenRecords({ type: 'LessonConducted', sealed: { topic: 'Корни' } }, { occurredOn: '2024-09-09' });
    given(world(), { on: '2024-09-08' }).when(conduct).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('T-03: obeys the window of the lesson', () => {
    given(world(), { on: '2024-09-30' }).when(conduct).thenRecords({ type: 'LessonConducted' });
    given(world(), { on: '2024-10-01' }).when(conduct).thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });

  it('T-29, T-30: is recorded by the teacher or by who stands in', () => {
    given(world(), { by: orlov, on: '2024-09-09' }).when(conduct).thenRefuses({ code: 'NOT_IN_LOAD' });
    const past = world({
      [page]: [happened('SubstituteAssigned', { journal: algebra, lesson: second, account: orlov })],
    });
    given(past, { by: orlov, on: '2024-09-09' })
      .when(conduct)
      .thenRecords({ type: 'LessonConducted' }, { right: 'substituteTeacher' });
    given(past, { by: petrova, on: '2024-09-09' })
      .when(conduct)
      .thenRecords({ type: 'LessonConducted' }, { right: 'teacher' });
  });

  it('is recorded once, and corrected for a reason', () => {
    given(world({ [page]: [conducted(second)] }), { on: '2024-09-09' })
      .when(conduct)
      .thenRefuses({ code: 'LESSON_CONDUCTED' });
    given(world())
      .when(correct(['lessonWork', 'test']))
      .thenRecords({ type: 'LessonRecordCorrected' });
  });

  it('keeps a kind of work that has marks', () => {
    given(world({ [mark]: [marked('4', 'control')] }))
      .when(correct(['lessonWork']))
      .thenRefuses({ code: 'ENTRIES_REMAIN', facts: { marks: 1 } });
    given(world({ [mark]: [marked('4')] }))
      .when(correct(['lessonWork']))
      .thenRecords({ type: 'LessonRecordCorrected' });
  });

  it('may set homework (R-LES-05)', () => {
    const homework = command('AssignHomework', {
      journal: algebra,
      lesson: first,
      homework: '§ 3, № 12',
      dueOn: '2024-09-09',
    });
    given(world())
      .when(homework)
      .thenRecords({ type: 'HomeworkAssigned', sealed: { homework: '§ 3, № 12' } });
    given(world({ [period]: [locked()] }))
      .when(homework)
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });
});
