import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { periodEndPages, periodEndsOf, type CheckedPage } from '../projections/controls/period-end.ts';
import type { PeriodEnd as Checked } from '../projections/controls/table.ts';
import { attestationPeriods } from '../projections/directory/by-ids.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import type { Deviation } from '../src/policies/mark-objectivity.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { PeriodEndCheck } from './enums/control.ts';
import { AttestationResult } from './enums/journal.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { ControlWorksFigures } from './nouns/control-works.ts';
import { Journal } from './nouns/journal.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'control.read' } as const;
const PERCENT = {
  nullable: true,
  description: 'Everything there of everything due, in per cent; null: nothing is due.',
};

@ObjectType({ simpleResolvers: true, description: 'A final result that the current marks do not explain.' })
class MarkDeviation {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The average of the current marks.' })
  readonly average!: string | null;

  @Access(reading)
  @Field(() => AttestationResult, { description: 'The final result.' })
  readonly result!: Deviation['result'];

  @Access(reading)
  @Field(() => String, { description: 'The result less the average, with two places.' })
  readonly deviation!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One page on the checklist of a period.' })
class PeriodEndPage {
  readonly row!: CheckedPage;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Filling: lessons of days that are over.' })
  readonly lessonsDue!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Filling: of those, recorded as held.' })
  readonly lessonsRecorded!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Filling: of those, with attendance taken.' })
  readonly lessonsAttended!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Regularity: of those, with marks.' })
  readonly lessonsWithMarks!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Filling: students without a single mark.' })
  readonly studentsWithoutMarks!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Regularity: entries that have a deadline.' })
  readonly entries!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Regularity: of those, made after it.' })
  readonly lateEntries!: number;

  @Access(reading)
  @Field(() => String, PERCENT)
  readonly percent!: string | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Delivery: hours of the curriculum for the period.' })
  readonly curriculumHours!: number | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Delivery: hours of the thematic plan of the year.' })
  readonly plannedHours!: number | null;

  @Access(reading)
  @Field(() => Int, { description: 'Delivery: hours in the timetable, without cancelled lessons.' })
  readonly scheduledHours!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Delivery: hours of lessons that were held.' })
  readonly deliveredHours!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Objectivity: students with current marks and a graded result.' })
  readonly studentsCompared!: number;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Objectivity: the average of their current marks.' })
  readonly averageCurrent!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Objectivity: the average of their final results.' })
  readonly averageFinal!: string | null;

  @Access(reading)
  @Field(() => [MarkDeviation], {
    description:
      'Objectivity: results that lie more than half a mark from the average, which no rounding explains.',
  })
  readonly deviating!: readonly MarkDeviation[];

  @Access(reading)
  @Field(() => ControlWorksFigures, { description: 'Control and current check works.' })
  readonly controlWorks!: ControlWorksFigures;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The checklist of a period (контроль по окончании периода).',
})
class PeriodEndChecklist {
  @Access(reading)
  @Field(() => ID, { description: 'The period.' })
  readonly periodId!: string;

  @Access(reading)
  @Field(() => [PeriodEndCheck], {
    description: 'What the regulation has checked; empty where it asks for nothing.',
  })
  readonly checks!: Checked['checks'];

  @Access(reading)
  @Field(() => String, { description: 'The clause behind it.' })
  readonly clause!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'When it was first gone through.' })
  readonly firstCheckedOn!: string | null;

  @Access(reading)
  @Field(() => Boolean, { nullable: true, description: 'Whether that was late; null before it.' })
  readonly late!: boolean | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'When it was last gone through.' })
  readonly checkedOn!: string | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'How many things were found wrong then.' })
  readonly findings!: number | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What followed from it.' })
  readonly conclusion!: string | null;

  @Access(reading)
  @Field(() => [PeriodEndPage], { description: 'The pages of the period with the figures, 500 at most.' })
  readonly pages!: readonly PeriodEndPage[];
}

const pageOf = (row: CheckedPage): PeriodEndPage => ({
  row,
  journalId: globalId('Journal', row.journal),
  lessonsDue: row.lessonsDue,
  lessonsRecorded: row.lessonsRecorded,
  lessonsAttended: row.lessonsAttended,
  lessonsWithMarks: row.lessonsWithMarks,
  studentsWithoutMarks: row.studentsWithoutMarks,
  entries: row.entries,
  lateEntries: row.lateEntries,
  percent: row.percent,
  curriculumHours: row.hours.curriculum,
  plannedHours: row.hours.plan,
  scheduledHours: row.hours.scheduled,
  deliveredHours: row.hours.delivered,
  studentsCompared: row.objectivity.compared,
  averageCurrent: row.objectivity.averageCurrent,
  averageFinal: row.objectivity.averageFinal,
  deviating: row.objectivity.deviating.map(({ student, ...line }) => ({
    ...line,
    studentId: globalId('Student', student),
  })),
  controlWorks: row.checkWorks,
});

/** The checklist that is gone through when a period ends. */
@Resolver(() => PeriodEndPage)
export class PeriodEndResolver {
  @Access(reading)
  @Query(() => PeriodEndChecklist, {
    nullable: true,
    description: 'The checklist of a period: what is to be checked of every page, with the figures of each.',
  })
  async periodEndChecklist(
    @Arg('periodId', () => ID, { description: 'The period.' }) periodId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<PeriodEndChecklist | null> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'control.read');
    const [period] = await attestationPeriods(context.reader, scope, [uuidOf('AttestationPeriod', periodId)]);
    if (!period) return null;
    const college = context.college();
    const regulation = regulationAt(await college.stateOf(regulations, college.id), period.until);
    const [checked] = await periodEndsOf(context.reader, scope, [period.period]);
    const pages = await periodEndPages(context.reader, scope, period, await college.today());
    return {
      periodId,
      checks: regulation.value('control.periodEndCheck')?.checks ?? [],
      clause: regulation.rule('control.periodEndCheck').clause,
      firstCheckedOn: checked?.firstOn ?? null,
      late: checked?.late ?? null,
      checkedOn: checked?.checkedOn ?? null,
      findings: checked?.findings ?? null,
      conclusion: checked?.conclusion ?? null,
      pages: pages.map(pageOf),
    };
  }

  @Access(reading)
  @FieldResolver(() => Journal, { nullable: true, description: 'The page.' })
  journal(@Root() { row }: PeriodEndPage, @Ctx() { loaders }: Context): Promise<Journal | null> {
    return load(loaders.journals, row.journal);
  }
}
