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
import type { RefusedAttempt as Row } from '../projections/refused-attempts/table.ts';
import { refusedAttempts } from '../projections/refused-attempts/queries.ts';
import type { RefusalCode as RefusalCodeName } from '../src/decisions/refusal.ts';
import { Access } from './access.ts';
import { AFTER, connected, connectionOf, FIRST, sliceAt, type Connection } from './connection.ts';
import { scopeFor, type Context } from './context.ts';
import { RefusalCode } from './enums/college.ts';
import { factsOf } from './fact-values.ts';
import { globalIdOrNull, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { Student } from './nouns/student.ts';
import { Instant, Position } from './scalars.ts';
import { Fact } from './user-error.ts';

const reading = { capability: 'refusedAttempt.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A command that a rule refused.' })
export class RefusedAttempt {
  readonly row!: Row;

  @Access(reading)
  @Field(() => Position, { description: 'Its place in the log.' })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => Instant, { description: 'When.' })
  readonly attemptedAt!: string;

  @Access(reading)
  @Field(() => String, { description: 'What was tried.' })
  readonly command!: string;

  @Access(reading)
  @Field(() => RefusalCode, { description: 'Why it was refused.' })
  readonly code!: RefusalCodeName;

  @Access(reading)
  @Field(() => [Fact], { description: 'The values that decided it.' })
  readonly facts!: readonly Fact[];

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The parameter of the regulation behind it.' })
  readonly parameter!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The clause behind it.' })
  readonly clause!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The page it was about.' })
  readonly journalId!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The lesson it was about.' })
  readonly lessonId!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The period it was about.' })
  readonly periodId!: string | null;
}

const attemptOf = (row: Row): RefusedAttempt => ({
  row,
  position: row.position,
  attemptedAt: row.attemptedAt,
  command: row.command,
  // Written by this program from the closed list.
  code: row.code as RefusalCodeName,
  facts: factsOf(row.facts),
  parameter: row.parameter,
  clause: row.clause,
  journalId: globalIdOrNull('Journal', row.journal),
  lessonId: globalIdOrNull('Lesson', row.lesson),
  periodId: globalIdOrNull('AttestationPeriod', row.period),
});

const RefusedAttempts = connectionOf(
  'RefusedAttempts',
  'A page of refused attempts.',
  RefusedAttempt,
  reading,
);

@InputType({ description: 'Which refused attempts are asked for.' })
class RefusedAttemptFilter {
  @Field(() => ID, { nullable: true, description: 'Who tried.' })
  readonly actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'On which page.' })
  readonly journalId?: string | null;

  @Field(() => RefusalCode, { nullable: true, description: 'Why it was refused.' })
  readonly code?: RefusalCodeName | null;

  @Field(() => Instant, { nullable: true, description: 'From this instant on.' })
  readonly from?: string | null;

  @Field(() => Instant, { nullable: true, description: 'Before this instant.' })
  readonly to?: string | null;
}

/** Who was refused what. */
@Resolver(() => RefusedAttempt)
export class RefusedAttemptResolver {
  @Access(reading)
  @Query(() => RefusedAttempts, {
    description: 'Who tried what and was refused by which rule, newest first.',
  })
  async refusedAttempts(
    @Arg('filter', () => RefusedAttemptFilter, { defaultValue: {}, description: 'Which attempts.' })
    { actorId, journalId, code, from, to }: RefusedAttemptFilter,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<Connection<RefusedAttempt>> {
    await reach(context, minPosition);
    const filter = {
      actor: actorId ? uuidOf('Account', actorId) : undefined,
      journal: journalId ? uuidOf('Journal', journalId) : undefined,
      code: code ?? undefined,
      from: from ?? undefined,
      to: to ?? undefined,
    };
    const scope = scopeFor(context, 'refusedAttempt.read');
    return connected(await refusedAttempts(context.reader, scope, filter, sliceAt(first, after)), attemptOf);
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who tried.' })
  actor(@Root() { row }: RefusedAttempt, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.actor);
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student it was about.' })
  student(@Root() { row }: RefusedAttempt, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }
}
