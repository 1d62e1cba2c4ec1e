import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  college,
  command,
  curator,
  deputy,
  group,
  happened,
  withRole,
  world,
} from '../support/world.ts';

const office = { by: administrator, on: '2024-08-20' };
const [main, annex, room, other] = ['main', 'annex', 'room', 'other room'].map(idOf) as [
  string,
  string,
  string,
  string,
];
const premises = `premises-${college}`;
const standing = {
  [premises]: [
    happened('BuildingRegistered', { college, building: main, name: 'Главный корпус', address: null }),
    happened('RoomAdded', { college, building: main, room, number: '301', kind: 'classroom', capacity: 30 }),
  ],
};

describe('buildings and rooms (R-REF-01)', () => {
  const build = (building: string, name: string) =>
    command('RegisterBuilding', { building, name, address: 'ул. Мира, 1' });
  const add = (changes: { room?: string; number?: string; building?: string } = {}) =>
    command('AddRoom', {
      building: main,
      room: other,
      number: '302',
      kind: 'workshop',
      capacity: 12,
      ...changes,
    });

  it('R-REF-01: enter the reference data by the administrator or a deputy, with their kind and seats', () => {
    for (const by of [administrator, deputy])
      given(world(), { ...office, by })
        .when(build(main, 'Главный корпус'))
        .thenRecords({ type: 'BuildingRegistered' });
    given(world(standing), office)
      .when(add())
      .thenRecords({ type: 'RoomAdded', data: { number: '302', kind: 'workshop', capacity: 12 } });
    given(world(standing)).when(add()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('are there once: no second building of one name, no second room of one number in a building', () => {
    given(world(standing), office)
      .when(build(annex, 'Главный корпус'))
      .thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world(standing), office)
      .when(add({ number: '301' }))
      .thenRefuses({ code: 'ALREADY_EXISTS', facts: { what: 'room' } });
    given(world(standing), office)
      .when(add({ building: annex }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'building' } });
  });

  it('change and close, and the number of a closed room is free again', () => {
    const change = (number: string) =>
      command('ChangeRoom', { room, number, kind: 'classroom', capacity: 30 });
    given(world(standing), office).when(change('301')).thenNothingChanges();
    given(world(standing), office).when(change('303')).thenRecords({ type: 'RoomChanged' });
    given(world(standing), office).when(command('CloseRoom', { room })).thenRecords({ type: 'RoomClosed' });
    const closed = happened('RoomClosed', { college, building: main, room });
    const later = world({ [premises]: [...(standing[premises] ?? []), closed] });
    given(later, office)
      .when(add({ number: '301' }))
      .thenRecords({ type: 'RoomAdded' });
    given(later, office).when(change('303')).thenRefuses({ code: 'NOT_FOUND' });
  });
});

describe('departments, streams and what describes the college', () => {
  const [department, stream] = ['department', 'stream'].map(idOf) as [string, string];
  const data = {
    [`referenceData-${college}`]: [
      happened('DepartmentRegistered', { college, department, name: 'Строительное' }),
      happened('StudyStreamRegistered', { college, stream, name: 'Поток 1 курса' }),
    ],
  };

  it('R-REF-18: place a group that was formed; what is not there places nothing', () => {
    given(world(data), office)
      .when(command('PlaceGroup', { group, department, stream }))
      .thenRecords({ type: 'GroupPlaced', data: { department, stream } });
    given(world(data), office)
      .when(command('PlaceGroup', { group, department: stream, stream: null }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'department' } });
    given(world(data), office)
      .when(command('PlaceGroup', { group, department: null, stream: department }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'stream' } });
  });

  it('are there once by name', () => {
    given(world(data), office)
      .when(command('RegisterDepartment', { department: idOf('second'), name: 'Строительное' }))
      .thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world(data), office)
      .when(command('RenameDepartment', { department, name: 'Строительное' }))
      .thenNothingChanges();
    given(world(data), office)
      .when(command('RegisterStudyStream', { stream: idOf('second'), name: 'Поток 1 курса' }))
      .thenRefuses({ code: 'ALREADY_EXISTS', facts: { what: 'stream' } });
  });

  it('R-REF-21: are kept filled in by the administrator and the deputy, and never with nothing', () => {
    const fill = (text: string) => command('FillCollegeInformation', { section: 'educationalProcess', text });
    for (const by of [administrator, deputy])
      given(world(), { ...office, by })
        .when(fill('Занятия в две смены'))
        .thenRecords({ type: 'CollegeInformationFilled', sealed: { text: 'Занятия в две смены' } });
    given(world(), office).when(fill(' ')).thenRefuses({ code: 'NOT_RECORDED' });
    given(world()).when(fill('Что угодно')).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('the list of groups', () => {
  it('R-REF-08: is entered by the deputy, with the class teacher and the instructors of each group', () => {
    const instructor = idOf('instructor');
    const past = world(withRole(instructor, 'practicalTrainingInstructor'));
    const named = idOf('new group');
    given(past, { ...office, by: deputy })
      .when(command('FormGroup', { group: named, name: 'М-11', year: 1, semester: 1 }))
      .thenRecords({ type: 'GroupFormed' });
    given(past, { ...office, by: deputy })
      .when(
        command('AssignTeacher', {
          journal: idOf('algebra'),
          account: instructor,
          from: '2024-09-01',
          order: null,
        }),
      )
      .thenRecords({ type: 'JournalTeacherAssigned', data: { account: instructor } });
    const formed = happened('GroupFormed', { group: named, name: 'М-11', year: 1, semester: 1 });
    given(world({ [`group-${named}`]: [formed] }), { ...office, by: deputy })
      .when(command('AssignCurator', { group: named, account: curator, order: null }))
      .thenRecords({ type: 'GroupCuratorAssigned' });
  });
});
