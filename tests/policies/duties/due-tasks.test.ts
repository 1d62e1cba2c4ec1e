import { dutyKey } from '../../../src/policies/duties/duty.ts';
import { daysOf, facts, only, tasksUnder } from './duty-world.ts';

const done = (key: string, on: string) => ({ done: new Map([[key, on]]) });

describe('before the school year', () => {
  it('R-REF-01, R-REF-03, T-47: under 003 the books are checked by 28 August of the year about to start, documents a week before', () => {
    const tasks = tasksUnder('003', { until: '2024-12-31' });
    expect(only(tasks, 'referenceDataCheck')).toMatchObject({
      term: '2024',
      dueOn: '2024-08-28',
      roles: expect.arrayContaining(['journalAdministrator']) as unknown,
      rule: { parameter: 'referenceData.checkDeadline', clause: '003 §3.2 L51-56' },
    });
    expect(daysOf(tasks, 'sourceDocuments')).toEqual(['2024-08-21', '2024-08-23']);
    expect(only(tasks, 'groupCompositionCheck')).toMatchObject({
      of: { kind: 'group', id: 'group' },
      accounts: ['curator'],
      dueOn: '2024-08-30',
      rule: { clause: '003 §3.2 L71-73' },
    });
  });

  it('T-47: in July the year about to start is not yet the one of the next August', () => {
    expect(
      daysOf(tasksUnder('003', { from: '2025-07-01', until: '2025-08-31' }), 'referenceDataCheck'),
    ).toEqual(['2025-08-28']);
  });

  it('R-REF-02, T-58: under 000 the check comes back by the 25th of every month', () => {
    const days = daysOf(tasksUnder('000', { from: '2024-09-01', until: '2024-12-31' }), 'referenceDataCheck');
    expect(days).toEqual(['2024-09-25', '2024-10-25', '2024-11-25', '2024-12-25']);
  });

  it('R-REF-11, R-REF-12: programmes and plans are owed by the teachers of the pages', () => {
    const epos = tasksUnder('003', { until: '2024-09-30' });
    expect(only(epos, 'workProgramme')).toMatchObject({ dueOn: '2024-08-30', accounts: ['petrova'] });
    expect(only(epos, 'thematicPlan')).toBeUndefined();
    // 001: before classes, the first of which is on the third; work programmes before the year.
    const bakal = tasksUnder('001', { until: '2024-09-30' });
    expect(only(bakal, 'thematicPlan')).toMatchObject({
      of: { kind: 'page', id: 'algebra' },
      dueOn: '2024-09-02',
      rule: { clause: '001 §4.2' },
    });
    expect(only(bakal, 'workProgramme')).toMatchObject({ dueOn: '2024-08-31' });
    expect(only(tasksUnder('004', { until: '2024-09-30' }), 'thematicPlan')).toMatchObject({
      dueOn: '2024-08-31',
    });
  });

  it('the timetable of 003 is due by 28 August, and there once one is drawn up for the year', () => {
    const drawnUp = [{ from: '2024-09-01', until: '2024-12-28' }];
    expect(only(tasksUnder('003'), 'timetable')).toMatchObject({ dueOn: '2024-08-28', state: 'open' });
    expect(only(tasksUnder('003', { timetables: drawnUp }), 'timetable')).toMatchObject({ state: 'done' });
    expect(only(tasksUnder('004'), 'timetable')).toBeUndefined();
  });
});

describe('through the year', () => {
  it('R-ACC-10, D-17: briefings are due in the first academic week (003) or the first month (000)', () => {
    expect(daysOf(tasksUnder('003'), 'studentBriefing')).toEqual(['2024-09-07']);
    expect(daysOf(tasksUnder('000'), 'guardianBriefing')).toEqual(['2024-09-30']);
    expect(daysOf(tasksUnder('004'), 'studentBriefing')).toEqual([]);
  });

  it('R-MON-16, R-ATT-08: under 001 and 002 the curator checks every week of study, under 003 none', () => {
    const december = { from: '2024-12-09', until: '2025-01-15' };
    for (const preset of ['001', '002'] as const) {
      const tasks = tasksUnder(preset, december).filter(({ duty }) => duty === 'attendanceWeekCheck');
      expect(tasks.map(({ term, dueOn }) => [term, dueOn])).toEqual([
        ['2024-12-09', '2024-12-15'],
        ['2024-12-16', '2024-12-22'],
        ['2024-12-23', '2024-12-29'],
        ['2025-01-06', '2025-01-12'],
      ]);
      expect(tasks[0]).toMatchObject({ accounts: ['curator'] });
    }
    expect(daysOf(tasksUnder('003', december), 'attendanceWeekCheck')).toEqual([]);
  });

  it('T-43, R-REP-01, R-REP-03: Form 1 is as of the 5th (003), the attendance statement by the 10th of the next month (001)', () => {
    const spring = { from: '2025-03-01', until: '2025-04-30' };
    expect(daysOf(tasksUnder('003', spring), 'performanceReport')).toEqual(['2025-03-05', '2025-04-05']);
    const statements = tasksUnder('001', spring).filter(({ duty }) => duty === 'attendanceReport');
    expect(statements).toMatchObject([
      { term: '2025-02', dueOn: '2025-03-10', to: 'departmentHead', rule: { clause: '001 §4.4' } },
      { term: '2025-03', dueOn: '2025-04-10' },
    ]);
    expect(daysOf(tasksUnder('003', spring), 'attendanceReport')).toEqual(['2025-03-31', '2025-04-30']);
  });

  it('R-REP-13: under 002 both reports are owed at the end of a period, for that period', () => {
    const reports = tasksUnder('002').filter(({ duty }) => duty === 'performanceReport');
    expect(reports.map(({ term, dueOn, to }) => [term, dueOn, to])).toEqual([
      ['autumn', '2024-12-28', 'academicOfficeHead'],
      ['spring', '2025-06-28', 'academicOfficeHead'],
    ]);
  });

  it('R-ATT-09: absences of a month are classified by the day its report is due', () => {
    const september = { from: '2024-09-30', until: '2024-09-30', unclassified: new Set(['group.2024-09']) };
    expect(only(tasksUnder('003', september), 'absenceClassification')).toMatchObject({
      state: 'open',
      accounts: ['curator'],
      rule: { clause: '003 App. 2 L564' },
    });
    const classified = { ...september, unclassified: new Set<string>() };
    expect(only(tasksUnder('003', classified), 'absenceClassification')).toMatchObject({ state: 'done' });
  });

  it('T-40, R-REP-26: under 002 guardians on paper get a printout every week, and only they', () => {
    const week = { from: '2024-09-02', until: '2024-09-08' };
    expect(only(tasksUnder('002', week), 'guardianPrintout')).toMatchObject({ term: '2024-09-02' });
    const groups = facts.groups.map((group) => ({ ...group, guardiansOnPaper: 0 }));
    expect(only(tasksUnder('002', { ...week, groups }), 'guardianPrintout')).toBeUndefined();
  });

  it('R-REF-05: questionnaires are reviewed every month of study under 001 and 002', () => {
    const autumn = { from: '2024-10-01', until: '2024-11-30' };
    expect(daysOf(tasksUnder('001', autumn), 'personalDataReview')).toEqual(['2024-10-31', '2024-11-30']);
    expect(daysOf(tasksUnder('004', autumn), 'personalDataReview')).toEqual([]);
    expect(
      daysOf(tasksUnder('001', { from: '2025-07-01', until: '2025-07-31' }), 'personalDataReview'),
    ).toEqual([]);
  });

  it('R-MON-06, R-REP-07, R-REP-08: the use of the journal is reported every month under 001 and 002', () => {
    const autumn = { from: '2024-10-01', until: '2024-11-30' };
    for (const preset of ['001', '002'] as const)
      expect(only(tasksUnder(preset, autumn), 'usageReport')).toMatchObject({
        dueOn: '2024-10-31',
        roles: ['journalAdministrator'],
      });
    expect(only(tasksUnder('003', autumn), 'usageReport')).toBeUndefined();
  });
});

describe('what closes a period and a year', () => {
  it('R-MON-07: the checklist of each semester (001) and each study period (002); 004 names no day, so no task', () => {
    const [bakal, dnevnik, tula] = (['001', '002', '004'] as const).map((preset) => tasksUnder(preset));
    for (const [tasks, roles] of [
      [bakal, ['director', 'deputyDirector', 'departmentHead']],
      [dnevnik, ['academicOfficeHead', 'deputyDirector']],
    ] as const)
      expect(tasks?.filter(({ duty }) => duty === 'periodEndCheck')).toMatchObject([
        { of: { kind: 'period', id: 'autumn' }, dueOn: '2024-12-28', roles },
        { of: { kind: 'period', id: 'spring' }, dueOn: '2025-06-28', roles },
      ]);
    expect(daysOf(tula ?? [], 'periodEndCheck')).toEqual([]);
  });

  it('R-MON-07, T-60: a study period of 002 is checked, though it is no semester; under 001 it is not', () => {
    const periods = [
      { period: 'autumn', kind: 'studyPeriod', from: '2024-09-01', until: '2024-10-31' },
    ] as const;
    expect(daysOf(tasksUnder('002', { periods }), 'periodEndCheck')).toEqual(['2024-10-31']);
    expect(daysOf(tasksUnder('001', { periods }), 'periodEndCheck')).toEqual([]);
  });

  it('R-PRT-02: the paper copy of 002 is due by 5 July, the curator’s', () => {
    expect(only(tasksUnder('002'), 'annualPaperCopy')).toMatchObject({
      term: '2024',
      dueOn: '2025-07-05',
      accounts: ['curator'],
      rule: { clause: '002 §4.1; 002 §4.3' },
    });
    expect(only(tasksUnder('001'), 'annualPaperCopy')).toBeUndefined();
  });

  it('R-REP-10, R-REP-12: the summary of final marks closes each semester (001) or the year (000, 003)', () => {
    expect(daysOf(tasksUnder('001'), 'finalSummary')).toEqual(['2024-12-28', '2025-06-28']);
    expect(daysOf(tasksUnder('003', { from: '2025-01-01' }), 'finalSummary')).toEqual(['2025-08-31']);
  });

  it('R-REP-12: nothing is to be summed up of a year in which no journal was kept', () => {
    const august = { from: '2024-08-01', until: '2024-08-31' };
    expect(daysOf(tasksUnder('003', august), 'finalSummary')).toEqual([]);
  });
});

describe('what waits', () => {
  it('R-OUT-02: lessons of an outage are brought over by the last day given with its end', () => {
    const backEntries = [{ outage: 'outage', journal: 'algebra', until: '2025-03-12', missing: 2 }];
    const march = { from: '2025-03-01', until: '2025-03-31', today: '2025-03-13' };
    expect(only(tasksUnder('001', { ...march, backEntries }), 'backEntry')).toMatchObject({
      accounts: ['petrova'],
      dueOn: '2025-03-12',
      state: 'overdue',
      rule: { clause: '001 §10.2' },
    });
    const entered = [{ outage: 'outage', journal: 'algebra', until: '2025-03-12', missing: 0 }];
    expect(only(tasksUnder('001', { ...march, backEntries: entered }), 'backEntry')).toMatchObject({
      state: 'done',
      late: false,
    });
  });

  it('a second person’s yes is owed by those who may give it, until it would come too late', () => {
    const pending = [{ duty: 'roleConfirmation', id: 'grant', until: '2024-10-01', journal: null }] as const;
    expect(only(tasksUnder('003', { pending }), 'roleConfirmation')).toMatchObject({
      roles: ['director', 'journalAdministrator'],
      of: { kind: 'roleGrant', id: 'grant' },
      rule: null,
    });
  });
});

describe('how a task stands', () => {
  const key = dutyKey('groupCompositionCheck', 'group', '2024');
  const check = (day: string, known = {}) =>
    only(tasksUnder('003', { today: day, until: '2024-12-31', ...known }), 'groupCompositionCheck');

  it.each([
    ['2024-08-30', 'open', false],
    ['2024-08-31', 'overdue', true],
  ])('T-47: on %s it is %s', (day, state, late) => {
    expect(check(day)).toMatchObject({ state, late, doneOn: null });
  });

  it.each([
    ['2024-08-30', false],
    ['2024-09-02', true],
  ])('done on %s it is late: %s', (on, late) => {
    expect(check('2024-09-10', done(key, on))).toMatchObject({ state: 'done', doneOn: on, late });
  });

  it('T-59: under no regulation is anything owed without a day in its text', () => {
    const duties = new Set(tasksUnder('004').map(({ duty }) => duty));
    expect(duties).toEqual(new Set(['thematicPlan', 'journalControl', 'finalSummary']));
  });
});
