import {
  cellHandlers,
  lessonHandlers,
  rosterHandlers,
  studentHandlers,
} from '../../projections/attendance/apply.ts';
import { absent, announced, late } from '../support/acts.ts';
import { inOrder, rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { algebra, first, group, happened, ivanova, second, smirnov, world } from '../support/world.ts';

const cell = { journal: algebra, lesson: first, student: ivanova };

describe('the cells of attendance', () => {
  it('R-ATT-01: keep a recorded absence with its academic hours', () => {
    expect(rowsOf(cellHandlers, absent())).toEqual([
      {
        ...cell,
        status: 'absent',
        classified: 'unclassified',
        academicHours: 2,
        minutesLate: null,
        announced: false,
      },
    ]);
  });

  it('T-11: keep an announced absence apart from a recorded one, and give it no hours', () => {
    expect(rowsOf(cellHandlers, announced())).toMatchObject([{ status: 'announced', academicHours: 0 }]);
    expect(rowsOf(cellHandlers, announced(), absent())).toMatchObject([
      { status: 'absent', academicHours: 2, announced: true },
    ]);
  });

  it('T-10: are empty again once the teacher has cancelled', () => {
    const cancelled = happened('AbsenceCancelled', { ...cell, was: 'announced' }, { reason: 'Пришла' });
    expect(rowsOf(cellHandlers, announced(), cancelled)).toEqual([]);
  });

  it('T-14: take the class the curator gave, and start unclassified again after a cancellation', () => {
    const excused = happened('AbsenceClassified', { ...cell, from: 'unclassified', to: 'excused' });
    const cancelled = happened('AbsenceCancelled', { ...cell, was: 'absent' }, { reason: 'Пришла' });
    expect(rowsOf(cellHandlers, absent(), excused)).toMatchObject([{ classified: 'excused' }]);
    expect(rowsOf(cellHandlers, absent(), excused, cancelled, absent())).toMatchObject([
      { classified: 'unclassified' },
    ]);
  });

  it('count a late arrival by minutes, and not as an absence', () => {
    expect(rowsOf(cellHandlers, late())).toMatchObject([
      { status: 'late', academicHours: 0, minutesLate: 10 },
    ]);
  });

  it('stop at a class given to an absence that is not there', () => {
    const lost = happened('AbsenceClassified', { ...cell, from: 'unclassified', to: 'excused' });
    expect(() => rowsOf(cellHandlers, lost)).toThrow('AbsenceClassified at 1 amends a row that is not there');
  });
});

describe('the base of attendance', () => {
  it('T-31: knows which lessons were held, which were moved, and which were cancelled', () => {
    const moved = happened('LessonMoved', {
      journal: algebra,
      lesson: second,
      from: '2024-09-09',
      date: '2024-09-10',
      startsAt: '10:15',
      room: null,
      marksUntil: '2024-10-01',
    });
    const cancelled = happened('LessonCancelled', { journal: algebra, lesson: second });
    expect(rowsOf(lessonHandlers, ...inOrder(world()), moved)).toMatchObject([
      { lesson: first, status: 'conducted', academicHours: 2 },
      { lesson: second, status: 'scheduled', date: '2024-09-10' },
    ]);
    expect(rowsOf(lessonHandlers, ...inOrder(world()), cancelled)).toMatchObject([
      { status: 'conducted' },
      { status: 'cancelled' },
    ]);
  });

  it('T-16: knows on which days a student stood on the page', () => {
    const left = happened('RosterEntryEnded', { journal: algebra, student: smirnov, until: '2024-10-01' });
    const back = happened('RosterExtended', { journal: algebra, students: [smirnov], from: '2024-11-01' });
    expect(rowsOf(rosterHandlers, ...inOrder(world()), left, back)).toMatchObject([
      { student: ivanova, stays: [{ from: '2024-09-01', until: null }] },
      {
        student: smirnov,
        stays: [
          { from: '2024-09-01', until: '2024-10-01' },
          { from: '2024-11-01', until: null },
        ],
      },
    ]);
  });

  it('T-33: knows on which days a student studied, and in which group', () => {
    const to = idOf('other group');
    const transferred = happened('StudentTransferred', {
      student: ivanova,
      from: group,
      to,
      on: '2024-10-01',
      order: null,
    });
    const expelled = happened('StudentExpelled', {
      student: ivanova,
      group: to,
      on: '2024-11-15',
      order: null,
    });
    expect(rowsOf(studentHandlers, ...inOrder(world()), transferred, expelled)).toContainEqual(
      expect.objectContaining({
        student: ivanova,
        enrolments: [
          { group, from: '2024-09-01', until: '2024-09-30' },
          { group: to, from: '2024-10-01', until: '2024-11-15' },
        ],
      }),
    );
  });
});
