import { recordMark } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  autumn,
  college,
  command,
  curator,
  deputy,
  granted,
  group,
  happened,
  ivanova,
  orlov,
  petrova,
  revoked,
  second,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const { page } = streams;

describe('whoever records a mark', () => {
  it('R-ROLE-11, T-29: has the page in the load, from its first day on', () => {
    given(world(), { by: orlov })
      .when(recordMark())
      .thenRefuses({ code: 'NOT_IN_LOAD', clause: '003 §3.1 L43-44' });
    const soon = happened('JournalTeacherAssigned', {
      journal: algebra,
      account: orlov,
      from: '2024-09-10',
      order: null,
    });
    given(world({ [page]: [soon] }), { by: orlov, on: '2024-09-09' })
      .when(recordMark())
      .thenRefuses({ code: 'NOT_IN_LOAD' });
    given(world({ [page]: [soon] }), { by: orlov, on: '2024-09-10' })
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' });
  });

  it('T-29: loses the page when released from it, and every page with the role', () => {
    const released = happened('JournalTeacherReleased', { journal: algebra, account: petrova });
    given(world({ [page]: [released] }))
      .when(recordMark())
      .thenRefuses({ code: 'NOT_IN_LOAD' });
    const withdrawn = revoked(petrova, 'teacher', '2024-09-02');
    given(world({ [streams.access(petrova)]: [withdrawn] }))
      .when(recordMark())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-30: may stand in for a colleague, at that lesson and no other', () => {
    const substituted = happened('SubstituteAssigned', { journal: algebra, lesson: second, account: orlov });
    const past = world({
      [page]: [
        substituted,
        happened('LessonConducted', {
          journal: algebra,
          lesson: second,
          deliveryForm: 'inPerson',
          workTypes: ['lessonWork'],
          planItem: null,
          attendanceBasis: 'presence',
        }),
      ],
    });
    const asked = { by: orlov, on: '2024-09-10' };
    given(past, asked)
      .when(recordMark({ lesson: second }))
      .thenRecords({ type: 'MarkRecorded' }, { right: 'substituteTeacher' });
    given(past, asked).when(recordMark()).thenRefuses({ code: 'NOT_IN_LOAD' });
    given(past, { ...asked, by: petrova })
      .when(recordMark({ lesson: second }))
      .thenRecords({ type: 'MarkRecorded' }, { right: 'teacher' });
  });

  it.each([
    ['the curator (T-13)', curator],
    ['a deputy (T-50)', deputy],
    ['an administrator (T-49)', administrator],
  ])('is not %s', (_, by) => {
    given(world(), { by })
      .when(recordMark())
      .thenRefuses({ code: 'NOT_PERMITTED', facts: { capability: 'mark.record' } });
  });

  it('T-50: is not a department head, nor a read-only administrator, nor a substitute by title alone', () => {
    for (const role of [
      'departmentHead',
      'journalAdministratorReadOnly',
      'substituteTeacher',
      'auditor',
    ] as const)
      given(world(withRole(idOf(role), role)), { by: idOf(role) })
        .when(recordMark())
        .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('somebody with two roles', () => {
  const both = { [streams.access(petrova)]: [granted(petrova, 'groupCurator')] };
  const curated = happened('GroupCuratorAssigned', { group, account: petrova, order: null });

  it('T-35: who curates a group and teaches it enters marks on the own page, as a teacher', () => {
    given(world({ ...both, [streams.group]: [curated] }))
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' }, { right: 'teacher' });
  });

  it('T-35: enters nothing on a colleague’s page of the own group: rights add up per object', () => {
    const teachingCurator = {
      [streams.access(orlov)]: [granted(orlov, 'groupCurator')],
      [streams.group]: [happened('GroupCuratorAssigned', { group, account: orlov, order: null })],
    };
    given(world(teachingCurator), { by: orlov }).when(recordMark()).thenRefuses({ code: 'NOT_IN_LOAD' });
  });

  it('T-35: announces an absence of the own group as its curator', () => {
    const announce = command('AnnounceAbsence', {
      journal: algebra,
      lesson: second,
      student: ivanova,
      reason: null,
    });
    given(world({ ...both, [streams.group]: [curated] }))
      .when(announce)
      .thenRecords({ type: 'AbsenceAnnounced' }, { right: 'groupCurator' });
    given(world(both)).when(announce).thenRefuses({ code: 'NOT_IN_GROUP' });
  });

  it('R-ROLE-02, T-36: acts by whichever of them has the function, and the act says which', () => {
    const deputyToo = { [streams.access(deputy)]: [granted(deputy, 'journalAdministrator')] };
    const lock = command('LockAttestationPeriod', { period: autumn, reason: null });
    given(world(deputyToo), { by: deputy, on: '2025-02-01' })
      .when(lock)
      .thenRecords({ type: 'AttestationPeriodLocked' }, { right: 'journalAdministrator' });
    given(world(), { by: deputy, on: '2025-02-01' }).when(lock).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-ROLE-14, R-ROLE-15, T-50: is told the clause that keeps a deputy and a department head from entering', () => {
    const adopted = { [streams.regulation]: [happened('RegulationAdopted', { college, preset: '001' })] };
    for (const [role, clause] of [
      ['deputyDirector', '001 §5.2.2'],
      ['departmentHead', '001 §5.3.5'],
    ] as const)
      given(world({ ...adopted, ...withRole(idOf(role), role) }), { by: idOf(role) })
        .when(recordMark())
        .thenRefuses({ code: 'NOT_PERMITTED', clause });
  });
});
