import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  ActivityRow,
  AssignmentRow,
  ControlWorkRow,
  MistakeReportRow,
  TopicDebtRow,
} from '../../projections/classwork/table.ts';
import { Access } from '../access.ts';
import { WorkType } from '../enums/journal.ts';
import { globalId } from '../global-id.ts';
import { Personal } from '../personal.ts';
import { Instant, LocalDate } from '../scalars.ts';

const reading = { capability: ['gradebook.read', 'diary.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'An independent or control task.' })
export class Assignment {
  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The lesson at which it was issued.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => WorkType, { description: 'The kind of work.' })
  readonly workType!: AssignmentRow['workType'];

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether it was issued electronically.' })
  readonly electronic!: boolean;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day it is due.' })
  readonly dueOn!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What is to be done; null where it was erased.' })
  readonly contents!: string | null;

  @Access(reading)
  @Field(() => [ID], { description: 'The students for whom it was checked, as far as the viewer sees them.' })
  readonly checkedStudentIds!: readonly string[];
}

/** A task as the API shows it, with those of the checked students that a viewer sees. */
export const assignmentOf = (
  { assignment, journal: _, lesson, checked, ...row }: AssignmentRow,
  sees: (student: string) => boolean,
): Assignment => ({
  ...row,
  id: globalId('Assignment', assignment),
  lessonId: globalId('Lesson', lesson),
  checkedStudentIds: checked.filter(sees).map((student) => globalId('Student', student)),
});

@ObjectType({ simpleResolvers: true, description: 'A control work in the schedule of a page.' })
export class ControlWork {
  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => WorkType, { description: 'The kind of work.' })
  readonly workType!: ControlWorkRow['workType'];

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its day.' })
  readonly plannedOn!: string;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  readonly topic!: string | null;
}

/** A control work as the API shows it. */
export const controlWorkOf = ({ journal: _, controlWork, ...row }: ControlWorkRow): ControlWork => ({
  ...row,
  id: globalId('ControlWork', controlWork),
});

@ObjectType({
  simpleResolvers: true,
  description: 'A topic or work that a student owes; no academic debt.',
})
export class TopicDebt {
  readonly student!: string;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The lesson it is about.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => WorkType, { description: 'The kind of work that is owed.' })
  readonly workType!: TopicDebtRow['workType'];

  @Personal('special')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What is owed; null where it was erased.' })
  readonly topic!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The make-up day.' })
  readonly makeUpOn!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day it was cleared; null while it stands.' })
  readonly clearedOn!: string | null;
}

/** A topic debt as the API shows it. */
export const topicDebtOf = ({ debt, journal, lesson, ...row }: TopicDebtRow): TopicDebt => ({
  ...row,
  id: globalId('TopicDebt', debt),
  journalId: globalId('Journal', journal),
  lessonId: globalId('Lesson', lesson),
});

@ObjectType({
  simpleResolvers: true,
  description: 'A mistake in a mark that a student reported and nobody answered.',
})
export class MistakeReport {
  readonly student!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => WorkType, { description: 'The kind of work the mark was given for.' })
  readonly workType!: MistakeReportRow['workType'];

  @Personal('special')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What is wrong; null where it was erased.' })
  readonly explanation!: string | null;

  @Access(reading)
  @Field(() => Instant, { description: 'When it was reported.' })
  readonly reportedAt!: string;
}

/** A report as the API shows it. */
export const mistakeReportOf = ({ journal, lesson, ...row }: MistakeReportRow): MistakeReport => ({
  ...row,
  journalId: globalId('Journal', journal),
  lessonId: globalId('Lesson', lesson),
});

@ObjectType({ simpleResolvers: true, description: 'An extracurricular activity of a group.' })
export class Activity {
  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What it is; null where it was never planned.' })
  readonly title!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The planned day.' })
  readonly plannedOn!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day it was held; null before.' })
  readonly heldOn!: string | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Academic hours.' })
  readonly academicHours!: number | null;

  @Access(reading)
  @Field(() => Int, { description: 'How many students took part.' })
  readonly participants!: number;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What was done.' })
  readonly notes!: string | null;
}

/** An activity as the API shows it. */
export const activityOf = ({ activity, group: _, students, ...row }: ActivityRow): Activity => ({
  ...row,
  id: globalId('Activity', activity),
  participants: students.length,
});
