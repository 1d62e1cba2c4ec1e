import type { CommandNamed } from '../../src/decisions/register.ts';
import { departureOf, isEnrolledOn, students } from '../../src/decisions/folds/student.ts';
import { indebted } from '../support/acts.ts';
import { asking, given } from '../support/given.ts';
import { after, expel, graduated, leave, office, order, reinstate, terms } from '../support/movements.ts';
import { idOf } from '../support/names.ts';
import { PureLedger } from '../support/pure-ledger.ts';
import { algebra, command, group, happened, ivanova, smirnov, streams, world } from '../support/world.ts';

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
