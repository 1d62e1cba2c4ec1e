import { attendanceDifference } from '../../projections/attendance/difference.ts';
import { attendanceEvents } from '../../src/runtime/past/attendance.ts';
import { absent } from '../support/acts.ts';
import { eventLog } from '../support/event-log.ts';
import { scope } from '../support/read-side.ts';
import { TestCollege } from '../support/test-college.ts';
import { algebra, first, group, happened, ivanova, streams, world } from '../support/world.ts';

const cancelled = happened(
  'AbsenceCancelled',
  { journal: algebra, lesson: first, student: ivanova, was: 'absent' },
  { reason: 'Пришла' },
);
const moved = happened('LessonMoved', {
  journal: algebra,
  lesson: first,
  from: '2024-09-02',
  date: '2024-10-01',
  startsAt: '08:30',
  room: '301',
  marksUntil: '2024-10-22',
});

describe('attendance between two moments', () => {
  it('T-31: reads a lesson that was moved out of the month between, with all that was entered at it', async () => {
    const log = eventLog();
    const college = await new TestCollege(log).open();
    const before = await college.tell(world({ [streams.attendance]: [absent()] }));
    await college.tell({ [streams.attendance]: [cancelled] });
    const after = await college.tell({ [streams.page]: [moved] });
    const all = scope(college.id, 'director', 'attendance.read');
    const september = { group, from: '2024-09-01', until: '2024-09-30' };
    const asked = { ...september, journals: [algebra] };
    const events = await attendanceEvents(log, all, asked, before, after);
    const { students } = attendanceDifference(
      events,
      before,
      { ...september, scope: all },
      { before: 'anyLesson', after: 'anyLesson' },
    );
    expect(students.find(({ student }) => student === ivanova)).toMatchObject({
      before: { hoursMissed: 2 },
      after: null,
      lessons: [{ after: null, events: [{ type: 'AbsenceCancelled' }, { type: 'LessonMoved' }] }],
    });
    const atTheEnd = await attendanceEvents(log, all, asked, after);
    expect(atTheEnd.some(({ type }) => type === 'AbsenceCancelled')).toBe(false);
    await log.close();
  });
});
