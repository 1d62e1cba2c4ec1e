import type { Role } from '../../../events/role.ts';
import { given } from '../../support/given.ts';
import { idOf } from '../../support/names.ts';
import { schedule, timetabled, entered, generate, weekly } from '../../support/timetable-world.ts';
import { under } from '../../support/acts.ts';
import { administrator, algebra, command, second, withRole, world } from '../../support/world.ts';

const someone = idOf('someone of the staff');
const as = (preset: string, role: Role) =>
  given(world({ ...under(preset), ...withRole(someone, role) }), { by: someone });

describe('who makes the timetable (D-08)', () => {
  const makes = (preset: string, ...roles: readonly Role[]) => {
    for (const role of roles)
      as(preset, role)
        .when(schedule())
        .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced' }], { right: role });
  };

  it('R-SCH-01: is the administrator of the journal, or the administration (003)', () => {
    makes('003', 'journalAdministrator', 'deputyDirector');
  });

  it('R-SCH-02: is the administration (000)', () => {
    makes('000', 'deputyDirector');
  });

  it('R-SCH-03: is the head of the academic office or a deputy, and the responsible enters it (002)', () => {
    makes('002', 'academicOfficeHead', 'deputyDirector', 'journalAdministrator');
  });

  it('R-SCH-04: is a deputy (004)', () => {
    makes('004', 'deputyDirector');
  });

  it('R-SCH-06: is the lab assistant (001)', () => {
    makes('001', 'scheduler');
  });

  it.each([
    ['001', 'journalAdministrator', '001 §9.1.5'],
    ['001', 'deputyDirector', '001 §9.1.5'],
    ['003', 'scheduler', '003 §3.2 L65'],
    ['003', 'academicOfficeHead', '003 §3.2 L65'],
    ['004', 'journalAdministrator', '004 §4.6.2 L388-391'],
    ['000', 'teacher', '000 §3.2.1 L38'],
  ] as const)('in %s the %s may not, by %s', (preset, role, clause) => {
    as(preset, role).when(schedule()).thenRefuses({ code: 'NOT_PERMITTED', clause });
  });

  it('R-SCH-09: cancellations are recorded by those who record substitutions too', () => {
    const cancel = command('CancelLesson', { journal: algebra, lesson: second, reason: 'Болезнь' });
    as('003', 'substitutionOperator').when(cancel).thenRecords({ type: 'LessonCancelled' });
    as('001', 'scheduler').when(cancel).thenRecords({ type: 'LessonCancelled' });
    as('003', 'teacher').when(cancel).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('who approves the timetable', () => {
  const approve = command('ApproveTimetable', { timetable: weekly, order: 'Приказ № 3' });
  const at = (preset: string, role: Role, on = '2024-09-03') =>
    given(world({ ...under(preset), ...timetabled(entered()), ...withRole(someone, role) }), {
      by: someone,
      on,
    });

  it('R-SCH-05: the director in 004, and without it no lesson is made', () => {
    at('004', 'deputyDirector')
      .when(generate('2024-09-02', '2024-09-08'))
      .thenRefuses({ code: 'NOT_APPROVED', clause: '004 §4.7.2 L435' });
    at('004', 'deputyDirector')
      .when(approve)
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '004 §4.7.2 L435' });
    at('004', 'director')
      .when(approve)
      .thenRecords({ type: 'TimetableApproved', data: { order: 'Приказ № 3' } });
  });

  it('T-59: nobody has to where the regulation is silent', () => {
    const past = world(timetabled(entered()));
    given(past, { by: administrator })
      .when(generate('2024-09-09', '2024-09-15'))
      .thenRecords([{ type: 'LessonScheduled' }, { type: 'LessonPlaced' }, { type: 'LessonsGenerated' }]);
  });
});
