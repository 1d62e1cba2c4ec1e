import { pageHandlers, periodHandlers, windowHandlers } from '../../projections/edit-windows/apply.ts';
import { granted, locked, reopened } from '../support/acts.ts';
import { sheetCompleted } from '../support/attestation-acts.ts';
import { inOrder, rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { algebra, autumn, courseUnit, first, group, happened, second, world } from '../support/world.ts';

const told = inOrder(world());

describe('edit windows', () => {
  it('R-PRJ-02, R-MRK-05: are one for every lesson, with the last day that was given with it, and one for the attestation', () => {
    expect(rowsOf(windowHandlers, ...told)).toMatchObject([
      { kind: 'attestation', id: algebra, covers: 'attestationMarks', until: null },
      { kind: 'lesson', id: first, heldOn: '2024-09-02', until: '2024-09-23' },
      { kind: 'lesson', id: second, heldOn: '2024-09-09', until: '2024-09-30' },
    ]);
    expect(rowsOf(pageHandlers, ...told)).toEqual([
      { journal: algebra, group, courseUnit, period: autumn, sheetLockedOn: null },
    ]);
  });

  it('T-22: of a page end with the sheet that locks it, and with no other', () => {
    const pageAfter = (locks: boolean) => rowsOf(pageHandlers, ...inOrder(world(sheetCompleted(locks))));
    expect(pageAfter(true)).toMatchObject([{ sheetLockedOn: '2024-12-20' }]);
    expect(pageAfter(false)).toMatchObject([{ sheetLockedOn: null }]);
  });

  it('T-04: move with a lesson that was moved', () => {
    const moved = happened('LessonMoved', {
      journal: algebra,
      lesson: second,
      from: '2024-09-09',
      date: '2024-09-10',
      startsAt: '10:15',
      room: null,
      marksUntil: '2024-10-01',
    });
    expect(rowsOf(windowHandlers, ...told, moved)).toMatchObject([
      {},
      { id: first },
      { id: second, heldOn: '2024-09-10', until: '2024-10-01' },
    ]);
  });

  it('T-31: are none for a cancelled lesson', () => {
    const cancelled = happened('LessonCancelled', { journal: algebra, lesson: second });
    expect(rowsOf(windowHandlers, ...told, cancelled).map(({ id }) => id)).toEqual([algebra, first]);
  });

  it('T-49: are opened again by a grant, until it ends or is revoked', () => {
    const grant = idOf('grant');
    const revoked = happened('EditWindowGrantRevoked', { journal: algebra, grant });
    expect(rowsOf(windowHandlers, granted())).toMatchObject([
      { kind: 'grant', id: grant, lesson: first, until: '2024-09-30' },
    ]);
    expect(rowsOf(windowHandlers, granted(), revoked)).toEqual([]);
  });

  it('T-05: close for attestation on the day that was given with the period; its lock comes and goes', () => {
    expect(rowsOf(periodHandlers, ...told)).toEqual([
      { period: autumn, attestationMarksUntil: '2025-01-28', locked: false },
    ]);
    expect(rowsOf(periodHandlers, ...told, locked())).toMatchObject([{ locked: true }]);
    expect(rowsOf(periodHandlers, ...told, locked(), reopened())).toMatchObject([{ locked: false }]);
  });
});
