import { recordMark } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import type { History } from '../support/pure-ledger.ts';
import {
  administrator,
  command,
  deputy,
  father,
  granted,
  grantOf,
  happened,
  orlov,
  petrova,
  since,
  streams,
  world,
} from '../support/world.ts';

const office = { by: administrator };
const position = idOf('position');
const assign = (account: string, more: object = {}) =>
  command('AssignPosition', {
    account,
    position,
    title: 'Заведующий отделением',
    department: 'Строительное отделение',
    portfolio: null,
    from: '2024-09-03',
    order: '№ 4-к',
    ...more,
  });
const end = (account: string, until: string) =>
  command('EndPosition', { account, position, until, order: null });
const depart = (account: string, until: string, reason = 'Переезд') =>
  command('RecordDeparture', { account, until, order: '№ 9-к', reason });
const list = (account: string, from: string) => command('ListStaff', { account, from, order: '№ 1-к' });
const placed = (account: string): History => ({
  [streams.access(account)]: [
    happened('PositionAssigned', {
      account,
      position,
      title: 'Методист',
      department: null,
      portfolio: null,
      from: since,
      order: null,
    }),
  ],
});
const departed = happened('StaffDeparted', { account: orlov, until: '2024-09-06', order: null });

describe('a position', () => {
  it('R-ROLE-05, T-36: is given to staff beside their roles, and gives no right', () => {
    given(world(), office)
      .when(assign(orlov))
      .thenRecords({ type: 'PositionAssigned', data: { title: 'Заведующий отделением', order: '№ 4-к' } });
    const head = placed(orlov);
    given(world(head), { by: orlov })
      .when(command('FormGroup', { group: idOf('new'), name: 'С-22', year: 1, semester: 1 }))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('names the portfolio of a deputy director', () => {
    given(world(), office)
      .when(assign(deputy, { title: 'Заместитель директора по УПР', portfolio: 'practicalTraining' }))
      .thenRecords({ type: 'PositionAssigned', data: { portfolio: 'practicalTraining' } });
  });

  it('is for people on the staff list, from a day they are on it', () => {
    given(world(), office).when(assign(father)).thenRefuses({ code: 'NOT_ON_STAFF_LIST' });
    given(world(), office)
      .when(assign(orlov, { from: '2024-08-01' }))
      .thenRefuses({ code: 'NOT_ON_STAFF_LIST', facts: { from: '2024-08-01' } });
    given(world()).when(assign(orlov)).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('ends after a day, once', () => {
    given(world(placed(orlov)), office)
      .when(end(orlov, '2024-12-28'))
      .thenRecords({ type: 'PositionEnded', data: { until: '2024-12-28' } });
    given(world(), office).when(end(orlov, '2024-12-28')).thenRefuses({ code: 'NOT_FOUND' });
    given(world(placed(orlov)), office)
      .when(end(orlov, '2024-08-01'))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });
});

describe('a departure', () => {
  it('R-ROLE-06: ends positions and roles with the last day, and deletes nothing', () => {
    const past = world({
      [streams.access(petrova)]: [
        ...(placed(petrova)[streams.access(petrova)] ?? []),
        granted(petrova, 'groupCurator'),
      ],
    });
    given(past, office)
      .when(depart(petrova, '2024-09-06'))
      .thenRecords([
        {
          type: 'StaffDeparted',
          data: { until: '2024-09-06', order: '№ 9-к' },
          sealed: { reason: 'Переезд' },
        },
        { type: 'PositionEnded', data: { position, until: '2024-09-06' } },
        { type: 'RoleRevoked', data: { grant: grantOf(petrova, 'teacher'), until: '2024-09-06' } },
        { type: 'RoleRevoked', data: { role: 'groupCurator', until: '2024-09-06' } },
      ]);
  });

  it('R-ROLE-06: lets somebody work up to the last day and not after it', () => {
    const ending = happened('RoleRevoked', {
      account: petrova,
      grant: grantOf(petrova, 'teacher'),
      role: 'teacher',
      until: '2024-09-06',
    });
    const past = world({ [streams.access(petrova)]: [ending] });
    given(past, { on: '2024-09-06' }).when(recordMark()).thenRecords({ type: 'MarkRecorded' });
    given(past, { on: '2024-09-07' }).when(recordMark()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is nothing to record of oneself, of a stranger, without a reason, or before the first day', () => {
    given(world(), office).when(depart(administrator, '2024-09-06')).thenRefuses({ code: 'OWN_RIGHTS' });
    given(world(), office).when(depart(father, '2024-09-06')).thenRefuses({ code: 'NOT_ON_STAFF_LIST' });
    given(world(), office)
      .when(depart(orlov, '2024-09-06', ' '))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), office).when(depart(orlov, '2024-08-01')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('may be followed by a return, without the roles of before', () => {
    const past = world({ [streams.access(orlov)]: [departed] });
    given(past, office)
      .when(list(orlov, '2024-11-01'))
      .thenRecords({ type: 'StaffListed', data: { from: '2024-11-01' } });
    given(past, office).when(list(orlov, '2024-09-05')).thenRefuses({ code: 'ALREADY_ASSIGNED' });
    given(world(), office).when(list(father, '2024-11-01')).thenRefuses({ code: 'WRONG_HOLDER' });
    given(world(), office)
      .when(list(idOf('nobody'), '2024-11-01'))
      .thenRefuses({ code: 'NOT_FOUND' });
  });
});
