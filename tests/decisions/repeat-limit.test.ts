import type { CommandNamed } from '../../src/decisions/register.ts';
import { regulationChanged } from '../support/acts.ts';
import { all, commission, inDebt, repeated, resultOf, under } from '../support/attestation-acts.ts';
import { given } from '../support/given.ts';
import {
  administrator,
  algebra,
  autumn,
  command,
  deputy,
  group,
  happened,
  ivanova,
  streams,
  world,
} from '../support/world.ts';

const { of, regulation } = streams;
const later = { by: deputy, on: '2025-03-14' };
const order = '№ 12 от 10.03.2025';
const repeat = (changes: Partial<CommandNamed<'RecordRepeatAttestation'>['data']> = {}) =>
  command('RecordRepeatAttestation', {
    journal: algebra,
    student: ivanova,
    result: 'grade3',
    heldOn: '2025-03-14',
    order: null,
    commission: [],
    ...changes,
  });
const schedule = (changes: Partial<CommandNamed<'ScheduleRepeatAttestation'>['data']> = {}) =>
  command('ScheduleRepeatAttestation', {
    journal: algebra,
    student: ivanova,
    on: '2025-03-28',
    commission: [],
    order: null,
    ...changes,
  });
const cleared = [{ type: 'RepeatAttestationRecorded' }, { type: 'AcademicDebtCleared' }] as const;

describe('the first repeat of a failed attestation', () => {
  it('R-PA-08: takes neither a commission nor an order', () => {
    given(world(inDebt()), later).when(repeat()).thenRecords(cleared);
  });
});

describe('who enters a repeat', () => {
  it('T-50 (R-ROLE-14): is no deputy where the regulation lets deputies only look on', () => {
    const past = world(all(under('001'), inDebt()));
    given(past, later).when(repeat()).thenRefuses({ code: 'NOT_PERMITTED', clause: '001 §5.2.2' });
    given(past, { ...later, by: administrator })
      .when(repeat())
      .thenRecords(cleared);
  });
});

describe('the second repeat', () => {
  const past = world(all(inDebt(), repeated(1)));

  it('T-24: goes before a commission, whose members and order are named', () => {
    const needed = {
      code: 'COMMISSION_REQUIRED',
      facts: { attempt: 2 },
      clause: '003: silent',
    } as const;
    given(past, later).when(repeat()).thenRefuses(needed);
    given(past, later).when(repeat({ order })).thenRefuses(needed);
    given(past, later).when(repeat({ commission })).thenRefuses(needed);
    given(past, later)
      .when(repeat({ commission, order }))
      .thenRecords([
        { type: 'RepeatAttestationRecorded', data: { attempt: 2, commission, order } },
        cleared[1],
      ]);
  });

  it('takes commission and order from the day that was set for it', () => {
    const set = happened('RepeatAttestationScheduled', {
      journal: algebra,
      student: ivanova,
      period: autumn,
      on: '2025-03-14',
      commission: [...commission],
      order,
    });
    given(world(all(inDebt(), repeated(1), { [streams.attestation]: [set] })), later)
      .when(
        command('RecordRepeatAttestation', {
          journal: algebra,
          student: ivanova,
          result: 'grade3',
          heldOn: '2025-03-14',
          order: null,
        }),
      )
      .thenRecords([{ type: 'RepeatAttestationRecorded', data: { commission, order } }, cleared[1]]);
  });
});

describe('a third repeat', () => {
  it('is one too many', () => {
    given(world(all(inDebt(), repeated(1), repeated(2))), later)
      .when(repeat({ commission, order }))
      .thenRefuses({ code: 'REPEATS_EXHAUSTED', facts: { spent: 2, limit: 2 } });
  });

  it('is open where a repeat was missed for valid reasons, which spends no attempt', () => {
    given(world(all(inDebt(), repeated(1), repeated(2, 'validReasonNonAttendance'))), later)
      .when(repeat({ commission, order }))
      .thenRecords(cleared);
  });

  it('is open where the college’s own regulation gives more', () => {
    const change = regulationChanged('2025-01-01', { 'attestation.repeatLimit': 3 });
    given(world(all(inDebt(), repeated(1), repeated(2), { [regulation]: [change] })), later)
      .when(repeat({ commission, order }))
      .thenRecords(cleared);
  });
});

describe('the term for repeats', () => {
  const overdue = { by: deputy, on: '2025-12-21' };
  const on = (heldOn: string) => repeat({ heldOn, commission, order });

  it('is a year from the day the debt arose', () => {
    given(world(inDebt()), { by: deputy, on: '2025-12-20' }).when(on('2025-12-20')).thenRecords(cleared);
    given(world(inDebt()), overdue)
      .when(on('2025-12-21'))
      .thenRefuses({ code: 'REPEAT_TERM_OVER', facts: { since: '2024-12-20', until: '2025-12-20' } });
  });

  it('looks at the day it was held, not at the day it was entered', () => {
    given(world(inDebt()), overdue).when(on('2025-12-19')).thenRecords(cleared);
  });

  it('does not count an academic leave', () => {
    const leave = [
      happened('AcademicLeaveGranted', {
        student: ivanova,
        group,
        from: '2025-02-01',
        until: '2025-08-31',
        order: { number: '4', date: '2025-01-30' },
      }),
    ];
    given(world(all(inDebt(), { [of(ivanova)]: leave })), overdue)
      .when(on('2025-12-21'))
      .thenRecords(cleared);
  });

  it('does not hold who has no debt: after НПА there is nothing to run out', () => {
    given(world(resultOf(ivanova, 'validReasonNonAttendance')), { by: deputy, on: '2026-03-01' })
      .when(repeat({ heldOn: '2026-03-01' }))
      .thenRecords({ type: 'RepeatAttestationRecorded' });
  });
});

describe('the day of a repeat attestation', () => {
  it('R-PA-16: is set by the administration, ahead', () => {
    given(world(inDebt()), later)
      .when(schedule())
      .thenRecords(
        { type: 'RepeatAttestationScheduled', data: { on: '2025-03-28' } },
        { right: 'deputyDirector' },
      );
    given(world(inDebt()), later)
      .when(schedule({ on: '2025-03-13' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(inDebt()), { on: '2025-03-14' }).when(schedule()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is not set where nothing is left to repeat, nor beyond attempts and term', () => {
    given(world(resultOf(ivanova)), later)
      .when(schedule())
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world(), later).when(schedule()).thenRefuses({ code: 'NOT_RECORDED' });
    given(world(inDebt()), later)
      .when(schedule({ on: '2025-12-21' }))
      .thenRefuses({ code: 'REPEAT_TERM_OVER' });
    given(world(all(inDebt(), repeated(1))), later)
      .when(schedule())
      .thenRefuses({ code: 'COMMISSION_REQUIRED' });
  });
});

describe('a regulation that changes between two repeats', () => {
  it('T-48: holds a repeat to the rules of its own day, whenever that is entered', () => {
    const past = world(
      all(inDebt(), repeated(1), {
        [regulation]: [regulationChanged('2025-03-20', { 'attestation.repeatLimit': 1 })],
      }),
    );
    const entered = { by: deputy, on: '2025-03-24' };
    given(past, entered)
      .when(repeat({ order, commission: [...commission] }))
      .thenRecords(cleared);
    given(past, entered)
      .when(repeat({ order, commission: [...commission], heldOn: '2025-03-21' }))
      .thenRefuses({ code: 'REPEATS_EXHAUSTED', clause: 'Приказ № 7' });
    given(past, { by: deputy, on: '2025-03-14' })
      .when(schedule({ order, commission: [...commission] }))
      .thenRefuses({ code: 'REPEATS_EXHAUSTED' });
  });
});
