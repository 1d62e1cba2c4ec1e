import {
  lessonEntryDeadline,
  markEntryDeadline,
  workEntryDeadline,
} from '../../src/policies/entry-deadline.ts';
import { initialRegulation } from '../../src/policies/regulation/regulation.ts';

const lesson = { date: '2024-09-02', groupClassesEnd: '15:10', editableUntil: '2024-09-23' };
const threeHours = { kind: 'hoursAfterGroupClasses', hours: 3 } as const;

describe('the deadline of an entry about a lesson', () => {
  it.each([
    ['000', null],
    ['001', '2024-09-02'],
    ['002', '2024-09-02'],
    ['003', '2024-09-03'],
    ['004', '2024-09-02'],
  ] as const)('T-12, D-04: for absences at college %s is %s', (preset, until) => {
    const rule = initialRegulation(preset).value('attendance.entryDeadline');
    expect(lessonEntryDeadline(rule, lesson)).toBe(until);
  });

  it.each([
    ['000', null],
    ['001', '2024-09-02'],
    ['002', '2024-09-02T18:10'],
    ['003', null],
    ['004', '2024-09-02'],
  ] as const)('D-06: for homework at college %s is %s', (preset, until) => {
    const rule = initialRegulation(preset).value('homework.entryDeadline');
    expect(lessonEntryDeadline(rule, lesson)).toBe(until);
  });

  it('T-17: counts hours from the end of the group’s classes, whichever lesson it is about', () => {
    const early = { ...lesson, groupClassesEnd: '12:00' };
    const evening = { ...lesson, groupClassesEnd: '21:30' };
    expect(lessonEntryDeadline(threeHours, early)).toBe('2024-09-02T15:00');
    expect(lessonEntryDeadline(threeHours, evening)).toBe('2024-09-03T00:30');
    expect(lessonEntryDeadline(threeHours, { ...lesson, groupClassesEnd: null })).toBe('2024-09-02');
  });

  it('is the edit window where nothing shorter is said', () => {
    expect(lessonEntryDeadline({ kind: 'withinEditWindow' }, lesson)).toBe('2024-09-23');
  });
});

describe('the deadline of the mark of a work', () => {
  const week = { kind: 'daysAfterHeld', days: 7 } as const;

  it.each([
    ['written', 'written', '2024-09-09'],
    ['control', 'written', '2024-09-09'],
    ['laboratory', 'written', null],
    ['laboratory', 'all', '2024-09-09'],
    ['graphic', 'all', '2024-09-09'],
    ['lessonWork', 'all', null],
  ] as const)('T-18, D-07: that is %s where %s works have a week is %s', (workType, covers, until) => {
    expect(workEntryDeadline({ ...week, covers }, workType, '2024-09-02')).toBe(until);
  });

  it('is the day it was held, or no date, where the regulation says so', () => {
    expect(workEntryDeadline({ kind: 'lessonDay' }, 'control', '2024-09-02')).toBe('2024-09-02');
    expect(workEntryDeadline({ kind: 'timely' }, 'control', '2024-09-02')).toBeNull();
    expect(workEntryDeadline(null, 'control', '2024-09-02')).toBeNull();
  });

  it('is that of the lesson where no rule of works covers it, and names the parameter it comes from', () => {
    const dnevnik = initialRegulation('002');
    expect(markEntryDeadline(dnevnik, 'lessonWork', lesson)).toEqual({
      parameter: 'currentMark.entryDeadline.lesson',
      until: '2024-09-02',
    });
    expect(markEntryDeadline(dnevnik, 'written', lesson)).toEqual({
      parameter: 'currentMark.entryDeadline.writtenWork',
      until: '2024-09-09',
    });
  });
});
