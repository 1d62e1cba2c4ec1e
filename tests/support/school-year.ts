import type { CommandNamed } from '../../src/decisions/register.ts';
import type { ExceptionalDay } from '../../src/policies/production-calendar.ts';
import { command, happened } from './world.ts';

/*
 * The academic year 2024/25 of the small college, and the decrees on the production calendar of 2024 as far as
 * November and December go.
 */

/** A stretch of the academic calendar. */
export const stretch = (
  kind: CommandNamed<'SetAcademicCalendar'>['data']['stretches'][number]['kind'],
  from: string,
  until: string,
) => ({ kind, title: null, from, until });

/** Study, winter vacation, study, session, summer vacation. */
export const yearOf2024 = [
  stretch('studyPeriod', '2024-09-01', '2024-12-21'),
  stretch('interimAttestation', '2024-12-22', '2024-12-28'),
  stretch('vacation', '2024-12-29', '2025-01-08'),
  stretch('studyPeriod', '2025-01-09', '2025-06-22'),
  stretch('vacation', '2025-06-30', '2025-08-31'),
];

/** Set the calendar of 2024/25 for the first time. */
export const setCalendar = (changes: Partial<CommandNamed<'SetAcademicCalendar'>['data']> = {}) =>
  command('SetAcademicCalendar', {
    year: 2024,
    for: { kind: 'college' },
    stretches: yearOf2024,
    order: '№ 201 от 26.08.2024',
    expectedRevision: 0,
    reason: null,
    ...changes,
  });

/** It was set. */
export const calendarSet = happened('AcademicCalendarSet', {
  year: 2024,
  for: { kind: 'college' },
  stretches: yearOf2024,
  order: null,
});

/** The last two months of 2024: a working Saturday before 4 November, another before the New Year. */
export const endOf2024: readonly ExceptionalDay[] = [
  { date: '2024-11-02', kind: 'shortDay', movedFrom: null },
  { date: '2024-11-04', kind: 'dayOff', movedFrom: null },
  { date: '2024-12-28', kind: 'workingDay', movedFrom: null },
  { date: '2024-12-30', kind: 'dayOff', movedFrom: '2024-12-28' },
  { date: '2024-12-31', kind: 'dayOff', movedFrom: '2024-01-07' },
];

/** Import the production calendar of 2024 for the first time. */
export const importCalendar = (changes: Partial<CommandNamed<'ImportProductionCalendar'>['data']> = {}) =>
  command('ImportProductionCalendar', {
    year: 2024,
    source: 'xmlcalendar.ru',
    days: [...endOf2024],
    order: null,
    reason: null,
    ...changes,
  });

/** It was imported. */
export const calendarImported = happened('ProductionCalendarImported', {
  year: 2024,
  source: 'xmlcalendar.ru',
  days: [...endOf2024],
  order: null,
});
