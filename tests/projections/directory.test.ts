import {
  loadHandlers,
  pageHandlers,
  pageStudentHandlers,
  substitutionHandlers,
} from '../../projections/directory/apply-pages.ts';
import { groupHandlers, memberHandlers, studentHandlers } from '../../projections/directory/apply-people.ts';
import { courseUnitHandlers, periodHandlers } from '../../projections/directory/apply.ts';
import { locked, promoted, reopened } from '../support/acts.ts';
import { by, inOrder, rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import {
  algebra,
  autumn,
  courseUnit,
  curator,
  first,
  group,
  happened,
  ivanova,
  orlov,
  petrova,
  smirnov,
  world,
} from '../support/world.ts';

const told = inOrder(world());

describe('the people of the directory', () => {
  it('T-33: carry the name they took last; an erased name is null', () => {
    const student = { student: ivanova };
    const registered = happened('StudentRegistered', student, { familyName: 'Иванова', givenName: 'Анна' });
    const renamed = happened(
      'StudentRenamed',
      { ...student, on: '2024-10-01', order: null },
      { familyName: 'Орлова', givenName: 'Анна' },
    );
    const erased = { ...registered, sealed: { familyName: null, givenName: null } };
    expect(rowsOf(studentHandlers, registered, renamed)).toMatchObject([
      { familyName: 'Орлова', givenName: 'Анна', patronymic: null },
    ]);
    expect(rowsOf(studentHandlers, erased)).toMatchObject([{ familyName: null, givenName: null }]);
  });

  it('D-20: keep the last group after an expulsion', () => {
    const expelled = happened('StudentExpelled', { student: ivanova, group, on: '2024-11-15', order: null });
    expect(rowsOf(studentHandlers, ...told, expelled)).toMatchObject([
      { student: ivanova, group, enrolledFrom: '2024-09-01', enrolledUntil: '2024-11-15' },
      { student: smirnov, group, enrolledUntil: null },
    ]);
  });
});

describe('the groups and pages of the directory', () => {
  it('R-PRM-01: show a group where its promotion has taken it, with its curator', () => {
    expect(rowsOf(groupHandlers, ...told, promoted())).toEqual([
      { group, name: 'С-21', year: 1, semester: 2, curator },
    ]);
  });

  it('D-22: know the days on which a student belonged to a group', () => {
    const left = happened('GroupLeft', { group, student: smirnov, until: '2024-10-01' });
    expect(rowsOf(memberHandlers, ...told, left)).toContainEqual({
      group,
      student: smirnov,
      stays: [{ from: '2024-09-01', until: '2024-10-01' }],
    });
  });

  it('know the pages, who stands on them and whose load they are in', () => {
    const released = happened('JournalTeacherReleased', { journal: algebra, account: petrova });
    expect(rowsOf(pageHandlers, ...told)).toMatchObject([{ journal: algebra, group, period: autumn }]);
    expect(rowsOf(pageStudentHandlers, ...told)).toHaveLength(2);
    expect(rowsOf(loadHandlers, ...told)).toEqual([
      { journal: algebra, account: petrova, from: '2024-09-01' },
    ]);
    expect(rowsOf(loadHandlers, ...told, released)).toEqual([]);
  });

  it('T-30: know the substitute of a lesson, and none once it is cancelled', () => {
    const lesson = { journal: algebra, lesson: first };
    const assigned = happened('SubstituteAssigned', { ...lesson, account: orlov });
    expect(rowsOf(substitutionHandlers, assigned)).toEqual([{ ...lesson, account: orlov }]);
    expect(rowsOf(substitutionHandlers, assigned, happened('LessonCancelled', lesson))).toEqual([]);
  });

  it('T-49: know when a period was locked, and when it was opened again', () => {
    const at = ['2025-01-30T06:00:00.000Z', '2025-02-01T06:00:00.000Z'] as const;
    const shut = by(locked(), {}, { at: at[0] });
    expect(rowsOf(periodHandlers, ...told, shut)).toMatchObject([{ locked: true, lockedAt: at[0] }]);
    expect(rowsOf(periodHandlers, ...told, shut, by(reopened(), {}, { at: at[1] }))).toMatchObject([
      { locked: false, lockedAt: at[0], reopenedAt: at[1] },
    ]);
  });

  it('call a course unit what it is called today', () => {
    const renamed = happened('CourseUnitRenamed', { courseUnit, code: 'ОУД.02', title: 'Математика' });
    const unit = { courseUnit, code: 'ОУД.02', title: 'Математика', kind: 'discipline' };
    expect(rowsOf(courseUnitHandlers, ...told, renamed)).toEqual([
      { ...unit, module: null, practiceKind: null },
    ]);
    const placed = happened('CourseUnitPlaced', { courseUnit, module: idOf('module'), practiceKind: null });
    expect(rowsOf(courseUnitHandlers, ...told, placed)).toMatchObject([{ module: idOf('module') }]);
  });
});
