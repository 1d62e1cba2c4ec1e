import type { CommandNamed } from '../../src/decisions/register.ts';
import { departureOf, isEnrolledOn, leaveOn, students } from '../../src/decisions/folds/student.ts';
import { indebted, recordMark } from '../support/acts.ts';
import { asking, given } from '../support/given.ts';
import {
  after,
  back,
  expel,
  graduated,
  leave,
  office,
  onLeave,
  order,
  reinstate,
  terms,
} from '../support/movements.ts';
import { idOf } from '../support/names.ts';
import { PureLedger } from '../support/pure-ledger.ts';
import {
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

describe('every movement', () => {
  it.each([
    ['a leave', leave({ order: null })],
    [
      'an expulsion',
      command('ExpelStudent', { student: ivanova, on: '2024-09-15', order: null, reason: '-' }),
    ],
    ['a graduation', command('GraduateStudent', { student: ivanova, on: '2024-09-15', order: null })],
    ['a promotion', command('PromoteGroup', { group, promotion: 'semester', fromSemester: 1, order: null })],
    [
      'another surname',
      command('RenameStudent', {
        student: ivanova,
        familyName: 'К',
        givenName: 'А',
        patronymic: null,
        on: '2024-09-15',
        order: null,
      }),
    ],
  ])('%s rests on an order with its number and date', (_, act) => {
    given(world(), office).when(act).thenRefuses({ code: 'ORDER_REQUIRED' });
  });

  it('needs an order that has been issued', () => {
    given(world(), office)
      .when(leave({ order: { number: '1', date: '2024-09-21' } }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { orderDate: '2024-09-21', today: '2024-09-20' } });
  });

  it('comes without one in an import alone', () => {
    const known = { [of(idOf('imported'))]: [happened('StudentRegistered', { student: idOf('imported') })] };
    const enrol = command('EnrolStudent', {
      student: idOf('imported'),
      group: null,
      from: '2024-09-01',
      ...terms,
      order: null,
      journals: [],
    });
    given(world(known), { ...office, source: 'import' })
      .when(enrol)
      .thenRecords({ type: 'StudentEnrolled' });
    given(world(known), office).when(enrol).thenRefuses({ code: 'ORDER_REQUIRED' });
  });
});

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

describe('a reinstatement', () => {
  it('T-33: undoes an expulsion by an event of its own; debts are as they were', () => {
    const ledger = new PureLedger(world({ [of(ivanova)]: [indebted()] }));
    ledger.execute(asking(office), expel());
    expect(isEnrolledOn(ledger.state(students, ivanova), '2024-09-16')).toBe(false);
    expect(ledger.execute(asking(office), reinstate()).accepted).toBe(true);
    const state = ledger.state(students, ivanova);
    expect([...state.debts.keys()]).toEqual([algebra]);
    expect(departureOf(state)).toBeNull();
    expect(ledger.streams.get(of(ivanova))?.map(({ type }) => type)).toEqual([
      'StudentRegistered',
      'StudentEnrolled',
      'AcademicDebtIncurred',
      'StudentExpelled',
      'StudentReinstated',
    ]);
  });

  it('needs an expulsion before it, and a later day', () => {
    given(world(), office)
      .when(reinstate())
      .thenRefuses({ code: 'ALREADY_DONE', facts: { state: 'enrolled' } });
    given(world({ [of(ivanova)]: [graduated] }), office)
      .when(reinstate({ from: '2024-09-20' }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'expulsion' } });
    const expelled = happened('StudentExpelled', { student: ivanova, group, on: '2024-09-18', order });
    given(world({ [of(ivanova)]: [expelled] }), office)
      .when(reinstate())
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { until: '2024-09-18' } });
  });
});

describe('the terms of an enrolment', () => {
  const change = (changes: Partial<CommandNamed<'ChangeEnrolmentTerms'>['data']> = {}) =>
    command('ChangeEnrolmentTerms', {
      student: ivanova,
      on: '2024-09-16',
      formOfStudy: 'partTime',
      individualCurriculum: null,
      order,
      ...changes,
    });
  const curriculum = idOf('individual curriculum');
  const adopted = (student: string) => ({
    [`curriculum-${curriculum}`]: [
      happened('CurriculumAdopted', {
        curriculum,
        programmeKind: 'specialty',
        code: '09.02.07',
        title: 'Индивидуальный план',
        formOfStudy: 'fullTime',
        intakeYear: 2024,
        effectiveFrom: '2024-09-01',
        student,
        basedOn: null,
        order: null,
        items: [],
      }),
    ],
  });

  it('R-PRM-05: are form of study and individual curriculum, changed from a day on', () => {
    const state = after(change()).state(students, ivanova);
    expect(state.enrolments).toMatchObject([
      { formOfStudy: 'fullTime', until: '2024-09-15' },
      { formOfStudy: 'partTime', from: '2024-09-16', group },
    ]);
    given(world(adopted(ivanova)), office)
      .when(change({ formOfStudy: 'fullTime', individualCurriculum: curriculum }))
      .thenRecords({ type: 'EnrolmentTermsChanged', data: { individualCurriculum: curriculum } });
  });

  it('R-PRM-05: name an individual curriculum of this student, or none', () => {
    given(world(adopted(smirnov)), office)
      .when(change({ individualCurriculum: curriculum }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'individualCurriculum' } });
  });

  it('stay as they are without a change, before an enrolment, or outside one', () => {
    given(world(), office)
      .when(change({ formOfStudy: 'fullTime' }))
      .thenNothingChanges();
    given(world(), office)
      .when(change({ on: '2024-09-01' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office)
      .when(change({ student: idOf('nobody') }))
      .thenRefuses({ code: 'NOT_ENROLLED' });
  });
});
