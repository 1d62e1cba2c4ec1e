import type { DomainEvent } from '../../../events/register.ts';
import type { CommandNamed } from '../../../src/decisions/register.ts';
import { given } from '../../support/given.ts';
import { idOf } from '../../support/names.ts';
import {
  entered,
  generate,
  mondays,
  pageOf,
  physics,
  timetabled,
  weekly,
} from '../../support/timetable-world.ts';
import { regulationChanged } from '../../support/acts.ts';
import {
  administrator,
  command,
  group,
  happened,
  orlov,
  petrova,
  streams,
  world,
} from '../../support/world.ts';

const office = { by: administrator };
const add = (changes: Partial<CommandNamed<'AddTimetableEntry'>['data']> = {}) =>
  command('AddTimetableEntry', {
    timetable: weekly,
    entry: idOf('another entry'),
    journal: physics,
    weekday: 2,
    weeks: 'every',
    pair: null,
    startsAt: '12:40',
    endsAt: null,
    academicHours: 2,
    room: '201',
    roomId: null,
    deliveryForm: 'inPerson',
    teacher: null,
    from: null,
    ...changes,
  });
const withPhysics = (...events: readonly DomainEvent[]) =>
  world({ ...pageOf(physics, orlov, { group }), ...timetabled(...events) });

describe('a weekly timetable', () => {
  it('R-SCH-03: is drawn up for a stretch of days, once', () => {
    const data = { timetable: weekly, title: 'Осень', from: '2024-09-02', until: '2024-12-28' };
    const compose = command('ComposeTimetable', data);
    given(world(), office).when(compose).thenRecords({ type: 'TimetableComposed', data });
    given(world(timetabled()), office).when(compose).thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world(), office)
      .when(command('ComposeTimetable', { ...data, until: '2024-09-01' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('R-SCH-04: names weekday, time, place and teacher of each lesson', () => {
    given(withPhysics(), office)
      .when(add())
      .thenRecords({
        type: 'TimetableEntryAdded',
        data: {
          weekday: 2,
          startsAt: '12:40',
          endsAt: '14:10',
          room: '201',
          teachers: [orlov],
          from: '2024-09-02',
        },
      });
    given(withPhysics(), office)
      .when(add({ teacher: petrova }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'teacher' } });
    given(withPhysics(), office)
      .when(add({ from: '2025-01-01' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(withPhysics(), office)
      .when(add({ timetable: idOf('no timetable') }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'timetable' } });
  });

  it('has no clash in itself, week by week', () => {
    const past = withPhysics(entered());
    given(past, office)
      .when(add({ weekday: 1, startsAt: '14:00' }))
      .thenRefuses({ code: 'TIMETABLE_CLASH', facts: { resource: 'group', withEntry: mondays, weekday: 1 } });
    given(withPhysics(entered({ weeks: 'odd' })), office)
      .when(add({ weekday: 1, weeks: 'even' }))
      .thenRecords({ type: 'TimetableEntryAdded' });
    const ended = happened('TimetableEntryEnded', {
      timetable: weekly,
      entry: mondays,
      lastDay: '2024-09-30',
    });
    given(withPhysics(entered(), ended), office)
      .when(add({ weekday: 1, from: '2024-10-01' }))
      .thenRecords({ type: 'TimetableEntryAdded' });
  });

  it('R-SCH-05: asks for approval again once something is added', () => {
    const approved = happened('TimetableApproved', { timetable: weekly, order: null });
    const waiting = { code: 'NOT_APPROVED' } as const;
    const rules = {
      [streams.regulation]: [regulationChanged('2024-09-01', { 'timetable.approvedBy': ['director'] })],
    };
    given({ ...withPhysics(approved, entered()), ...rules }, office)
      .when(generate('2024-09-09', '2024-09-15'))
      .thenRefuses(waiting);
    given({ ...withPhysics(entered(), approved), ...rules }, office)
      .when(generate('2024-09-09', '2024-09-15'))
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced' }, { type: 'LessonsGenerated' }]);
  });
});
