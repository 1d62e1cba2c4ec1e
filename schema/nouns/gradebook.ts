import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AttestationRow, CellRow } from '../../projections/gradebook/rows.ts';
import { Access } from '../access.ts';
import { AbsenceClass, Attendance, AttestationResult } from '../enums/journal.ts';
import { Instant, LocalDate, Position } from '../scalars.ts';
import { Journal } from './journal.ts';
import { Lesson } from './lesson.ts';
import { Mark } from './mark.ts';

const reading = { capability: 'gradebook.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'Where a student and a lesson meet.' })
export class GradebookCell {
  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => String, {
    nullable: true,
    description: 'The marks as on paper: `5`, or `5/4` where there are several.',
  })
  readonly value!: string | null;

  @Access(reading)
  @Field(() => [Mark], { description: 'The marks, told apart by what they were given for.' })
  readonly marks!: readonly Mark[];

  @Access(reading)
  @Field(() => Int, { description: 'The revision a correction names; -1 before the first mark.' })
  readonly revision!: number;

  @Access(reading)
  @Field(() => Attendance, { description: 'Attendance.' })
  readonly attendance!: CellRow['attendance'];

  @Access(reading)
  @Field(() => AbsenceClass, { description: 'Whether an absence is excused.' })
  readonly classified!: CellRow['classified'];

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours missed.' })
  readonly hoursMissed!: number;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Minutes late.' })
  readonly minutesLate!: number | null;

  @Access(reading)
  @Field(() => Instant, { description: 'When it last changed.' })
  readonly changedAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The attestation of a student on the page.' })
export class GradebookAttestation {
  @Access(reading)
  @Field(() => AttestationResult, { description: 'The original result.' })
  readonly original!: AttestationRow['original'];

  @Access(reading)
  @Field(() => AttestationResult, {
    description: 'The result that counts: the last repeat, else the original.',
  })
  readonly current!: AttestationRow['current'];

  @Access(reading)
  @Field(() => LocalDate, { description: 'The day of the attestation.' })
  readonly heldOn!: string;

  @Access(reading)
  @Field(() => Int, { description: 'How many repeats there were.' })
  readonly repeats!: number;

  @Access(reading)
  @Field(() => Int, { description: 'The revision a correction names.' })
  readonly revision!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A line of the page: a student.' })
export class GradebookRow {
  readonly uuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => [GradebookCell], { description: 'The cells in which something was ever entered, by lesson.' })
  readonly cells!: readonly GradebookCell[];

  @Access(reading)
  @Field(() => GradebookAttestation, {
    nullable: true,
    description: 'The attestation, once it has a result.',
  })
  readonly attestation!: GradebookAttestation | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A line of the page as parallel arrays, each as long as `lessonIds`.',
})
export class GradebookLine {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => [String], { nullable: 'items', description: 'Marks as on paper; null where there is none.' })
  readonly values!: readonly (string | null)[];

  @Access(reading)
  @Field(() => [Attendance], { description: 'Attendance.' })
  readonly attendance!: readonly CellRow['attendance'][];

  @Access(reading)
  @Field(() => [AbsenceClass], { description: 'Whether absences are excused.' })
  readonly classified!: readonly CellRow['classified'][];

  @Access(reading)
  @Field(() => [Int], { description: 'Revisions that corrections name.' })
  readonly revisions!: readonly number[];

  @Access(reading)
  @Field(() => [Instant], { nullable: 'items', description: 'When the cells last changed.' })
  readonly changedAt!: readonly (string | null)[];
}

@ObjectType({ simpleResolvers: true, description: 'The page as parallel arrays: for screens.' })
export class GradebookColumns {
  @Access(reading)
  @Field(() => [ID], { description: 'The lessons, by date.' })
  readonly lessonIds!: readonly string[];

  @Access(reading)
  @Field(() => [GradebookLine], { description: 'A line for every student.' })
  readonly lines!: readonly GradebookLine[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'A page of the journal with everything that stands on it.',
})
export class Gradebook {
  @Access(reading)
  @Field(() => Journal, { description: 'The page itself.' })
  readonly journal!: Journal;

  @Access(reading)
  @Field(() => Position, { description: 'The last event that touched anything on it.' })
  readonly revision!: bigint;

  @Access(reading)
  @Field(() => [Lesson], { description: 'Its lessons, by date.' })
  readonly lessons!: readonly Lesson[];

  @Access(reading)
  @Field(() => [GradebookRow], { description: 'A row for every student: for people and small queries.' })
  readonly rows!: readonly GradebookRow[];

  @Access(reading)
  @Field(() => GradebookColumns, { description: 'The same as parallel arrays: for screens.' })
  readonly columns!: GradebookColumns;
}
