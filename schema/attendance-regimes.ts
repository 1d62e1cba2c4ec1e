import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { groupPlacements } from '../projections/calendar/queries-reference.ts';
import { attendanceRegimes } from '../projections/calendar/queries.ts';
import type { AttendanceRegime as Row } from '../projections/calendar/table.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { RegimeOwnerKind } from './enums/calendar.ts';
import { uuidIfGiven } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { LocalDate, LocalTime, Position } from './scalars.ts';

const reading = { capability: ['directory.read', 'diary.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'An attendance regime (режим пребывания) from a date on.' })
class AttendanceRegime {
  @Access(reading)
  @Field(() => RegimeOwnerKind, { description: 'Whose it is.' })
  readonly of!: Row['kind'];

  @Access(reading)
  @Field(() => LocalDate, { description: 'From when on.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Days of attendance in a week.' })
  readonly workingWeek!: number;

  @Access(reading)
  @Field(() => Int, { description: 'The shift.' })
  readonly shift!: number;

  @Access(reading)
  @Field(() => LocalTime, { nullable: true, description: 'When the day begins.' })
  readonly startsAt!: string | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Academic hours in a week.' })
  readonly weeklyHours!: number | null;
}

/** When groups and students are at the college (R-CAL-03). */
@Resolver()
export class AttendanceRegimeResolver {
  @Access(reading)
  @Query(() => [AttendanceRegime], {
    description:
      'The regimes of a group and its stream, and of a student the viewer may see; in the order they were set.',
  })
  async attendanceRegimes(
    @Arg('groupId', () => ID, { nullable: true, description: 'The group.' }) groupId: string | null,
    @Arg('studentId', () => ID, { nullable: true, description: 'The student.' }) studentId: string | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly AttendanceRegime[]> {
    await reach(context, minPosition);
    const { capabilities } = viewerOf(context);
    const scope = scopeFor(context, capabilities.has('directory.read') ? 'directory.read' : 'diary.read');
    const group = uuidIfGiven('StudyGroup', groupId);
    const placed =
      group === undefined ? undefined : (await groupPlacements(context.reader, scope, [group])).get(group);
    const owners = [group, placed?.stream, uuidIfGiven('Student', studentId)].filter(
      (owner) => owner !== undefined && owner !== null,
    );
    const rows = await attendanceRegimes(context.reader, scope, owners);
    return rows.flatMap(({ kind, regimes }) => regimes.map((regime) => ({ of: kind, ...regime })));
  }
}
