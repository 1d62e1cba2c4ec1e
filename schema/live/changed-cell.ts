import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CellRow } from '../../projections/gradebook/rows.ts';
import type { Touch } from '../../src/runtime/live/touch.ts';
import { Access } from '../access.ts';
import { AbsenceClass, Attendance } from '../enums/journal.ts';
import { globalId } from '../global-id.ts';
import { cellOf } from '../gradebook-page.ts';
import { Mark } from '../nouns/mark.ts';
import { Instant } from '../scalars.ts';
import { cellAt, type PageView } from './page-view.ts';

const reading = { capability: ['gradebook.read', 'diary.read'] } as const;

const HIDDEN = 'Null where the regulation does not show it to learners.';

@ObjectType({ simpleResolvers: true, description: 'A cell of a page as it stands now.' })
export class ChangedCell {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => Int, { description: 'The revision a correction names; -1 before the first mark.' })
  readonly revision!: number;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The marks as on paper; null where there is none.' })
  readonly value!: string | null;

  @Access(reading)
  @Field(() => [Mark], { nullable: true, description: `The marks. ${HIDDEN}` })
  readonly marks!: readonly Mark[] | null;

  @Access(reading)
  @Field(() => Attendance, { nullable: true, description: `Attendance. ${HIDDEN}` })
  readonly attendance!: CellRow['attendance'] | null;

  @Access(reading)
  @Field(() => AbsenceClass, { nullable: true, description: `Whether an absence is excused. ${HIDDEN}` })
  readonly classified!: CellRow['classified'] | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: `Academic hours missed. ${HIDDEN}` })
  readonly hoursMissed!: number | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Minutes late.' })
  readonly minutesLate!: number | null;

  @Access(reading)
  @Field(() => Instant, { description: 'When it last changed.' })
  readonly changedAt!: string;
}

const changedCell = (row: CellRow, { parts }: PageView): ChangedCell => {
  const cell = cellOf(row, globalId('Lesson', row.lesson));
  return {
    ...cell,
    studentId: globalId('Student', row.student),
    revision: parts.marks ? cell.revision : -1,
    value: parts.marks ? cell.value : null,
    marks: parts.marks ? cell.marks : null,
    attendance: parts.attendance ? cell.attendance : null,
    classified: parts.attendance ? cell.classified : null,
    hoursMissed: parts.attendance ? cell.hoursMissed : null,
    minutesLate: parts.attendance ? cell.minutesLate : null,
  };
};

/** Whether an event changed something that the viewer is shown. */
const isShown = ({ type }: Touch, { parts }: PageView): boolean =>
  type.startsWith('Mark') ? parts.marks : parts.attendance;

/** The cells that were touched, each once, as they stand on the page and as far as the viewer sees them. */
export const changedCells = (view: PageView, touched: readonly Touch[]): readonly ChangedCell[] => {
  const cells = new Set<CellRow>();
  for (const touch of touched) {
    const { lesson, student } = touch;
    if (lesson === null || student === null || !isShown(touch, view)) continue;
    const cell = cellAt(view.page, lesson, student);
    if (cell) cells.add(cell);
  }
  const visible = view.isWhole
    ? [...cells]
    : [...cells].filter(({ lesson, student }) =>
        view.page.lessons.some((row) => row.lesson === lesson && view.sees(row, student)),
      );
  return visible.map((cell) => changedCell(cell, view));
};
