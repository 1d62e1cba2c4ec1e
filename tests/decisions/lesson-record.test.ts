import type { CommandNamed } from '../../src/decisions/register.ts';
import { regulationChanged, under } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { planned, roots, together } from '../support/programme.ts';
import { algebra, command, first, group, happened, second, streams, world } from '../support/world.ts';

const conduct = (changes: Partial<CommandNamed<'ConductLesson'>['data']> = {}) =>
  command('ConductLesson', {
    journal: algebra,
    lesson: second,
    deliveryForm: 'inPerson',
    workTypes: ['lessonWork'],
    topic: 'Корни',
    ...changes,
  });
const homework = (changes: Partial<CommandNamed<'AssignHomework'>['data']> = {}) =>
  command('AssignHomework', { journal: algebra, lesson: first, homework: '§ 3', dueOn: null, ...changes });
const onDay = { on: '2024-09-09' };
/** Another lesson of the same group on the first lesson's day ends at 15:10. */
const classesUntil = {
  'timetableDay-2024-09-02': [
    happened('LessonPlaced', {
      date: '2024-09-02',
      lesson: idOf('last lesson'),
      journal: idOf('physics'),
      group,
      subgroup: null,
      startsAt: '13:40',
      endsAt: '15:10',
      room: null,
      roomId: null,
      teachers: [],
      substitute: null,
    }),
  ],
};

describe('the record of a lesson', () => {
  it('R-LES-01: is due on the lesson day under 001 and 004, without a date under 000 and 003', () => {
    for (const preset of ['001', '004'])
      given(world(under(preset)), { on: '2024-09-10' })
        .when(conduct())
        .thenRecords(
          { type: 'LessonConducted' },
          { rule: { late: true, due: { parameter: 'lessonEntry.deadline', until: '2024-09-09' } } },
        );
    given(world(under('001')), onDay)
      .when(conduct())
      .thenRecords({ type: 'LessonConducted' }, { rule: { late: false } });
    given(world(under('000')), { on: '2024-09-10' })
      .when(conduct())
      .thenRecords({ type: 'LessonConducted' }, { rule: { late: false, due: null } });
  });

  it('R-LES-05: sets homework for the lesson day or a later one, and for no earlier one', () => {
    given(world(under('003')), onDay)
      .when(homework({ dueOn: '2024-09-01' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { dueOn: '2024-09-01', from: '2024-09-02' } });
    given(world(under('003')), onDay)
      .when(homework({ dueOn: '2024-09-02' }))
      .thenRecords({ type: 'HomeworkAssigned' });
  });

  it('R-LES-02: takes its topic from the plan of the page, or has one of its own with a warning', () => {
    const past = world(together(planned, under('002')));
    given(past, onDay)
      .when(conduct({ planItem: roots, topic: null }))
      .thenRecords(
        { type: 'LessonConducted', data: { planItem: roots }, sealed: { topic: 'Корни' } },
        { warnings: [] },
      );
    given(past, onDay)
      .when(conduct({ topic: 'Экскурсия' }))
      .thenRecords(
        { type: 'LessonConducted', data: { planItem: null } },
        { warnings: [{ code: 'TOPIC_NOT_IN_PLAN', clause: '002 §3.3 L40' }] },
      );
    given(world(planned), onDay)
      .when(conduct({ topic: 'Экскурсия' }))
      .thenRecords({ type: 'LessonConducted' }, { warnings: [] });
    given(world(), onDay)
      .when(conduct({ planItem: roots }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'thematicPlanItem' } });
  });

  it('R-LES-03, R-LES-08: states the kinds of work and the topics of practical, laboratory, control and independent works', () => {
    given(world(), onDay)
      .when(
        conduct({
          workTypes: ['practical', 'laboratory', 'control', 'independent'],
          workTopics: { practical: 'Решение', laboratory: 'Опыт', control: 'Корни', independent: 'Степени' },
        }),
      )
      .thenRecords({
        type: 'LessonConducted',
        data: { workTypes: ['practical', 'laboratory', 'control', 'independent'] },
        sealed: {
          practicalTopic: 'Решение',
          laboratoryTopic: 'Опыт',
          controlTopic: 'Корни',
          independentTopic: 'Степени',
        },
      });
  });

  it('R-LES-09, R-LES-10, T-56: rests attendance on presence, the live session, or the results of tasks', () => {
    for (const [deliveryForm, attendanceBasis] of [
      ['inPerson', 'presence'],
      ['distance', 'liveSession'],
      ['electronic', 'taskResults'],
    ] as const)
      given(world(), onDay)
        .when(conduct({ deliveryForm }))
        .thenRecords({ type: 'LessonConducted', data: { deliveryForm, attendanceBasis } });
    given(world(), onDay)
      .when(conduct({ deliveryForm: 'electronic', attendanceBasis: 'liveSession' }))
      .thenRecords({ type: 'LessonConducted', data: { attendanceBasis: 'liveSession' } });
  });

  it('R-LES-07, T-51: is in Russian, foreign-language lessons included; another language is warned of, not refused', () => {
    given(world(under('001')), onDay)
      .when(conduct({ topic: 'Present Simple' }))
      .thenRecords(
        { type: 'LessonConducted', sealed: { topic: 'Present Simple' } },
        { warnings: [{ code: 'NOT_IN_RUSSIAN', facts: { field: 'topic' }, clause: '001 §5.5.8' }] },
      );
    given(world(under('004')), onDay)
      .when(conduct({ topic: 'Present Simple' }))
      .thenRecords({ type: 'LessonConducted' }, { warnings: [] });
    given(world(under('004')))
      .when(homework({ homework: 'Learn the words' }))
      .thenRecords(
        { type: 'HomeworkAssigned' },
        { warnings: [{ code: 'NOT_IN_RUSSIAN', facts: { field: 'homework' } }] },
      );
    given(world(), onDay)
      .when(conduct({ topic: 'Present Simple' }))
      .thenRecords({ type: 'LessonConducted' }, { warnings: [] });
  });
});

describe('homework', () => {
  it('R-LES-05: holds its content, how it is done, pages and numbers; and only where it is set', () => {
    given(world())
      .when(homework({ homework: 'Учить теорему', manner: 'письменно', pages: 'с. 12–14, № 3' }))
      .thenRecords({
        type: 'HomeworkAssigned',
        sealed: { homework: 'Учить теорему', manner: 'письменно', pages: 'с. 12–14, № 3' },
      });
    given(world(under('002')), onDay)
      .when(conduct())
      .thenRecords({ type: 'LessonConducted' }, { warnings: [] });
  });

  it('R-LES-06, T-17, D-06: is due under 002 three hours after the classes of the group, 15:10 gives 18:10', () => {
    const past = world(together(classesUntil, under('002')));
    given(past, { on: '2024-09-02', time: '18:10' })
      .when(homework())
      .thenRecords(
        { type: 'HomeworkAssigned' },
        { rule: { late: false, due: { parameter: 'homework.entryDeadline', until: '2024-09-02T18:10' } } },
      );
    given(past, { on: '2024-09-02', time: '18:11' })
      .when(homework())
      .thenRecords({ type: 'HomeworkAssigned' }, { rule: { late: true, due: { clause: '002 §3.3 L41' } } });
  });

  it('R-LES-06, D-06: is due on the lesson day under 001 and 004, and never late where the regulation is silent', () => {
    for (const preset of ['001', '004'])
      given(world(under(preset)))
        .when(homework())
        .thenRecords({ type: 'HomeworkAssigned' }, { rule: { late: true, due: { until: '2024-09-02' } } });
    given(world())
      .when(homework())
      .thenRecords({ type: 'HomeworkAssigned' }, { rule: { late: false, due: null } });
  });

  it('T-48: is due by the rule of the day of the lesson, whatever came later', () => {
    const later = regulationChanged('2024-09-03', { 'homework.entryDeadline': { kind: 'lessonDay' } });
    given(world({ [streams.regulation]: [later] }), { on: '2024-09-04' })
      .when(homework())
      .thenRecords({ type: 'HomeworkAssigned' }, { rule: { late: false } });
  });
});
