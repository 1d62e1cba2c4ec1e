import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { nameOn, namesOf, studentBody } from '../projections/movement/queries.ts';
import type { StudentName as NameRow } from '../projections/movement/table.ts';
import { Access } from './access.ts';
import { Personal } from './personal.ts';
import { scopeFor, type Context } from './context.ts';
import { StudentNameCause } from './enums/movement.ts';
import { uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Order, orderOf } from './nouns/order.ts';
import { StudyGroup } from './nouns/study-group.ts';
import { LocalDate, Position } from './scalars.ts';

const counting = { capability: 'directory.read' } as const;
const naming = { capability: 'movement.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'How many study in a group on a day.' })
export class GroupBody {
  readonly uuid!: string | null;

  @Access(counting)
  @Field(() => Int, { description: 'All who are enrolled, those on leave among them.' })
  readonly students!: number;

  @Access(counting)
  @Field(() => Int, { description: 'Who is on academic leave.' })
  readonly onLeave!: number;

  @Access(counting)
  @Field(() => Int, { description: 'Who studies full-time.' })
  readonly fullTime!: number;

  @Access(counting)
  @Field(() => Int, { description: 'Who studies part-time.' })
  readonly partTime!: number;

  @Access(counting)
  @Field(() => Int, { description: 'Who studies by correspondence.' })
  readonly correspondence!: number;

  @Access(counting)
  @Field(() => Int, { description: 'Who studies by an individual curriculum.' })
  readonly individualCurricula!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A name of a student, from a day on.' })
class StudentName {
  readonly studentUuid!: string;

  @Access(naming)
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly since!: string;

  @Access(naming)
  @Field(() => StudentNameCause, { description: 'How it came about.' })
  readonly cause!: NameRow['cause'];

  @Personal('identity')
  @Access(naming)
  @Field(() => String, { nullable: true, description: 'Surname; null where it was erased.' })
  readonly familyName!: string | null;

  @Personal('identity')
  @Access(naming)
  @Field(() => String, { nullable: true, description: 'First name; null where it was erased.' })
  readonly givenName!: string | null;

  @Personal('identity')
  @Access(naming)
  @Field(() => String, { nullable: true, description: 'Patronymic, if any.' })
  readonly patronymic!: string | null;

  @Access(naming)
  @Field(() => Order, { nullable: true, description: 'The order behind a change.' })
  readonly order!: Order | null;
}

const nameOf = ({ orderNumber, orderDate, ...row }: NameRow): StudentName => ({
  studentUuid: row.student,
  since: row.since,
  cause: row.cause,
  familyName: row.familyName,
  givenName: row.givenName,
  patronymic: row.patronymic,
  order: orderOf(orderNumber, orderDate),
});

/** Who is in the student body on any day, and under which name. */
@Resolver(() => GroupBody)
export class StudentBodyResolver {
  @Access(counting)
  @Query(() => [GroupBody], { description: 'The student body (контингент) on a day, by group.' })
  async studentBody(
    @Arg('on', () => LocalDate, { description: 'The day.' }) on: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly GroupBody[]> {
    await reach(context, minPosition);
    const rows = await studentBody(context.reader, scopeFor(context, 'directory.read'), on);
    return rows.map(({ group, ...counts }) => ({ ...counts, uuid: group }));
  }

  @Access(naming)
  @Query(() => [StudentName], { description: 'Every name of a student, the first one first.' })
  async studentNames(
    @Arg('studentId', () => ID, { description: 'The student.' }) studentId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly StudentName[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'movement.read');
    return (await namesOf(context.reader, scope, uuidOf('Student', studentId))).map(nameOf);
  }

  @Access(naming)
  @Query(() => StudentName, {
    nullable: true,
    description: 'The name that a document issued on a day bears, whatever the student is called today.',
  })
  async studentNameOn(
    @Arg('studentId', () => ID, { description: 'The student.' }) studentId: string,
    @Arg('on', () => LocalDate, { description: 'The day.' }) on: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<StudentName | null> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'movement.read');
    const found = nameOn(await namesOf(context.reader, scope, uuidOf('Student', studentId)), on);
    return found ? nameOf(found) : null;
  }

  @Access(counting)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group; null for those outside one.' })
  group(@Root() { uuid }: GroupBody, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, uuid);
  }
}
