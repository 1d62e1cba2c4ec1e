import type { Recorded } from '../../events/recorded.ts';
import { events as vocabulary, type EventNamed, type EventType } from '../../events/register.ts';
import { plusDays } from '../../src/policies/calendar.ts';
import { eventsIn, makeSmall, shrunkCollege } from './small-demo.ts';

/** Every kind of event, but for what belongs to an import: that is no part of the demo's history. */
const EVENT_TYPES = (Object.keys(vocabulary) as readonly EventType[]).filter(
  (type) => !type.startsWith('Import'),
);

const TODAY = '2026-11-22';

describe('The history of a demo college', () => {
  let made: Awaited<ReturnType<typeof makeSmall>>;
  let small: typeof made;
  let events: readonly Recorded[];

  const all = <Type extends EventType>(type: Type) =>
    events.filter((event) => event.type === type) as unknown as readonly Recorded<EventNamed<Type>>[];

  beforeAll(async () => {
    made = await makeSmall(undefined, undefined, shrunkCollege);
    events = await eventsIn(made.log, shrunkCollege);
    small = await makeSmall();
  });

  it('meets no answer that it did not mean to meet, under 003 and under 004', () => {
    for (const { report } of [made, small]) {
      expect(report?.surprises).toEqual([]);
      expect(report?.refused).toBeGreaterThan(15);
    }
  });

  it('has every kind of event in one college or the other', async () => {
    const happened = new Set([...events, ...(await eventsIn(small.log))].map(({ type }) => type));
    // Files are made, and passwords and identities of a provider kept, by a running server: a history without one has none.
    const served = /^(?:Export|PasswordSet|ProviderIdentity|Webhook)/u;
    const missing = EVENT_TYPES.filter((type) => !happened.has(type) && !served.test(type));
    expect(missing).toEqual([]);
  });

  it('has every kind of attestation mark, and no unsatisfactory one (T-01)', () => {
    const given = new Set(all('AttestationMarkRecorded').map(({ data }) => data.result));
    expect([...given]).toEqual(
      expect.arrayContaining(['grade3', 'grade4', 'grade5', 'pass', 'academicDebt', 'notAttested']),
    );
    expect(given).toContain('validReasonNonAttendance');
  });

  it('clears one debt by a repeat attestation and leaves another (T-25)', () => {
    const repeats = all('RepeatAttestationRecorded').map(({ data }) => data.result);
    expect(repeats).toEqual(expect.arrayContaining(['grade3', 'academicDebt']));
    expect(all('AcademicDebtCleared').map(({ data }) => data.by)).toEqual(
      expect.arrayContaining(['repeatAttestation', 'correction']),
    );
    expect(all('AcademicDebtIncurred').length).toBeGreaterThan(all('AcademicDebtCleared').length);
  });

  it('promotes a student in debt conditionally, and the rest of the group outright (T-34)', () => {
    const conditional = all('StudentPromoted').filter(({ data }) => data.conditional);
    expect(conditional.length).toBeGreaterThan(0);
    expect(conditional.length).toBeLessThan(all('StudentPromoted').length);
    expect(conditional.every(({ data }) => data.debts.length > 0)).toBe(true);
  });

  it('locks the finished period, opens it again for a reason, and locks it again (T-49)', () => {
    const steps = events.filter(({ type }) => /^AttestationPeriod(?:Locked|Reopened)$/u.test(type));
    expect(steps.map(({ type }) => type)).toEqual([
      'AttestationPeriodLocked',
      'AttestationPeriodReopened',
      'AttestationPeriodLocked',
    ]);
    expect(all('AttestationPeriodReopened')[0]?.sealed?.reason).toContain('протокол');
  });

  it('has an edit under a grant that has expired since, a grant that stands, and one that was revoked (T-49)', () => {
    const granted = all('EditWindowGranted').filter(({ data }) => data.covers === 'currentMarks');
    const used = new Set(all('MarkCorrected').flatMap(({ meta }) => meta.rule?.grant ?? []));
    const [expired, revoked, standing] = granted;
    expect(expired?.data.until).toMatch(/^2026-11-1/u);
    expect(used).toContain(expired?.data.grant);
    expect(all('EditWindowGrantRevoked')[0]?.data.grant).toBe(revoked?.data.grant);
    expect(standing?.data.until).toBe(plusDays(TODAY, 5));
  });

  it('has attempts refused for each of the usual reasons', () => {
    const codes = new Set(all('AttemptRefused').map(({ data }) => data.code));
    for (const code of [
      'EDIT_WINDOW_CLOSED',
      'NOT_IN_LOAD',
      'PERIOD_LOCKED',
      'NOT_PERMITTED',
      'LESSON_NOT_CONDUCTED',
      'LESSON_CANCELLED',
      'INVALID_MARK',
      'REVISION_CONFLICT',
      'NOT_IN_GROUP',
    ])
      expect(codes).toContain(code);
  });

  it('has windows that close within three days, and closed ones', () => {
    const until = all('LessonScheduled').map(({ data }) => data.marksUntil);
    expect(until.some((date) => date >= TODAY && date <= plusDays(TODAY, 3))).toBe(true);
    expect(until.some((date) => date < TODAY)).toBe(true);
  });

  it('has absences announced for the days to come, by guardians and by a curator (R-ATT-03)', () => {
    const coming = all('AbsenceAnnounced').filter(({ meta }) => meta.occurredOn > TODAY);
    expect(new Set(coming.map(({ meta }) => meta.actor.role))).toEqual(
      new Set(['legalGuardian', 'groupCurator']),
    );
  });

  it('lets substitutes fill in their lesson only, and takes late and offline entries (T-12, T-30)', () => {
    expect(all('LessonConducted').some(({ meta }) => meta.actor.role === 'substituteTeacher')).toBe(true);
    const [declared] = all('OutageDeclared');
    const broughtOver = all('LessonConducted').filter(({ meta }) => meta.source === 'temporaryJournal');
    expect(broughtOver.length).toBeGreaterThan(0);
    expect(new Set(broughtOver.map(({ meta }) => meta.outage))).toEqual(new Set([declared?.data.outage]));
    expect(all('AbsenceRecorded').some(({ meta }) => meta.rule?.late)).toBe(true);
  });

  it('keeps every name and reason out of the bodies', async () => {
    const bodies = (await made.log.read(events[0]?.stream.slice('college-'.length) ?? '', 0n, 1_000_000))
      .map(({ body }) => body)
      .join('\n');
    const [student] = all('StudentRegistered');
    expect(student?.sealed?.familyName).toMatch(/^\p{Lu}\p{Ll}+/u);
    expect(bodies).not.toContain(student?.sealed?.familyName);
    expect(bodies).not.toContain('Ошибка при вводе');
  });
});
