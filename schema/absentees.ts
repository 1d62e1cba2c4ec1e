import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { absentees, guardiansToTell } from '../projections/monitoring/absentees.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { comeBy } from './monitored-pages.ts';
import { Absentee, absenteeOf, AbsenteesOfDay } from './nouns/absentee.ts';
import { Student } from './nouns/student.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'monitoring.read' } as const;

/** Who was absent, and whom to tell. */
@Resolver(() => Absentee)
export class AbsenteeResolver {
  @Access(reading)
  @Query(() => AbsenteesOfDay, {
    description: 'Who of a group was recorded as absent on a day, with the guardians who are to be told.',
  })
  async absentees(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('on', () => LocalDate, { nullable: true, description: 'The day; left out: today.' })
    on: string | null | undefined,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null | undefined,
    @Ctx() context: Context,
  ): Promise<AbsenteesOfDay> {
    await reach(context, minPosition);
    const { id, today, stateOf } = context.college();
    const now = await today();
    const asked = { group: uuidOf('StudyGroup', groupId), on: comeBy(on ?? now, now) };
    const rows = await absentees(context.reader, scopeFor(context, 'monitoring.read'), asked);
    const students = rows.map(({ student }) => student);
    const knows = viewerOf(context).capabilities.has('registration.read');
    const told = { ...asked, students };
    const guardians = knows
      ? await guardiansToTell(context.reader, scopeFor(context, 'registration.read'), told)
      : [];
    const regulation = regulationAt(await stateOf(regulations, id), asked.on);
    return {
      on: asked.on,
      alertedBy: regulation.value('guardian.alertBy'),
      clause: regulation.rule('guardian.alertBy').clause,
      absentees: rows.map((row) => absenteeOf(row, guardians)),
    };
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { row }: Absentee, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }
}
