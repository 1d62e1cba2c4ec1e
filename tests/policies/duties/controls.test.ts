import { escalationsGoTo, findingsGoTo } from '../../../src/policies/duties/informed.ts';
import { turnsOf } from '../../../src/policies/duties/controls.ts';
import { initialRegulation } from '../../../src/policies/regulation/regulation.ts';
import { tasksUnder } from './duty-world.ts';

const autumn = { from: '2024-09-01', until: '2024-10-31' };
const controlsUnder = (preset: '000' | '001' | '002' | '003' | '004', known = {}) =>
  tasksUnder(preset, { ...autumn, today: '2024-11-01', ...known }).filter(
    ({ duty }) => duty === 'journalControl',
  );

describe('the control of how the journal is kept', () => {
  it('R-MON-02, R-MON-03: every month by the department head, and by the journal administrator for himself (001)', () => {
    expect(controlsUnder('001').map(({ dueOn, roles }) => [dueOn, ...roles])).toEqual([
      ['2024-09-30', 'departmentHead'],
      ['2024-09-30', 'journalAdministrator'],
      ['2024-10-30', 'departmentHead'],
      ['2024-10-30', 'journalAdministrator'],
    ]);
    expect(controlsUnder('001')[0]).toMatchObject({ rule: { clause: '001 §5.3.1; 001 §7.2' } });
  });

  it('R-MON-04: every month by the head of the academic office and the deputies (002)', () => {
    expect(new Set(controlsUnder('002').flatMap(({ roles }) => roles))).toEqual(
      new Set(['academicOfficeHead', 'deputyDirector']),
    );
  });

  it('R-MON-05, D-14: every two weeks by the deputies (004)', () => {
    expect(controlsUnder('004').map(({ dueOn }) => dueOn)).toEqual([
      '2024-09-14',
      '2024-09-28',
      '2024-10-12',
      '2024-10-26',
    ]);
  });

  it('D-14, T-59: without a number no day follows (000, 003)', () => {
    expect([...controlsUnder('000'), ...controlsUnder('003')]).toEqual([]);
  });

  it('R-MON-02: one that was carried out in time is done, and the next month runs from it', () => {
    const controls = [{ role: 'departmentHead', on: '2024-09-16' }] as const;
    const ofHead = controlsUnder('001', { controls }).filter(({ roles }) => roles.includes('departmentHead'));
    expect(ofHead.map(({ dueOn, state, doneOn }) => [dueOn, state, doneOn])).toEqual([
      ['2024-09-30', 'done', '2024-09-16'],
      ['2024-10-16', 'overdue', null],
    ]);
  });
});

describe('the turns of a control', () => {
  const fortnightly = (last: string) => Temporal.PlainDate.from(last).add({ weeks: 2 }).toString();

  it('R-MON-05: one that comes late closes every turn it is too late for, and the next runs from it', () => {
    expect(turnsOf(fortnightly, ['2024-10-02'], autumn)).toMatchObject([
      { dueOn: '2024-09-14', doneOn: '2024-10-02' },
      { dueOn: '2024-09-28', doneOn: '2024-10-02' },
      { dueOn: '2024-10-16', doneOn: null },
      { dueOn: '2024-10-30', doneOn: null },
    ]);
  });
});

describe('who is told', () => {
  it('R-MON-10: of findings the director, the deputies and the council (001), the staff (002), teachers and curators (004)', () => {
    expect(findingsGoTo(initialRegulation('001'))).toMatchObject({
      roles: ['director', 'deputyDirector'],
      pedagogicalCouncil: true,
    });
    for (const preset of ['002', '004'] as const)
      expect(findingsGoTo(initialRegulation(preset))?.roles).toEqual([
        'teacher',
        'practicalTrainingInstructor',
        'groupCurator',
      ]);
    expect([findingsGoTo(initialRegulation('000')), findingsGoTo(initialRegulation('003'))]).toEqual([
      null,
      null,
    ]);
  });

  it('R-MON-08: of what does not come the deputies (001); elsewhere the text names nobody (T-59)', () => {
    expect(escalationsGoTo(initialRegulation('001'))).toMatchObject({
      roles: ['deputyDirector'],
      clause: '001 §5.3.3',
    });
    for (const preset of ['000', '002', '003', '004'] as const)
      expect(escalationsGoTo(initialRegulation(preset))).toBeNull();
  });
});
