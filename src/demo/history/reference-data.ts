import { plusDays, type Instant } from '../../policies/calendar.ts';
import { academicYearOf } from '../../policies/programme.ts';
import { act, type Act } from '../act.ts';
import type { Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';

const MINUTE_MS = 60_000;

/** Minutes after the founding, when groups are there. */
const after = ({ calendar }: Plan, minutes: number): Instant =>
  new Date(Date.parse(calendar.founded) + minutes * MINUTE_MS).toISOString();

const premises = (plan: Plan): readonly Act[] => {
  const by = plan.id('administrator 1');
  const [main, store] = [plan.id('main building'), plan.id('storeroom')];
  const room = { building: main, kind: 'classroom', capacity: 30 } as const;
  return [
    act(after(plan, 90), by, 'RegisterBuilding', { building: main, name: 'Корпус 1', address: null }),
    act(after(plan, 91), by, 'ChangeBuilding', { building: main, name: 'Корпус 1', address: 'ул. Мира, 1' }),
    ...['201', '202', '301', '302'].map((number) =>
      act(after(plan, 92), by, 'AddRoom', { ...room, room: plan.id(`listed room ${number}`), number }),
    ),
    act(after(plan, 92), by, 'AddRoom', {
      ...room,
      room: store,
      number: '013',
      kind: 'other',
      capacity: null,
    }),
    act(after(plan, 93), by, 'ChangeRoom', {
      room: plan.id('listed room 302'),
      number: '302',
      kind: 'computerRoom',
      capacity: 15,
    }),
    act(after(plan, 94), by, 'CloseRoom', { room: store }),
  ];
};

const places = (plan: Plan): readonly Act[] => {
  const by = plan.id('deputy');
  const [department, stream] = [plan.id('department'), plan.id('stream')];
  return [
    act(after(plan, 90), by, 'RegisterDepartment', { department, name: 'Отделение' }),
    act(after(plan, 91), by, 'RenameDepartment', { department, name: 'Очное отделение' }),
    act(after(plan, 91), by, 'RegisterStudyStream', { stream, name: 'Первый поток' }),
    act(after(plan, 92), by, 'PlaceGroup', { group: plan.id('group 0'), department, stream }),
    act(after(plan, 93), by, 'FillCollegeInformation', {
      section: 'educationalProcess',
      text: 'Занятия идут в одну смену; пара — два академических часа (демо).',
    }),
  ];
};

/** Ten days before the running semester: the books by the administrator, the first group by its curator. */
const checks = (plan: Plan): readonly Act[] => {
  const { running, calendar, college } = plan;
  const term = String(academicYearOf(running.from));
  const books = { what: 'referenceBooks', group: null, term } as const;
  const composition = { what: 'groupComposition', group: plan.id('group 0'), term } as const;
  const on = (days: number) => calendar.at(plusDays(running.from, -days), '10:00');
  return [
    act(on(18), plan.id('deputy'), 'HandOverSourceDocuments', books),
    act(on(10), plan.id('administrator 1'), 'CheckReferenceData', { ...books, faults: 0 }),
    act(on(9), plan.id(curatorOf(college, 0)), 'CheckReferenceData', { ...composition, faults: 0 }),
  ];
};

/** Buildings, rooms, departments and what describes the college; and the checks before the running semester. */
export const referenceDataActs = (plan: Plan): readonly Act[] => [
  ...premises(plan),
  ...places(plan),
  ...checks(plan),
];
