import { asksForReaction } from '../../src/policies/absence-reaction.ts';
import { isBeforeCouncil } from '../../src/policies/before-council.ts';
import { BULK_CHANGES, isBulk } from '../../src/policies/bulk-changes.ts';
import { completenessOf, type PageCounts } from '../../src/policies/completeness.ts';
import { isSoonAfterReset } from '../../src/policies/credential-reset.ts';
import { isOddHour } from '../../src/policies/odd-hours.ts';
import { isOfOneValue, MARKS_OF_ONE_VALUE } from '../../src/policies/one-value.ts';
import { isRaise } from '../../src/policies/raise.ts';
import { timelinessRuleOf } from '../../src/policies/timeliness.ts';

describe('an odd hour', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['00:00', true],
    ['05:59', true],
    ['06:00', false],
    ['13:30', false],
  ])('%s by the college’s clock: %s', (time, expected) => {
    expect(isOddHour(time)).toBe(expected);
  });
});

describe('changes in bulk', () => {
  it('are ten or more by one account at once', () => {
    expect([BULK_CHANGES - 1, BULK_CHANGES].map(isBulk)).toEqual([false, true]);
  });
});

describe('just before a council', () => {
  it.each([
    ['2024-12-23', false],
    ['2024-12-24', true],
    ['2024-12-27', true],
    ['2024-12-28', false],
  ])('of 27 December: %s is so: %s', (day, expected) => {
    expect(isBeforeCouncil(day, '2024-12-27')).toBe(expected);
  });
});

describe('a prompt reaction (R-ATT-11)', () => {
  it.each([
    ['unclassified', false, true],
    ['unclassified', true, false],
    ['unexcused', true, true],
    ['unexcused', false, true],
    ['excused', false, false],
  ] as const)(
    'to an absence that is %s and announced: %s: is asked for: %s',
    (classified, announced, asked) => {
      expect(asksForReaction({ classified, announced })).toBe(asked);
    },
  );
});

const page: PageCounts = {
  lessonsDue: 4,
  lessonsRecorded: 3,
  lessonsAttended: 2,
  students: 10,
  studentsWithoutMarks: 4,
  resultsMissing: 10,
  periodOver: false,
};

describe('the completeness of a page', () => {
  it('R-MON-11: is one percentage, made of parts that are each said exactly', () => {
    expect(completenessOf(page)).toEqual({
      parts: [
        { part: 'lessonRecords', done: 3, due: 4, percent: '75.0' },
        { part: 'attendance', done: 2, due: 4, percent: '50.0' },
        { part: 'studentsWithMarks', done: 6, due: 10, percent: '60.0' },
        { part: 'results', done: 0, due: 0, percent: null },
      ],
      percent: '61.1',
      complete: false,
    });
  });

  it('asks for results once the period is over, and for marks once a lesson was held', () => {
    expect(completenessOf({ ...page, periodOver: true }).parts[3]).toMatchObject({ done: 0, due: 10 });
    const untaught = { ...page, lessonsDue: 0, lessonsRecorded: 0, lessonsAttended: 0 };
    expect(completenessOf(untaught)).toMatchObject({ percent: null, complete: true });
  });

  it('is whole where everything due is there', () => {
    const whole = { ...page, lessonsRecorded: 4, lessonsAttended: 4, studentsWithoutMarks: 0 };
    expect(completenessOf(whole)).toMatchObject({ percent: '100.0', complete: true });
  });
});

describe('the rule of timeliness', () => {
  const rule = {
    parameter: 'attendance.entryDeadline',
    clause: '003 §3.3 L95',
    version: 0,
    deadline: '2024-09-03',
    late: false,
    grant: null,
    due: null,
  };
  const due = { parameter: 'lessonEntry.deadline', clause: '001 §5.5.4', until: '2024-09-02' };
  const window = { ...rule, parameter: 'currentMark.editWindowDays' };

  it('T-06: is the entry deadline, and never the window that closes', () => {
    expect(timelinessRuleOf(rule, 'online')).toMatchObject({ parameter: 'attendance.entryDeadline' });
    expect(timelinessRuleOf({ ...window, due }, 'online')).toEqual(due);
    expect(timelinessRuleOf(window, 'online')).toBeNull();
    expect(timelinessRuleOf({ ...rule, deadline: null }, 'online')).toBeNull();
    expect(timelinessRuleOf(null, 'online')).toBeNull();
  });

  it('T-42: is the term after an outage for what was brought over in it', () => {
    const term = { ...rule, parameter: 'outage.backEntryWorkingDays' };
    expect(timelinessRuleOf(term, 'temporaryJournal')).toBe(term);
    expect(timelinessRuleOf(term, 'online')).toBeNull();
  });
});

describe('a raise', () => {
  it.each([
    ['3', '4', true],
    ['4', '3', false],
    ['9', '10', true],
    ['fail', 'pass', true],
    ['pass', 'fail', false],
    ['grade3', 'grade5', true],
    ['academicDebt', 'grade3', true],
    ['notAttested', 'pass', true],
    ['validReasonNonAttendance', 'notAttested', false],
    ['pass', 'grade5', false],
    ['5', '5', false],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(isRaise(from, to)).toBe(expected);
  });
});

describe('a column of one value', () => {
  it('has ten marks or more, all alike', () => {
    expect(isOfOneValue({ '5': MARKS_OF_ONE_VALUE })).toBe(true);
    expect(isOfOneValue({ '5': MARKS_OF_ONE_VALUE - 1 })).toBe(false);
    expect(isOfOneValue({ '5': 20, '4': 1 })).toBe(false);
    expect(isOfOneValue({ '5': 20, '4': 0 })).toBe(true);
    expect(isOfOneValue({})).toBe(false);
  });
});

describe('soon after a credential reset', () => {
  it.each([
    ['2026-11-20T06:59:59.999Z', false],
    ['2026-11-20T07:00:00.000Z', true],
    ['2026-11-21T06:59:59.999Z', true],
    ['2026-11-21T07:00:00.000Z', false],
  ])('%s, of a code made on 20 November at 07:00: %s', (at, expected) => {
    expect(isSoonAfterReset(at, '2026-11-20T07:00:00.000Z')).toBe(expected);
  });
});
