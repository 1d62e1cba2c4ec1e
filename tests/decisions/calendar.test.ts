import { adopted } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  calendarImported,
  calendarSet,
  endOf2024,
  importCalendar,
  setCalendar,
  stretch,
} from '../support/school-year.ts';
import { administrator, command, deputy, group, happened, streams, world } from '../support/world.ts';

const office = { by: administrator, on: '2024-08-26' };
const year = 'academicCalendar-2024';
const production = 'calendar-2024';

describe('the academic calendar of a year', () => {
  it('R-CAL-01, R-CAL-05: is set by a deputy or an administrator, with its study, vacations and attestations', () => {
    for (const by of [administrator, deputy])
      given(world(), { ...office, by })
        .when(setCalendar())
        .thenRecords({ type: 'AcademicCalendarSet', data: { year: 2024, for: { kind: 'college' } } });
    given(world()).when(setCalendar()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-CAL-05: is the deputy’s alone where the regulation says so, and the clause says it to the administrator', () => {
    const tula = world({ [streams.regulation]: [adopted('004')] });
    given(tula, { ...office, by: deputy })
      .when(setCalendar())
      .thenRecords({ type: 'AcademicCalendarSet' }, { right: 'deputyDirector' });
    given(tula, office)
      .when(setCalendar())
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '004 §3.6 L142-144; 004 §4.6.2 L409' });
  });

  it('may differ for a group, and for nobody who is not there', () => {
    given(world({ [year]: [calendarSet] }), office)
      .when(setCalendar({ for: { kind: 'group', id: group } }))
      .thenRecords({ type: 'AcademicCalendarSet' });
    for (const kind of ['group', 'stream'] as const)
      given(world(), office)
        .when(setCalendar({ for: { kind, id: idOf('nowhere') } }))
        .thenRefuses({ code: 'NOT_FOUND', facts: { what: kind } });
  });

  it('is refused with a vacation outside the year, an end before its start, and stretches that overlap', () => {
    const setting = (from: string, until: string) =>
      given(world(), office).when(setCalendar({ stretches: [stretch('vacation', from, until)] }));
    setting('2025-06-30', '2025-09-01').thenRefuses({
      code: 'DATE_OUT_OF_RANGE',
      facts: { what: 'vacation', until: '2025-09-01', last: '2025-08-31' },
    });
    setting('2025-01-08', '2024-12-29').thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office)
      .when(
        setCalendar({
          stretches: [
            stretch('vacation', '2024-12-28', '2025-01-08'),
            stretch('studyPeriod', '2024-09-01', '2024-12-28'),
          ],
        }),
      )
      .thenRefuses({
        code: 'PERIODS_OVERLAP',
        facts: { what: 'studyPeriod', until: '2024-12-28', other: 'vacation', from: '2024-12-28' },
      });
  });

  it('is replaced by who has seen it as it stands, and says why', () => {
    const past = world({ [year]: [calendarSet] });
    given(past, office)
      .when(setCalendar())
      .thenRefuses({ code: 'REVISION_CONFLICT', facts: { expectedRevision: 0, revision: 1 } });
    given(past, office)
      .when(setCalendar({ expectedRevision: 1 }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(past, office)
      .when(setCalendar({ expectedRevision: 1, reason: 'Перенос практики' }))
      .thenRecords({ type: 'AcademicCalendarSet', sealed: { reason: 'Перенос практики' } });
  });
});

describe('the year itself', () => {
  const regime = (changes: { closesAt?: string; closedOn?: string[] } = {}) =>
    command('SetWorkingRegime', {
      year: 2024,
      workingWeek: 6,
      opensAt: '08:00',
      closesAt: '20:00',
      shifts: 2,
      closedOn: ['2024-11-05'],
      order: null,
      ...changes,
    });
  const open = command('OpenJournalYear', { year: 2024, order: '№ 202' });

  it('R-CAL-06: has a working regime, entered by the deputy', () => {
    given(world(), { ...office, by: deputy })
      .when(regime())
      .thenRecords({ type: 'WorkingRegimeSet' });
    given(world(), office)
      .when(regime({ closesAt: '08:00' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office)
      .when(regime({ closedOn: ['2024-08-31'] }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { date: '2024-08-31' } });
  });

  it('R-REF-23: has an electronic journal that is opened once, when its calendar is set', () => {
    given(world(), office)
      .when(open)
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'academicCalendar' } });
    const set = world({ [year]: [calendarSet] });
    given(set, office)
      .when(open)
      .thenRecords({ type: 'JournalYearOpened', data: { year: 2024 } });
    const opened = happened('JournalYearOpened', { year: 2024, order: null });
    given(world({ [year]: [calendarSet, opened] }), office)
      .when(open)
      .thenRefuses({ code: 'ALREADY_DONE' });
  });

  it('R-CAL-03: holds regimes of attendance of its own for a group, and for nobody who is not there', () => {
    const regimeOf = (of: { kind: 'group' | 'stream' | 'student'; id: string }) =>
      command('SetAttendanceRegime', {
        of,
        from: '2024-09-01',
        workingWeek: 5,
        shift: 2,
        startsAt: '13:00',
        weeklyHours: 36,
        order: null,
      });
    given(world(), { ...office, by: deputy })
      .when(regimeOf({ kind: 'group', id: group }))
      .thenRecords({ type: 'AttendanceRegimeSet', data: { workingWeek: 5 } });
    for (const kind of ['group', 'stream', 'student'] as const)
      given(world(), office)
        .when(regimeOf({ kind, id: idOf('nowhere') }))
        .thenRefuses({ code: 'NOT_FOUND', facts: { what: kind } });
  });
});

describe('the production calendar', () => {
  it('T-08: is imported with its source named', () => {
    given(world(), office)
      .when(importCalendar())
      .thenRecords({ type: 'ProductionCalendarImported', data: { source: 'xmlcalendar.ru', year: 2024 } });
    given(world(), {}).when(importCalendar()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-48: is replaced by another source for a reason and by an order; the same again changes nothing', () => {
    const past = world({ [production]: [calendarImported] });
    const [first] = endOf2024;
    const other = { source: 'carono', days: first ? [first] : [] };
    given(past, office).when(importCalendar()).thenNothingChanges();
    given(past, office).when(importCalendar(other)).thenRefuses({ code: 'REASON_REQUIRED' });
    given(past, office)
      .when(importCalendar({ ...other, reason: 'Сверка' }))
      .thenRefuses({ code: 'ORDER_REQUIRED' });
    given(past, office)
      .when(importCalendar({ ...other, reason: 'Сверка', order: '№ 5' }))
      .thenRecords({ type: 'ProductionCalendarImported', data: { source: 'carono' } });
  });

  it('is refused with a day of another year, and with a day twice', () => {
    const day = { date: '2025-01-01', kind: 'dayOff', movedFrom: null } as const;
    given(world(), office)
      .when(importCalendar({ days: [day] }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { date: '2025-01-01', year: 2024 } });
    given(world(), office)
      .when(importCalendar({ days: [...endOf2024, ...endOf2024] }))
      .thenRefuses({ code: 'ALREADY_EXISTS' });
  });
});

describe('the bells', () => {
  const pair = (number: number, startsAt: string, endsAt: string) => ({ number, startsAt, endsAt });
  const bells = idOf('bells');
  const set = (pairs: readonly ReturnType<typeof pair>[], schedule = bells) =>
    command('SetBellSchedule', {
      schedule,
      title: 'Обычный день',
      weekdays: [1, 2, 3, 4, 5],
      dayKind: 'ordinary',
      from: '2024-09-01',
      pairs: [...pairs],
      order: null,
    });
  const usual = [pair(1, '08:30', '10:00'), pair(2, '10:10', '11:40')];
  const stream = `bellSchedule-${idOf('college')}`;
  const rung = happened('BellScheduleSet', {
    college: idOf('college'),
    schedule: bells,
    title: 'Обычный день',
    weekdays: [5, 6],
    dayKind: 'ordinary',
    from: '2024-09-01',
    pairs: usual,
    order: null,
  });

  it('R-CAL-05: are set by the deputy, pair by pair', () => {
    given(world(), { ...office, by: deputy })
      .when(set(usual))
      .thenRecords({ type: 'BellScheduleSet', data: { pairs: usual } });
  });

  it('are refused with a pair that ends before it begins, pairs that overlap, and a second schedule for one day', () => {
    given(world(), office)
      .when(set([pair(1, '10:00', '08:30')]))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { number: 1 } });
    given(world(), office)
      .when(set([pair(1, '08:30', '10:00'), pair(2, '09:50', '11:20')]))
      .thenRefuses({ code: 'PERIODS_OVERLAP', facts: { number: 1, other: 2 } });
    given(world({ [stream]: [rung] }), office)
      .when(set(usual, idOf('other bells')))
      .thenRefuses({ code: 'ALREADY_EXISTS', facts: { what: 'bellSchedule' } });
  });

  it('are withdrawn once, not before they began', () => {
    const past = world({ [stream]: [rung] });
    const withdraw = (until: string) => command('WithdrawBellSchedule', { schedule: bells, until });
    given(past, office).when(withdraw('2024-12-31')).thenRecords({ type: 'BellScheduleWithdrawn' });
    given(past, office).when(withdraw('2024-08-31')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office).when(withdraw('2024-12-31')).thenRefuses({ code: 'NOT_FOUND' });
  });
});
