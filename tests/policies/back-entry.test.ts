import { backEntryUntil, fellInto } from '../../src/policies/back-entry.ts';

const calendar = { workingWeek: 5, holidays: new Set(['2025-03-10']) } as const;
const outage = { declaredOn: '2025-03-03', restoredOn: '2025-03-05' };

describe('entries from temporary journals', () => {
  it('T-42: are brought over within working days of the restoration, whenever the lesson was', () => {
    expect(backEntryUntil(outage, 5, calendar)).toBe('2025-03-13');
  });

  it('have no last day while the journal is out of reach, or where the college keeps no temporary journal', () => {
    expect(backEntryUntil({ ...outage, restoredOn: null }, 5, calendar)).toBeNull();
    expect(backEntryUntil(outage, null, calendar)).toBeNull();
  });

  it.each([
    ['2025-03-02', false],
    ['2025-03-03', true],
    ['2025-03-05', true],
    ['2025-03-06', false],
  ])('T-42: are of lessons held during the outage: %s is %s', (lesson, within) => {
    expect(fellInto(outage, lesson)).toBe(within);
    expect(fellInto({ ...outage, restoredOn: null }, lesson)).toBe(lesson >= '2025-03-03');
  });
});
