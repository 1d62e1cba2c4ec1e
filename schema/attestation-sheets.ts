import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { attestationSheets, type Sheet, type SheetFilter } from '../projections/standing/sheets.ts';
import type {
  AttestationForm as FormName,
  AttestationResult as ResultName,
} from '../src/policies/attestation.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { AttestationForm, AttestationResult } from './enums/journal.ts';
import { globalId, globalIdOrNull, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { CourseUnit } from './nouns/course-unit.ts';
import { RepeatAttestation, repeatOf } from './nouns/repeat-attestation.ts';
import { Student } from './nouns/student.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'standing.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'One student on an attestation sheet.' })
export class AttestationSheetLine {
  readonly studentUuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => AttestationResult, {
    nullable: true,
    description: 'The original result; null while there is none.',
  })
  readonly original!: ResultName | null;

  @Access(reading)
  @Field(() => AttestationResult, { nullable: true, description: 'The result that counts today.' })
  readonly current!: ResultName | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day of the attestation.' })
  readonly heldOn!: string | null;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether it was entered after the deadline of the regulation.' })
  readonly late!: boolean;

  @Access(reading)
  @Field(() => [RepeatAttestation], { description: 'Repeats beside the original.' })
  readonly repeats!: readonly RepeatAttestation[];

  @Access(reading)
  @Field(() => Int, { description: 'How many current marks are numbers.' })
  readonly marksCount!: number;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Their average, two places, rounded half up.' })
  readonly average!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The attestation sheet of a page: who is to be attested there, and who has a result.',
})
export class AttestationSheet {
  readonly row!: Sheet;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'Its group, if it has one.' })
  readonly groupId!: string | null;

  @Access(reading)
  @Field(() => ID, { description: 'The attestation period.' })
  readonly periodId!: string;

  @Access(reading)
  @Field(() => AttestationForm, { description: 'How the page is attested.' })
  readonly form!: FormName;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'When the sheet was completed.' })
  readonly completedOn!: string | null;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether the completed sheet closes the marks of the page.' })
  readonly locks!: boolean;

  @Access(reading)
  @Field(() => Int, { description: 'How many are to be attested.' })
  readonly students!: number;

  @Access(reading)
  @Field(() => [ID], { description: 'Who of them has no result yet.' })
  readonly missingStudentIds!: readonly string[];

  @Access(reading)
  @Field(() => [AttestationSheetLine], { description: 'A line for each.' })
  readonly lines!: readonly AttestationSheetLine[];
}

@InputType({ description: 'Which sheets.' })
class AttestationSheetFilter {
  @Field(() => ID, { description: 'Of this period.' })
  readonly periodId!: string;

  @Field(() => ID, { nullable: true, description: 'Of the pages of this group.' })
  readonly groupId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those on which somebody has no result.' })
  readonly incomplete?: boolean | null;
}

const lineOf = ({ student, attestationOriginal, attestationCurrent, ...line }: Sheet['lines'][number]) => ({
  studentUuid: student,
  studentId: globalId('Student', student),
  original: attestationOriginal,
  current: attestationCurrent,
  heldOn: line.attestationHeldOn,
  late: line.attestationLate,
  repeats: line.repeats.map(repeatOf),
  marksCount: line.marksCount,
  average: line.average,
});

const sheetOf = (row: Sheet): AttestationSheet => {
  const lines = row.lines.map(lineOf);
  return {
    row,
    journalId: globalId('Journal', row.journal),
    groupId: globalIdOrNull('StudyGroup', row.group),
    periodId: globalId('AttestationPeriod', row.period),
    form: row.attestationForm,
    completedOn: row.sheetCompletedOn,
    locks: row.sheetLocks,
    students: lines.length,
    missingStudentIds: lines.filter(({ original }) => original === null).map(({ studentId }) => studentId),
    lines,
  };
};

const sheets = async (context: Context, filter: SheetFilter): Promise<readonly AttestationSheet[]> => {
  const scope = scopeFor(context, 'standing.read');
  const today = await context.college().today();
  return (await attestationSheets(context.reader, scope, filter, today)).map(sheetOf);
};

/** Whether results reached the journal, page by page. */
@Resolver(() => AttestationSheet)
export class AttestationSheetResolver {
  @Access(reading)
  @Query(() => AttestationSheet, {
    nullable: true,
    description: 'The attestation sheet of a page, as far as the viewer reads it.',
  })
  async attestationSheet(
    @Arg('journalId', () => ID, { description: 'The page.' }) journalId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<AttestationSheet | null> {
    await reach(context, minPosition);
    const [sheet] = await sheets(context, { journal: uuidOf('Journal', journalId) });
    return sheet ?? null;
  }

  @Access(reading)
  @Query(() => [AttestationSheet], {
    description:
      'The attestation sheets of a period: which pages are complete, and who is missing on the others.',
  })
  async attestationSheets(
    @Arg('filter', () => AttestationSheetFilter, { description: 'Which sheets.' })
    { periodId, groupId, incomplete }: AttestationSheetFilter,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly AttestationSheet[]> {
    await reach(context, minPosition);
    const filter = {
      period: uuidOf('AttestationPeriod', periodId),
      ...(groupId && { group: uuidOf('StudyGroup', groupId) }),
    };
    const all = await sheets(context, filter);
    return incomplete ? all.filter(({ missingStudentIds }) => missingStudentIds.length > 0) : all;
  }

  @Access(reading)
  @FieldResolver(() => CourseUnit, { nullable: true, description: 'The course unit of the page.' })
  courseUnit(@Root() { row }: AttestationSheet, @Ctx() { loaders }: Context): Promise<CourseUnit | null> {
    return load(loaders.courseUnits, row.courseUnit);
  }
}

/** Whose line it is. */
@Resolver(() => AttestationSheetLine)
export class AttestationSheetLineEdges {
  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(
    @Root() { studentUuid }: AttestationSheetLine,
    @Ctx() { loaders }: Context,
  ): Promise<Student | null> {
    return load(loaders.students, studentUuid);
  }
}
