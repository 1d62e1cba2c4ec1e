import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import { regulationChanged } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  autumn,
  college,
  command,
  curator,
  deputy,
  group,
  happened,
  petrova,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const under = (preset: PresetKey, more = {}) =>
  world({ [streams.regulation]: [happened('RegulationAdopted', { college, preset })], ...more });
const on = (by: string, day: string) => ({ by, on: day });
type Fulfil = Parameters<typeof command<'FulfilDuty'>>[1];
const fulfil = (duty: Fulfil['duty'], term: string, of: string | null = group) =>
  command('FulfilDuty', { duty, group: of, term });

describe('a duty that is closed by saying so', () => {
  it('T-48: is owed as the regulation had it when its month began, though it changed since', () => {
    const changed = regulationChanged('2025-03-20', { 'curatorReport.attendance': null });
    const rules = [happened('RegulationAdopted', { college, preset: '001' }), changed];
    given(world({ [streams.regulation]: rules }), on(curator, '2025-04-11'))
      .when(fulfil('attendanceReport', '2025-03'))
      .thenRecords({ type: 'DutyFulfilled' }, { rule: { deadline: '2025-04-10', late: true } });
  });

  it.each([
    ['2025-04-10', false],
    ['2025-04-11', true],
  ])('T-43, R-REP-03: the attendance statement of March handed in on %s is late: %s', (day, late) => {
    given(under('001'), on(curator, day))
      .when(fulfil('attendanceReport', '2025-03'))
      .thenRecords(
        { type: 'DutyFulfilled', data: { duty: 'attendanceReport', group, term: '2025-03' } },
        {
          right: 'groupCurator',
          rule: { parameter: 'curatorReport.attendance', clause: '001 §4.4', deadline: '2025-04-10', late },
        },
      );
  });

  it('T-43, R-REP-01: Form 1 of March is as of the 5th', () => {
    given(under('003'), on(curator, '2025-03-05'))
      .when(fulfil('performanceReport', '2025-03'))
      .thenRecords({ type: 'DutyFulfilled' }, { rule: { deadline: '2025-03-05', late: false } });
  });

  it('R-REP-13: a report of a period has the period for its term (002), and no month', () => {
    given(under('002'), on(curator, '2024-12-28'))
      .when(fulfil('performanceReport', autumn))
      .thenRecords({ type: 'DutyFulfilled' }, { rule: { deadline: '2024-12-28' } });
    given(under('002'), on(curator, '2024-12-28'))
      .when(fulfil('performanceReport', '2024-12'))
      .thenRefuses({ code: 'IMPOSSIBLE_VALUE', clause: '002 §3.2 L35' });
  });

  it('R-PRT-02: the paper copy is due by 5 July, by the curator (002)', () => {
    given(under('002'), on(curator, '2025-07-05'))
      .when(fulfil('annualPaperCopy', '2024'))
      .thenRecords({ type: 'DutyFulfilled' }, { rule: { deadline: '2025-07-05', late: false } });
  });

  it('R-MON-06, R-REP-08: the monthly report on use is the administrator’s', () => {
    given(under('002'), on(administrator, '2024-09-30'))
      .when(fulfil('usageReport', '2024-09', null))
      .thenRecords(
        { type: 'DutyFulfilled' },
        { right: 'journalAdministrator', rule: { deadline: '2024-09-30' } },
      );
    given(under('002'), on(deputy, '2024-09-30'))
      .when(fulfil('usageReport', '2024-09', null))
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '002 §3.1 L23' });
  });

  it('T-40: the weekly printout is the curator’s, for a week by its Monday', () => {
    given(under('002'), on(curator, '2024-09-06'))
      .when(fulfil('guardianPrintout', '2024-09-02'))
      .thenRecords({ type: 'DutyFulfilled' }, { rule: { deadline: '2024-09-08' } });
    given(under('002'), on(curator, '2024-09-06'))
      .when(fulfil('guardianPrintout', '2024-09-03'))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('is refused where the regulation asks for no such thing (T-59)', () => {
    given(under('000'), on(curator, '2025-03-05'))
      .when(fulfil('attendanceReport', '2025-03'))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'duty' }, clause: '000: silent' });
  });

  it('is refused to others, twice, of a group that is not there, and ahead of its time', () => {
    const stranger = idOf('stranger');
    given(under('001', withRole(stranger, 'groupCurator')), on(stranger, '2025-04-01'))
      .when(fulfil('attendanceReport', '2025-03'))
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    given(under('001'), on(petrova, '2025-04-01'))
      .when(fulfil('attendanceReport', '2025-03'))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(under('001'), on(curator, '2025-02-28'))
      .when(fulfil('attendanceReport', '2025-03'))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(under('001'), on(administrator, '2024-10-01'))
      .when(fulfil('usageReport', '2024-09'))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'group' } });
    const done = {
      [`duty-attendanceReport.${group}.2025-03`]: [
        happened('DutyFulfilled', { duty: 'attendanceReport', group, term: '2025-03' }),
      ],
    };
    given(under('001', done), on(curator, '2025-04-01'))
      .when(fulfil('attendanceReport', '2025-03'))
      .thenRefuses({ code: 'ALREADY_DONE' });
  });
});
