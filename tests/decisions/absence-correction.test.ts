import type { CommandNamed } from '../../src/decisions/register.ts';
import { absent, adopted, marked, regulationChanged, under } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  algebra,
  command,
  curator,
  father,
  first,
  group,
  happened,
  ivanova,
  orlov,
  petrova,
  second,
  streams,
  world,
} from '../support/world.ts';

const cell = { journal: algebra, lesson: first, student: ivanova };
const correction = idOf('correction');
const reason = 'Была на медосмотре';
const byCurator = { by: curator, on: '2024-09-05' };
const propose = (changes: Partial<CommandNamed<'ProposeAbsenceCorrection'>['data']> = {}) =>
  command('ProposeAbsenceCorrection', { ...cell, correction, to: 'absent', reason, ...changes });
const answer = (consent: boolean, why: string | null = null) =>
  command('AnswerAbsenceCorrection', { correction, consent, reason: why });
const record = command('RecordAbsence', cell);
const cancel = command('CancelAbsence', { ...cell, reason });
const proposed = (to: 'absent' | 'present') => ({
  [`absenceCorrection-${correction}`]: [
    happened('AbsenceCorrectionProposed', { correction, ...cell, to }, { reason }),
  ],
});

describe('a curator who finds an absence wrong', () => {
  it('R-ATT-06, T-13: corrects it directly where the regulation says so (004 §4.2.2)', () => {
    given(world(under('004')), byCurator)
      .when(record)
      .thenRecords({ type: 'AbsenceRecorded' }, { right: 'groupCurator', rule: { late: true } });
    given(world({ ...under('004'), [streams.attendance]: [absent()] }), byCurator)
      .when(cancel)
      .thenRecords({ type: 'AbsenceCancelled' }, { right: 'groupCurator' });
  });

  it('T-13, D-05: may not elsewhere, and is told the clause', () => {
    given(world(), byCurator)
      .when(record)
      .thenRefuses({
        code: 'NOT_PERMITTED',
        facts: { capability: 'absence.correct' },
        parameter: 'attendance.curatorMayCorrect',
      });
    given(world(under('002')), byCurator)
      .when(record)
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '002 §3.2 L33' });
  });

  it('R-ATT-07: asks the teacher where the two correct it together (002 §3.2), and nothing changes yet', () => {
    given(world(under('002')), byCurator)
      .when(propose())
      .thenRecords({ type: 'AbsenceCorrectionProposed', data: { to: 'absent' }, sealed: { reason } });
    given(world(under('001')), byCurator)
      .when(propose())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-ATT-07: asks for a reason, and not for what stands there already', () => {
    given(world(under('002')), byCurator)
      .when(propose({ reason: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(under('002')), byCurator)
      .when(propose({ to: 'present' }))
      .thenRefuses({ code: 'ALREADY_RECORDED', facts: { status: 'none' } });
    given(world({ ...under('002'), ...proposed('absent') }), byCurator)
      .when(propose())
      .thenRefuses({ code: 'ALREADY_EXISTS' });
  });

  it('T-29: is the curator of that group, and of no other', () => {
    given(world(under('002')), { by: petrova })
      .when(propose())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('the teacher who is asked', () => {
  const asked = { by: petrova, on: '2024-09-06' };

  it('R-ATT-07: agrees, and the entry is made in the same act', () => {
    given(world({ ...under('002'), ...proposed('absent') }), asked)
      .when(answer(true))
      .thenRecords([{ type: 'AbsenceCorrectionConsented' }, { type: 'AbsenceRecorded' }], {
        right: 'teacher',
      });
    given(world({ ...under('002'), ...proposed('present'), [streams.attendance]: [absent()] }), asked)
      .when(answer(true))
      .thenRecords([{ type: 'AbsenceCorrectionConsented' }, { type: 'AbsenceCancelled' }]);
  });

  it('R-ATT-07: or does not, and says why', () => {
    const past = world({ ...under('002'), ...proposed('absent') });
    given(past, asked).when(answer(false)).thenRefuses({ code: 'REASON_REQUIRED' });
    given(past, asked)
      .when(answer(false, 'Сидела на первой парте'))
      .thenRecords({ type: 'AbsenceCorrectionDeclined' });
  });

  it('is the teacher of that lesson, and answers once', () => {
    given(world({ ...under('002'), ...proposed('absent') }), { ...asked, by: orlov })
      .when(answer(true))
      .thenRefuses({ code: 'NOT_IN_LOAD' });
    given(world(under('002')), asked)
      .when(answer(true))
      .thenRefuses({ code: 'NOT_FOUND' });
    const done = {
      [`absenceCorrection-${correction}`]: [
        ...(proposed('absent')[`absenceCorrection-${correction}`] ?? []),
        happened('AbsenceCorrectionConsented', { correction, ...cell }),
      ],
    };
    given(world({ ...under('002'), ...done }), asked)
      .when(answer(true))
      .thenRefuses({ code: 'ALREADY_DONE', facts: { state: 'consented' } });
  });
});

describe('who announces an absence', () => {
  const announce = command('AnnounceAbsence', { ...cell, lesson: second, reason: null });

  it('R-ATT-03: is the guardian or the curator where the regulation lets them (003 §3.3)', () => {
    given(world(), { by: father }).when(announce).thenRecords({ type: 'AbsenceAnnounced' });
    given(world(), { by: curator })
      .when(announce)
      .thenRecords({ type: 'AbsenceAnnounced' }, { rule: { parameter: 'attendance.announcedAbsence' } });
  });

  it('R-ATT-05: is the guardian, who must tell the class teacher (004 §4.4.2), and not the curator', () => {
    given(world(under('004')), { by: father })
      .when(announce)
      .thenRecords({ type: 'AbsenceAnnounced' });
    given(world(under('004')), { by: curator })
      .when(announce)
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-59: is nobody where the regulation is silent', () => {
    given(world(under('001')), { by: father })
      .when(announce)
      .thenRefuses({ code: 'NOT_PERMITTED', parameter: 'attendance.announcedAbsence' });
  });
});

describe('the weekly check of attendance', () => {
  const check = (week: string) => command('CheckAttendanceWeek', { group, week });

  it('R-ATT-08, R-MON-16: is the curator’s, named by the Monday of a week that has begun', () => {
    given(world(under('001')), byCurator)
      .when(check('2024-09-02'))
      .thenRecords({ type: 'AttendanceWeekChecked' }, { rule: { clause: '001 §5.4.4' } });
    given(world(), byCurator).when(check('2024-09-03')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), byCurator).when(check('2024-09-09')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), { by: petrova }).when(check('2024-09-02')).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is done once a week', () => {
    const done = {
      [`attendanceCheck-${group}`]: [happened('AttendanceWeekChecked', { group, week: '2024-09-02' })],
    };
    given(world(done), byCurator).when(check('2024-09-02')).thenNothingChanges();
  });
});

describe('the deadline of an absence', () => {
  it.each([
    ['003', '2024-09-03', false],
    ['003', '2024-09-04', true],
    ['001', '2024-09-02', false],
    ['001', '2024-09-03', true],
    ['002', '2024-09-03', true],
    ['004', '2024-09-03', true],
    ['000', '2024-12-01', false],
  ] as const)('R-ATT-02, T-12: under %s an entry on %s is late: %s', (preset, on, late) => {
    given(world(under(preset)), { on })
      .when(record)
      .thenRecords({ type: 'AbsenceRecorded' }, { rule: { late, parameter: 'attendance.entryDeadline' } });
  });

  it('T-09: closes absences only where the college says so itself', () => {
    const closed = {
      effectiveFrom: '2024-09-01',
      order: 'Приказ',
      change: idOf('c'),
      college: idOf('college'),
    };
    const values = [{ parameter: 'attendance.editWindowDays', value: 7, clause: 'Приказ' }];
    const past = world({ [streams.regulation]: [happened('RegulationChanged', { ...closed, values })] });
    given(past, { on: '2024-09-09' }).when(record).thenRecords({ type: 'AbsenceRecorded' });
    given(past, { on: '2024-09-10' })
      .when(record)
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED', parameter: 'attendance.editWindowDays', grantable: false });
  });
});

describe('whether an absence is excused', () => {
  const classify = command('ClassifyAbsence', { ...cell, as: 'excused', reason: null });

  it('R-ATT-09, T-14: is said by hand by whom the regulation names, and by nobody where it is silent', () => {
    const missing = { [streams.attendance]: [absent()] };
    given(world(missing), byCurator).when(classify).thenRecords({ type: 'AbsenceClassified' });
    given(world({ ...missing, ...under('004') }), byCurator)
      .when(classify)
      .thenRefuses({ code: 'NOT_PERMITTED', parameter: 'attendance.excuseClassifier' });
  });
});

describe('an absence by consent at an electronic lesson', () => {
  it('T-56: is refused like any other where the result of its task stands', () => {
    const electronic = happened('LessonRecordCorrected', {
      journal: algebra,
      lesson: first,
      deliveryForm: 'electronic',
      workTypes: ['lessonWork'],
      planItem: null,
      attendanceBasis: 'taskResults',
    });
    const rules = regulationChanged('2024-09-01', { distanceAndElectronicForms: 'attendanceAndResults' });
    const past = world({
      [streams.regulation]: [adopted('002'), rules],
      [streams.page]: [electronic],
      [streams.mark]: [marked('5')],
      ...proposed('absent'),
    });
    given(past).when(answer(true)).thenRefuses({ code: 'ATTENDANCE_BY_RESULTS' });
    given(past, byCurator)
      .when(propose({ correction: idOf('another correction') }))
      .thenRefuses({ code: 'ATTENDANCE_BY_RESULTS', facts: { results: 1 } });
  });
});
