import { boundsOf } from '../../policies/academic-year.ts';
import { plusDays, type Instant, type PlainDate } from '../../policies/calendar.ts';
import { academicYearOf } from '../../policies/programme.ts';
import { act, type Act } from '../act.ts';
import type { Plan } from '../plan.ts';

const MINUTE_MS = 60_000;

/** Minutes after the founding, when everything else is in place. */
const after = ({ calendar }: Plan, minutes: number): Instant =>
  new Date(Date.parse(calendar.founded) + minutes * MINUTE_MS).toISOString();

/** Public holidays as `MM-DD`, the same every year; what is moved is left to a real calendar. */
const HOLIDAYS = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
];
const SHORT_DAYS = ['05-08', '06-11', '11-03'];

const PAIRS = [
  { number: 1, startsAt: '08:30', endsAt: '10:00' },
  { number: 2, startsAt: '10:15', endsAt: '11:45' },
  { number: 3, startsAt: '12:40', endsAt: '14:10' },
  { number: 4, startsAt: '14:25', endsAt: '15:55' },
];
const SHORT_PAIRS = PAIRS.map(({ number }) => ({
  number,
  startsAt: `${String(7 + number).padStart(2, '0')}:30`,
  endsAt: `${String(8 + number).padStart(2, '0')}:20`,
}));

const productionCalendars = (plan: Plan, years: readonly number[]): readonly Act[] =>
  years.map((year) =>
    act(after(plan, 80), plan.id('deputy'), 'ImportProductionCalendar', {
      year,
      source: 'праздники по закону, без переносов (демо)',
      days: [
        ...HOLIDAYS.map((day) => ({
          date: `${String(year)}-${day}`,
          kind: 'dayOff' as const,
          movedFrom: null,
        })),
        ...SHORT_DAYS.map((day) => ({
          date: `${String(year)}-${day}`,
          kind: 'shortDay' as const,
          movedFrom: null,
        })),
      ],
      order: null,
      reason: null,
    }),
  );

/** What of a semester and the vacation after it lies in an academic year. */
const stretchesOf = (plan: Plan, year: number) => {
  const { from: first, until: last } = boundsOf(year);
  const clipped = (kind: 'studyPeriod' | 'vacation', from: PlainDate, until: PlainDate) => ({
    kind,
    title: null,
    from: from < first ? first : from,
    until: until > last ? last : until,
  });
  return [
    clipped('studyPeriod', plan.finished.from, plan.finished.until),
    clipped('vacation', plusDays(plan.finished.until, 1), plusDays(plan.running.from, -1)),
    clipped('studyPeriod', plan.running.from, plan.running.until),
  ].filter(({ from, until }) => from <= until);
};

const years = (plan: Plan, each: readonly number[]): readonly Act[] =>
  each.flatMap((year) => {
    const stretches = stretchesOf(plan, year);
    if (stretches.length === 0) return [];
    const by = plan.id('deputy');
    const order = '№ 5-у (демо)';
    return [
      act(after(plan, 82), by, 'SetAcademicCalendar', {
        year,
        for: { kind: 'college' },
        stretches,
        order,
        expectedRevision: 0,
        reason: null,
      }),
      act(after(plan, 84), by, 'SetWorkingRegime', {
        year,
        workingWeek: plan.college.workingWeek,
        opensAt: '08:00',
        closesAt: '20:00',
        shifts: 1,
        closedOn: [],
        order,
      }),
      act(after(plan, 86), by, 'OpenJournalYear', { year, order }),
    ];
  });

const bells = (plan: Plan): readonly Act[] => {
  const by = plan.id('deputy');
  const schedule = { weekdays: [1, 2, 3, 4, 5, 6], from: plan.calendar.foundedOn, order: null };
  const retired = plan.id('bells of the old building');
  return [
    act(after(plan, 81), by, 'SetBellSchedule', {
      ...schedule,
      schedule: plan.id('bells'),
      title: 'Обычный день',
      dayKind: 'ordinary',
      pairs: PAIRS,
    }),
    act(after(plan, 81), by, 'SetBellSchedule', {
      ...schedule,
      schedule: plan.id('short bells'),
      title: 'Предпраздничный день',
      dayKind: 'short',
      pairs: SHORT_PAIRS,
    }),
    act(after(plan, 81), by, 'SetBellSchedule', {
      ...schedule,
      schedule: retired,
      title: 'Воскресные курсы',
      weekdays: [7],
      dayKind: 'ordinary',
      pairs: PAIRS.slice(0, 2),
    }),
    act(after(plan, 83), by, 'WithdrawBellSchedule', { schedule: retired, until: plan.finished.until }),
  ];
};

const regimes = (plan: Plan): readonly Act[] => [
  act(after(plan, 88), plan.id('deputy'), 'SetAttendanceRegime', {
    of: { kind: 'group', id: plan.id('group 0') },
    from: plan.finished.from,
    workingWeek: plan.college.workingWeek,
    shift: 1,
    startsAt: '08:30',
    weeklyHours: 36,
    order: '№ 6-у (демо)',
  }),
];

/** The calendars, bells and regimes by which the college lives, entered on its first day. */
export const schoolYearActs = (plan: Plan): readonly Act[] => {
  const { finished, running, calendar } = plan;
  const days = [calendar.foundedOn, finished.from, running.from, running.until];
  const academicYears = [...new Set(days.slice(1).map(academicYearOf))];
  const calendarYears = [...new Set(days.map((day) => Number(day.slice(0, 4))))];
  return [
    ...productionCalendars(plan, calendarYears),
    ...bells(plan),
    ...years(plan, academicYears),
    ...regimes(plan),
  ];
};
