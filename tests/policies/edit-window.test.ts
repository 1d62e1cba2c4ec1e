import fc from 'fast-check';
import {
  attestationMarksUntil,
  currentMarksUntil,
  windowOf,
  type Entry,
  type Grant,
} from '../../src/policies/edit-window.ts';
import { initialRegulation } from '../../src/policies/regulation/regulation.ts';

const day = fc
  .integer({ min: 0, max: 4_000 })
  .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString());

const grant: fc.Arbitrary<Grant> = fc.record({
  grant: fc.uuid(),
  covers: fc.constantFrom('currentMarks', 'attestationMarks'),
  lesson: fc.constantFrom('first', 'second', null),
  account: fc.constantFrom('Petrova', 'Orlov', null),
  until: day,
});

const entry: fc.Arbitrary<Entry> = fc.record({
  covers: fc.constantFrom('currentMarks', 'attestationMarks'),
  lesson: fc.constantFrom('first', 'second'),
  account: fc.constantFrom('Petrova', 'Orlov'),
  today: day,
});

describe('the last open day', () => {
  it.each([
    ['Monday 2024-09-02', '2024-09-23'],
    ['Monday 2024-02-12, over a leap day', '2024-03-04'],
  ])('T-02: for current marks of a lesson on %s is %s, 21 days on', (lesson, until) => {
    const day = /\d{4}-\d\d-\d\d/u.exec(lesson)?.[0] ?? '';
    expect(currentMarksUntil(day, initialRegulation('003'), '2099-01-01')).toBe(until);
  });

  it.each([
    ['2025-06-28', '2025-07-29'],
    ['2024-12-28', '2025-01-28'],
  ])('T-05: for attestation marks of a period that ends on %s is %s, 31 days on', (end, until) => {
    expect(attestationMarksUntil(end, initialRegulation('003'))).toBe(until);
  });

  it('is itself open, and the next day closed', () => {
    const asked = { covers: 'currentMarks', lesson: 'first', account: 'Petrova' } as const;
    expect(windowOf('2024-09-23', [], { ...asked, today: '2024-09-23' })).toMatchObject({ open: true });
    expect(windowOf('2024-09-23', [], { ...asked, today: '2024-09-24' })).toEqual({
      open: false,
      closedOn: '2024-09-23',
    });
  });
});

describe('a window', () => {
  it('never opens again by time passing', () => {
    fc.assert(
      fc.property(day, fc.array(grant), entry, day, (until, grants, asked, later) => {
        fc.pre(later >= asked.today);
        if (windowOf(until, grants, { ...asked, today: later }).open)
          expect(windowOf(until, grants, asked).open).toBe(true);
        else expect(later > until).toBe(true);
      }),
    );
  });

  it('T-49: that has passed is open under a grant alone, which covers the entry and has not passed', () => {
    fc.assert(
      fc.property(day, fc.array(grant), entry, (until, grants, asked) => {
        const window = windowOf(until, grants, asked);
        if (!window.open || window.grant === null) {
          expect(window.open).toBe(asked.today <= until);
          return;
        }
        const used = grants.find(({ grant: id }) => id === window.grant);
        expect(used).toMatchObject({ covers: asked.covers, until: window.deadline });
        expect([null, asked.lesson]).toContain(used?.lesson);
        expect([null, asked.account]).toContain(used?.account);
        expect(until < asked.today && asked.today <= window.deadline).toBe(true);
      }),
    );
  });
});
