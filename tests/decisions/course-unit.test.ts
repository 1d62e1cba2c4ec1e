import type { CommandNamed } from '../../src/decisions/register.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { administrator, command, courseUnit, happened, petrova, world } from '../support/world.ts';

const office = { by: administrator };
const [module, course, practice] = ['module', 'МДК', 'practice'].map(idOf) as [string, string, string];

const unit = (id: string, kind: CommandNamed<'RegisterCourseUnit'>['data']['kind']) => ({
  [`courseUnit-${id}`]: [
    happened('CourseUnitRegistered', { courseUnit: id, code: 'ПМ.01', title: 'Разработка', kind }),
  ],
});
const register = (data: Partial<CommandNamed<'RegisterCourseUnit'>['data']>) =>
  command('RegisterCourseUnit', {
    courseUnit: course,
    code: 'МДК.01.01',
    title: 'Разработка модулей',
    kind: 'interdisciplinaryCourse',
    ...data,
  });
const place = (data: Partial<CommandNamed<'PlaceCourseUnit'>['data']>) =>
  command('PlaceCourseUnit', { courseUnit: practice, module: null, practiceKind: null, ...data });

describe('course units', () => {
  it('T-26: stand in a hierarchy: an МДК in its professional module', () => {
    given(world(unit(module, 'professionalModule')), office)
      .when(register({ module }))
      .thenRecords([
        { type: 'CourseUnitRegistered', data: { courseUnit: course, kind: 'interdisciplinaryCourse' } },
        { type: 'CourseUnitPlaced', data: { module, practiceKind: null } },
      ]);
    given(world(), office).when(register({})).thenRecords({ type: 'CourseUnitRegistered' });
  });

  it('R-WRK-03: name the kind of a practice: training, industrial, pre-diploma', () => {
    given(world({ ...unit(module, 'professionalModule'), ...unit(practice, 'practice') }), office)
      .when(place({ module, practiceKind: 'industrial' }))
      .thenRecords({ type: 'CourseUnitPlaced', data: { practiceKind: 'industrial', module } });
    given(world(unit(practice, 'practice')), office)
      .when(place({}))
      .thenNothingChanges();
  });

  it('refuse a place that does not exist or is of the wrong kind', () => {
    given(world(), office)
      .when(register({ module }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'professionalModule' } });
    given(world(), office)
      .when(register({ module: courseUnit }))
      .thenRefuses({ code: 'WRONG_KIND', facts: { kind: 'discipline', wanted: 'professionalModule' } });
    given(world(unit(module, 'professionalModule')), office)
      .when(register({ kind: 'discipline', module }))
      .thenRefuses({ code: 'WRONG_KIND', facts: { kind: 'discipline' } });
    given(world(), office)
      .when(place({ courseUnit, practiceKind: 'training' }))
      .thenRefuses({ code: 'WRONG_KIND', facts: { wanted: 'practice' } });
  });

  it('are placed by the administration only, and once', () => {
    given(world(), { by: petrova }).when(place({ courseUnit })).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), office)
      .when(place({}))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'courseUnit' } });
    given(world(), office).when(register({ courseUnit })).thenRefuses({ code: 'ALREADY_EXISTS' });
  });
});
