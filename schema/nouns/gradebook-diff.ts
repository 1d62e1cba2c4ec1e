import { Field, ID, ObjectType } from 'type-graphql';
import type { PageDifference } from '../../projections/gradebook/difference.ts';
import { Access } from '../access.ts';
import { LocalDate } from '../scalars.ts';
import { EventAt } from './event-at.ts';
import { GradebookAttestation, GradebookCell } from './gradebook.ts';
import { Journal } from './journal.ts';
import { Lesson } from './lesson.ts';
import { MomentInLog } from './moment-in-log.ts';

const reading = { capability: 'gradebook.read' } as const;
const EVENTS = 'What was done to it between, in the order of the log; never empty.';

@ObjectType({
  simpleResolvers: true,
  description: 'A cell that was touched; equal values mean that it was changed and changed back.',
})
export class CellDifference {
  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => GradebookCell, { nullable: true, description: 'What stood there before; null: nothing.' })
  readonly before!: GradebookCell | null;

  @Access(reading)
  @Field(() => GradebookCell, { description: 'What stood there after.' })
  readonly after!: GradebookCell;

  @Access(reading)
  @Field(() => [EventAt], { description: EVENTS })
  readonly events!: readonly EventAt[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'A lesson that was scheduled, moved, held or otherwise touched.',
})
export class LessonDifference {
  @Access(reading)
  @Field(() => Lesson, { nullable: true, description: 'As it was before; null: it was not there.' })
  readonly before!: Lesson | null;

  @Access(reading)
  @Field(() => Lesson, { description: 'As it was after.' })
  readonly after!: Lesson;

  @Access(reading)
  @Field(() => [EventAt], { description: EVENTS })
  readonly events!: readonly EventAt[];
}

@ObjectType({ simpleResolvers: true, description: 'Days on a page.' })
export class StayOnPage {
  @Access(reading)
  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The last day; null while it lasts.' })
  readonly until!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A student who came onto the page or left it.' })
export class RosterDifference {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => [StayOnPage], { description: 'The days on the page, as they were before.' })
  readonly before!: readonly StayOnPage[];

  @Access(reading)
  @Field(() => [StayOnPage], { description: 'The days on the page, as they were after.' })
  readonly after!: readonly StayOnPage[];

  @Access(reading)
  @Field(() => [EventAt], { description: EVENTS })
  readonly events!: readonly EventAt[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'An attestation that was recorded, corrected or repeated.',
})
export class AttestationDifference {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => GradebookAttestation, { nullable: true, description: 'As it was before; null: no result.' })
  readonly before!: GradebookAttestation | null;

  @Access(reading)
  @Field(() => GradebookAttestation, { description: 'As it was after.' })
  readonly after!: GradebookAttestation;

  @Access(reading)
  @Field(() => [EventAt], { description: EVENTS })
  readonly events!: readonly EventAt[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What happened to a page between two moments: everything on it that was touched, and nothing else.',
})
export class GradebookDiff {
  readonly difference!: PageDifference;

  @Access(reading)
  @Field(() => Journal, { description: 'The page.' })
  readonly journal!: Journal;

  @Access(reading)
  @Field(() => MomentInLog, { description: 'The earlier moment; what happened at it is not told again.' })
  readonly from!: MomentInLog;

  @Access(reading)
  @Field(() => MomentInLog, { description: 'The later moment, itself included.' })
  readonly to!: MomentInLog;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether the page was opened only between the two.' })
  readonly opened!: boolean;

  @Access(reading)
  @Field(() => [ID], { description: 'The accounts that had the page in their load before.' })
  readonly teachersBefore!: readonly string[];

  @Access(reading)
  @Field(() => [ID], { description: 'The accounts that had it after.' })
  readonly teachersAfter!: readonly string[];

  @Access(reading)
  @Field(() => [CellDifference], { description: 'Cells, by lesson and student.' })
  readonly cells!: readonly CellDifference[];

  @Access(reading)
  @Field(() => [LessonDifference], { description: 'Lessons, by date.' })
  readonly lessons!: readonly LessonDifference[];

  @Access(reading)
  @Field(() => [RosterDifference], { description: 'Students.' })
  readonly roster!: readonly RosterDifference[];

  @Access(reading)
  @Field(() => [AttestationDifference], { description: 'Attestations, by student.' })
  readonly attestations!: readonly AttestationDifference[];

  @Access(reading)
  @Field(() => [EventAt], {
    description: 'What was done to the page as a whole: opened, its teachers changed, its sheet completed.',
  })
  readonly events!: readonly EventAt[];
}
