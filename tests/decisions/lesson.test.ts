import type { CommandNamed } from '../../src/decisions/register.ts';
import { locked, marked } from '../support/acts.ts';
import { given } from '../support/given.ts';
import {
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

const { page, period, mark } = streams;
const reason = 'Замена кабинета';
const record = { journal: algebra, lesson: second, deliveryForm: 'inPerson', topic: 'Корни' } as const;
const conduct = command('ConductLesson', { ...record, workTypes: ['lessonWork'] });
const correct = (workTypes: CommandNamed<'ConductLesson'>['data']['workTypes']) =>
  command('CorrectLessonRecord', { ...record, lesson: first, workTypes, reason });

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
