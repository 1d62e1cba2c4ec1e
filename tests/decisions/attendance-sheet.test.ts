import { absent, locked } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  algebra,
  command,
  first,
  happened,
  ivanova,
  orlov,
  second,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const take = (...students: readonly string[]) =>
  command('TakeAttendance', { journal: algebra, lesson: first, absent: students });

describe('taking attendance of a lesson', () => {
  it('R-ATT-01: is one act, and tells a lesson where nobody was missing from one that nobody looked at', () => {
    given(world())
      .when(take())
      .thenRecords({ type: 'AttendanceTaken', data: { expected: 2, absent: 0 } }, { right: 'teacher' });
    given(world())
      .when(take(ivanova))
      .thenRecords([
        { type: 'AttendanceTaken', data: { expected: 2, absent: 1 } },
        { type: 'AbsenceRecorded', data: { student: ivanova, academicHours: 2 } },
      ]);
  });

  it('R-ATT-02: late is flagged', () => {
    given(world(), { on: '2024-09-04' })
      .when(take())
      .thenRecords(
        { type: 'AttendanceTaken' },
        { rule: { late: true, parameter: 'attendance.entryDeadline' } },
      );
  });

  it('records nobody twice, and cancels nobody by the way', () => {
    const missing = { [streams.attendance]: [absent()] };
    given(world(missing))
      .when(take(ivanova))
      .thenRecords({ type: 'AttendanceTaken', data: { absent: 1 } });
    given(world(missing))
      .when(take())
      .thenRefuses({ code: 'ALREADY_RECORDED', facts: { status: 'absent' } });
    given(world()).when(take(smirnov, smirnov)).thenRefuses({ code: 'ALREADY_ASSIGNED' });
    const taken = happened('AttendanceTaken', { journal: algebra, lesson: first, expected: 2, absent: 1 });
    given(world({ ...missing, [`attendanceSheet-${first}`]: [taken] }))
      .when(take(ivanova))
      .thenNothingChanges();
  });

  it('is of a held lesson, by its teacher, of students on the page, and not behind a lock', () => {
    given(world())
      .when(take(idOf('stranger')))
      .thenRefuses({ code: 'NOT_ON_ROSTER' });
    given(world(), { by: orlov }).when(take()).thenRefuses({ code: 'NOT_IN_LOAD' });
    given(world())
      .when(command('TakeAttendance', { journal: algebra, lesson: second, absent: [] }))
      .thenRefuses({ code: 'LESSON_NOT_CONDUCTED' });
    given(world({ [streams.period]: [locked()] }))
      .when(take())
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });
});
