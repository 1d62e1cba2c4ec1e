import type { DomainEvent } from '../../events/register.ts';
import {
  accountHandlers,
  briefingHandlers,
  delegationHandlers,
  guardianshipHandlers,
  majorityHandlers,
  positionHandlers,
  proposalHandlers,
  roleHandlers,
} from '../../projections/directory/apply-access.ts';
import { by, inOrder, rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  curator,
  father,
  grantOf,
  granted,
  group,
  happened,
  ivanova,
  orlov,
  revoked,
  since,
  world,
} from '../support/world.ts';

const told = inOrder(world());
const asked = (account: string, event: DomainEvent) => by(event, { account });
const ofOrlov = expect.objectContaining({ account: orlov }) as unknown;
const guardianship = { account: father, guardianship: idOf('guardianship'), from: since, until: null };
const auditing = {
  account: orlov,
  grant: grantOf(orlov, 'auditor'),
  role: 'auditor',
  student: null,
  order: '№ 7-к',
  from: '2024-09-01',
  until: null,
} as const;

describe('the accounts of the directory', () => {
  it('R-ROLE-06: have the days on the staff list, and keep them after a departure', () => {
    const departed = happened('StaffDeparted', { account: orlov, until: '2024-12-28', order: null });
    expect(rowsOf(accountHandlers, ...told)).toContainEqual(
      expect.objectContaining({ account: orlov, holder: 'staff', staffFrom: since, staffUntil: null }),
    );
    expect(rowsOf(accountHandlers, ...told, departed)).toContainEqual(
      expect.objectContaining({ account: orlov, staffFrom: since, staffUntil: '2024-12-28' }),
    );
  });

  it('R-ACC-09: have the contacts that were recorded last; what is erased is null', () => {
    const contacts = { email: 'father@example.org', phone: '+7 912 000-00-00' };
    const recorded = happened('ContactsRecorded', { account: father }, contacts);
    expect(rowsOf(accountHandlers, ...told, recorded)).toContainEqual(
      expect.objectContaining({ account: father, ...contacts }),
    );
    const erased = { ...recorded, sealed: { email: null, phone: null } };
    expect(rowsOf(accountHandlers, ...told, erased)).toContainEqual(
      expect.objectContaining({ account: father, email: null, phone: null }),
    );
  });

  it('T-40: know who declared in writing to want no electronic access', () => {
    const declined = happened('ElectronicAccessDeclined', {
      account: father,
      on: '2024-09-02',
      statement: null,
    });
    const resumed = happened('ElectronicAccessResumed', { account: father, on: '2024-10-01' });
    const flag = (...events: readonly DomainEvent[]) =>
      rowsOf(accountHandlers, ...told, ...events).find(({ account }) => account === father)
        ?.declinedElectronicAccess;
    expect([flag(), flag(declined), flag(declined, resumed)]).toEqual([false, true, false]);
  });
});

describe('the roles of the directory', () => {
  it('R-ROLE-08: have the order, the days, who gave them and who took them back', () => {
    const given = asked(administrator, granted(orlov, 'teacher', { order: '№ 5-к' }));
    expect(rowsOf(roleHandlers, given)).toMatchObject([
      { account: orlov, role: 'teacher', order: '№ 5-к', from: since, until: null, grantedBy: administrator },
    ]);
    const taken = asked(curator, revoked(orlov, 'teacher', '2024-09-02'));
    expect(rowsOf(roleHandlers, given, taken)).toMatchObject([{ until: '2024-09-02', revokedBy: curator }]);
  });

  it('R-ROLE-08: that need a second person are pending until confirmed or declined', () => {
    const proposed = asked(administrator, happened('RoleGrantProposed', auditing));
    const confirmed = happened('RoleGranted', { ...auditing, proposedBy: administrator });
    const declined = happened('RoleGrantDeclined', { account: orlov, grant: auditing.grant });
    expect(rowsOf(proposalHandlers, proposed)).toMatchObject([
      { role: 'auditor', status: 'pending', proposedBy: administrator },
    ]);
    expect(rowsOf(roleHandlers, proposed)).toEqual([]);
    expect(rowsOf(proposalHandlers, proposed, confirmed)).toMatchObject([{ status: 'confirmed' }]);
    expect(rowsOf(roleHandlers, proposed, confirmed)).toMatchObject([{ proposedBy: administrator }]);
    expect(rowsOf(proposalHandlers, proposed, declined)).toMatchObject([{ status: 'declined' }]);
  });

  it('R-ROLE-05: are another thing than positions, which have days of their own', () => {
    const position = { account: orlov, position: idOf('position') };
    const assigned = happened('PositionAssigned', {
      ...position,
      title: 'Заместитель директора',
      department: null,
      portfolio: 'academic',
      from: since,
      order: null,
    });
    const ended = happened('PositionEnded', { ...position, until: '2024-12-28', order: null });
    expect(rowsOf(positionHandlers, assigned)).toMatchObject([{ portfolio: 'academic', until: null }]);
    expect(rowsOf(positionHandlers, assigned, ended)).toMatchObject([{ until: '2024-12-28' }]);
    expect(rowsOf(roleHandlers, assigned)).toEqual([]);
    expect(rowsOf(accountHandlers, ...told)).toContainEqual(ofOrlov);
  });
});

describe('the guardians of the directory', () => {
  it('T-39: answer for a student until that ends or is erased', () => {
    const { account, guardianship: id } = guardianship;
    const ended = happened('GuardianshipEnded', { account, guardianship: id, until: '2024-09-02' });
    const erased = { ...happened('GuardianshipEstablished', guardianship), sealed: { student: null } };
    expect(rowsOf(guardianshipHandlers, ...told)).toEqual([{ ...guardianship, student: ivanova }]);
    expect(rowsOf(guardianshipHandlers, ...told, ended)).toMatchObject([{ until: '2024-09-02' }]);
    expect(rowsOf(guardianshipHandlers, erased)).toEqual([{ ...guardianship, student: null }]);
  });

  it('T-38: hand rights on until that is revoked; whose they are is null once erased', () => {
    const delegation = { account: orlov, delegation: idOf('delegation') };
    const given = happened(
      'GuardianDelegationGranted',
      { ...delegation, rights: ['diary.read'], from: since, until: null },
      { guardian: father, guardianship: idOf('guardianship') },
    );
    const taken = happened('GuardianDelegationRevoked', { ...delegation, until: '2024-09-02' });
    expect(rowsOf(delegationHandlers, given)).toMatchObject([{ guardian: father, until: null }]);
    expect(rowsOf(delegationHandlers, given, taken)).toMatchObject([{ until: '2024-09-02' }]);
    const erased = { ...given, sealed: { guardian: null, guardianship: null } };
    expect(rowsOf(delegationHandlers, erased)).toMatchObject([{ guardian: null, guardianship: null }]);
  });

  it('R-ROLE-19: of minors are told by the day the student comes of age', () => {
    const born = happened('StudentBirthDateRecorded', { student: ivanova }, { birthDate: '2008-02-29' });
    expect(rowsOf(majorityHandlers, born)).toEqual([{ student: ivanova, on: '2026-03-01' }]);
    expect(rowsOf(majorityHandlers, born, { ...born, sealed: { birthDate: null } })).toEqual([]);
  });

  it('R-ACC-10: and their groups were briefed by the curator', () => {
    const briefed = happened('GroupBriefed', { group, on: '2024-09-03', audience: 'students' });
    expect(rowsOf(briefingHandlers, asked(curator, briefed))).toEqual([
      { group, audience: 'students', on: '2024-09-03', by: curator },
    ]);
  });
});
