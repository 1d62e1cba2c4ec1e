import type { CommandNamed } from '../../src/decisions/register.ts';
import { absent, marked, under } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { together } from '../support/programme.ts';
import {
  algebra,
  command,
  first,
  happened,
  ivanova,
  newcomer,
  orlov,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const assignment = idOf('assignment');
const task = {
  assignment,
  journal: algebra,
  lesson: first,
  workType: 'independent',
  electronic: true,
  dueOn: '2024-09-09',
} as const;
const issue = (changes: Partial<CommandNamed<'IssueAssignment'>['data']> = {}) =>
  command('IssueAssignment', { ...task, contents: '№ 1–5', ...changes });
const check = (students: string[], checkedOn = '2024-09-03') =>
  command('CheckAssignment', { assignment, journal: algebra, students, checkedOn });
const issued = { [`assignment-${assignment}`]: [happened('AssignmentIssued', task)] };
const electronic = {
  [streams.page]: [
    happened('LessonRecordCorrected', {
      journal: algebra,
      lesson: first,
      deliveryForm: 'electronic',
      workTypes: ['lessonWork'],
      planItem: null,
      attendanceBasis: 'taskResults',
    }),
  ],
};

describe('a task', () => {
  it('R-LES-10, R-LES-12: is issued at a lesson with its contents, on paper or electronically, due in time', () => {
    given(world())
      .when(issue())
      .thenRecords({
        type: 'AssignmentIssued',
        data: { electronic: true, dueOn: '2024-09-09' },
        sealed: { contents: '№ 1–5' },
      });
    given(world())
      .when(issue({ dueOn: '2024-09-01' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), { by: orlov }).when(issue()).thenRefuses({ code: 'NOT_IN_LOAD' });
    given(world(issued)).when(issue()).thenRefuses({ code: 'ALREADY_EXISTS' });
  });

  it('R-LES-11: is checked, once for each student', () => {
    given(world(issued))
      .when(check([ivanova, smirnov]))
      .thenRecords({ type: 'AssignmentChecked', data: { students: [ivanova, smirnov] } });
    const checked = {
      [`assignment-${assignment}`]: [
        happened('AssignmentChecked', {
          assignment,
          journal: algebra,
          students: [ivanova],
          checkedOn: '2024-09-03',
        }),
      ],
    };
    given(world(together(issued, checked)))
      .when(check([ivanova, smirnov]))
      .thenRecords({ type: 'AssignmentChecked', data: { students: [smirnov] } });
    given(world(together(issued, checked)))
      .when(check([ivanova]))
      .thenNothingChanges();
  });

  it('is checked on a day that has come, for students of the page', () => {
    given(world(issued))
      .when(check([ivanova], '2024-09-04'))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(issued))
      .when(check([newcomer]))
      .thenRefuses({ code: 'NOT_ON_ROSTER' });
    given(world())
      .when(check([ivanova]))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'assignment' } });
  });
});

describe('attendance at an electronic lesson', () => {
  const absence = command('RecordAbsence', { journal: algebra, lesson: first, student: ivanova });
  const late = command('RecordLateArrival', {
    journal: algebra,
    lesson: first,
    student: ivanova,
    minutes: 5,
  });

  it('R-LES-10, T-56: takes results instead of presence: whose result stands was not absent, nobody comes late', () => {
    given(world(together(electronic, { [streams.mark]: [marked('5')] })))
      .when(absence)
      .thenRefuses({ code: 'ATTENDANCE_BY_RESULTS', facts: { results: 1 }, clause: '003 §3.3 L99-101' });
    given(world(electronic)).when(late).thenRefuses({ code: 'ATTENDANCE_BY_RESULTS' });
    given(world(electronic)).when(absence).thenRecords({ type: 'AbsenceRecorded' });
  });

  it('T-56: is entered as at any lesson where the regulation has no such rule, and at lessons in person', () => {
    given(world(together(electronic, { [streams.mark]: [marked('5')] }, under('002'))))
      .when(absence)
      .thenRecords({ type: 'AbsenceRecorded' });
    given(world({ [streams.mark]: [marked('5')] }))
      .when(absence)
      .thenRecords({ type: 'AbsenceRecorded' });
    expect(absent().data.academicHours).toBe(2);
  });
});
