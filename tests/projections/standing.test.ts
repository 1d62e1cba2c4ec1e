import fc from 'fast-check';
import {
  debtHandlers,
  pageHandlers,
  standingHandlers,
  studentHandlers,
} from '../../projections/standing/apply.ts';
import type { DomainEvent } from '../../events/register.ts';
import { averageText } from '../../src/policies/ratio.ts';
import { absent, announced, attested, indebted, marked, withdrawn } from '../support/acts.ts';
import { by, inOrder, rowsOf } from '../support/folding.ts';
import { repeated, sheetCompleted } from '../support/attestation-acts.ts';
import { idOf } from '../support/names.ts';
import {
  algebra,
  autumn,
  curator,
  first,
  group,
  happened,
  ivanova,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const cell = { journal: algebra, lesson: first, student: ivanova };
const work = { ...cell, workType: 'lessonWork' } as const;

describe('the standing of a student on a page', () => {
  it('begins with the place on the page, before anything is entered', () => {
    expect(rowsOf(standingHandlers, ...inOrder(world()))).toMatchObject([
      { student: ivanova, marksCount: 0, absences: 0, attestationCurrent: null },
      { student: smirnov, marksCount: 0 },
    ]);
  });

  it('adds up the marks that are numbers, and counts them by kind of work', () => {
    expect(rowsOf(standingHandlers, marked('5'), marked('4', 'control'))).toMatchObject([
      { marksSum: 9, marksCount: 2, marksByWorkType: { lessonWork: 1, control: 1 } },
    ]);
  });

  it('T-45: keeps pass and fail, absences and attestation out of the average', () => {
    const passed = happened('MarkRecorded', { ...work, scale: 'passFail', value: 'pass' });
    const failed = happened('MarkCorrected', { ...work, scale: 'passFail', from: 'pass', to: 'fail' });
    const taken = happened('MarkWithdrawn', { ...work, value: 'fail' });
    expect(rowsOf(standingHandlers, passed, failed, absent(), attested('grade4'))).toMatchObject([
      { marksSum: 0, marksCount: 0, marksByWorkType: { lessonWork: 1 }, absences: 1 },
    ]);
    expect(rowsOf(standingHandlers, passed, failed, taken)).toMatchObject([
      { marksSum: 0, marksCount: 0, marksByWorkType: {} },
    ]);
  });

  it('T-11: counts an absence once it is recorded, and no longer once it is cancelled', () => {
    const cancelled = happened('AbsenceCancelled', { ...cell, was: 'absent' }, { reason: 'Пришла' });
    expect(rowsOf(standingHandlers, marked('5'), announced())).toMatchObject([{ absences: 0 }]);
    expect(rowsOf(standingHandlers, announced(), absent())).toMatchObject([{ absences: 1 }]);
    expect(rowsOf(standingHandlers, announced(), absent(), cancelled)).toMatchObject([{ absences: 0 }]);
  });

  it('T-25: shows the result of a repeat attestation, and keeps the original beside it', () => {
    const repeated = happened('RepeatAttestationRecorded', {
      journal: algebra,
      student: ivanova,
      period: autumn,
      attempt: 1,
      result: 'grade3',
      heldOn: '2025-02-03',
      order: null,
      commission: [],
    });
    expect(rowsOf(standingHandlers, attested('academicDebt'), repeated)).toMatchObject([
      { attestationOriginal: 'academicDebt', attestationCurrent: 'grade3', attestationRepeats: 1 },
    ]);
  });

  it('T-45: has the average that a naive recount of the marks in force gives, whatever happened to them', () => {
    const step = fc.tuple(
      fc.constantFrom('lessonWork' as const, 'control' as const, 'test' as const),
      fc.constantFrom('2', '3', '4', '5', null),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const inForce = new Map<string, string>();
        const events = steps.flatMap(([workType, value]): DomainEvent[] => {
          const from = inForce.get(workType);
          if (value === null) inForce.delete(workType);
          else inForce.set(workType, value);
          if (from === undefined) return value === null ? [] : [marked(value, workType)];
          if (value === null) return [happened('MarkWithdrawn', { ...cell, workType, value: from })];
          return [happened('MarkCorrected', { ...cell, workType, scale: 'fivePoint', from, to: value })];
        });
        const [row] = rowsOf(standingHandlers, ...events);
        const numbers = [...inForce.values()].map(Number);
        const sum = numbers.reduce((total, number) => total + number, 0);
        expect(row?.marksSum ?? 0).toBe(sum);
        expect(row?.marksCount ?? 0).toBe(numbers.length);
        expect(Object.keys(row?.marksByWorkType ?? {}).sort()).toEqual([...inForce.keys()].sort());
        expect(averageText(row?.marksSum ?? 0, row?.marksCount ?? 0)).toBe(averageText(sum, numbers.length));
      }),
    );
  });

  it('takes a withdrawn mark out of the sum', () => {
    expect(rowsOf(standingHandlers, marked('5'), withdrawn('5'))).toMatchObject([
      { marksSum: 0, marksCount: 0 },
    ]);
  });
});

describe('academic debts', () => {
  it('T-24: stand with their cause and day, and keep the day on which they were cleared', () => {
    const debt = by(indebted(), {}, { occurredOn: '2024-12-20' });
    const cleared = happened('AcademicDebtCleared', {
      student: ivanova,
      journal: algebra,
      period: autumn,
      by: 'repeatAttestation',
    });
    const standing = {
      student: ivanova,
      journal: algebra,
      period: autumn,
      cause: 'failed',
      since: '2024-12-20',
      clearedOn: null,
      measures: [],
    };
    expect(rowsOf(debtHandlers, debt)).toEqual([standing]);
    const onClearing = by(cleared, {}, { occurredOn: '2025-03-14' });
    expect(rowsOf(debtHandlers, debt, onClearing)).toEqual([{ ...standing, clearedOn: '2025-03-14' }]);
    expect(rowsOf(debtHandlers, debt, onClearing, debt)).toEqual([standing]);
  });

  it('R-PA-16: carry the measures taken, with who noted them', () => {
    const measure = happened(
      'DebtMeasureRecorded',
      { student: ivanova, journal: algebra, measure: 'consultation', on: '2025-01-20' },
      { note: 'Две консультации' },
    );
    expect(rowsOf(debtHandlers, indebted(), by(measure, { account: curator }))).toMatchObject([
      {
        measures: [{ measure: 'consultation', on: '2025-01-20', account: curator, note: 'Две консультации' }],
      },
    ]);
  });

  it('T-34: survive a promotion', () => {
    const promoted = happened('StudentPromoted', {
      student: ivanova,
      group,
      promotion: 'year',
      toYear: 2,
      toSemester: 3,
      conditional: true,
      debts: [algebra],
      order: null,
    });
    expect(rowsOf(debtHandlers, indebted(), promoted)).toHaveLength(1);
  });

  it('are found by the group a student studies in', () => {
    expect(rowsOf(studentHandlers, ...inOrder(world()))).toContainEqual({
      student: ivanova,
      group,
      studiesUntil: null,
      leaves: [],
    });
  });

  it('know the leaves by which their term grows, and one that ended early', () => {
    const order = { number: '4', date: '2025-01-30' };
    const leave = { student: ivanova, group, from: '2025-02-01', until: '2025-08-31', order };
    const granted = happened('AcademicLeaveGranted', leave, { reason: 'По заявлению' });
    const ended = happened('AcademicLeaveEnded', { ...leave, on: '2025-04-30' });
    expect(rowsOf(studentHandlers, granted)).toMatchObject([
      { leaves: [{ from: '2025-02-01', until: '2025-08-31' }] },
    ]);
    expect(rowsOf(studentHandlers, granted, ended)).toMatchObject([
      { leaves: [{ from: '2025-02-01', until: '2025-04-30' }] },
    ]);
  });

  it('D-20: know what stands after a movement was annulled', () => {
    const left = happened(
      'StudentExpelled',
      { student: ivanova, group, on: '2025-02-01', order: null },
      { reason: '' },
    );
    const stay = {
      group,
      from: '2024-09-01',
      until: null,
      formOfStudy: 'fullTime',
      individualCurriculum: null,
    } as const;
    const annulled = happened(
      'StudentMovementAnnulled',
      { student: ivanova, movement: idOf('leave'), kind: 'leave', stays: [stay], leaves: [], order: null },
      { reason: 'Ошибочный приказ' },
    );
    expect(rowsOf(studentHandlers, left)).toMatchObject([{ studiesUntil: '2025-02-01' }]);
    expect(rowsOf(studentHandlers, left, annulled)).toEqual([
      { student: ivanova, group, studiesUntil: null, leaves: [] },
    ]);
  });
});

describe('the attestation sheet of a page', () => {
  it('T-22: is completed on a day, and locks where the regulation says so', () => {
    const [page] = rowsOf(pageHandlers, ...inOrder(world(sheetCompleted(true))));
    expect(page).toMatchObject({ attestationForm: 'exam', sheetCompletedOn: '2024-12-20', sheetLocks: true });
    expect(rowsOf(pageHandlers, ...inOrder(world()))).toMatchObject([
      { sheetCompletedOn: null, sheetLocks: false },
    ]);
  });

  it('T-06: shows results that came late, and who left the page', () => {
    const rule = { late: true } as never;
    const left = happened('RosterEntryEnded', { journal: algebra, student: ivanova, until: '2024-11-30' });
    expect(rowsOf(standingHandlers, by(attested('grade4'), {}, { rule }), left)).toMatchObject([
      { attestationHeldOn: '2024-12-20', attestationLate: true, leftOn: '2024-11-30' },
    ]);
  });

  it('R-PA-16: shows the day set for a repeat until it was held', () => {
    const set = happened('RepeatAttestationScheduled', {
      journal: algebra,
      student: ivanova,
      period: autumn,
      on: '2025-02-14',
      commission: [],
      order: null,
    });
    const scheduled = [attested('academicDebt'), set] as const;
    expect(rowsOf(standingHandlers, ...scheduled)).toMatchObject([
      { repeatScheduled: { on: '2025-02-14', order: null, commission: [] } },
    ]);
    const held = repeated(1)[streams.attestation] ?? [];
    expect(rowsOf(standingHandlers, ...scheduled, ...held)).toMatchObject([
      { repeatScheduled: null, repeats: [{ attempt: 1, result: 'academicDebt', heldOn: '2025-02-14' }] },
    ]);
  });
});
