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
import { collegeOf } from '../projections/directory/by-ids.ts';
import { erasureById, erasures } from '../projections/erasures/queries.ts';
import type { Erasure as Row } from '../projections/erasures/table.ts';
import { decode } from '../src/log/body.ts';
import { Access } from './access.ts';
import { AFTER, connected, connectionOf, FIRST, sliceAt, type Connection } from './connection.ts';
import { scopeFor, type Context } from './context.ts';
import { ErasureState } from './enums/personal-data.ts';
import { actOf } from './erasure-act.ts';
import { uuidIfGiven, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { Erasure, ErasureAct, ErasureEvent, erasureOf, readingErasures } from './nouns/erasure.ts';
import { InclusionProof } from './nouns/log-proof.ts';
import { Student } from './nouns/student.ts';
import { Base64, Instant, Position } from './scalars.ts';

const Erasures = connectionOf('Erasures', 'A page of erasures.', Erasure, readingErasures);

@InputType({ description: 'Which erasures are asked for.' })
class ErasureFilter {
  @Field(() => ErasureState, { nullable: true, description: 'Where they stand.' })
  readonly state?: Row['state'] | null;

  @Field(() => ID, { nullable: true, description: 'Of which student.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of which guardian or member of staff, by the account.' })
  readonly accountId?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One who agreed to an erasure.' })
class ErasureApproval {
  readonly account!: string;

  @Access(readingErasures)
  @Field(() => Instant, { description: 'When.' })
  readonly at!: string;
}

/** The events of an erasure and of the ends of its keys, in the order of the log. */
const eventsOf = async (context: Context, { erasure, terms }: Row) => {
  const { log, id } = context.college();
  const keys = terms.map(({ subject, purpose }) => `key-${subject}.${purpose}`);
  const found = await log.readStreams(id, [`erasure-${erasure}`, ...new Set(keys)]);
  return [...found.values()]
    .flat()
    .map(decode)
    .filter(({ data }) => 'erasure' in data && data.erasure === erasure)
    .sort((a, b) => (a.position < b.position ? -1 : 1));
};

/** Which personal data were destroyed, and the acts about it. */
@Resolver(() => Erasure)
export class ErasureResolver {
  @Access(readingErasures)
  @Query(() => Erasures, {
    description:
      'Which personal data were destroyed or are to be, newest first: that they were, never what they said.',
  })
  async erasures(
    @Arg('filter', () => ErasureFilter, { defaultValue: {}, description: 'Which erasures.' })
    { state, studentId, accountId }: ErasureFilter,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<Connection<Erasure>> {
    await reach(context, minPosition);
    const subject = uuidIfGiven('Student', studentId) ?? uuidIfGiven('Account', accountId);
    const filter = { state: state ?? undefined, subject };
    const scope = scopeFor(context, 'erasure.read');
    return connected(await erasures(context.reader, scope, filter, sliceAt(first, after)), erasureOf);
  }

  @Access(readingErasures)
  @Query(() => ErasureAct, {
    nullable: true,
    description:
      'The act of a destruction and the extract of the event log, for the regulator; null while nothing of it was destroyed.',
  })
  async erasureAct(
    @Arg('erasureId', () => ID, { description: 'The erasure.' }) erasureId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<ErasureAct | null> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'erasure.read');
    const row = await erasureById(context.reader, scope, uuidOf('Erasure', erasureId));
    const college = await collegeOf(context.reader, scope);
    if (!row || !college) return null;
    const events = await eventsOf(context, row);
    const proofs = await Promise.all(
      events.map(async ({ position }) => {
        const [leaf, proof] = await Promise.all([
          context.loaders.leaves.load(String(position)),
          context.loaders.proofs.load(String(position)),
        ]);
        const leafHash = leaf?.leafHash.toString('base64') ?? '';
        return [position, { leafHash, proof: proof?.tlogProof ?? null }] as const;
      }),
    );
    return actOf({ row, college, system: context.college().origin, events, proofs: new Map(proofs) });
  }

  @Access(readingErasures)
  @FieldResolver(() => [ErasureApproval], { description: 'Who agreed, in order.' })
  approvals(@Root() { row }: Erasure): readonly ErasureApproval[] {
    return row.approvals;
  }

  @Access(readingErasures)
  @FieldResolver(() => Account, { nullable: true, description: 'Who asked for it here.' })
  askedBy(@Root() { row }: Erasure, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.askedBy);
  }

  @Access(readingErasures)
  @FieldResolver(() => Student, { nullable: true, description: 'The student, where it is one.' })
  async student(@Root() { row }: Erasure, @Ctx() { loaders }: Context): Promise<Student | null> {
    return row.subjectKind === 'student' ? await load(loaders.students, row.subject) : null;
  }
}

/** Who agreed to an erasure. */
@Resolver(() => ErasureApproval)
export class ErasureApprovalEdges {
  @Access(readingErasures)
  @FieldResolver(() => Account, { nullable: true, description: 'Who.' })
  by(@Root() { account }: ErasureApproval, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, account);
  }
}

/** What holds an event of an extract in place. */
@Resolver(() => ErasureEvent)
export class ErasureEventEdges {
  @Access(readingErasures)
  @FieldResolver(() => Base64, { nullable: true, description: 'The hash of its leaf (RFC 6962).' })
  async leafHash(@Root() { position }: ErasureEvent, @Ctx() { loaders }: Context): Promise<string | null> {
    const leaf = await loaders.leaves.load(String(position));
    return leaf?.leafHash.toString('base64') ?? null;
  }

  @Access(readingErasures)
  @FieldResolver(() => InclusionProof, {
    nullable: true,
    description: 'That it stands in the latest checkpoint; null while it is not signed yet, for a second.',
  })
  proof(@Root() { position }: ErasureEvent, @Ctx() { loaders }: Context): Promise<InclusionProof | null> {
    return loaders.proofs.load(String(position));
  }
}
