import fc from 'fast-check';
import { journals } from '../../src/decisions/folds/journal.ts';
import { plusDays } from '../../src/policies/calendar.ts';
import { recordMark } from '../support/acts.ts';
import { foundCollege } from '../support/college.ts';
import { asking } from '../support/given.ts';
import { PureLedger } from '../support/pure-ledger.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { administrator, algebra, command, second, world } from '../support/world.ts';

/** Attack T28: the date of a lesson is moved, so that its window opens again. */
const day = fc.integer({ min: 0, max: 110 }).map((days) => plusDays('2024-09-02', days));
const move = (date: string) =>
  command('MoveLesson', {
    ...{ journal: algebra, lesson: second, date, startsAt: '08:30', room: null, reason: 'Перенос' },
  });
const conduct = command('ConductLesson', {
  ...{ journal: algebra, lesson: second, deliveryForm: 'inPerson' },
  ...{ workTypes: ['lessonWork'], topic: 'Корни' },
});
const step = fc.tuple(
  fc.nat(12),
  fc.oneof(
    { weight: 6, arbitrary: day.map((date) => ({ act: move(date), by: administrator })) },
    fc.constant({ act: conduct, by: undefined }),
    fc.constant({ act: recordMark({ lesson: second }), by: undefined }),
  ),
);

describe('attack T28: whatever sequence of reschedules there is', () => {
  it('a closed window stays closed, a lesson that was held stays where it is, and no mark comes after the last day', () => {
    const seen = { moved: 0, refusedClosed: 0, refusedHeld: 0, marks: 0 };
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
        const ledger = new PureLedger(world());
        let today = '2024-09-02';
        for (const [days, { act, by }] of steps) {
          today = plusDays(today, days);
          const before = ledger.state(journals, algebra).lessons.get(second);
          const decision = ledger.execute(asking({ on: today, ...(by && { by }) }), act);
          const after = ledger.state(journals, algebra).lessons.get(second);
          const wasClosed = today > (before?.marksUntil ?? '');
          if (wasClosed || before?.status === 'conducted') expect(after?.date).toBe(before?.date);
          if (wasClosed) expect(after?.marksUntil).toBe(before?.marksUntil);
          // World's deadline and every one given later is the day of the lesson and 21 days.
          expect(after?.marksUntil).toBe(plusDays(after?.date ?? '', 21));
          if (decision.accepted && act.type === 'MoveLesson') seen.moved += 1;
          if (decision.accepted && act.type === 'RecordMark') {
            expect([today <= (after?.marksUntil ?? ''), after?.status]).toEqual([true, 'conducted']);
            seen.marks += 1;
          }
          if (!decision.accepted && decision.refusal.code === 'EDIT_WINDOW_CLOSED') seen.refusedClosed += 1;
          if (!decision.accepted && decision.refusal.code === 'LESSON_CONDUCTED') seen.refusedHeld += 1;
        }
      }),
      { numRuns: 400, seed: 28 },
    );
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
  });
});

describe('attack T28: over HTTP', () => {
  let served: ServedHouse;
  beforeAll(async () => {
    served = await serveHouse();
  });
  afterAll(() => served.close());

  it('neither a lesson that was held nor one whose window has closed is moved to a later day (T-04)', async () => {
    const college = await foundCollege(served);
    const administrator = college.as('administrator');
    const to = {
      journalId: college.journals.algebra,
      date: '2026-12-20',
      startsAt: '14:00',
      reason: 'Перенос',
    };
    expect(
      await administrator.refusalOf('moveLesson', {
        ...to,
        lessonId: college.lessons.old,
        date: '2026-11-21',
      }),
    ).toBe('LESSON_CONDUCTED');
    college.clock.now = '2026-12-12T07:00:00.000Z';
    expect(await administrator.refusalOf('moveLesson', { ...to, lessonId: college.lessons.today })).toBe(
      'EDIT_WINDOW_CLOSED',
    );
    const { refusedAttempts } = await college
      .as('auditor')
      .read('{ refusedAttempts { nodes { command code } } }');
    expect(refusedAttempts).toMatchObject({
      nodes: [
        { command: 'MoveLesson', code: 'EDIT_WINDOW_CLOSED' },
        { command: 'MoveLesson', code: 'LESSON_CONDUCTED' },
      ],
    });
  });
});
