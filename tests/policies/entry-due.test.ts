import { assessedWorkDue, isAssessedLater, lessonDue } from '../../src/policies/entry-due.ts';
import { isInRussian } from '../../src/policies/language.ts';

const lesson = { date: '2024-09-02', lastClassEndsAt: '15:10' };

describe('when an entry about a lesson is due', () => {
  it('D-06, T-17: three hours after the classes of the group end that day, 15:10 gives 18:10', () => {
    const deadline = { kind: 'hoursAfterGroupClasses', hours: 3 } as const;
    expect(lessonDue(deadline, lesson)).toBe('2024-09-02T18:10');
    expect(lessonDue(deadline, { ...lesson, lastClassEndsAt: '22:30' })).toBe('2024-09-03T01:30');
    expect(lessonDue(deadline, { ...lesson, lastClassEndsAt: null })).toBe('2024-09-02');
  });

  it('is the lesson day, the next one, or no date at all', () => {
    expect(lessonDue({ kind: 'lessonDay' }, lesson)).toBe('2024-09-02');
    expect(lessonDue({ kind: 'nextDay' }, lesson)).toBe('2024-09-03');
    expect(lessonDue({ kind: 'timely' }, lesson)).toBeNull();
    expect(lessonDue({ kind: 'withinEditWindow' }, lesson)).toBeNull();
  });
});

describe('when the mark of an assessed work is due', () => {
  it('T-18: within one week of the day it was held: Monday 14 April gives Monday 21 April', () => {
    expect(assessedWorkDue({ kind: 'daysAfterHeld', days: 7, covers: 'written' }, '2025-04-14')).toBe(
      '2025-04-21',
    );
    expect(assessedWorkDue({ kind: 'lessonDay' }, '2025-04-14')).toBe('2025-04-14');
    expect(assessedWorkDue({ kind: 'timely' }, '2025-04-14')).toBeNull();
  });

  it('D-07: covers all assessed works, or written ones only', () => {
    const all = { kind: 'daysAfterHeld', days: 7, covers: 'all' } as const;
    const written = { ...all, covers: 'written' } as const;
    expect(
      (['graphic', 'practical', 'laboratory', 'written'] as const).map((type) => isAssessedLater(all, type)),
    ).toEqual([true, true, true, true]);
    expect(
      (['graphic', 'practical', 'laboratory', 'written'] as const).map((type) =>
        isAssessedLater(written, type),
      ),
    ).toEqual([false, false, false, true]);
    expect(isAssessedLater(all, 'lessonWork')).toBe(false);
  });
});

describe('the language of an entry', () => {
  it.each([
    ['Present Simple', false],
    ['Времена: Present Simple', true],
    ['§ 3, № 12', true],
    ['', true],
  ])('T-51: %j is in Russian: %s', (text, isRussian) => {
    expect(isInRussian(text)).toBe(isRussian);
  });
});
