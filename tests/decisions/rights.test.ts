import { recordMark } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  curator,
  deputy,
  happened,
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
  it('T-29: has the page in the load, from its first day on', () => {
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
