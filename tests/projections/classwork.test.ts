import {
  activityHandlers,
  assignmentHandlers,
  controlWorkHandlers,
  mistakeReportHandlers,
  topicDebtHandlers,
} from '../../projections/classwork/apply.ts';
import { rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { algebra, first, group, happened, ivanova, smirnov } from '../support/world.ts';

const cell = { journal: algebra, lesson: first, student: ivanova, workType: 'control' } as const;
const [debt, assignment, controlWork, activity] = ['debt', 'assignment', 'control work', 'activity'].map(
  idOf,
) as [string, string, string, string];

describe('work around the lessons', () => {
  it('R-LES-11: is tasks with everyone for whom they were checked', () => {
    const issued = happened(
      'AssignmentIssued',
      { assignment, journal: algebra, lesson: first, workType: 'independent', electronic: true, dueOn: null },
      { contents: '№ 1' },
    );
    const checked = (students: string[]) =>
      happened('AssignmentChecked', { assignment, journal: algebra, students, checkedOn: '2024-09-03' });
    expect(rowsOf(assignmentHandlers, issued, checked([ivanova]), checked([smirnov, ivanova]))).toMatchObject(
      [{ contents: '№ 1', electronic: true, checked: [ivanova, smirnov] }],
    );
  });

  it('R-LES-14, T-27: is topic debts with their make-up day, until they are cleared', () => {
    const history = [
      happened('TopicDebtRecorded', { debt, ...cell }, { topic: 'Корни' }),
      happened('MakeUpDaySet', { debt, journal: algebra, student: ivanova, makeUpOn: '2024-09-10' }),
      happened('TopicDebtCleared', { debt, journal: algebra, student: ivanova, clearedOn: '2024-09-10' }),
    ];
    expect(rowsOf(topicDebtHandlers, ...history.slice(0, 2))).toMatchObject([
      { topic: 'Корни', makeUpOn: '2024-09-10', clearedOn: null },
    ]);
    expect(rowsOf(topicDebtHandlers, ...history)).toMatchObject([{ clearedOn: '2024-09-10' }]);
  });

  it('R-CAL-09: is a schedule of control works, which keeps a topic when one is moved', () => {
    const planned = (plannedOn: string, sealed?: Readonly<Record<string, string>>) =>
      happened(
        'ControlWorkPlanned',
        { journal: algebra, controlWork, workType: 'control', plannedOn },
        sealed,
      );
    const history = [planned('2024-10-01', { topic: 'Корни' }), planned('2024-10-08', { reason: 'Перенос' })];
    expect(rowsOf(controlWorkHandlers, ...history)).toMatchObject([
      { plannedOn: '2024-10-08', topic: 'Корни' },
    ]);
    const dropped = happened('ControlWorkDropped', { journal: algebra, controlWork });
    expect(rowsOf(controlWorkHandlers, ...history, dropped)).toEqual([]);
  });

  it('R-MRK-10: is a reported mistake until the mark is corrected or taken back', () => {
    const reported = happened('MarkMistakeReported', { ...cell, markRevision: 0 }, { explanation: 'Не моя' });
    expect(rowsOf(mistakeReportHandlers, reported)).toMatchObject([
      { student: ivanova, explanation: 'Не моя' },
    ]);
    const corrected = happened('MarkCorrected', { ...cell, scale: 'fivePoint', from: '2', to: '4' });
    const withdrawn = happened('MarkWithdrawn', { ...cell, value: '2' });
    expect(rowsOf(mistakeReportHandlers, reported, corrected)).toEqual([]);
    expect(rowsOf(mistakeReportHandlers, reported, withdrawn)).toEqual([]);
  });

  it('R-REF-17, R-LES-15: is activities, planned, held, or both', () => {
    const planned = happened(
      'ActivityPlanned',
      { group, activity, plannedOn: '2024-10-05' },
      { title: 'Экскурсия' },
    );
    const held = happened(
      'ActivityRecorded',
      { group, activity, heldOn: '2024-10-06', academicHours: 2, students: [ivanova] },
      { notes: 'Были' },
    );
    expect(rowsOf(activityHandlers, planned, held)).toMatchObject([
      { title: 'Экскурсия', plannedOn: '2024-10-05', heldOn: '2024-10-06', students: [ivanova] },
    ]);
    expect(rowsOf(activityHandlers, held)).toMatchObject([{ title: null, plannedOn: null }]);
    expect(rowsOf(activityHandlers, planned, happened('ActivityDropped', { group, activity }))).toEqual([]);
  });
});
