import type { CommandNamed } from '../../src/decisions/register.ts';
import { absent, announced, imported, late, locked } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  command,
  curator,
  deputy,
  father,
  first,
  happened,
  ivanova,
  orlov,
  second,
  smirnov,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const { attendance, ahead, page, period } = streams;
const cell = { journal: algebra, lesson: first, student: ivanova };
const ahead2 = { ...cell, lesson: second };
const reason = 'Была на уроке';
const recordAbsence = (changes = {}) => command('RecordAbsence', { ...cell, ...changes });
const comeLate = command('RecordLateArrival', { ...cell, minutes: 10 });
const announce = (changes: Partial<CommandNamed<'AnnounceAbsence'>['data']> = {}) =>
  command('AnnounceAbsence', { ...ahead2, reason: 'Болеет', ...changes });
const cancel = (changes = {}) => command('CancelAbsence', { ...cell, reason, ...changes });
const classify = (as: 'excused' | 'unexcused') => command('ClassifyAbsence', { ...cell, as, reason: null });

describe('an absence', () => {
  it('is recorded by the teacher of the lesson, in its academic hours (R-ATT-01)', () => {
    given(world())
      .when(recordAbsence())
      .thenRecords({ type: 'AbsenceRecorded', data: { academicHours: 2 } }, { right: 'teacher' });
    given(world(), { by: orlov }).when(recordAbsence()).thenRefuses({ code: 'NOT_IN_LOAD' });
  });

  it('T-12: is on time on the next day and late after it, but never forbidden', () => {
    const recorded = { type: 'AbsenceRecorded' } as const;
    const rule = { deadline: '2024-09-03', clause: '003 §3.3 L95' };
    given(world(), { on: '2024-09-03' })
      .when(recordAbsence())
      .thenRecords(recorded, { rule: { ...rule, late: false } });
    given(world(), { on: '2024-09-04' })
      .when(recordAbsence())
      .thenRecords(recorded, { rule: { ...rule, late: true } });
  });

  it('T-09: has no edit window: the 21 days are said of grades', () => {
    given(world(), { on: '2024-12-20' }).when(recordAbsence()).thenRecords({ type: 'AbsenceRecorded' });
  });

  it('is not recorded behind a lock', () => {
    given(world({ [period]: [locked()] }))
      .when(recordAbsence())
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });

  it('T-31: is not recorded at a cancelled lesson, nor at one that was not held', () => {
    const cancelled = happened('LessonCancelled', { journal: algebra, lesson: first });
    given(world({ [page]: [cancelled] }))
      .when(recordAbsence())
      .thenRefuses({ code: 'LESSON_CANCELLED' });
    given(world())
      .when(recordAbsence({ lesson: second }))
      .thenRefuses({ code: 'LESSON_NOT_CONDUCTED' });
  });

  it('is recorded once, and replaces a late arrival', () => {
    given(world({ [attendance]: [absent()] }))
      .when(recordAbsence())
      .thenRefuses({ code: 'ALREADY_RECORDED' });
    given(world({ [attendance]: [late()] }))
      .when(recordAbsence())
      .thenRecords({ type: 'AbsenceRecorded' });
  });

  it('is no late arrival: whoever comes late is present', () => {
    given(world())
      .when(comeLate)
      .thenRecords({ type: 'LateArrivalRecorded', data: { minutes: 10 } });
    given(world({ [attendance]: [absent()] }))
      .when(comeLate)
      .thenRefuses({ code: 'ALREADY_RECORDED' });
  });

  it('T-50: is recorded by no deputy and no department head', () => {
    given(world(), { by: deputy }).when(recordAbsence()).thenRefuses({ code: 'NOT_PERMITTED' });
    const past = world(withRole(idOf('head'), 'departmentHead'));
    given(past, { by: idOf('head') })
      .when(recordAbsence())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('an announced absence', () => {
  it('T-39: is announced by a guardian, for the own child only', () => {
    given(world(), { by: father })
      .when(announce())
      .thenRecords({ type: 'AbsenceAnnounced' }, { right: 'legalGuardian', onBehalfOf: ivanova });
    given(world(), { by: father })
      .when(announce({ student: smirnov }))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-39: is no longer announced by a guardian whose guardianship has ended', () => {
    const ended = happened('GuardianshipEnded', {
      account: father,
      guardianship: idOf('guardianship'),
      until: '2024-09-01',
    });
    const past = world({ [streams.access(father)]: [ended] });
    given(past, { by: father }).when(announce()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is announced by the curator of the group, and by no other curator (R-ATT-03)', () => {
    given(world(), { by: curator })
      .when(announce())
      .thenRecords({ type: 'AbsenceAnnounced' }, { right: 'groupCurator' });
    const past = world(withRole(idOf('other'), 'groupCurator'));
    given(past, { by: idOf('other') })
      .when(announce())
      .thenRefuses({ code: 'NOT_IN_GROUP' });
  });

  it('is announced ahead of the lesson', () => {
    given(world(), { by: father, on: '2024-09-10' })
      .when(announce())
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), { by: father })
      .when(announce({ lesson: first }))
      .thenRefuses({ code: 'LESSON_CONDUCTED' });
  });

  it('T-11: is not yet an absence: the teacher still records it', () => {
    given(world({ [attendance]: [announced()] }))
      .when(recordAbsence())
      .thenRecords({ type: 'AbsenceRecorded' });
    given(world({ [attendance]: [announced()] }), { by: curator })
      .when(classify('excused'))
      .thenRefuses({ code: 'NOT_RECORDED', facts: { status: 'announced' } });
  });

  it('T-10: is cancelled by the teacher when the student came, for a reason, and stays in history', () => {
    const past = world({ [attendance]: [announced()] });
    given(past)
      .when(cancel())
      .thenRecords(
        { type: 'AbsenceCancelled', data: { was: 'announced' }, sealed: { reason } },
        { right: 'teacher' },
      );
    given(past)
      .when(cancel({ reason: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
  });

  it('is taken back by who announced it, until the lesson is held', () => {
    given(world({ [ahead]: [announced(second)] }), { by: father })
      .when(cancel(ahead2))
      .thenRecords({ type: 'AbsenceCancelled' }, { right: 'legalGuardian', onBehalfOf: ivanova });
    given(world({ [attendance]: [announced()] }), { by: father })
      .when(cancel())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is announced once', () => {
    given(world({ [ahead]: [announced(second)] }), { by: father })
      .when(announce())
      .thenRefuses({ code: 'ALREADY_RECORDED', facts: { status: 'announced' } });
  });
});

describe('cancelling an absence', () => {
  it('says what it was', () => {
    given(world({ [attendance]: [absent()] }))
      .when(cancel())
      .thenRecords({ type: 'AbsenceCancelled', data: { was: 'absent' } });
    given(world({ [attendance]: [late()] }))
      .when(cancel())
      .thenRecords({ type: 'AbsenceCancelled', data: { was: 'late' } });
  });

  it('needs something to cancel', () => {
    given(world()).when(cancel()).thenRefuses({ code: 'NOT_RECORDED' });
  });

  it('is refused to an import where a person recorded it', () => {
    const years = { by: administrator, source: 'import' } as const;
    given(world({ [attendance]: [absent()] }), years)
      .when(cancel())
      .thenRefuses({ code: 'ENTERED_BY_PERSON' });
    given(world({ [attendance]: [imported(absent())] }), years)
      .when(cancel())
      .thenRecords({ type: 'AbsenceCancelled' });
  });
});

describe('excused or not', () => {
  it('T-14: is said by the curator of the group; until then the absence is unclassified', () => {
    given(world({ [attendance]: [absent()] }), { by: curator })
      .when(classify('excused'))
      .thenRecords({ type: 'AbsenceClassified', data: { from: 'unclassified', to: 'excused' } });
  });

  it('T-13, T-14: is not said by the teacher, who in turn is the only one to record', () => {
    given(world({ [attendance]: [absent()] }))
      .when(classify('excused'))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), { by: curator }).when(recordAbsence()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-14: does not follow from an announcement', () => {
    given(world({ [attendance]: [announced(), absent()] }), { by: curator })
      .when(classify('unexcused'))
      .thenRecords({ type: 'AbsenceClassified', data: { from: 'unclassified' } });
  });

  it('may be said again; the same word changes nothing', () => {
    const excused = happened('AbsenceClassified', { ...cell, from: 'unclassified', to: 'excused' });
    const past = world({ [attendance]: [absent(), excused] });
    given(past, { by: curator }).when(classify('excused')).thenNothingChanges();
    given(past, { by: curator })
      .when(classify('unexcused'))
      .thenRecords({ type: 'AbsenceClassified', data: { from: 'excused', to: 'unexcused' } });
  });
});
