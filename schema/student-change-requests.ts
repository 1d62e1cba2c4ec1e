import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { studentChangeRequests } from '../projections/movement/queries-requests.ts';
import type { StudentChangeRequest as Row } from '../projections/movement/table-requests.ts';
import { Access } from './access.ts';
import { Personal } from './personal.ts';
import { scopeFor, type Context } from './context.ts';
import { StudentChangeKind, StudentChangeStatus } from './enums/movement.ts';
import { globalId } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { Student } from './nouns/student.ts';
import { StudyGroup } from './nouns/study-group.ts';
import { Instant, LocalDate, Position } from './scalars.ts';

const reading = { capability: 'studentChange.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'What a curator or a guardian asked the administrator to change about a student.',
})
export class StudentChangeRequest {
  readonly row!: Row;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => StudentChangeKind, { description: 'What it is about.' })
  readonly kind!: Row['kind'];

  @Access(reading)
  @Field(() => StudentChangeStatus, { description: 'What became of it.' })
  readonly status!: Row['status'];

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'From or on which day.' })
  readonly on!: string | null;

  @Personal('identity')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The surname as it should be.' })
  readonly familyName!: string | null;

  @Personal('identity')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The first name as it should be.' })
  readonly givenName!: string | null;

  @Personal('identity')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The patronymic as it should be, if any.' })
  readonly patronymic!: string | null;

  @Personal('special')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What else was said.' })
  readonly details!: string | null;

  @Access(reading)
  @Field(() => Instant, { description: 'When it was made.' })
  readonly requestedAt!: string;

  @Access(reading)
  @Field(() => Instant, { nullable: true, description: 'When it was answered.' })
  readonly answeredAt!: string | null;

  @Personal('special')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  readonly answer!: string | null;
}

const requestOf = (row: Row): StudentChangeRequest => ({
  row,
  id: globalId('StudentChangeRequest', row.request),
  kind: row.kind,
  status: row.status,
  on: row.on,
  familyName: row.familyName,
  givenName: row.givenName,
  patronymic: row.patronymic,
  details: row.details,
  requestedAt: row.requestedAt,
  answeredAt: row.answeredAt,
  answer: row.answer,
});

/** Requests about students, for those who answer them and those who made them. */
@Resolver(() => StudentChangeRequest)
export class StudentChangeRequestResolver {
  @Access(reading)
  @Query(() => [StudentChangeRequest], {
    description:
      'The requests about students, the oldest first, 500 at most; of own groups and children, or all.',
  })
  async studentChangeRequests(
    @Arg('status', () => StudentChangeStatus, { nullable: true, description: 'Only those.' })
    status: Row['status'] | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly StudentChangeRequest[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'studentChange.read');
    return (await studentChangeRequests(context.reader, scope, status ?? undefined)).map(requestOf);
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { row }: StudentChangeRequest, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }

  @Access(reading)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group.' })
  group(@Root() { row }: StudentChangeRequest, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, row.group);
  }

  @Access(reading)
  @FieldResolver(() => StudyGroup, { nullable: true, description: 'The group a transfer is to lead to.' })
  toGroup(@Root() { row }: StudentChangeRequest, @Ctx() { loaders }: Context): Promise<StudyGroup | null> {
    return load(loaders.groups, row.toGroup);
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who asked.' })
  requestedBy(@Root() { row }: StudentChangeRequest, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.requestedBy);
  }
}
