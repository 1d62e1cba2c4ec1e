import fc from 'fast-check';
import type { Command } from '../../src/decisions/register.ts';
import type { Asking } from './given.ts';
import { history } from './histories.ts';
import { idOf } from './names.ts';
import type { History } from './pure-ledger.ts';
import {
  administrator,
  algebra,
  autumn,
  command,
  conducted,
  courseUnit,
  curator,
  deputy,
  first,
  group,
  happened,
  ivanova,
  petrova,
  second,
  smirnov,
  streams,
  world,
} from './world.ts';

/*
 * What the acts of `histories.ts` leave out, and the past has to know as well: a page of no group with a student of
 * another one, late arrivals, absences classified, attestations corrected and repeated, transfers and leaves.
 */
const elective = idOf('elective');
const club = idOf('a lesson of the elective');
export const otherGroup = idOf('other group');
const stranger = idOf('a student of the other group');
const order = { number: '8-с', date: '2024-09-02' };

/** The small college with a second group and an elective page on which both meet. */
export const widened: History = world({
  [`group-${otherGroup}`]: [
    happened('GroupFormed', { group: otherGroup, name: 'С-22', year: 1, semester: 1 }),
    happened('GroupJoined', { group: otherGroup, student: stranger, from: '2024-09-01' }),
  ],
  [streams.of(stranger)]: [
    happened('StudentRegistered', { student: stranger }),
    happened('StudentEnrolled', {
      student: stranger,
      group: otherGroup,
      from: '2024-09-01',
      formOfStudy: 'fullTime',
      individualCurriculum: null,
      order: null,
    }),
  ],
  [`journal-${elective}`]: [
    happened('JournalOpened', {
      journal: elective,
      group: null,
      subgroup: null,
      courseUnit,
      period: autumn,
      scale: 'hundredPoint',
      attestationForm: 'credit',
    }),
    happened('RosterExtended', {
      journal: elective,
      students: [ivanova, smirnov, stranger],
      from: '2024-09-01',
    }),
    happened('JournalTeacherAssigned', {
      journal: elective,
      account: petrova,
      from: '2024-09-01',
      order: null,
    }),
    happened('LessonScheduled', {
      journal: elective,
      lesson: club,
      date: '2024-09-02',
      startsAt: '15:30',
      academicHours: 1,
      deliveryForm: 'inPerson',
      room: null,
      marksUntil: '2024-12-23',
    }),
    happened('LessonConducted', { ...conducted(club).data, journal: elective }),
  ],
});

const student = fc.constantFrom(ivanova, smirnov, stranger);
const cell = fc.oneof(
  fc.record({ journal: fc.constant(algebra), lesson: fc.constantFrom(first, second), student }),
  fc.record({ journal: fc.constant(elective), lesson: fc.constant(club), student }),
);
const result = fc.constantFrom('grade3', 'grade4', 'academicDebt', 'validReasonNonAttendance');

interface Act {
  readonly act: Command;
  readonly by: string;
}

const more: fc.Arbitrary<Act> = fc.oneof(
  cell.map((at) => ({ act: command('RecordAbsence', at), by: petrova })),
  cell.map((at) => ({ act: command('RecordLateArrival', { ...at, minutes: 7 }), by: petrova })),
  cell.map((at) => ({ act: command('AnnounceAbsence', { ...at, reason: null }), by: curator })),
  cell.map((at) => ({ act: command('CancelAbsence', { ...at, reason: 'Была' }), by: petrova })),
  fc.tuple(cell, fc.constantFrom('excused', 'unexcused')).map(([at, as]) => ({
    act: command('ClassifyAbsence', { ...at, as: as, reason: 'Справка' }),
    by: curator,
  })),
  fc.tuple(student, fc.nat(100)).map(([of, points]) => ({
    act: command('RecordMark', {
      journal: elective,
      lesson: club,
      student: of,
      workType: 'lessonWork',
      value: String(points),
    }),
    by: petrova,
  })),
  fc.tuple(student, result).map(([of, value]) => ({
    act: command('RecordAttestationMark', {
      journal: algebra,
      student: of,
      result: value,
      heldOn: '2024-09-10',
    }),
    by: petrova,
  })),
  fc.tuple(student, result, fc.nat(2)).map(([of, value, expectedRevision]) => ({
    act: command('CorrectAttestationMark', {
      journal: algebra,
      student: of,
      result: value,
      expectedRevision,
      reason: 'Апелляция',
    }),
    by: petrova,
  })),
  fc.tuple(student, result).map(([of, value]) => ({
    act: command('RecordRepeatAttestation', {
      journal: algebra,
      student: of,
      result: value,
      heldOn: '2024-09-12',
      order: '9-с',
    }),
    by: deputy,
  })),
  fc.tuple(student, fc.constantFrom(group, otherGroup)).map(([of, to]) => ({
    act: command('TransferStudent', { student: of, to, on: '2024-09-16', order, leaves: [], joins: [] }),
    by: administrator,
  })),
  student.map((of) => ({
    act: command('GrantAcademicLeave', {
      student: of,
      from: '2024-10-01',
      until: '2024-11-01',
      order,
      reason: 'Заявление',
    }),
    by: administrator,
  })),
);

/** A step of a long history: an act, by whom, on which day. */
export interface Step {
  readonly act: Command;
  readonly who: Asking & { readonly on: string };
}

/** Acts of `histories.ts`, and after each of them one of those above on the same day. */
export const longHistory: fc.Arbitrary<readonly Step[]> = fc
  .tuple(history, fc.array(more, { minLength: 40, maxLength: 40 }))
  .map(([acts, others]) =>
    acts.flatMap(({ act, who }, index) => {
      const { act: added, by } = others[index] ?? { act, by: petrova };
      return [
        { act, who },
        { act: added, who: { by, on: who.on } },
      ];
    }),
  );
