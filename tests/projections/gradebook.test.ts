import { cellHandlers } from '../../projections/gradebook/apply-cell.ts';
import { lessonHandlers } from '../../projections/gradebook/apply-lesson.ts';
import { absent, announced, late, marked, withdrawn } from '../support/acts.ts';
import { inOrder, rowsOf } from '../support/folding.ts';
import {
  algebra,
  conducted,
  first,
  happened,
  ivanova,
  orlov,
  second,
  streams,
  world,
} from '../support/world.ts';

const cell = { journal: algebra, lesson: first, student: ivanova };
const corrected = (from: string, to: string) =>
  happened(
    'MarkCorrected',
    { ...cell, workType: 'lessonWork', scale: 'fivePoint', from, to },
    { reason: 'Ошибка' },
  );
const page = inOrder({ [streams.page]: world()[streams.page] ?? [] });

describe('a cell of the gradebook', () => {
  it('R-MRK-01: holds several marks, told apart by kind of work', () => {
    expect(rowsOf(cellHandlers, marked('5'), marked('3', 'control'))).toMatchObject([
      {
        ...cell,
        marks: [
          { workType: 'lessonWork', value: '5' },
          { workType: 'control', value: '3' },
        ],
        markRevision: 1,
        attendance: 'none',
        attendanceRevision: -1,
      },
    ]);
  });

  it('R-MRK-09: shows a corrected mark in the place of the old one', () => {
    expect(rowsOf(cellHandlers, marked('5'), marked('3', 'control'), corrected('5', '4'))).toMatchObject([
      {
        marks: [
          { workType: 'lessonWork', value: '4' },
          { workType: 'control', value: '3' },
        ],
        markRevision: 2,
      },
    ]);
  });

  it('keeps its row, and its revision, when the last mark is withdrawn', () => {
    expect(rowsOf(cellHandlers, marked('5'), withdrawn('5'))).toMatchObject([{ marks: [], markRevision: 1 }]);
  });

  it('stops at a correction or a withdrawal of a mark that is not there', () => {
    expect(() => rowsOf(cellHandlers, corrected('5', '4'))).toThrow('MarkCorrected at 1');
    expect(() => rowsOf(cellHandlers, marked('5', 'control'), withdrawn('5'))).toThrow('MarkWithdrawn at 2');
  });

  it('T-11: shows an announced absence, and an absence only once it is recorded', () => {
    expect(rowsOf(cellHandlers, announced())).toMatchObject([{ attendance: 'announced', hoursMissed: 0 }]);
    expect(rowsOf(cellHandlers, announced(), absent())).toMatchObject([
      { attendance: 'absent', hoursMissed: 2, classified: 'unclassified' },
    ]);
  });

  it('T-10: is clean of an absence that was cancelled, and T-14: of its class', () => {
    const excused = happened('AbsenceClassified', { ...cell, from: 'unclassified', to: 'excused' });
    const cancelled = happened('AbsenceCancelled', { ...cell, was: 'absent' }, { reason: 'Пришла' });
    expect(rowsOf(cellHandlers, absent(), excused)).toMatchObject([{ classified: 'excused' }]);
    expect(rowsOf(cellHandlers, absent(), excused, cancelled)).toMatchObject([
      { attendance: 'none', hoursMissed: 0, classified: 'unclassified', attendanceRevision: 2 },
    ]);
  });

  it('counts a late arrival in minutes', () => {
    expect(rowsOf(cellHandlers, late())).toMatchObject([
      { attendance: 'late', hoursMissed: 0, minutesLate: 10 },
    ]);
  });

  it('says when it was last touched, and at which position', () => {
    expect(rowsOf(cellHandlers, marked('5'), absent())).toMatchObject([
      { position: 2n, changedAt: '2024-08-20T06:00:00.000Z' },
    ]);
  });
});

describe('the lessons of a page', () => {
  it('T-04: move with their window, and keep their number of hours', () => {
    const moved = happened('LessonMoved', {
      journal: algebra,
      lesson: second,
      from: '2024-09-09',
      date: '2024-09-10',
      startsAt: '10:00',
      room: null,
      marksUntil: '2024-10-01',
    });
    expect(rowsOf(lessonHandlers, ...page, moved)).toMatchObject([
      { lesson: first, status: 'conducted', topic: 'Квадратные уравнения' },
      {
        lesson: second,
        status: 'scheduled',
        date: '2024-09-10',
        startsAt: '10:00',
        room: null,
        marksUntil: '2024-10-01',
        academicHours: 2,
      },
    ]);
  });

  it('T-31: show that they were cancelled, and T-30: who stands in', () => {
    const cancelled = happened(
      'LessonCancelled',
      { journal: algebra, lesson: second },
      { reason: 'Карантин' },
    );
    const substitute = happened(
      'SubstituteAssigned',
      { journal: algebra, lesson: second, account: orlov },
      { reason: 'Болезнь' },
    );
    expect(rowsOf(lessonHandlers, ...page, cancelled, substitute)[1]).toMatchObject({
      status: 'cancelled',
      substitute: orlov,
    });
  });

  it('R-LES-05: carry homework; a text that was erased reads as nothing', () => {
    const homework = happened(
      'HomeworkAssigned',
      { journal: algebra, lesson: first, dueOn: '2024-09-09' },
      { homework: '№ 12' },
    );
    expect(rowsOf(lessonHandlers, ...page, homework)[0]).toMatchObject({
      homework: '№ 12',
      homeworkDueOn: '2024-09-09',
    });
    const erased = { ...conducted(first), sealed: { topic: null } };
    expect(rowsOf(lessonHandlers, ...page, erased)[0]).toMatchObject({ topic: null });
  });
});
