import { correctMark, granted, marked, recordMark } from '../support/acts.ts';
import {
  all,
  completeSheet,
  everybodyAttested,
  resultOf,
  sheetCompleted,
  under,
} from '../support/attestation-acts.ts';
import { attest } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  command,
  curator,
  first,
  happened,
  ivanova,
  newcomer,
  orlov,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const { page, mark, of, period } = streams;
const held = { on: '2024-12-20' };
const physics = idOf('physics');

const correct = command('CorrectAttestationMark', {
  journal: algebra,
  student: ivanova,
  result: 'grade5',
  expectedRevision: 0,
  reason: 'Ошибка в ведомости',
});

describe('an attestation sheet', () => {
  it('is completed by the teacher of the page once everybody has a result', () => {
    given(world(everybodyAttested), held)
      .when(completeSheet())
      .thenRecords(
        { type: 'AttestationSheetCompleted', data: { journal: algebra, students: 2, locks: false } },
        { right: 'teacher', rule: { parameter: 'attestation.lockOnEntry' } },
      );
    given(world(everybodyAttested), { ...held, by: orlov })
      .when(completeSheet())
      .thenRefuses({ code: 'NOT_IN_LOAD' });
    given(world(everybodyAttested), { ...held, by: administrator })
      .when(completeSheet())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-PA-11: is not completed while somebody has none, and says how many', () => {
    given(world(resultOf(ivanova)), held)
      .when(completeSheet())
      .thenRefuses({ code: 'SHEET_INCOMPLETE', facts: { missing: 1, students: 2 } });
    given(world(), held)
      .when(completeSheet())
      .thenRefuses({ code: 'SHEET_INCOMPLETE', facts: { missing: 2 } });
  });

  it('does not wait for who left the page before the end of the period', () => {
    const left = happened('RosterEntryEnded', { journal: algebra, student: smirnov, until: '2024-11-30' });
    given(world(all(resultOf(ivanova), { [page]: [left] })), held)
      .when(completeSheet())
      .thenRecords({ type: 'AttestationSheetCompleted', data: { students: 1 } });
  });

  it('is completed once, and not behind a lock of the period', () => {
    given(world(all(everybodyAttested, sheetCompleted(false))), held)
      .when(completeSheet())
      .thenRefuses({ code: 'ALREADY_DONE', facts: { completedOn: '2024-12-20' } });
    const locked = { [period]: [happened('AttestationPeriodLocked', { period: streams.period.slice(7) })] };
    given(world(all(everybodyAttested, locked)), held)
      .when(completeSheet())
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });
});

describe('a completed sheet', () => {
  const open = world(all(everybodyAttested, sheetCompleted(false)));
  const locks = all(under('004'), everybodyAttested, sheetCompleted(true));
  const firstLesson = { on: '2024-09-20' };
  const shut = { code: 'SHEET_COMPLETED', clause: '004 §4.5.1 L288-290', grantable: true } as const;

  it('D-03: locks nothing under 003', () => {
    given(open, held).when(correct).thenRecords({ type: 'AttestationMarkCorrected' });
    given(open, firstLesson).when(recordMark()).thenRecords({ type: 'MarkRecorded' });
  });

  it('T-22 (R-PA-13, R-ROLE-12): records under 004 that it locks', () => {
    given(world(all(under('004'), everybodyAttested)), held)
      .when(completeSheet())
      .thenRecords(
        { type: 'AttestationSheetCompleted', data: { locks: true } },
        { rule: { clause: '004 §4.5.1 L288-290' } },
      );
  });

  it('T-22 (R-PA-13): ends the teacher’s right to the attestation marks of the page under 004', () => {
    given(world(locks), held)
      .when(correct)
      .thenRefuses({ ...shut, facts: { completedOn: '2024-12-20' } });
    const late = happened('RosterExtended', { journal: algebra, students: [newcomer], from: '2024-12-01' });
    const enrolled = world(all(locks, { [page]: [late], [of(newcomer)]: world()[of(ivanova)] ?? [] }));
    given(enrolled, held)
      .when(attest({ student: newcomer }))
      .thenRefuses(shut);
  });

  it('T-22, D-01: ends the right to current marks too, whatever window is open', () => {
    given(world(locks), firstLesson).when(recordMark()).thenRefuses(shut);
    given(world(all(locks, { [mark]: [marked('5')] })), firstLesson)
      .when(correctMark())
      .thenRefuses(shut);
  });

  it('T-22, R-ROLE-12, T-13: ends the teacher’s right to absences, not the class teacher’s to correct them', () => {
    const absence = command('RecordAbsence', { journal: algebra, lesson: first, student: ivanova });
    given(world(locks), firstLesson).when(absence).thenRefuses(shut);
    given(world(locks), { ...firstLesson, by: curator })
      .when(absence)
      .thenRecords({ type: 'AbsenceRecorded' }, { right: 'groupCurator' });
    given(world(all(locks, { [page]: [granted()] })), firstLesson)
      .when(absence)
      .thenRecords({ type: 'AbsenceRecorded' });
    given(open, firstLesson).when(absence).thenRecords({ type: 'AbsenceRecorded' });
  });

  it('T-22: locks its own page and no other', () => {
    const [opened, ...rest] = (world()[page] ?? []).map(
      (event) => JSON.parse(JSON.stringify(event).replaceAll(algebra, physics)) as typeof event,
    );
    const other = { [`journal-${physics}`]: opened ? [opened, ...rest] : [] };
    given(world(all(locks, other)), held)
      .when(attest({ journal: physics }))
      .thenRecords({ type: 'AttestationMarkRecorded' });
  });

  it('T-22, T-49: is opened by a grant for what the grant covers', () => {
    const grant = granted({ covers: 'attestationMarks', lesson: null, until: '2024-12-27' });
    given(world(all(locks, { [page]: [grant] })), held)
      .when(correct)
      .thenRecords(
        { type: 'AttestationMarkCorrected' },
        { rule: { grant: idOf('grant'), deadline: '2024-12-27' } },
      );
    given(world(all(locks, { [page]: [grant] })), firstLesson)
      .when(recordMark())
      .thenRefuses(shut);
    given(world(all(locks, { [page]: [grant] })), { on: '2024-12-28' })
      .when(correct)
      .thenRefuses(shut);
  });

  it('T-48: keeps what the regulation said that day, whatever it says later', () => {
    given(world(all(under('004'), everybodyAttested, sheetCompleted(false))), held)
      .when(correct)
      .thenRecords({ type: 'AttestationMarkCorrected' });
    given(world(all(under('003'), everybodyAttested, sheetCompleted(true))), held)
      .when(correct)
      .thenRefuses(shut);
  });
});
