import type { Capability } from '../../src/policies/access.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import type { History } from '../support/pure-ledger.ts';
import {
  administrator,
  algebra,
  college,
  command,
  father,
  granted,
  happened,
  ivanova,
  revoked,
  second,
  since,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const [grandmother, stranger] = [idOf('grandmother'), idOf('stranger')];
const office = { by: administrator };
const guardian = { by: father };
const people: History = {
  [streams.access(grandmother)]: [happened('AccountOpened', { account: grandmother, holder: 'guardian' })],
};
const delegate = (more: object = {}, rights: readonly Capability[] = ['diary.read', 'absence.announce']) =>
  command('GrantGuardianDelegation', {
    account: grandmother,
    delegation: idOf('delegation'),
    guardianship: idOf('guardianship'),
    rights,
    ...more,
  });
const delegated = (more: object = {}): History => ({
  [streams.access(grandmother)]: [
    ...(people[streams.access(grandmother)] ?? []),
    happened(
      'GuardianDelegationGranted',
      {
        account: grandmother,
        delegation: idOf('delegation'),
        rights: ['absence.announce'],
        from: since,
        until: null,
        ...more,
      },
      { guardian: father, guardianship: idOf('guardianship') },
    ),
  ],
});
const announce = (student = ivanova) =>
  command('AnnounceAbsence', { journal: algebra, lesson: second, student, reason: 'Врач' });

describe('a delegation', () => {
  it('R-ROLE-10, T-38: is made by a guardian for one ward, and says to whom and of what', () => {
    given(world(people), guardian)
      .when(delegate())
      .thenRecords(
        {
          type: 'GuardianDelegationGranted',
          data: { account: grandmother, rights: ['absence.announce', 'diary.read'], from: '2024-09-03' },
          sealed: { guardian: father, guardianship: idOf('guardianship') },
        },
        { right: 'legalGuardian' },
      );
  });

  it('R-ROLE-10: made in the state portal is recorded by an administrator', () => {
    given(world(people), office)
      .when(delegate({ guardian: father }))
      .thenRecords({ type: 'GuardianDelegationGranted' }, { right: 'journalAdministrator' });
    given(world(people), office).when(delegate()).thenRefuses({ code: 'WIDER_THAN_OWN_RIGHTS' });
  });

  it('T-38: is refused where it is wider than the guardian’s own rights, by its own code', () => {
    given(world(people), guardian)
      .when(delegate({}, ['diary.read', 'mark.record']))
      .thenRefuses({ code: 'WIDER_THAN_OWN_RIGHTS', facts: { right: 'mark.record' } });
    given(world(people), guardian)
      .when(delegate({ guardianship: idOf('of another') }))
      .thenRefuses({ code: 'WIDER_THAN_OWN_RIGHTS', facts: { what: 'guardianship' } });
    given(world(people), guardian)
      .when(delegate({ guardian: stranger }))
      .thenRefuses({ code: 'WIDER_THAN_OWN_RIGHTS' });
    const withoutRole = {
      ...people,
      [streams.access(father)]: [revoked(father, 'legalGuardian', '2024-09-02')],
    };
    given(world(withoutRole), office)
      .when(delegate({ guardian: father }))
      .thenRefuses({ code: 'WIDER_THAN_OWN_RIGHTS' });
  });

  it('T-38: lasts no longer than the guardianship', () => {
    const ending = happened('GuardianshipEnded', {
      account: father,
      guardianship: idOf('guardianship'),
      until: '2024-12-28',
    });
    const past = world({ ...people, [streams.access(father)]: [ending] });
    given(past, guardian)
      .when(delegate())
      .thenRecords({ type: 'GuardianDelegationGranted', data: { until: '2024-12-28' } });
    given(past, guardian)
      .when(delegate({ until: '2025-01-31' }))
      .thenRefuses({ code: 'WIDER_THAN_OWN_RIGHTS', facts: { until: '2024-12-28' } });
    given(past, guardian)
      .when(delegate({ until: '2024-10-31' }))
      .thenRecords({ type: 'GuardianDelegationGranted', data: { until: '2024-10-31' } });
    given(past, { ...guardian, on: '2025-01-09' })
      .when(delegate())
      .thenRefuses({ code: 'WIDER_THAN_OWN_RIGHTS' });
  });

  it('T-38: cannot be handed on by who has it, nor made to oneself, to staff, or of nothing', () => {
    given(world(delegated()), { by: grandmother })
      .when(delegate({ account: stranger }))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(people), guardian)
      .when(delegate({ account: father }))
      .thenRefuses({ code: 'OWN_RIGHTS' });
    given(world(people), guardian)
      .when(delegate({ account: administrator }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'trustedPerson' } });
    given(world(people), guardian).when(delegate({}, [])).thenRefuses({ code: 'NOT_FOUND' });
    given(world(delegated()), guardian).when(delegate()).thenRefuses({ code: 'ALREADY_EXISTS' });
  });

  it('R-ROLE-10: is not known to a regulation without trusted persons', () => {
    const adopted = { [streams.regulation]: [happened('RegulationAdopted', { college, preset: '004' })] };
    given(world({ ...people, ...adopted }), guardian)
      .when(delegate())
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '004 §1.7' });
    given(world({ ...delegated(), ...adopted }), { by: grandmother })
      .when(announce())
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '004 §1.7' });
  });
});

describe('a trusted person', () => {
  it('T-38: does what was handed on, for that ward, as a trusted person', () => {
    given(world(delegated()), { by: grandmother })
      .when(announce())
      .thenRecords({ type: 'AbsenceAnnounced' }, { right: 'trustedPerson' });
    given(world(delegated()), { by: grandmother })
      .when(announce(smirnov))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(delegated({ rights: ['diary.read'] })), { by: grandmother })
      .when(announce())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-38: can do it only between the days of the delegation', () => {
    const past = world(delegated({ from: '2024-09-03', until: '2024-09-05' }));
    for (const [on, code] of [
      ['2024-09-02', 'NOT_PERMITTED'],
      ['2024-09-06', 'NOT_PERMITTED'],
    ] as const)
      given(past, { by: grandmother, on }).when(announce()).thenRefuses({ code });
    given(past, { by: grandmother, on: '2024-09-05' })
      .when(announce())
      .thenRecords({ type: 'AbsenceAnnounced' });
  });

  it('T-38: loses it with the guardianship, and with the guardian’s role, at once', () => {
    const ended = happened('GuardianshipEnded', {
      account: father,
      guardianship: idOf('guardianship'),
      until: '2024-09-02',
    });
    for (const event of [ended, revoked(father, 'legalGuardian', '2024-09-02')])
      given(world({ ...delegated(), [streams.access(father)]: [event] }), { by: grandmother })
        .when(announce())
        .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-38: who also is a guardian keeps the own rights apart', () => {
    const both: History = {
      [streams.access(grandmother)]: [
        ...(delegated()[streams.access(grandmother)] ?? []),
        granted(grandmother, 'legalGuardian'),
        happened(
          'GuardianshipEstablished',
          { account: grandmother, guardianship: idOf('own'), from: since, until: null },
          { student: smirnov },
        ),
      ],
    };
    given(world(both), { by: grandmother })
      .when(announce(smirnov))
      .thenRecords({ type: 'AbsenceAnnounced' }, { right: 'legalGuardian' });
    given(world(both), { by: grandmother })
      .when(announce())
      .thenRecords({ type: 'AbsenceAnnounced' }, { right: 'trustedPerson' });
  });
});

describe('revoking a delegation', () => {
  const revoke = (more: object = {}) =>
    command('RevokeGuardianDelegation', {
      account: grandmother,
      delegation: idOf('delegation'),
      ...more,
    });

  it('T-38: is the guardian’s at any time, and an administrator’s, and nobody else’s', () => {
    for (const by of [father, administrator])
      given(world(delegated()), { by })
        .when(revoke())
        .thenRecords({ type: 'GuardianDelegationRevoked', data: { until: '2024-09-02' } });
    const other = { [streams.access(stranger)]: [granted(stranger, 'legalGuardian')] };
    given(world({ ...delegated(), ...other }), { by: stranger })
      .when(revoke())
      .thenRefuses({ code: 'NOT_FOUND' });
    given(world(delegated()), { by: grandmother }).when(revoke()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-38: may name a last day, but none in the past', () => {
    given(world(delegated()), guardian)
      .when(revoke({ until: '2024-12-28' }))
      .thenRecords({ type: 'GuardianDelegationRevoked', data: { until: '2024-12-28' } });
    given(world(delegated()), guardian)
      .when(revoke({ until: '2024-08-30' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });
});
