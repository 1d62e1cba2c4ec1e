import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  command,
  courseUnit,
  curator,
  deputy,
  group,
  petrova,
  withRole,
  world,
} from '../support/world.ts';

const office = { by: administrator };
const other = idOf('other curator');
const form = (id: string) => command('FormGroup', { group: id, name: 'С-22', year: 1, semester: 1 });
const assign = (account: string, id = group) => command('AssignCurator', { group: id, account, order: null });
const register = (id: string) =>
  command('RegisterCourseUnit', {
    courseUnit: id,
    code: 'МДК.01',
    title: 'Сметы',
    kind: 'interdisciplinaryCourse',
  });
const rename = (title: string, id = courseUnit) =>
  command('RenameCourseUnit', { courseUnit: id, code: 'ОУД.01', title });

describe('a study group', () => {
  it('is formed once, by those who may', () => {
    given(world(), office)
      .when(form(idOf('new')))
      .thenRecords({ type: 'GroupFormed', data: { name: 'С-22' } });
    given(world(), office).when(form(group)).thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world())
      .when(form(idOf('new')))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-37: has a curator who holds the role', () => {
    given(world(withRole(other, 'groupCurator')), { by: deputy })
      .when(assign(other))
      .thenRecords({ type: 'GroupCuratorAssigned', data: { account: other } });
    given(world(), office)
      .when(assign(petrova))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'groupCurator' } });
    given(world(), office).when(assign(curator)).thenNothingChanges();
    given(world(), office)
      .when(assign(curator, idOf('nobody')))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'group' } });
    given(world()).when(assign(curator)).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('a course unit', () => {
  it('T-26: is registered once: a discipline, an МДК, a practice or a module', () => {
    given(world(), office)
      .when(register(idOf('new')))
      .thenRecords({ type: 'CourseUnitRegistered' });
    given(world(), office).when(register(courseUnit)).thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world())
      .when(register(idOf('new')))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is renamed, where the name differs', () => {
    given(world(), office).when(rename('Математика')).thenRecords({ type: 'CourseUnitRenamed' });
    given(world(), office).when(rename('Алгебра')).thenNothingChanges();
    given(world(), office)
      .when(rename('Алгебра', idOf('chess')))
      .thenRefuses({ code: 'NOT_FOUND' });
    given(world()).when(rename('Математика')).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('comes in with an import under the import’s own right', () => {
    given(world(), { by: deputy, source: 'import' })
      .when(register(idOf('new')))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), { ...office, source: 'import' })
      .when(register(idOf('new')))
      .thenRecords({ type: 'CourseUnitRegistered' });
  });
});
