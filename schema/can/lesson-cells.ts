import { Arg, ID } from 'type-graphql';
import { journals } from '../../src/decisions/folds/journal.ts';
import { marks } from '../../src/decisions/folds/mark.ts';
import { markCell } from '../../src/decisions/mark.ts';
import type { Command } from '../../src/decisions/register.ts';
import type { Context } from '../context.ts';
import { WorkType } from '../enums/journal.ts';
import { uuidOf } from '../global-id.ts';
import type { Lesson } from '../nouns/lesson.ts';
import type { ParameterPlace, VerdictField } from './verdict-field.ts';
import { WHY } from './why.ts';

type Kind = Lesson['workTypes'][number];

const recording = { capability: 'mark.record' } as const;

const studentArg = (at: (index: number) => ParameterPlace): void => {
  Arg('studentId', () => ID, { description: 'Whose cell.' })(...at(0));
};

const cellArgs = (at: (index: number) => ParameterPlace): void => {
  studentArg(at);
  Arg('workType', () => WorkType, {
    nullable: true,
    description: 'Which mark of the cell; left out: the first kind of work of the lesson.',
  })(...at(1));
};

const cellAt = ({ id, journalId }: Lesson, studentId: string) => ({
  journal: uuidOf('Journal', journalId),
  lesson: uuidOf('Lesson', id),
  student: uuidOf('Student', studentId),
});

/** A mark that the page could take: which one makes no difference to whether one may be given. */
const anyMark = { fivePoint: '5', passFail: 'pass', hundredPoint: '100' } as const;

const markAt = async (
  lesson: Lesson,
  { college }: Context,
  studentId: string,
  kind: Kind | null | undefined,
) => {
  const cell = cellAt(lesson, studentId);
  const [page, { revision }] = await Promise.all([
    college().stateOf(journals, cell.journal),
    college().stateOf(marks, markCell(cell)),
  ]);
  const workType = kind ?? lesson.workTypes[0] ?? 'lessonWork';
  return { cell: { ...cell, workType }, revision, value: anyMark[page.opened?.scale ?? 'fivePoint'] };
};

/** What is done in the cells of a lesson. */
export const cellActions = {
  recordMark: {
    description: 'Give this student a mark.',
    policy: recording,
    args: cellArgs,
    command: async (lesson, context, studentId, kind): Promise<Command> => {
      const { cell, value } = await markAt(lesson, context, studentId, kind);
      return { type: 'RecordMark', data: { ...cell, value } };
    },
  },
  correctMark: {
    description: 'Replace the mark of this student, with a reason.',
    policy: recording,
    args: cellArgs,
    command: async (lesson, context, studentId, kind): Promise<Command> => {
      const { cell, value, revision } = await markAt(lesson, context, studentId, kind);
      return { type: 'CorrectMark', data: { ...cell, value, expectedRevision: revision, reason: WHY } };
    },
  },
  withdrawMark: {
    description: 'Take the mark of this student back, with a reason.',
    policy: recording,
    args: cellArgs,
    command: async (lesson, context, studentId, kind): Promise<Command> => {
      const { cell, revision } = await markAt(lesson, context, studentId, kind);
      return { type: 'WithdrawMark', data: { ...cell, expectedRevision: revision, reason: WHY } };
    },
  },
  recordAbsence: {
    description: 'Note that this student is absent.',
    policy: { capability: 'absence.record' },
    args: studentArg,
    command: (lesson, _context, studentId): Command => ({
      type: 'RecordAbsence',
      data: cellAt(lesson, studentId),
    }),
  },
} satisfies Record<string, VerdictField<Lesson, [studentId: string, kind: Kind | null | undefined]>>;
