import { PureLedger, type History } from '../support/pure-ledger.ts';
import { plusWorkingDays, type WorkingCalendar } from '../../src/policies/calendar.ts';
import type { Deciding } from '../../src/decisions/decision.ts';
import { workingCalendarOn, type TermReach } from '../../src/decisions/working-calendar.ts';
import { vacationAfterPeriod } from '../../src/decisions/vacation.ts';
import { attest } from '../support/acts.ts';
import { asking, given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { calendarImported, calendarSet, endOf2024, stretch } from '../support/school-year.ts';
import { group, happened, streams, world } from '../support/world.ts';

const answered = <Answer>(history: History, deciding: Deciding<Answer>): Answer => {
  const ledger = new PureLedger(history);
  let step = deciding.next([]);
  while (!step.done) step = deciding.next(step.value.map(({ fold, id }) => ledger.state(fold, id)));
  return step.value;
};
const calendarOn = (history: History, from: string, reach: TermReach = {}): WorkingCalendar =>
  answered(history, workingCalendarOn(asking(), from, reach));
const termFrom = (history: History, from: string, days: number, reach: TermReach = {}): string =>
  plusWorkingDays(calendarOn(history, from, { days, ...reach }), from, days);

const imported = { 'calendar-2024': [calendarImported] };
const regimeOf = (kind: 'group' | 'stream', id: string, workingWeek: 5 | 6) => ({
  [`attendanceRegime-${id}`]: [
    happened('AttendanceRegimeSet', {
      of: { kind, id },
      from: '2024-09-01',
      workingWeek,
      shift: 1,
      startsAt: null,
      weeklyHours: null,
      order: null,
    }),
  ],
});

describe('the working days that a decision counts by', () => {
  it('T-08: are weekdays where no calendar was imported', () => {
    expect(termFrom(world(), '2024-11-01', 3)).toBe('2024-11-06');
  });

  it('T-08: leave out holidays and count working Saturdays once one was', () => {
    expect(termFrom(world(imported), '2024-11-01', 3)).toBe('2024-11-06');
    expect(termFrom(world(imported), '2024-11-01', 1)).toBe('2024-11-02');
  });

  it('T-48: follow the last import', () => {
    const again = { ...calendarImported, data: { ...calendarImported.data, days: endOf2024.slice(1) } };
    expect(termFrom(world({ 'calendar-2024': [calendarImported, again] }), '2024-11-01', 1)).toBe(
      '2024-11-05',
    );
  });

  it('reach into the next year where the term does', () => {
    const nextYear = happened('ProductionCalendarImported', {
      year: 2025,
      source: 'xmlcalendar.ru',
      days: ['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-06', '2025-01-07', '2025-01-08'].map(
        (date) => ({
          date,
          kind: 'dayOff' as const,
          movedFrom: null,
        }),
      ),
      order: null,
    });
    const both = world({ ...imported, 'calendar-2025': [nextYear] });
    expect(termFrom(both, '2024-12-27', 3)).toBe('2025-01-10');
  });

  it('R-CAL-03: are those of the group’s own week, else of its stream’s', () => {
    const sixDays = world(regimeOf('group', group, 6));
    expect(termFrom(sixDays, '2024-09-06', 1, { group })).toBe('2024-09-07');
    expect(termFrom(sixDays, '2024-09-06', 1)).toBe('2024-09-09');
    const stream = idOf('stream');
    const placed = happened('GroupPlaced', { group, department: null, stream });
    const shared = world({ [streams.group]: [placed], ...regimeOf('stream', stream, 6) });
    expect(termFrom(shared, '2024-09-06', 1, { group })).toBe('2024-09-07');
  });

  it('R-CAL-06: are those of the working regime of the year, less the days on which the college is closed', () => {
    const regime = happened('WorkingRegimeSet', {
      year: 2024,
      workingWeek: 6,
      opensAt: '08:00',
      closesAt: '20:00',
      shifts: 1,
      closedOn: ['2024-09-07'],
      order: null,
    });
    const past = world({ 'academicCalendar-2024': [regime] });
    expect(termFrom(past, '2024-09-05', 2)).toBe('2024-09-09');
    expect(termFrom(past, '2024-09-13', 1)).toBe('2024-09-14');
  });
});

describe('a deadline that is counted in working days', () => {
  it.each([
    ['2024-11-06', false],
    ['2024-11-07', true],
  ])(
    'T-08, R-PA-01: of an attestation before 4 November in a week of six days; entered on %s it is late: %s',
    (on, late) => {
      given(world({ ...imported, ...regimeOf('group', group, 6) }), { on })
        .when(attest({ heldOn: '2024-11-01' }))
        .thenRecords({ type: 'AttestationMarkRecorded' }, { rule: { late, due: { until: '2024-11-06' } } });
    },
  );
});

describe('the vacation after a period (T-20)', () => {
  const stream = idOf('stream');
  const ofStream = {
    ...calendarSet,
    data: {
      ...calendarSet.data,
      for: { kind: 'stream', id: stream } as const,
      stretches: [stretch('vacation', '2024-12-25', '2025-01-08')],
    },
  };
  const year = 'academicCalendar-2024';

  it('T-20: is that of the college, or of the stream of the group', () => {
    const past = world({ [year]: [calendarSet, ofStream] });
    expect(answered(past, vacationAfterPeriod('2024-12-28', group))).toBe('2024-12-29');
    const placed = happened('GroupPlaced', { group, department: null, stream });
    const shared = world({ [year]: [calendarSet, ofStream], [streams.group]: [placed] });
    expect(answered(shared, vacationAfterPeriod('2024-12-28', group))).toBe('2024-12-25');
    expect(answered(shared, vacationAfterPeriod('2024-12-28', null))).toBe('2024-12-29');
  });

  it('is unknown where no calendar was set', () => {
    expect(answered(world(), vacationAfterPeriod('2024-12-28', group))).toBeNull();
  });
});
