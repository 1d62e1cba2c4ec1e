import { given } from '../../support/given.ts';
import { office, day, standing, beside, clash } from '../../support/timetable-clash.ts';
import { dayOf, english, german, move, pageOf, placedAt, schedule } from '../../support/timetable-world.ts';
import { algebra, group, ivanova, orlov, petrova, second, smirnov, world } from '../../support/world.ts';

describe('a clash in the timetable', () => {
  it('of the group is refused with the lesson it is in', () => {
    given(world({ [day]: standing() }), office)
      .when(schedule())
      .thenRefuses(clash('group'));
  });

  it('of the teacher is refused, in whichever group the other lesson is', () => {
    const past = world({ [day]: standing({ ...beside, teachers: [petrova] }) });
    given(past, office).when(schedule()).thenRefuses(clash('teacher'));
  });

  it('of the room is refused, whichever way its label is written', () => {
    const past = world({ [day]: standing({ ...beside, room: 'Зал А' }) });
    given(past, office)
      .when(schedule({ room: 'зал а' }))
      .thenRefuses({ ...clash('room'), facts: { resource: 'room', room: 'Зал А' } });
    given(past, office)
      .when(schedule({ room: 'Зал Б' }))
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced' }]);
  });

  it('is none where one lesson begins as the other ends, and none without a room', () => {
    const past = world({ [day]: standing() });
    given(past, office)
      .when(schedule({ startsAt: '10:00' }))
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced', data: { endsAt: '11:30' } }]);
    given(past, office)
      .when(schedule({ startsAt: '09:59' }))
      .thenRefuses(clash('group'));
    given(world({ [day]: standing({ ...beside, room: null }) }), office)
      .when(schedule({ room: null }))
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced' }]);
  });

  it('refuses a move too, and a change of place on the same day', () => {
    const past = world({
      [dayOf('2024-09-16')]: [placedAt('2024-09-16', { startsAt: '10:15', endsAt: '11:45' })],
      [dayOf('2024-09-09')]: [
        placedAt('2024-09-09', { lesson: second, journal: algebra, room: '301', teachers: [petrova] }),
        placedAt('2024-09-09', beside),
      ],
    });
    given(past, office)
      .when(move())
      .thenRefuses({ code: 'TIMETABLE_CLASH', facts: { resource: 'group' } });
    given(past, office)
      .when(move({ date: '2024-09-09', startsAt: '08:30', room: '201' }))
      .thenRefuses({ code: 'TIMETABLE_CLASH', facts: { resource: 'room', room: '201' } });
  });

  it('is none for two halves of a group in different rooms, and one where a student is in both', () => {
    const halves = (students: readonly string[]) =>
      world({
        ...pageOf(english, petrova, { group, subgroup: '1' }, [ivanova]),
        ...pageOf(german, orlov, { group, subgroup: '2' }, students),
        [day]: standing({ journal: german, subgroup: '2' }),
      });
    const languages = schedule({ journal: english });
    given(halves([smirnov]), office)
      .when(languages)
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced', data: { subgroup: '1' } }]);
    given(halves([smirnov, ivanova]), office)
      .when(languages)
      .thenRefuses(clash('group'));
    given(halves([smirnov]), office)
      .when(schedule())
      .thenRefuses(clash('group'));
  });
});
