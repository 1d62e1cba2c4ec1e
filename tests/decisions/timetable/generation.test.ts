import { timetableDays } from '../../../src/decisions/folds/timetable-day.ts';
import { journals } from '../../../src/decisions/folds/journal.ts';
import { lessonIdOf } from '../../../src/policies/timetable.ts';
import { conducted as held } from '../../support/world.ts';
import { asking, given } from '../../support/given.ts';
import { studying } from '../../support/programme.ts';
import { PureLedger } from '../../support/pure-ledger.ts';
import {
  dayOf,
  entered,
  generate,
  mondays,
  move,
  placedAt,
  timetabled,
  weekly,
} from '../../support/timetable-world.ts';
import { locked } from '../../support/acts.ts';
import { administrator, algebra, command, happened, streams, world } from '../../support/world.ts';

const office = { by: administrator };

describe('the lessons of a weekly timetable', () => {
  const made = (ledger: PureLedger) =>
    [...ledger.state(journals, algebra).lessons.values()].map(({ date, marksUntil }) => ({
      date,
      marksUntil,
    }));
  const make = (ledger: PureLedger, from: string, until: string) =>
    ledger.execute(asking(office), generate(from, until));

  it('R-SCH-02: are made week by week with their days and deadlines (T-02)', () => {
    const ledger = new PureLedger(world(timetabled(entered())));
    expect(make(ledger, '2024-10-01', '2024-10-14')).toMatchObject({ accepted: true });
    expect(made(ledger).slice(2)).toEqual([
      { date: '2024-10-07', marksUntil: '2024-10-28' },
      { date: '2024-10-14', marksUntil: '2024-11-04' },
    ]);
    const scheduled = ledger.streams.get(streams.page)?.at(-1);
    expect(scheduled?.meta).toMatchObject({
      occurredOn: '2024-10-14',
      rule: { parameter: 'currentMark.editWindowDays', deadline: '2024-11-04' },
    });
  });

  it('R-SCH-01, R-SCH-02: are built from curricula: a page with more hours than that is warned of', () => {
    const past = world({ ...studying, ...timetabled(entered()) });
    const hours = { with: 'curriculum', ofJournal: algebra, planned: 8, wanted: 4, difference: 4, pages: 1 };
    const warning = { code: 'HOURS_DO_NOT_ADD_UP', facts: hours, clause: '003 §3.2 L65' } as const;
    const decision = new PureLedger(past).decide(asking(office), generate('2024-10-07', '2024-10-14'));
    expect(decision).toMatchObject({ accepted: true, warnings: [warning] });
    const without = new PureLedger(world(timetabled(entered())));
    expect(without.decide(asking(office), generate('2024-10-07', '2024-10-14'))).toMatchObject({
      warnings: [],
    });
  });

  it.each(['distance', 'electronic'] as const)(
    'R-SCH-01, R-SCH-02: allow for education in other forms (%s)',
    (deliveryForm) => {
      const past = world(timetabled(entered({ deliveryForm, room: null })));
      given(past, office)
        .when(generate('2024-10-07', '2024-10-07'))
        .thenRecords([
          { type: 'LessonScheduled', data: { deliveryForm, room: null } },
          { type: 'LessonPlaced' },
          { type: 'LessonsGenerated', data: { lessons: 1 } },
        ]);
    },
  );

  it('are made once, also where one was moved since', () => {
    const ledger = new PureLedger(world(timetabled(entered())));
    make(ledger, '2024-10-01', '2024-10-14');
    const lesson = lessonIdOf(mondays, '2024-10-07');
    ledger.execute(asking(office), move({ lesson, date: '2024-10-08' }));
    expect(make(ledger, '2024-10-01', '2024-10-14')).toMatchObject({ accepted: true, writes: [] });
    make(ledger, '2024-10-01', '2024-10-21');
    expect(made(ledger).map(({ date }) => date)).toEqual([
      '2024-09-02',
      '2024-09-09',
      '2024-10-08',
      '2024-10-14',
      '2024-10-21',
    ]);
  });

  it('follow odd and even weeks, counted from the first of the timetable', () => {
    const ledger = new PureLedger(world(timetabled(entered({ weeks: 'even' }))));
    make(ledger, '2024-10-01', '2024-10-31');
    expect(
      made(ledger)
        .slice(2)
        .map(({ date }) => date),
    ).toEqual(['2024-10-07', '2024-10-21']);
  });

  it('leave out vacations and days off, and end with the period', () => {
    const stretch = { kind: 'vacation', title: null, from: '2024-10-28', until: '2024-11-02' } as const;
    const ledger = new PureLedger(
      world({
        ...timetabled(entered()),
        'academicCalendar-2024': [
          happened('AcademicCalendarSet', {
            year: 2024,
            for: { kind: 'college' },
            stretches: [stretch],
            order: null,
          }),
        ],
        'calendar-2024': [
          happened('ProductionCalendarImported', {
            year: 2024,
            source: 'Производственный календарь',
            days: [{ date: '2024-11-04', kind: 'dayOff', movedFrom: null }],
            order: null,
          }),
        ],
      }),
    );
    make(ledger, '2024-10-21', '2024-11-17');
    expect(
      made(ledger)
        .slice(2)
        .map(({ date }) => date),
    ).toEqual(['2024-10-21', '2024-11-11']);
    make(ledger, '2024-12-16', '2025-02-01');
    expect(made(ledger).at(-1)?.date).toBe('2024-12-23');
  });

  it('are refused together where one of them clashes', () => {
    const past = world({
      ...timetabled(entered()),
      [dayOf('2024-10-14')]: [placedAt('2024-10-14', { startsAt: '12:00', endsAt: '13:00' })],
    });
    given(past, office)
      .when(generate('2024-10-01', '2024-10-31'))
      .thenRefuses({
        code: 'TIMETABLE_CLASH',
        facts: { resource: 'group', date: '2024-10-14', startsAt: '12:00' },
      });
  });

  it('are not made behind a lock, nor backwards', () => {
    given(world({ ...timetabled(entered()), [streams.period]: [locked()] }), office)
      .when(generate('2024-10-01', '2024-10-31'))
      .thenRefuses({ code: 'PERIOD_LOCKED' });
    given(world(timetabled(entered())), office)
      .when(generate('2024-10-31', '2024-10-01'))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });
});

describe('a lesson that leaves the weekly timetable', () => {
  const end = (lastDay: string, reason = 'Новая нагрузка') =>
    command('EndTimetableEntry', { timetable: weekly, entry: mondays, lastDay, reason });

  it('R-SCH-03: is held no more after the last day; what was held stays where it was', () => {
    const ledger = new PureLedger(world(timetabled(entered())));
    ledger.execute(asking(office), generate('2024-10-01', '2024-10-31'));
    const lesson = lessonIdOf(mondays, '2024-10-14');
    const before = ledger.streams.get(streams.page) ?? [];
    const [first] = new PureLedger({ [streams.page]: [held(lesson)] }).streams.get(streams.page) ?? [];
    ledger.streams.set(streams.page, first ? [...before, first] : before);
    ledger.execute(asking({ ...office, on: '2024-10-07' }), end('2024-10-07'));
    const lessons = [...ledger.state(journals, algebra).lessons.values()].slice(2);
    expect(lessons.map(({ date, status }) => `${date} ${status}`)).toEqual([
      '2024-10-07 scheduled',
      '2024-10-14 conducted',
      '2024-10-21 cancelled',
      '2024-10-28 cancelled',
    ]);
    expect(ledger.state(timetableDays, '2024-10-21').size).toBe(0);
    expect(ledger.state(timetableDays, '2024-10-14').size).toBe(1);
    ledger.execute(asking(office), generate('2024-10-01', '2024-11-30'));
    expect([...ledger.state(journals, algebra).lessons.values()]).toHaveLength(6);
  });

  it('leaves for a reason, and not for days that have passed: they may still be entered', () => {
    const past = world(timetabled(entered()));
    given(past, office).when(end('2024-10-07', ' ')).thenRefuses({ code: 'REASON_REQUIRED' });
    given(past, { ...office, on: '2024-10-10' })
      .when(end('2024-10-07'))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(past, { ...office, on: '2024-10-08' })
      .when(end('2024-10-07'))
      .thenRecords({ type: 'TimetableEntryEnded' });
    given(past).when(end('2024-10-07')).thenRefuses({ code: 'NOT_PERMITTED', clause: '003 §3.2 L65' });
  });
});
