import { locked, reopened, regulationChanged } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { administrator, autumn, command, deputy, happened, streams, world } from '../support/world.ts';

const { period, regulation } = streams;
const office = { by: administrator };
const spring = idOf('spring');
const set = (changes: { until?: string; period?: string; kind?: 'semester' | 'year' | 'studyPeriod' } = {}) =>
  command('SetAttestationPeriod', {
    period: spring,
    kind: 'semester',
    title: 'Весна 2025',
    from: '2025-01-09',
    until: '2025-06-28',
    ...changes,
  });
/** It also enters the calendar of its academic year. */
const entered = { type: 'AttestationPeriodEntered', data: { year: 2024 } } as const;
const lock = (id = autumn) => command('LockAttestationPeriod', { period: id, reason: null });
const reopen = (reason: string) => command('ReopenAttestationPeriod', { period: autumn, reason });

describe('an attestation period', () => {
  it('T-05: gives its attestation marks their last day, 31 days after its end', () => {
    given(world(), office)
      .when(set())
      .thenRecords(
        [{ type: 'AttestationPeriodSet', data: { attestationMarksUntil: '2025-07-29' } }, entered],
        { rule: { deadline: '2025-07-29', clause: '003 §3.3 L90', version: 0 } },
      );
  });

  it.each(['semester', 'year', 'studyPeriod'] as const)(
    'T-60, D-21: of kind %s has its window counted from its own end, whatever a semester is',
    (kind) => {
      given(world(), office)
        .when(set({ kind, until: '2025-05-31' }))
        .thenRecords(
          [
            { type: 'AttestationPeriodSet', data: { kind, attestationMarksUntil: '2025-07-01' } },
            { type: 'AttestationPeriodEntered', data: { kind, until: '2025-05-31' } },
          ],
          { rule: { parameter: 'attestation.editWindowDays' } },
        );
    },
  );

  it('T-48: gives it by the rule in force at its end', () => {
    const shorter = regulationChanged('2025-06-28', { 'attestation.editWindowDays': 10 });
    given(world({ [regulation]: [shorter] }), office)
      .when(set())
      .thenRecords(
        [{ type: 'AttestationPeriodSet', data: { attestationMarksUntil: '2025-07-08' } }, entered],
        { rule: { version: 1 } },
      );
  });

  it('is set once, the right way round, by those who may', () => {
    given(world(), office)
      .when(set({ period: autumn }))
      .thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world(), office)
      .when(set({ until: '2025-01-08' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), { by: deputy })
      .when(set())
      .thenRecords([{ type: 'AttestationPeriodSet' }, entered]);
    given(world()).when(set()).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('the attestation periods of a year (R-CAL-02)', () => {
  const first = happened('AttestationPeriodEntered', {
    year: 2024,
    period: idOf('winter'),
    kind: 'semester',
    from: '2025-01-09',
    until: '2025-06-01',
  });
  const past = world({ 'academicCalendar-2024': [first] });

  it('R-CAL-02: of two semesters do not overlap', () => {
    given(past, office)
      .when(set())
      .thenRefuses({ code: 'PERIODS_OVERLAP', facts: { what: 'semester', until: '2025-06-01' } });
  });

  it('D-21, T-60: may overlap where they are study periods of the college’s own, and in a history that is imported', () => {
    const both = [{ type: 'AttestationPeriodSet' }, entered] as const;
    given(past, office)
      .when(set({ kind: 'studyPeriod' }))
      .thenRecords(both);
    given(past, { ...office, source: 'import' })
      .when(set())
      .thenRecords(both);
  });
});

describe('the lock', () => {
  it('is put on by an administrator, once', () => {
    given(world(), office).when(lock()).thenRecords({ type: 'AttestationPeriodLocked' });
    given(world({ [period]: [locked()] }), office)
      .when(lock())
      .thenRefuses({ code: 'ALREADY_DONE', facts: { state: 'locked' } });
    given(world(), office).when(lock(spring)).thenRefuses({ code: 'NOT_FOUND' });
  });

  it('T-49: is lifted for a reason, by an event of its own, which the auditor sees', () => {
    given(world({ [period]: [locked()] }), office)
      .when(reopen('Техническая ошибка'))
      .thenRecords({ type: 'AttestationPeriodReopened', sealed: { reason: 'Техническая ошибка' } });
    given(world({ [period]: [locked()] }), office)
      .when(reopen(' '))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world({ [period]: [locked(), reopened()] }), office)
      .when(reopen('Ещё раз'))
      .thenRefuses({ code: 'ALREADY_DONE' });
  });

  it('T-49, T-50: is neither a teacher’s nor a deputy’s to put on or to lift', () => {
    for (const asked of [{}, { by: deputy }]) {
      given(world(), asked).when(lock()).thenRefuses({ code: 'NOT_PERMITTED' });
      given(world({ [period]: [locked()] }), asked)
        .when(reopen('Прошу'))
        .thenRefuses({ code: 'NOT_PERMITTED' });
    }
  });

  it('may be put on again after it was lifted', () => {
    given(world({ [period]: [locked(), reopened()] }), office)
      .when(lock())
      .thenRecords({ type: 'AttestationPeriodLocked' });
  });
});
