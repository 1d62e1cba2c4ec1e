import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { movementsOf, movementsOfGroup } from '../projections/movement/queries.ts';
import type { GroupMovement as GroupRow, StudentMovement as Row } from '../projections/movement/table.ts';
import { Access } from './access.ts';
import { Personal } from './personal.ts';
import { scopeFor, type Context } from './context.ts';
import { FormOfStudy } from './enums/college.ts';
import { MovementKind, type MovementKindName } from './enums/movement.ts';
import { globalId, globalIdOrNull, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { Order, orderOf } from './nouns/order.ts';
import { StudyGroup } from './nouns/study-group.ts';
import { Instant, LocalDate, Position } from './scalars.ts';

const reading = { capability: 'movement.read' } as const;
const special = { capability: ['student.move', 'auditTrail.read'], deny: 'null' } as const;

@ObjectType({ simpleResolvers: true, description: 'The annulment of a movement that should not have been.' })
class MovementAnnulment {
  /** Whom it is about. */
  readonly studentUuid!: string;

  @Access(reading)
  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly recordedAt!: string;

  @Access(reading)
  @Field(() => Order, { nullable: true, description: 'The order.' })
  readonly order!: Order | null;

  @Personal('special')
  @Access(special)
  @Field(() => String, { nullable: true, description: 'Why; for those who move students and for auditors.' })
  readonly reason!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A movement of a student (движение контингента).' })
export class StudentMovement {
  readonly row!: Row;

  @Access(reading)
  @Field(() => ID, { description: 'Its id: give it to `annulStudentMovement`.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => MovementKind, { description: 'What it is.' })
  readonly kind!: MovementKindName;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its day: the first of what began, the last of what ended.' })
  readonly on!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The last day, of an academic leave.' })
  readonly until!: string | null;

  @Access(reading)
  @Field(() => FormOfStudy, { nullable: true, description: 'The form of study it brought.' })
  readonly formOfStudy!: Row['formOfStudy'];

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The individual curriculum it brought.' })
  readonly individualCurriculumId!: string | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'The semester a promotion led to.' })
  readonly toSemester!: number | null;

  @Access(reading)
  @Field(() => Boolean, { nullable: true, description: 'Whether a promotion was conditional.' })
  readonly conditional!: boolean | null;

  @Access(reading)
  @Field(() => Order, { nullable: true, description: 'The order; none for what was imported.' })
  readonly order!: Order | null;

  @Personal('special')
  @Access(special)
  @Field(() => String, { nullable: true, description: 'Why; for those who move students and for auditors.' })
  readonly reason!: string | null;

  @Access(reading)
  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly recordedAt!: string;

  @Access(reading)
  @Field(() => MovementAnnulment, { nullable: true, description: 'What undid it, if it was annulled.' })
  readonly annulment!: MovementAnnulment | null;
}

@ObjectType({ simpleResolvers: true, description: 'A promotion or graduation of a group.' })
export class GroupMovement {
  @Access(reading)
  @Field(() => ID, { description: 'Its id: give it to `annulGroupMovement`.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => MovementKind, { description: 'What it is.' })
  readonly kind!: MovementKindName;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its day.' })
  readonly on!: string;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'The semester a promotion led to.' })
  readonly toSemester!: number | null;

  @Access(reading)
  @Field(() => Int, { description: 'How many students moved.' })
  readonly students!: number;

  @Access(reading)
  @Field(() => Int, {
    description: 'How many of them conditionally; of a graduation: how many were left out.',
  })
  readonly exceptions!: number;

  @Access(reading)
  @Field(() => Order, { nullable: true, description: 'The order.' })
  readonly order!: Order | null;

  @Access(reading)
  @Field(() => Instant, { nullable: true, description: 'When it was annulled, if it was.' })
  readonly annulledAt!: string | null;
}

const movementOf = (row: Row): StudentMovement => ({
  row,
  id: globalId('StudentMovement', row.movement),
  kind: row.kind,
  on: row.on,
  until: row.until,
  formOfStudy: row.formOfStudy,
  individualCurriculumId: globalIdOrNull('Curriculum', row.individualCurriculum),
  toSemester: row.toSemester,
  conditional: row.conditional,
  order: orderOf(row.orderNumber, row.orderDate),
  reason: row.reason,
  recordedAt: row.recordedAt,
  annulment:
    row.annulledAt === null
      ? null
      : {
          studentUuid: row.student,
          recordedAt: row.annulledAt,
          order: orderOf(row.annulmentOrderNumber, row.annulmentOrderDate),
          reason: row.annulmentReason,
        },
});

const groupMovementOf = (row: GroupRow): GroupMovement => ({
  id: globalId('GroupMovement', row.movement),
  kind: row.kind,
  on: row.on,
  toSemester: row.toSemester,
  students: row.students,
  exceptions: row.exceptions,
  order: orderOf(row.orderNumber, row.orderDate),
  annulledAt: row.annulledAt,
});

/** The movement of the student body; what was annulled stays in it. */
@Resolver(() => StudentMovement)
export class StudentMovementResolver {
  @Access(reading)
  @Query(() => [StudentMovement], {
    description: 'The movements of a student in the order in which they were recorded, annulled ones too.',
  })
  async studentMovements(
    @Arg('studentId', () => ID, { description: 'The student.' }) studentId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly StudentMovement[]> {
    await reach(context, minPosition);
    const rows = await movementsOf(
      context.reader,
      scopeFor(context, 'movement.read'),
      uuidOf('Student', studentId),
    );
    return rows.map(movementOf);
  }

  @Access(reading)
  @Query(() => [GroupMovement], { description: 'The promotions and the graduation of a group.' })
  async groupMovements(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly GroupMovement[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'movement.read');
    return (await movementsOfGroup(context.reader, scope, uuidOf('StudyGroup', groupId))).map(
      groupMovementOf,
    );
  }

  @Access(reading)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group the student was in before.' })
  fromGroup(@Root() { row }: StudentMovement, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, row.fromGroup);
  }

  @Access(reading)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group the student was in after.' })
  toGroup(@Root() { row }: StudentMovement, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, row.toGroup);
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who recorded it.' })
  recordedBy(@Root() { row }: StudentMovement, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.recordedBy);
  }
}
