import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { administrator, college, command, deputy, orlov, world } from '../support/world.ts';

const office = { by: administrator };
const someone = idOf('someone');

describe('founding a college', () => {
  const found = command('FoundCollege', {
    name: 'Колледж',
    zone: 'Europe/Moscow',
    workingWeek: 6,
    administrator: someone,
    administratorName: 'Кузнецова А. И.',
  });

  it('gives it its first administrator, and needs no right', () => {
    given({}, { by: someone })
      .when(found)
      .thenRecords([
        { type: 'CollegeFounded', data: { college, zone: 'Europe/Moscow' } },
        { type: 'RegulationAdopted', data: { preset: '003' } },
        { type: 'AccountOpened', data: { holder: 'staff' }, sealed: { name: 'Кузнецова А. И.' } },
        { type: 'StaffListed', data: { account: someone, from: '2024-09-03' } },
        { type: 'RoleGranted', data: { role: 'journalAdministrator', from: '2024-09-03', proposedBy: null } },
      ]);
  });

  it('happens once', () => {
    given(world(), office).when(found).thenRefuses({ code: 'ALREADY_EXISTS' });
  });
});

describe('an account', () => {
  const open = (account: string, holder: 'staff' | 'student' | 'guardian' = 'staff') =>
    command('OpenAccount', { account, holder, name: 'Кузнецова А. И.' });

  it('R-ACC-07: is opened by an administrator, once, with a sealed name and no right', () => {
    given(world(), office)
      .when(open(someone, 'guardian'))
      .thenRecords({ type: 'AccountOpened', sealed: { name: 'Кузнецова А. И.' } });
    given(world(), office).when(open(orlov)).thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world(), { by: deputy }).when(open(someone)).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-ROLE-07: of somebody who works here puts them on the staff list, from a day and by an order', () => {
    given(world(), office)
      .when(open(someone))
      .thenRecords([{ type: 'AccountOpened' }, { type: 'StaffListed', data: { from: '2024-09-03' } }]);
    const appointed = { from: '2024-09-16', order: '№ 12-к от 10.09.2024' };
    given(world(), office)
      .when(command('OpenAccount', { account: someone, holder: 'staff', name: 'Кузнецова', ...appointed }))
      .thenRecords([{ type: 'AccountOpened' }, { type: 'StaffListed', data: appointed }]);
  });
});
