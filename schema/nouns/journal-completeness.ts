import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { JournalCompleteness as Row } from '../../projections/monitoring/completeness.ts';
import type { CompletenessPart as Part } from '../../src/policies/completeness.ts';
import { Access } from '../access.ts';
import { CompletenessPartName } from '../enums/monitoring.ts';
import { globalId } from '../global-id.ts';

const reading = { capability: 'monitoring.read' } as const;

const PERCENT = {
  nullable: true,
  description: 'In per cent, one place, rounded half up; null: nothing is due.',
};

@ObjectType({ simpleResolvers: true, description: 'One part of what makes a page complete.' })
class CompletenessPart {
  @Access(reading)
  @Field(() => CompletenessPartName, { description: 'Which.' })
  readonly part!: Part['part'];

  @Access(reading)
  @Field(() => Int, { description: 'How much is there.' })
  readonly done!: number;

  @Access(reading)
  @Field(() => Int, { description: 'How much should be there.' })
  readonly due!: number;

  @Access(reading)
  @Field(() => String, PERCENT)
  readonly percent!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Academic hours of a page: planned against delivered.' })
class PlannedHours {
  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'By the curriculum, for the period; null without one.' })
  readonly curriculum!: number | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'By the thematic plan of the year; null without one.' })
  readonly plan!: number | null;

  @Access(reading)
  @Field(() => Int, { description: 'In the timetable; cancelled lessons count nowhere.' })
  readonly scheduled!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of those, of days that are over.' })
  readonly due!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of lessons recorded as held.' })
  readonly delivered!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How completely a page of the journal is kept.' })
export class JournalCompleteness {
  readonly row!: Row;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => String, {
    nullable: true,
    description:
      'Everything that is there of everything that is due, over all parts: each lesson and each student counts once in each part. In per cent, one place, rounded half up; null where nothing is due yet.',
  })
  readonly percent!: string | null;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether nothing that is due is missing.' })
  readonly complete!: boolean;

  @Access(reading)
  @Field(() => [CompletenessPart], { description: 'What the percentage is made of.' })
  readonly parts!: readonly Part[];

  @Access(reading)
  @Field(() => Int, { description: 'Lessons of days that are over.' })
  readonly lessonsDue!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of those, recorded as held.' })
  readonly lessonsRecorded!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of those, with attendance taken, or resting on the results of tasks.' })
  readonly lessonsWithAttendance!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of those, with a mark.' })
  readonly lessonsWithMarks!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of those, with homework.' })
  readonly lessonsWithHomework!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Students who are to be attested on the page.' })
  readonly students!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of those, without any current mark.' })
  readonly studentsWithoutMarks!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of those, without a result of attestation, the period over or not.' })
  readonly resultsMissing!: number;

  @Access(reading)
  @Field(() => PlannedHours, { description: 'Planned hours against delivered ones.' })
  readonly hours!: PlannedHours;
}

/** The completeness of a page as the API shows it. */
export const completenessOf = (row: Row): JournalCompleteness => ({
  row,
  journalId: globalId('Journal', row.journal),
  percent: row.percent,
  complete: row.complete,
  parts: row.parts,
  lessonsDue: row.lessonsDue,
  lessonsRecorded: row.lessonsRecorded,
  lessonsWithAttendance: row.lessonsAttended,
  lessonsWithMarks: row.lessonsWithMarks,
  lessonsWithHomework: row.lessonsWithHomework,
  students: row.students,
  studentsWithoutMarks: row.studentsWithoutMarks,
  resultsMissing: row.resultsMissing,
  hours: row.hours,
});
