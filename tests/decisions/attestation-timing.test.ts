import type { EventNamed } from '../../events/register.ts';
import { attest, marked, regulationChanged } from '../support/acts.ts';
import { all, under } from '../support/attestation-acts.ts';
import { given } from '../support/given.ts';
import { group, happened, streams, world } from '../support/world.ts';

const recorded = { type: 'AttestationMarkRecorded' } as const;
const due = (late: boolean, until: string, clause: string) => ({
  rule: {
    late,
    parameter: 'attestation.editWindowDays',
    due: { parameter: 'attestation.entryDeadline', clause, until },
  },
});

type For = EventNamed<'AcademicCalendarSet'>['data']['for'];

/** The winter vacation of the year begins on a day. */
const vacationFrom = (from: string, whose: For = { kind: 'college' }) => ({
  'academicCalendar-2024': [
    happened('AcademicCalendarSet', {
      year: 2024,
      for: whose,
      stretches: [{ kind: 'vacation', title: null, from, until: '2025-01-11' }],
      order: null,
    }),
  ],
});

describe('the entry deadline of attestation marks', () => {
  it('T-06 (R-PA-01): under 003 is three working days, and is judged beside the window that allows the entry', () => {
    given(world(), { on: '2024-12-25' })
      .when(attest())
      .thenRecords(recorded, due(false, '2024-12-25', '003 §3.4 L112'));
    given(world(), { on: '2024-12-26' })
      .when(attest())
      .thenRecords(recorded, due(true, '2024-12-25', '003 §3.4 L112'));
  });

  it('T-08: counts working days by the production calendar the college imported', () => {
    const day = (date: string) => ({ date, kind: 'dayOff', movedFrom: null }) as const;
    const december = {
      'calendar-2024': [
        happened('ProductionCalendarImported', {
          year: 2024,
          source: 'календарь',
          days: [day('2024-12-24')],
          order: null,
        }),
      ],
    };
    given(world(december), { on: '2024-12-26' })
      .when(attest())
      .thenRecords(recorded, due(false, '2024-12-26', '003 §3.4 L112'));
  });

  it('T-20 (R-PA-10, D-02): under 002 is the last week, and the day before the vacation', () => {
    const past = world(all(under('002'), vacationFrom('2024-12-28')));
    given(past, { on: '2024-12-27' })
      .when(attest())
      .thenRecords(recorded, due(false, '2024-12-27', '002 §3.3 L42'));
    given(past, { on: '2024-12-28' })
      .when(attest())
      .thenRecords(recorded, due(true, '2024-12-27', '002 §3.3 L42'));
  });

  it('T-20: before the last week is early: recorded, with a warning that names the clause', () => {
    given(world(under('002')), { on: '2024-12-22' })
      .when(attest())
      .thenRecords(recorded, {
        warnings: [
          {
            code: 'ENTERED_EARLY',
            facts: { from: '2024-12-23', today: '2024-12-22' },
            parameter: 'attestation.entryDeadline',
            clause: '002 §3.3 L42',
          },
        ],
      });
    given(world(under('002')), { on: '2024-12-23' })
      .when(attest())
      .thenRecords(recorded, { warnings: [] });
  });

  it('T-21 (R-PA-12): under 001 is after the semester, and no day within the window is late', () => {
    given(world(under('001')), { on: '2025-01-20' })
      .when(attest({ result: 'validReasonNonAttendance' }))
      .thenRecords(recorded, { rule: { late: false, due: null }, warnings: [] });
    given(world(under('001')), { on: '2024-12-28' })
      .when(attest({ result: 'academicDebt' }))
      .thenRecords([recorded, { type: 'AcademicDebtIncurred' }], {
        warnings: [{ code: 'ENTERED_EARLY', facts: { from: '2024-12-29' }, clause: '001 §4.6; 001 §5.5.11' }],
      });
  });

  it('R-PA-11: under 004 is the last day before the vacation, by the group’s own calendar where it has one', () => {
    const own = vacationFrom('2024-12-26', { kind: 'group', id: group });
    const past = world(all(under('004'), vacationFrom('2024-12-28'), own));
    given(past, { on: '2024-12-25' })
      .when(attest())
      .thenRecords(recorded, due(false, '2024-12-25', '004 §4.5.2 L335-337'));
    given(past, { on: '2024-12-26' })
      .when(attest())
      .thenRecords(recorded, due(true, '2024-12-25', '004 §4.5.2 L335-337'));
  });

  it('D-02: where the text is silent is that of the settled conflict, and says so', () => {
    given(world(under('000')), { on: '2024-12-26' })
      .when(attest())
      .thenRecords(recorded, due(true, '2024-12-25', '000: silent, D-02'));
  });

  it('T-60 (D-21): anchors to the period, whether it is a semester or a study period', () => {
    const module = happened('AttestationPeriodSet', {
      period: streams.period.slice(7),
      kind: 'studyPeriod',
      title: 'Модуль 2',
      from: '2024-09-01',
      until: '2024-12-21',
      attestationMarksUntil: '2025-01-21',
    });
    given(world({ [streams.period]: [module] }), { on: '2024-12-22' })
      .when(attest())
      .thenRecords(recorded, due(true, '2024-12-21', '003 §3.4 L112'));
  });

  it('R-CAL-10, R-PA-19: follows the local act of the college from the day it changed', () => {
    const change = regulationChanged('2024-12-01', {
      'attestation.entryDeadline': { kind: 'workingDaysAfterEvent', days: 1, cappedByPeriodEnd: true },
    });
    given(world({ [streams.regulation]: [change] }), { on: '2024-12-24' })
      .when(attest())
      .thenRecords(recorded, { rule: { late: true, due: { until: '2024-12-23', clause: 'Приказ № 7' } } });
  });
});

describe('the current marks that a final mark stands on', () => {
  it('T-28 (R-MRK-06, R-PA-14): under 001 too few of them are a warning with the missing count, and block nothing', () => {
    const past = world(all(under('001'), { [streams.mark]: [marked('5'), marked('4', 'control')] }));
    given(past, { on: '2025-01-13' })
      .when(attest())
      .thenRecords(recorded, {
        warnings: [
          {
            code: 'TOO_FEW_MARKS',
            facts: { marks: 2, needed: 3, missing: 1, weeklyHours: 1 },
            parameter: 'attestation.minMarks',
            clause: '001 §6.2',
          },
        ],
      });
  });

  it('T-28: are not asked of who failed or was not there', () => {
    given(world(under('001')), { on: '2025-01-13' })
      .when(attest({ result: 'validReasonNonAttendance' }))
      .thenRecords(recorded, { warnings: [] });
  });

  it('T-28: are more where the regulation asks for more at this load', () => {
    const change = regulationChanged('2024-09-01', {
      'attestation.minMarks': { kind: 'byWeeklyLoad', steps: [{ upToWeeklyHours: null, marks: 5 }] },
    });
    const past = world({ [streams.regulation]: [change], [streams.mark]: [marked('5')] });
    given(past, { on: '2024-12-20' })
      .when(attest())
      .thenRecords(recorded, { warnings: [{ code: 'TOO_FEW_MARKS', facts: { needed: 5, missing: 4 } }] });
  });

  it('T-28: are not counted where the regulation names no number', () => {
    for (const preset of ['002', '003', '004'] as const)
      given(world(under(preset)), { on: '2024-12-23' })
        .when(attest())
        .thenRecords(recorded, { warnings: [] });
  });
});
