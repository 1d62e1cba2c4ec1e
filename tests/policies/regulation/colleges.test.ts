import type { ParameterKey } from '../../../src/policies/regulation/parameters.ts';
import { PRESET_KEYS, type PresetKey } from '../../../src/policies/regulation/presets.ts';
import { initialRegulation, type Origin } from '../../../src/policies/regulation/regulation.ts';

const settingOf = (preset: PresetKey, parameter: ParameterKey) => {
  const { value, clause, origin } = initialRegulation(preset).settings.get(parameter) ?? {};
  return { value, clause, origin };
};

type Row = readonly [string, PresetKey, ParameterKey, unknown, string];

const stated: readonly Row[] = [
  ['T-58', '000', 'referenceData.checkDeadline', { everyMonthBy: 25 }, '000 §3.2.1 L37'],
  ['D-17', '000', 'onboarding.deadline', { kind: 'firstMonth' }, '000 §3.2.3 L53'],
  ['D-08', '000', 'timetable.cadence', { kind: 'weekly' }, '000 §3.2.1 L38'],
  [
    'T-26',
    '000',
    'debt.recorded',
    { kind: 'academic', of: ['discipline', 'interdisciplinaryCourse', 'practice'] },
    '000 §3.2.2 L48',
  ],
  [
    'R-MSG-16',
    '000',
    'learner.visibleData',
    ['marks', 'attendance', 'homework', 'programmeProgress'],
    '000 §2.1; 000 §2.2 L22',
  ],
  ['R-LES-16', '001', 'learner.visibleData', ['marks', 'attendance', 'homework'], '001 §5.7; 001 §3.9'],
  ['T-12', '001', 'attendance.entryDeadline', { kind: 'lessonDay' }, '001 §4.3; 001 §5.5.4'],
  [
    'T-18',
    '001',
    'currentMark.entryDeadline.writtenWork',
    { kind: 'daysAfterHeld', days: 7, covers: 'all' },
    '001 §5.5.6',
  ],
  ['T-21', '001', 'attestation.entryDeadline', { kind: 'afterPeriodEnd' }, '001 §4.6; 001 §5.5.11'],
  ['T-27', '001', 'debt.recorded', { kind: 'topic' }, '001 §4.3 L99'],
  ['T-42', '001', 'outage.backEntryWorkingDays', 5, '001 §10.2'],
  ['T-50', '001', 'deputy.journalEdit', 'none', '001 §5.2.2'],
  ['T-50', '001', 'departmentHead.journalEdit', 'none', '001 §5.3.5'],
  [
    'T-53',
    '001',
    'print.retention',
    { kind: 'afterGroupEnds', years: 5, writtenOffByAct: true },
    '001 §10.7',
  ],
  [
    'T-55',
    '001',
    'thesis',
    { by: ['thesisSupervisor', 'practiceSupervisor'], namedInOrder: true },
    '001 §5.5.13',
  ],
  ['T-17', '002', 'homework.entryDeadline', { kind: 'hoursAfterGroupClasses', hours: 3 }, '002 §3.3 L41'],
  [
    'T-18',
    '002',
    'currentMark.entryDeadline.writtenWork',
    { kind: 'daysAfterHeld', days: 7, covers: 'written' },
    '002 §3.3 L39',
  ],
  [
    'T-20',
    '002',
    'attestation.entryDeadline',
    { kind: 'lastWeekOfPeriod', daysBeforeVacation: 1 },
    '002 §3.3 L42',
  ],
  ['D-05', '002', 'attendance.curatorMayCorrect', 'withTeacherConsent', '002 §3.2 L33'],
  ['T-40', '002', 'guardian.paperFallback', { everyWeeks: 1 }, '002 §3.2 L30'],
  ['T-02', '003', 'currentMark.editWindowDays', 21, '003 §3.3 L89'],
  ['T-05', '003', 'attestation.editWindowDays', 31, '003 §3.3 L90'],
  ['T-22', '003', 'attestation.lockOnEntry', false, '003 §3.3 L90'],
  [
    'T-07',
    '003',
    'attestation.entryDeadline',
    { kind: 'workingDaysAfterEvent', days: 3, cappedByPeriodEnd: true },
    '003 §3.4 L112',
  ],
  ['T-12', '003', 'attendance.entryDeadline', { kind: 'nextDay' }, '003 §3.3 L95'],
  ['T-47', '003', 'referenceData.checkDeadline', { month: 8, day: 28 }, '003 §3.2 L51-56'],
  ['T-47', '003', 'referenceData.docsLeadDays', 7, '003 §1.6'],
  ['T-01', '003', 'attestation.failMarkForbidden', true, '003 §3.3 L92'],
  ['T-22', '004', 'attestation.lockOnEntry', true, '004 §4.5.1 L288-290'],
  ['D-01', '004', 'currentMark.editWindowDays', null, '004 §4.5.1 L288-290'],
  ['D-03', '004', 'attestation.editWindowDays', 0, '004 §4.5.1 L288-290'],
  ['T-13', '004', 'curator.journalEdit', 'absencesOnly', '004 §4.2.1 L191-192; 004 §4.2.2 L223'],
  ['D-05', '004', 'attendance.curatorMayCorrect', 'direct', '004 §4.2.2 L223'],
  [
    'T-41',
    '004',
    'learnerAccounts.selfServiceCredentialChange',
    'forbiddenForStudents',
    '004 §4.3.2 L255-256',
  ],
  [
    'T-34',
    '004',
    'promotion.groupRollover',
    { by: ['deputyDirector'], to: ['semester', 'year'] },
    '004 §4.6.2 L411-412',
  ],
  ['T-08', '004', 'messages.replySla', { kind: 'withinDays', days: 3, dayKind: 'calendar' }, '004 §3.9'],
];

describe('what each college states', () => {
  it.each(stated)('%s: %s has %s = %j by %s', (_, preset, parameter, value, clause) => {
    expect(settingOf(preset, parameter)).toEqual({ value, clause, origin: 'stated' });
  });

  it('"timely" is stated, and yet no date', () => {
    for (const key of ['lessonEntry.deadline', 'attendance.entryDeadline', 'messages.replySla'] as const)
      expect(settingOf('000', key)).toMatchObject({ value: { kind: 'timely' }, origin: 'stated' });
  });

  it('T-28: Bakal asks for three marks at two hours a week and for more above', () => {
    expect(settingOf('001', 'attestation.minMarks').value).toEqual({
      kind: 'byWeeklyLoad',
      steps: [
        { upToWeeklyHours: 2, marks: 3 },
        { upToWeeklyHours: null, marks: 4 },
      ],
    });
  });

  it.each([
    ['D-15', 'historyDepth', 'entirePeriod', '004 §2.2.3; 004 §2.2.6; D-15'],
    ['D-12', 'personalData.curatorMayEdit', 'request', '004 §3.3; 004 §4.2.2 L215-217; D-12'],
    [
      'D-16',
      'guardian.channels',
      ['administration', 'groupCurator', 'teacher', 'student'],
      '004 §4.4.1 L269; 004 §2.2.10; D-16',
    ],
  ] as const)(
    '%s: where Tula contradicts itself on %s, both clauses and the default',
    (_, key, value, clause) => {
      expect(settingOf('004', key)).toEqual({ value, clause, origin: 'stated' });
    },
  );
});

describe('what holds where a regulation is silent', () => {
  it.each([
    ['D-01', 'currentMark.editWindowDays', 21, '001'],
    ['D-01', 'attestation.lockOnEntry', false, '001'],
    [
      'D-02',
      'attestation.entryDeadline',
      { kind: 'workingDaysAfterEvent', days: 3, cappedByPeriodEnd: true },
      '000',
    ],
    ['D-03', 'attestation.editWindowDays', 31, '002'],
    ['D-05', 'attendance.curatorMayCorrect', 'none', '000'],
    ['D-09', 'deputy.journalEdit', 'none', '003'],
    ['D-10', 'departmentHead.journalEdit', 'none', '004'],
    ['D-12', 'personalData.curatorMayEdit', 'request', '003'],
    ['D-13', 'guardian.alertBy', ['groupCurator', 'teacher', 'system'], '000'],
    ['D-15', 'historyDepth', 'entirePeriod', '003'],
    [
      'D-22',
      'transfer.betweenGroups',
      { by: null, groupMove: 'anytime', subgroupMove: 'periodEnd', curatorNotifies: false },
      '004',
    ],
  ] as const)('%s settles %s as %j, as for %s', (conflict, parameter, value, preset) => {
    const origin: Origin = 'conflictSettled';
    expect(settingOf(preset, parameter)).toEqual({ value, clause: `${preset}: silent, ${conflict}`, origin });
  });

  it.each([
    ['D-04, T-09', 'attendance.editWindowDays', null],
    ['D-06', 'homework.entryDeadline', null],
    ['D-07', 'currentMark.entryDeadline.writtenWork', null],
    ['D-14', 'control.periodEndCheck', null],
    ['D-18', 'workProgramme.deadline', null],
    ['D-19', 'print.retention', null],
    ['T-15', 'attendance.missedDay', 'allLessons'],
  ] as const)('%s: nobody is held to a rule on %s that nobody wrote: %j', (_, parameter, value) => {
    const silent = PRESET_KEYS.map((preset) => settingOf(preset, parameter)).filter(
      ({ origin }) => origin === 'silent',
    );
    expect(silent.length).toBeGreaterThan(0);
    for (const setting of silent) expect(setting.value).toBe(value);
  });
});
