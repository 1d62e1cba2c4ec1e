import { departureOf, isEnrolledOn, students } from '../../src/decisions/folds/student.ts';
import { indebted } from '../support/acts.ts';
import { asking, given } from '../support/given.ts';
import { after, graduate, graduated, office, order, terms } from '../support/movements.ts';
import { command, deputy, group, happened, ivanova, smirnov, streams, world } from '../support/world.ts';

const { of } = streams;

describe('a graduation', () => {
  it('R-PRM-06: ends the educational relationship: no entry after its day', () => {
    given(world(), { by: deputy, on: '2024-09-20' })
      .when(graduate())
      .thenRecords([{ type: 'StudentGraduated', data: { group, on: '2024-09-19' } }, { type: 'GroupLeft' }]);
    const state = after(graduate()).state(students, ivanova);
    expect(departureOf(state)).toEqual({ kind: 'graduation', on: '2024-09-19' });
    expect(isEnrolledOn(state, '2024-09-20')).toBe(false);
  });

  it('waits for debts to be cleared, and for the end of a leave', () => {
    given(world({ [of(ivanova)]: [indebted()] }), office)
      .when(graduate())
      .thenRefuses({ code: 'DEBTS_REMAIN', facts: { debts: 1 } });
    const away = happened('AcademicLeaveGranted', {
      student: ivanova,
      group,
      from: '2024-09-10',
      until: '2024-10-10',
      order,
    });
    given(world({ [of(ivanova)]: [away] }), office)
      .when(graduate())
      .thenRefuses({ code: 'ON_ACADEMIC_LEAVE' });
    given(world({ [of(ivanova)]: [graduated] }), office)
      .when(graduate())
      .thenRefuses({ code: 'NOT_ENROLLED' });
  });

  it('R-PRM-06: of a group takes all who may, and leaves out who is in debt', () => {
    given(world({ [of(ivanova)]: [indebted()] }), { by: deputy, on: '2024-09-20' })
      .when(command('GraduateGroup', { group, fromSemester: 1, on: '2024-09-19', order }))
      .thenRecords([
        { type: 'GroupGraduated', data: { students: [smirnov], leftOut: 1 } },
        { type: 'GroupLeft', data: { student: smirnov, until: '2024-09-19' } },
        { type: 'StudentGraduated', data: { student: smirnov } },
      ]);
    const ledger = after(command('GraduateGroup', { group, fromSemester: 1, on: '2024-09-19', order }));
    expect(
      ledger.execute(
        asking(office),
        command('GraduateGroup', { group, fromSemester: 1, on: '2024-09-19', order }),
      ),
    ).toMatchObject({
      refusal: { code: 'ALREADY_DONE', facts: { state: 'graduated' } },
    });
    expect(
      ledger.execute(
        asking(office),
        command('PromoteGroup', { group, promotion: 'semester', fromSemester: 1, order }),
      ),
    ).toMatchObject({ refusal: { code: 'ALREADY_DONE' } });
    expect(
      ledger.execute(
        asking(office),
        command('EnrolStudent', {
          student: ivanova,
          group,
          from: '2024-10-01',
          ...terms,
          order,
          journals: [],
        }),
      ),
    ).toMatchObject({ refusal: { code: 'ALREADY_DONE', facts: { state: 'graduated' } } });
    given(world(), office)
      .when(command('GraduateGroup', { group, fromSemester: 6, on: '2024-09-19', order }))
      .thenRefuses({ code: 'REVISION_CONFLICT', facts: { expected: 6, semester: 1 } });
    given(world())
      .when(command('GraduateGroup', { group, fromSemester: 1, on: '2024-09-19', order }))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});
