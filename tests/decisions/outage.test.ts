import { absent, recordMark, under } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { told } from '../support/pure-ledger.ts';
import {
  administrator,
  algebra,
  command,
  first,
  happened,
  ivanova,
  petrova,
  streams,
  world,
} from '../support/world.ts';

const outage = idOf('outage');
const office = { by: administrator, on: '2025-03-06' };
const declare = (from: string, reason = 'Нет интернета') =>
  command('DeclareOutage', { outage, from, reason });
const restore = (on: string) => command('RestoreAccess', { outage, on });
const declared = (from = '2024-09-02') => happened('OutageDeclared', { outage, from });
const restored = (on: string, backEntryUntil: string | null) =>
  told(happened('AccessRestored', { outage, on, backEntryUntil }), {
    rule: {
      parameter: 'outage.backEntryWorkingDays',
      clause: '001 §10.2',
      version: 0,
      deadline: backEntryUntil,
      late: false,
      grant: null,
      due: null,
    },
  });
const past = (...events: ReturnType<typeof told>[]) =>
  world({ ...under('001'), [`outage-${outage}`]: [declared(), ...events] });

describe('an outage', () => {
  it('R-OUT-01: is declared by an administrator, from a day that is not ahead, with what happened', () => {
    given(world(), office).when(declare('2025-03-05')).thenRecords({ type: 'OutageDeclared' });
    given(world(), office).when(declare('2025-03-07')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office).when(declare('2025-03-05', ' ')).thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), { by: petrova }).when(declare('2024-09-02')).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-OUT-02, T-08: ends with five working days for the temporary journals: Wednesday 5 March to 12 March', () => {
    given(past(), office)
      .when(restore('2025-03-05'))
      .thenRecords(
        { type: 'AccessRestored', data: { backEntryUntil: '2025-03-12' } },
        { rule: { parameter: 'outage.backEntryWorkingDays', clause: '001 §10.2', deadline: '2025-03-12' } },
      );
  });

  it('T-59: gives no days where the regulation is silent', () => {
    given(world({ [`outage-${outage}`]: [declared()] }), office)
      .when(restore('2025-03-05'))
      .thenRecords({ type: 'AccessRestored', data: { backEntryUntil: null } });
  });

  it('ends once, not before it began and not ahead', () => {
    given(past(), office).when(restore('2024-09-01')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(past(), office).when(restore('2025-03-07')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(past(restored('2025-03-05', null)), office)
      .when(restore('2025-03-06'))
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world(), office).when(restore('2025-03-05')).thenRefuses({ code: 'NOT_FOUND' });
  });

  it('R-OUT-03: puts an inspection off to its end where the regulation does', () => {
    const defer = command('DeferInspection', { outage, inspection: 'Рособрнадзор, плановая' });
    given(past(), office).when(defer).thenRecords({ type: 'InspectionDeferred' });
    given(world({ [`outage-${outage}`]: [declared()] }), office)
      .when(defer)
      .thenRefuses({ code: 'NOT_PERMITTED', parameter: 'outage.inspectionDeferral' });
    given(past(restored('2025-03-05', null)), office)
      .when(defer)
      .thenRefuses({ code: 'ALREADY_DONE' });
  });

  it('R-OUT-04: keeps the request that was filed with the developers', () => {
    given(past(), office)
      .when(command('AskDevelopers', { outage, reference: 'Заявка 1024' }))
      .thenRecords({ type: 'DevelopersAsked' });
  });
});

describe('an entry from a temporary journal', () => {
  const until = '2024-10-25';
  const over = past(restored('2024-10-18', until));

  it('R-OUT-02, T-42: is taken though its window has closed, under the rule of the outage', () => {
    given(over, { on: until, outage })
      .when(recordMark())
      .thenRecords(
        { type: 'MarkRecorded' },
        {
          occurredOn: '2024-09-02',
          rule: {
            parameter: 'outage.backEntryWorkingDays',
            clause: '001 §10.2',
            deadline: until,
            late: false,
          },
        },
      );
    given(over, { on: until }).when(recordMark()).thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
    given(over, { on: '2024-10-26', outage }).when(recordMark()).thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });

  it('T-42: is not late within its days, of an absence as well', () => {
    const record = command('RecordAbsence', { journal: algebra, lesson: first, student: ivanova });
    given(over, { on: until, outage })
      .when(record)
      .thenRecords({ type: 'AbsenceRecorded' }, { rule: { late: false, deadline: until } });
    given(over, { on: until })
      .when(record)
      .thenRecords({ type: 'AbsenceRecorded' }, { rule: { late: true } });
  });

  it('T-42: is about a day of the outage, once that is over', () => {
    const later = world({
      ...under('001'),
      [`outage-${outage}`]: [declared('2024-09-03'), restored('2024-10-18', until)],
    });
    given(later, { on: until, outage })
      .when(recordMark())
      .thenRefuses({ code: 'NOT_IN_OUTAGE', facts: { day: '2024-09-02', from: '2024-09-03' } });
    given(past(), { on: until, outage }).when(recordMark()).thenRefuses({ code: 'OUTAGE_LASTS' });
    given(world(), { outage })
      .when(recordMark())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'outage' } });
  });

  it('takes back an absence, too, and passes no lock', () => {
    const cancel = command('CancelAbsence', {
      journal: algebra,
      lesson: first,
      student: ivanova,
      reason: 'Была',
    });
    const missing = { [streams.attendance]: [absent()] };
    given({ ...over, ...missing }, { on: until, outage })
      .when(cancel)
      .thenRecords({ type: 'AbsenceCancelled' }, { rule: { parameter: 'outage.backEntryWorkingDays' } });
    const lockedNow = {
      [streams.period]: [
        ...(over[streams.period] ?? []),
        happened('AttestationPeriodLocked', { period: idOf('autumn') }),
      ],
    };
    given({ ...over, ...lockedNow }, { on: until, outage })
      .when(recordMark())
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });
});
