import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { standing } from '../projections/standing/queries.ts';
import type { StudentStanding } from '../projections/standing/shown.ts';
import { journals } from '../src/decisions/folds/journal.ts';
import { periods } from '../src/decisions/folds/period.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import { weeklyLoadOf } from '../src/decisions/mark-accumulation.ts';
import { marksNeeded } from '../src/policies/mark-accumulation.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { globalId, uuidOf } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Position } from './scalars.ts';

const reading = { capability: 'standing.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'How many current marks a student has on a page.' })
class StudentAccumulation {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => Int, { description: 'How many current marks, `pass` and `fail` included.' })
  readonly marks!: number;

  @Access(reading)
  @Field(() => Int, {
    nullable: true,
    description: 'How many are missing; null where the regulation counts none.',
  })
  readonly missing!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The accumulation of marks (накопляемость) on a page: enough of them for a final mark, or not.',
})
class MarkAccumulation {
  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => Int, { description: 'The weekly load: by the curriculum, else by the timetable.' })
  readonly weeklyHours!: number;

  @Access(reading)
  @Field(() => Int, {
    nullable: true,
    description: 'How many marks a final mark needs at this load; null where the regulation counts none.',
  })
  readonly needed!: number | null;

  @Access(reading)
  @Field(() => String, { description: 'The clause behind it.' })
  readonly clause!: string;

  @Access(reading)
  @Field(() => [StudentAccumulation], { description: 'A line for each student who stands on the page.' })
  readonly students!: readonly StudentAccumulation[];
}

const marksOf = ({ marksByWorkType }: StudentStanding): number =>
  Object.values(marksByWorkType).reduce((sum, count) => sum + count, 0);

/** The accumulation on a page, of the students the viewer sees there; `null` where there is none to see. */
export const accumulationOf = async (context: Context, journal: string): Promise<MarkAccumulation | null> => {
  const rows = await standing(context.reader, scopeFor(context, 'standing.read'), { journal });
  if (rows.length === 0) return null;
  const college = context.college();
  const page = await college.stateOf(journals, journal);
  const period = page.opened && (await college.stateOf(periods, page.opened.period));
  if (!page.opened || !period) return null;
  const regulation = regulationAt(await college.stateOf(regulations, college.id), period.until);
  const weeklyHours = await college.ask(weeklyLoadOf({ ...page, opened: page.opened, period }));
  const needed = marksNeeded(regulation, weeklyHours);
  return {
    journalId: globalId('Journal', journal),
    weeklyHours,
    needed,
    clause: regulation.rule('attestation.minMarks').clause,
    students: rows
      .filter(({ leftOn }) => leftOn === null)
      .map((row) => ({
        studentId: globalId('Student', row.student),
        marks: marksOf(row),
        missing: needed === null ? null : Math.max(0, needed - marksOf(row)),
      })),
  };
};

/** Whether there are enough marks for a final one. */
@Resolver()
export class MarkAccumulationResolver {
  @Access(reading)
  @Query(() => MarkAccumulation, {
    nullable: true,
    description: 'The current marks of each student of a page against what its weekly load asks for.',
  })
  async markAccumulation(
    @Arg('journalId', () => ID, { description: 'The page.' }) journalId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<MarkAccumulation | null> {
    await reach(context, minPosition);
    return await accumulationOf(context, uuidOf('Journal', journalId));
  }
}
