import { departureOf, leaveOn, students } from '../../src/decisions/folds/student.ts';
import { attested, indebted, recordMark } from '../support/acts.ts';
import { asking, given } from '../support/given.ts';
import { after, back, expel, leave, office, onLeave, order } from '../support/movements.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  command,
  first,
  group,
  happened,
  ivanova,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const { of } = streams;

describe('an academic leave', () => {
  it('begins and ends by an order, and says why under seal (R-PRM-03)', () => {
    given(world(), office)
      .when(leave())
      .thenRecords(
        {
          type: 'AcademicLeaveGranted',
          data: { group, until: '2025-09-08', order },
          sealed: { reason: 'По болезни' },
        },
        { occurredOn: '2024-09-09' },
      );
    const ledger = after(leave());
    expect(leaveOn(ledger.state(students, ivanova), '2025-09-08')).toEqual({
      from: '2024-09-09',
      until: '2025-09-08',
    });
    expect(ledger.execute(asking(office), back()).accepted).toBe(true);
    expect(leaveOn(ledger.state(students, ivanova), '2024-12-31')).toBeDefined();
    expect(leaveOn(ledger.state(students, ivanova), '2025-01-01')).toBeUndefined();
  });

  it('takes no mark and no absence on its days', () => {
    const past = world({ [of(ivanova)]: [onLeave] });
    given(past)
      .when(recordMark())
      .thenRefuses({
        code: 'ON_ACADEMIC_LEAVE',
        facts: { day: '2024-09-02', from: '2024-09-02', until: '2024-09-10' },
      });
    given(past)
      .when(command('RecordAbsence', { journal: algebra, lesson: first, student: ivanova }))
      .thenRefuses({ code: 'ON_ACADEMIC_LEAVE' });
    given(past)
      .when(recordMark({ student: smirnov }))
      .thenRecords({ type: 'MarkRecorded' });
  });

  it('takes no repeat attestation either: nobody is attested on leave', () => {
    const away = happened('AcademicLeaveGranted', {
      student: ivanova,
      group,
      from: '2025-01-01',
      until: '2025-12-31',
      order,
    });
    given(world({ [of(ivanova)]: [indebted(), away], [streams.attestation]: [attested('academicDebt')] }), {
      by: administrator,
      on: '2025-02-10',
    })
      .when(
        command('RecordRepeatAttestation', {
          journal: algebra,
          student: ivanova,
          result: 'grade3',
          heldOn: '2025-02-03',
          commission: [],
          order: null,
        }),
      )
      .thenRefuses({ code: 'ON_ACADEMIC_LEAVE' });
  });

  it('lies within an enrolment, overlaps no other, and has a reason', () => {
    given(world(), office)
      .when(leave({ until: '2024-09-08' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office)
      .when(leave({ from: '2024-08-31' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office)
      .when(leave({ reason: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), office)
      .when(leave({ student: idOf('nobody') }))
      .thenRefuses({ code: 'NOT_ENROLLED' });
    given(world({ [of(ivanova)]: [onLeave] }), office)
      .when(leave({ from: '2024-09-10' }))
      .thenRefuses({ code: 'ALREADY_DONE', facts: { state: 'onLeave', until: '2024-09-10' } });
    given(world(), office)
      .when(back())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'academicLeave' } });
    given(world()).when(leave()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('ends with an expulsion', () => {
    const state = after(leave(), expel()).state(students, ivanova);
    expect(state.leaves).toEqual([{ from: '2024-09-09', until: '2024-09-15' }]);
    expect(departureOf(state)).toEqual({ kind: 'expulsion', on: '2024-09-15' });
  });
});
