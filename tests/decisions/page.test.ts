import {
  correctMark,
  granted,
  locked,
  marked,
  recordMark,
  reopened,
  withdrawMark,
  regulationChanged,
} from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { told } from '../support/pure-ledger.ts';
import {
  algebra,
  conducted,
  scheduled,
  first,
  happened,
  ivanova,
  newcomer,
  orlov,
  petrova,
  second,
  streams,
  world,
} from '../support/world.ts';

const { page, period, mark } = streams;
const afterwards = { on: '2024-09-24' };

describe('the edit window of a current mark', () => {
  it('T-02: is counted from the day of the lesson in the timetable; the 21st day is the last open one', () => {
    given(world(), { on: '2024-09-23' }).when(recordMark()).thenRecords({ type: 'MarkRecorded' });
    given(world(), afterwards)
      .when(recordMark())
      .thenRefuses({
        code: 'EDIT_WINDOW_CLOSED',
        facts: { closedOn: '2024-09-23' },
        clause: '003 §3.3 L89',
        grantable: true,
      });
  });

  it('T-03: holds a first entry, a correction and a withdrawal alike', () => {
    const past = world({ [mark]: [marked('5')] });
    for (const change of [correctMark(), withdrawMark()]) {
      given(past, { on: '2024-09-23' })
        .when(change)
        .thenRecords({ type: change.type === 'CorrectMark' ? 'MarkCorrected' : 'MarkWithdrawn' });
      given(past, afterwards)
        .when(change)
        .thenRefuses({ code: 'EDIT_WINDOW_CLOSED', facts: { closedOn: '2024-09-23' } });
    }
  });

  it('T-03: is not extended by a correction', () => {
    const corrected = happened('MarkCorrected', {
      journal: algebra,
      lesson: first,
      student: ivanova,
      workType: 'lessonWork',
      scale: 'fivePoint',
      from: '5',
      to: '4',
    });
    given(world({ [mark]: [marked('5'), corrected] }), afterwards)
      .when(correctMark({ value: '3', expectedRevision: 1 }))
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED', facts: { closedOn: '2024-09-23' } });
  });

  it('T-48: names the version of the rule that gave a lesson its last day', () => {
    const rule = {
      parameter: '',
      clause: '',
      version: 2,
      deadline: '2024-09-12',
      late: false,
      grant: null,
      due: null,
    };
    const fortnightly = told(scheduled(first, '2024-09-02', '2024-09-12'), { rule });
    const past = world({ [page]: [fortnightly, conducted(first)] });
    given(past)
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' }, { rule: { deadline: '2024-09-12', version: 2 } });
    given(past, { on: '2024-09-13' }).when(recordMark()).thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });

  it('T-48: keeps the deadline it was given, and names the version that gave it, whatever the rule is today', () => {
    const configured = regulationChanged('2024-09-01', { 'currentMark.editWindowDays': 3 });
    given(world({ [streams.regulation]: [configured] }), { on: '2024-09-23' })
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' }, { rule: { deadline: '2024-09-23', version: 0 } });
  });
});

describe('a grant', () => {
  const grantedTo = (changes = {}) => world({ [page]: [granted(changes)] });

  it('T-49: opens a closed window to its last day, and stands in the mark it allowed', () => {
    given(grantedTo(), { on: '2024-09-30' })
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' }, { rule: { grant: idOf('grant'), deadline: '2024-09-30' } });
    given(grantedTo(), { on: '2024-10-01' })
      .when(recordMark())
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED', facts: { closedOn: '2024-09-23' } });
  });

  it('is not used up while the window itself is open', () => {
    given(grantedTo(), { on: '2024-09-23' })
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' }, { rule: { grant: null } });
  });

  it('for one lesson opens no other', () => {
    given(grantedTo({ lesson: second }), afterwards)
      .when(recordMark())
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
    given(grantedTo({ lesson: null }), afterwards)
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' });
  });

  it('for one teacher opens for no other', () => {
    given(grantedTo({ account: orlov }), afterwards)
      .when(recordMark())
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
    given(grantedTo({ account: petrova }), afterwards)
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' });
  });

  it('for attestation marks opens no current mark', () => {
    given(grantedTo({ covers: 'attestationMarks' }), afterwards)
      .when(recordMark())
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });

  it('that was revoked opens nothing', () => {
    const revoked = happened('EditWindowGrantRevoked', { journal: algebra, grant: idOf('grant') });
    given(world({ [page]: [granted(), revoked] }), afterwards)
      .when(recordMark())
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });
});

describe('the lock of a period', () => {
  it('T-49: beats the window and every grant, and offers no way round', () => {
    const past = world({ [period]: [locked()], [page]: [granted()] });
    for (const on of ['2024-09-03', '2024-09-24'])
      given(past, { on }).when(recordMark()).thenRefuses({ code: 'PERIOD_LOCKED', grantable: false });
  });

  it('T-49: once lifted gives a window back only where it has not passed', () => {
    const past = world({ [period]: [locked(), reopened()] });
    given(past, { on: '2024-09-23' }).when(recordMark()).thenRecords({ type: 'MarkRecorded' });
    given(past, afterwards).when(recordMark()).thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });
});

describe('the student of a mark', () => {
  it('is on the page', () => {
    given(world())
      .when(recordMark({ student: newcomer }))
      .thenRefuses({ code: 'NOT_ON_ROSTER', facts: { day: '2024-09-02' } });
  });

  it('T-33: who left keeps the marks of lessons up to the last day, and takes none after it', () => {
    const left = (on: string) =>
      world({
        [streams.of(ivanova)]: [
          happened('StudentExpelled', { student: ivanova, group: null, on, order: null }),
        ],
      });
    given(left('2024-09-02'), { on: '2024-09-20' }).when(recordMark()).thenRecords({ type: 'MarkRecorded' });
    given(left('2024-09-01'))
      .when(recordMark())
      .thenRefuses({ code: 'NOT_ENROLLED', facts: { day: '2024-09-02' } });
  });

  it('T-33: who came later takes marks from the first day on', () => {
    const joined = (from: string) =>
      world({
        [page]: [happened('RosterExtended', { journal: algebra, students: [newcomer], from })],
        [streams.of(newcomer)]: [
          happened('StudentRegistered', { student: newcomer }),
          happened('StudentEnrolled', {
            student: newcomer,
            group: null,
            from: '2024-09-01',
            formOfStudy: 'fullTime',
            individualCurriculum: null,
            order: null,
          }),
        ],
      });
    given(joined('2024-09-02'))
      .when(recordMark({ student: newcomer }))
      .thenRecords({ type: 'MarkRecorded' });
    given(joined('2024-09-03'))
      .when(recordMark({ student: newcomer }))
      .thenRefuses({ code: 'NOT_ON_ROSTER' });
  });
});

describe('the lesson of a mark', () => {
  it('T-04: has been held', () => {
    given(world(), { on: '2024-09-10' })
      .when(recordMark({ lesson: second }))
      .thenRefuses({ code: 'LESSON_NOT_CONDUCTED' });
  });

  it('T-31: has not been cancelled', () => {
    const cancelled = happened('LessonCancelled', { journal: algebra, lesson: first });
    given(world({ [page]: [cancelled] }))
      .when(recordMark())
      .thenRefuses({ code: 'LESSON_CANCELLED', facts: { date: '2024-09-02' } });
  });
});
