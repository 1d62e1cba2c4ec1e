import { isMissedDay } from '../../src/policies/missed-day.ts';

describe('a missed day (R-ATT-10, T-15)', () => {
  it('is one on which every lesson held was missed', () => {
    expect(isMissedDay('allLessons', { held: 3, missed: 3 })).toBe(true);
    expect(isMissedDay('allLessons', { held: 3, missed: 2 })).toBe(false);
  });

  it('is one on which any lesson was missed, where the college counts so', () => {
    expect(isMissedDay('anyLesson', { held: 3, missed: 1 })).toBe(true);
    expect(isMissedDay('anyLesson', { held: 3, missed: 0 })).toBe(false);
  });

  it('is never one without lessons', () => {
    expect(isMissedDay('allLessons', { held: 0, missed: 0 })).toBe(false);
    expect(isMissedDay('anyLesson', { held: 0, missed: 0 })).toBe(false);
  });
});
