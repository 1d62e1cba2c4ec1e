import { nameHandlers } from '../../projections/movement/apply-names.ts';
import { divisionHandlers, requestHandlers } from '../../projections/movement/apply-requests.ts';
import { groupMovementHandlers, movementHandlers, stayHandlers } from '../../projections/movement/apply.ts';
import { nameOn } from '../../projections/movement/queries.ts';
import { studentHandlers as directoryHandlers } from '../../projections/directory/apply-people.ts';
import { studentHandlers as attendanceHandlers } from '../../projections/attendance/apply.ts';
import { rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { told } from '../support/pure-ledger.ts';
import { promoted } from '../support/acts.ts';
import { administrator, group, happened, ivanova } from '../support/world.ts';

const order = { number: '12-с', date: '2024-09-10' };
const student = ivanova;
const terms = { formOfStudy: 'fullTime', individualCurriculum: null } as const;
const enrolled = happened('StudentEnrolled', { student, group, from: '2024-09-01', ...terms, order });
const other = idOf('other group');
const transferred = told(
  happened('StudentTransferred', { student, from: group, to: other, on: '2024-10-01', order }),
  { id: idOf('the transfer') },
);
const stays = [{ group, from: '2024-09-01', until: null, ...terms }];
const annulled = happened(
  'StudentMovementAnnulled',
  { student, movement: idOf('the transfer'), kind: 'transfer', stays, leaves: [], order },
  { reason: 'Не тот обучающийся' },
);
const leave = happened(
  'AcademicLeaveGranted',
  { student, group, from: '2024-11-01', until: '2025-10-31', order },
  { reason: 'По болезни' },
);

describe('the movements of a student', () => {
  it('keep the kind, the day, the groups and the order of each (R-PRM-03)', () => {
    const named = happened('StudentRenamed', { student, on: '2024-12-01', order });
    expect(rowsOf(movementHandlers, enrolled, named)).toMatchObject([
      { kind: 'surnameChange', orderNumber: '12-с' },
    ]);
    const rows = [enrolled, transferred, leave].flatMap((event) => rowsOf(movementHandlers, event));
    expect(rows).toMatchObject([
      { kind: 'enrolment', on: '2024-09-01', toGroup: group, orderNumber: '12-с', orderDate: '2024-09-10' },
      { kind: 'transfer', fromGroup: group, toGroup: other },
      { kind: 'leave', until: '2025-10-31', reason: 'По болезни' },
    ]);
  });

  it('D-20: keep what was annulled, and what annulled it', () => {
    expect(rowsOf(movementHandlers, transferred, annulled)).toMatchObject([
      { kind: 'transfer', annulmentOrderNumber: '12-с', annulmentReason: 'Не тот обучающийся' },
    ]);
  });

  it('tell promotions, expulsions, reinstatements and graduations apart', () => {
    const debts: string[] = [];
    const events = [
      happened('StudentPromoted', {
        student,
        group,
        promotion: 'year',
        toYear: 2,
        toSemester: 3,
        conditional: true,
        debts,
        order,
      }),
      happened('StudentExpelled', { student, group, on: '2024-12-01', order }),
      happened('StudentReinstated', { student, group, from: '2025-02-01', ...terms, order }),
      happened('StudentGraduated', { student, group, on: '2025-06-30', order }),
      happened('AcademicLeaveEnded', {
        student,
        group,
        from: '2024-11-01',
        until: '2025-10-31',
        on: '2025-01-31',
        order,
      }),
      happened('EnrolmentTermsChanged', { student, on: '2025-01-01', ...terms, order }),
    ];
    expect(events.flatMap((event) => rowsOf(movementHandlers, event)).map(({ kind }) => kind)).toEqual([
      'promotion',
      'expulsion',
      'reinstatement',
      'graduation',
      'leaveEnd',
      'termsChange',
    ]);
  });

  it('of groups are kept as well', () => {
    const graduated = happened('GroupGraduated', {
      group,
      on: '2025-06-30',
      students: [student],
      leftOut: 2,
      order,
    });
    expect(rowsOf(groupMovementHandlers, graduated)).toMatchObject([{ students: 1, exceptions: 2 }]);
    const undone = happened(
      'GroupMovementAnnulled',
      { group, movement: 'untold', kind: 'promotion', year: 1, semester: 1, order },
      { reason: 'Рано' },
    );
    expect(rowsOf(groupMovementHandlers, promoted(), undone)).toMatchObject([
      { kind: 'promotion', toSemester: 2, annulmentReason: 'Рано', annulledBy: 'untold' },
    ]);
  });
});

describe('where a student studies', () => {
  it('follows every movement, and an annulment puts it back', () => {
    expect(rowsOf(stayHandlers, enrolled, transferred)).toMatchObject([
      {
        stays: [
          { group, until: '2024-09-30' },
          { group: other, from: '2024-10-01', until: null },
        ],
      },
    ]);
    expect(rowsOf(stayHandlers, enrolled, transferred, annulled)).toEqual([{ student, stays, leaves: [] }]);
    expect(
      rowsOf(directoryHandlers, happened('StudentRegistered', { student }), enrolled, transferred, annulled),
    ).toMatchObject([{ group, enrolledFrom: '2024-09-01', enrolledUntil: null }]);
  });

  it('T-16: leaves the days of an academic leave out of the base of attendance', () => {
    expect(rowsOf(attendanceHandlers, enrolled, leave)).toMatchObject([
      {
        enrolments: [
          { group, from: '2024-09-01', until: '2024-10-31' },
          { group, from: '2025-11-01', until: null },
        ],
      },
    ]);
    const back = happened('AcademicLeaveEnded', {
      student,
      group,
      from: '2024-11-01',
      until: '2025-10-31',
      on: '2024-11-30',
      order,
    });
    const expelled = happened('StudentExpelled', { student, group, on: '2024-12-31', order });
    expect(rowsOf(attendanceHandlers, enrolled, leave, back, expelled)).toMatchObject([
      { enrolments: [{ until: '2024-10-31' }, { from: '2024-12-01', until: '2024-12-31' }] },
    ]);
  });
});

describe('the names of a student', () => {
  const registered = told(
    happened('StudentRegistered', { student }, { familyName: 'Иванова', givenName: 'Ана' }),
    { occurredOn: '2024-08-20' },
  );
  const corrected = told(
    happened(
      'StudentDataCorrected',
      { student, request: null },
      { familyName: 'Иванова', givenName: 'Анна' },
    ),
    { occurredOn: '2024-09-05' },
  );
  const renamed = happened(
    'StudentRenamed',
    { student, on: '2025-03-01', order },
    { familyName: 'Орлова', givenName: 'Анна' },
  );
  const names = rowsOf(nameHandlers, registered, corrected, renamed);

  it.each([
    ['2024-08-01', 'Иванова', 'Ана'],
    ['2024-09-04', 'Иванова', 'Ана'],
    ['2024-09-05', 'Иванова', 'Анна'],
    ['2025-02-28', 'Иванова', 'Анна'],
    ['2025-03-01', 'Орлова', 'Анна'],
  ])('T-33: a document of %s bears %s %s', (day, familyName, givenName) => {
    expect(nameOn(names, day)).toMatchObject({ familyName, givenName });
  });

  it('know how each came about, and by which order', () => {
    expect(names).toMatchObject([
      { cause: 'registered' },
      { cause: 'corrected', orderNumber: null },
      { cause: 'changed', orderNumber: '12-с', orderDate: '2024-09-10' },
    ]);
  });
});

describe('requests and divisions', () => {
  const request = idOf('request');
  const asked = happened(
    'StudentChangeRequested',
    { request, kind: 'departure', student, group, toGroup: null, on: '2024-10-01' },
    { details: 'Переезд' },
  );

  it('R-PRM-02: wait to be answered, and keep the answer', () => {
    expect(rowsOf(requestHandlers, asked)).toMatchObject([{ status: 'open', details: 'Переезд' }]);
    const declined = happened('StudentChangeDeclined', { request, student }, { reason: 'Нет заявления' });
    expect(rowsOf(requestHandlers, asked, declined)).toMatchObject([
      { status: 'declined', answer: 'Нет заявления' },
    ]);
    const accepted = happened('StudentChangeAccepted', { request, student });
    expect(rowsOf(requestHandlers, asked, accepted)).toMatchObject([{ status: 'accepted', answer: null }]);
  });

  it('R-SUB-01: say who has agreed, and since when a division stands', () => {
    const division = idOf('division');
    const parts = [
      { journal: idOf('one'), students: [student] },
      { journal: idOf('two'), students: [] },
    ];
    const events = [
      happened('SubgroupDivisionProposed', { division, group, parts }),
      happened('SubgroupDivisionAgreed', { division, group, account: administrator }),
      happened('SubgroupAssigned', { division, group, from: '2024-09-01' }),
    ];
    expect(rowsOf(divisionHandlers, ...events)).toMatchObject([
      { parts, agreed: [administrator], assignedFrom: '2024-09-01' },
    ]);
  });
});
