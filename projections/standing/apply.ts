import type { AnyEvent } from '../../events/event.ts';
import type { EventNamed } from '../../events/register.ts';
import { numberOf, type MarkScale } from '../../src/policies/mark-scale.ts';
import type { PersonalTexts } from '../personal.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import type { Standing, StandingDebt, StandingPage, StandingStudent } from './table.ts';

/** What a page says about the marks on it. */
export const pageHandlers: Handlers<StandingPage> = {
  JournalOpened: ({ data: { journal, group, courseUnit, period, scale, attestationForm } }) => [
    {
      key: [journal],
      next: () => ({
        journal,
        group,
        courseUnit,
        period,
        scale,
        attestationForm,
        sheetCompletedOn: null,
        sheetLocks: false,
      }),
    },
  ],
  AttestationSheetCompleted: (event) => [
    {
      key: [event.data.journal],
      next: (row) => ({
        ...existing(row, event),
        sheetCompletedOn: event.meta.occurredOn,
        sheetLocks: event.data.locks,
      }),
    },
  ],
};

const student = (
  { data }: { readonly data: { readonly student: string } },
  change: (row: StandingStudent) => Partial<StandingStudent>,
): readonly Change<StandingStudent>[] => {
  const unknown = { student: data.student, group: null, studiesUntil: null, leaves: [] };
  return [{ key: [data.student], next: (row = unknown) => ({ ...row, ...change(row) }) }];
};

/** The group a student studies in; after an expulsion the last one. Their leaves, by which the term of a debt grows. */
export const studentHandlers: Handlers<StandingStudent> = {
  StudentEnrolled: (event) => student(event, () => ({ group: event.data.group, studiesUntil: null })),
  StudentReinstated: (event) => student(event, () => ({ group: event.data.group, studiesUntil: null })),
  StudentTransferred: (event) => student(event, () => ({ group: event.data.to })),
  StudentExpelled: (event) => student(event, () => ({ studiesUntil: event.data.on })),
  StudentGraduated: (event) => student(event, () => ({ studiesUntil: event.data.on })),
  AcademicLeaveGranted: (event) => {
    const { from, until } = event.data;
    return student(event, ({ leaves }) => ({ leaves: [...leaves, { from, until }] }));
  },
  AcademicLeaveEnded: (event) => {
    const { from, on } = event.data;
    return student(event, ({ leaves }) => ({
      leaves: leaves.map((leave) => (leave.from === from ? { from, until: on } : leave)),
    }));
  },
  StudentMovementAnnulled: (event) => {
    const { stays, leaves } = event.data;
    const last = stays.at(-1);
    return student(event, () => ({ group: last?.group ?? null, studiesUntil: last?.until ?? null, leaves }));
  },
};

/** A student on a page before anything was entered. */
const blank = (journal: string, student: string): Standing => ({
  journal,
  student,
  marksSum: 0,
  marksCount: 0,
  marksByWorkType: {},
  absences: 0,
  leftOn: null,
  attestationOriginal: null,
  attestationCurrent: null,
  attestationRepeats: 0,
  attestationHeldOn: null,
  attestationLate: false,
  repeats: [],
  repeatScheduled: null,
});

type About = AnyEvent & { readonly data: { readonly journal: string; readonly student: string } };

const change = (
  { data: { journal, student } }: About,
  next: (row: Standing) => Standing,
): readonly Change<Standing>[] => [
  { key: [journal, student], next: (row) => next(row ?? blank(journal, student)) },
];

const counted = (row: Standing, workType: string, by: 1 | -1): Pick<Standing, 'marksByWorkType'> => {
  const { [workType]: before = 0, ...others } = row.marksByWorkType;
  const after = before + by;
  return { marksByWorkType: after === 0 ? others : { ...others, [workType]: after } };
};

/** The number of a mark enters the average; pass and fail have none, and enter no average (T-45). */
const summed = (row: Standing, scale: MarkScale, value: string, by: 1 | -1) => {
  const number = numberOf(scale, value);
  return number === null ? {} : { marksSum: row.marksSum + by * number, marksCount: row.marksCount + by };
};

/** A withdrawal names the value without its scale: within one scale `pass` and `fail` alone are words. */
const scaleOf = ({ value }: EventNamed<'MarkWithdrawn'>['data']): MarkScale =>
  value === 'pass' || value === 'fail' ? 'passFail' : 'hundredPoint';

/** The standing of a student on a page: numbers that add up, and never a sum of different things (T-45). */
export const standingHandlers: Handlers<Standing> = {
  RosterExtended: ({ data: { journal, students } }) =>
    students.map((student) => ({
      key: [journal, student],
      next: (row) => ({ ...(row ?? blank(journal, student)), leftOn: null }),
    })),
  RosterEntryEnded: (event) => change(event, (row) => ({ ...row, leftOn: event.data.until })),
  MarkRecorded: (event) => {
    const { scale, value, workType } = event.data;
    return change(event, (row) => ({
      ...row,
      ...summed(row, scale, value, 1),
      ...counted(row, workType, 1),
    }));
  },
  MarkCorrected: (event) => {
    const { scale, from, to } = event.data;
    return change(event, (row) => {
      const without = { ...row, ...summed(row, scale, from, -1) };
      return { ...without, ...summed(without, scale, to, 1) };
    });
  },
  MarkWithdrawn: (event) => {
    const { value, workType } = event.data;
    return change(event, (row) => ({
      ...row,
      ...summed(row, scaleOf(event.data), value, -1),
      ...counted(row, workType, -1),
    }));
  },
  AbsenceRecorded: (event) => change(event, (row) => ({ ...row, absences: row.absences + 1 })),
  AbsenceCancelled: (event) =>
    event.data.was === 'absent' ? change(event, (row) => ({ ...row, absences: row.absences - 1 })) : [],
  AttestationMarkRecorded: (event) => {
    const { result, heldOn: attestationHeldOn } = event.data;
    const attestationLate = event.meta.rule?.late ?? false;
    const attested = { attestationOriginal: result, attestationCurrent: result };
    return change(event, (row) => ({ ...row, ...attested, attestationHeldOn, attestationLate }));
  },
  AttestationMarkCorrected: (event) => {
    const { to } = event.data;
    return change(event, (row) => ({ ...row, attestationOriginal: to, attestationCurrent: to }));
  },
  RepeatAttestationRecorded: (event) => {
    const { result, attempt, heldOn, order, commission } = event.data;
    return change(event, (row) => ({
      ...row,
      attestationCurrent: result,
      attestationRepeats: attempt,
      repeats: [...row.repeats, { attempt, result, heldOn, order, commission }],
      repeatScheduled: null,
    }));
  },
  RepeatAttestationScheduled: (event) => {
    const { on, order, commission } = event.data;
    return change(event, (row) => ({ ...row, repeatScheduled: { on, order, commission } }));
  },
};

/** Every academic debt: one that was cleared stays, with its day and all that was done about it (T-24, T-34). */
export const debtHandlers: Handlers<StandingDebt> = {
  AcademicDebtIncurred: ({ data: { student, journal, period, cause }, meta }) => [
    {
      key: [student, journal],
      next: () => ({
        student,
        journal,
        period,
        cause,
        since: meta.occurredOn,
        clearedOn: null,
        measures: [],
      }),
    },
  ],
  DebtMeasureRecorded: (event) => {
    const { student, journal, measure, on } = event.data;
    const noted = { measure, on, account: event.meta.actor.account, note: event.sealed?.note ?? null };
    const next = (row: StandingDebt | undefined) => {
      const debt = existing(row, event);
      return { ...debt, measures: [...debt.measures, noted] };
    };
    return [{ key: [student, journal], next }];
  },
  AcademicDebtCleared: (event) => {
    const { student, journal } = event.data;
    const next = (row: StandingDebt | undefined) => ({
      ...existing(row, event),
      clearedOn: event.meta.occurredOn,
    });
    return [{ key: [student, journal], next }];
  },
};

/** What was agreed about a debt. */
export const debtTexts: PersonalTexts<StandingDebt> = {
  purpose: 'special',
  subject: ['student'],
  columns: ['measures'],
  erased: (row) => ({ ...row, measures: row.measures.map((measure) => ({ ...measure, note: null })) }),
};
