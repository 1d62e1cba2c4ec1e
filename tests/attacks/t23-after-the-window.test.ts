import { randomUUID } from 'node:crypto';
import { plusDays } from '../../src/policies/calendar.ts';
import { runCollege } from '../../src/runtime/college.ts';
import { correctMark, marked } from '../support/acts.ts';
import { eventLog } from '../support/event-log.ts';
import { foundCollege } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { TestCollege } from '../support/test-college.ts';
import { college, conducted, first, happened, petrova, scheduled, streams, world } from '../support/world.ts';

/** Attack T23: a teacher changes a mark after its window: a second, a time zone, a leap day or a clock change late. */
const lesson = first;

/** The small college in a zone, with its first lesson on a day, and the mark that somebody wants to change. */
const held = async (zone: string, day: string, until: string) => {
  const log = eventLog();
  const told = await new TestCollege(log, college, '2020-01-01T00:00:00.000Z').open();
  const page = (world()[streams.page] ?? []).filter(
    ({ type }) => !type.startsWith('Lesson') && type !== 'RosterExtended',
  );
  await told.tell({
    ...world(),
    [`college-${college}`]: [happened('CollegeFounded', { college, name: 'Колледж', zone, workingWeek: 5 })],
    [streams.page]: [
      ...page,
      ...(world()[streams.page] ?? []).filter(({ type }) => type === 'RosterExtended'),
      scheduled(lesson, day, until),
      conducted(lesson),
    ],
    [streams.mark]: [marked('5')],
  });
  return async (local: string) => {
    const now = Temporal.PlainDateTime.from(local)
      .toZonedDateTime(zone)
      .toInstant()
      .toString({ smallestUnit: 'millisecond' });
    const { consider } = runCollege(log, told, () => now);
    const decision = await consider(correctMark(), {
      actor: { account: petrova, session: 'session', channel: 'graphql' },
    });
    return decision.accepted ? 'accepted' : decision.refusal.code;
  };
};

describe('attack T23: the window of a mark', () => {
  it.each([
    ['Perm, an ordinary window', 'Asia/Yekaterinburg', '2024-09-02', '2024-09-23'],
    ['Tula, an ordinary window', 'Europe/Moscow', '2024-09-02', '2024-09-23'],
    ['a leap year: it ends on 29 February', 'Europe/Moscow', '2028-02-08', '2028-02-29'],
    ['no leap year: it ends on 1 March', 'Asia/Yekaterinburg', '2026-02-08', '2026-03-01'],
    ['over the New Year', 'Europe/Moscow', '2024-12-20', '2025-01-10'],
    ['clocks go back within it', 'Europe/Berlin', '2024-10-07', '2024-10-28'],
    ['clocks go back on its last day, of 25 hours', 'Europe/Berlin', '2024-10-06', '2024-10-27'],
    ['clocks go forward on its last day, of 23 hours', 'Europe/Berlin', '2025-03-09', '2025-03-30'],
  ])(
    '%s: is open in the last second of its last day, and closed at midnight',
    async (_name, zone, day, until) => {
      expect(plusDays(day, 21)).toBe(until);
      const after = plusDays(until, 1);
      const change = await held(zone, day, until);
      expect(await change(`${until}T00:00:00`)).toBe('accepted');
      expect(await change(`${until}T23:59:59`)).toBe('accepted');
      expect(await change(`${until}T23:59:59.999`)).toBe('accepted');
      expect(await change(`${after}T00:00:00`)).toBe('EDIT_WINDOW_CLOSED');
      expect(await change(`${after}T00:00:01`)).toBe('EDIT_WINDOW_CLOSED');
    },
  );
});

describe('attack T23: over HTTP', () => {
  let served: ServedHouse;
  beforeAll(async () => {
    served = await serveHouse();
  });
  afterAll(() => served.close());

  it('the teacher is late by a second, asks for another day and another time zone, and is refused and recorded', async () => {
    const house = await foundCollege(served);
    const teacher = house.as('teacher');
    const { journals, lessons, students } = house;
    const cell = { journalId: journals.algebra, lessonId: lessons.old, studentId: students.ivanova };
    const change = { ...cell, workType: 'LESSON_WORK', value: '5', expectedRevision: 0, reason: 'Опечатка' };
    // The clock of a college only moves on: midnight of 27 October in Moscow has passed long ago.
    const { userErrors, position } = await teacher.do('correctMark', change);
    expect(userErrors).toMatchObject([{ code: 'EDIT_WINDOW_CLOSED', closedOn: '2026-10-26' }]);
    expect(position).not.toBeNull();
    for (const headers of [{ date: 'Mon, 26 Oct 2026 12:00:00 GMT' }, { 'x-timezone': 'Pacific/Honolulu' }]) {
      const response = await fetch(`${served.origin}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${teacher.token ?? ''}`,
          ...headers,
        },
        body: JSON.stringify({
          query: `mutation ($id: UUID!, $input: CorrectMarkInput!) { correctMark(commandId: $id, input: $input) { userErrors { code } } }`,
          variables: { id: randomUUID(), input: change },
        }),
      });
      expect(await response.json()).toMatchObject({
        data: { correctMark: { userErrors: [{ code: 'EDIT_WINDOW_CLOSED' }] } },
      });
    }
  });
});
