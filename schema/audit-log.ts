import { Arg, Ctx, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { validate } from 'uuid';
import { entryOfEvent, positionOfEvent } from '../projections/audit-trail/entry-of-event.ts';
import type { AuditFilter } from '../projections/audit-trail/filter.ts';
import { MARKS } from '../projections/audit-trail/queries.ts';
import type { Reader } from '../projections/reader.ts';
import type { PublishedCheckpoint } from '../src/ledger/published/published.ts';
import type { Scope } from '../src/policies/scope.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { checkpointOf, consistencyOf, inclusionOf } from './log-proofs.ts';
import { AuditEntry, auditEntryOf } from './nouns/audit-entry.ts';
import { Checkpoint, ConsistencyProof, InclusionProof, proving } from './nouns/log-proof.ts';
import { LedgerKey, LogStatus, logStatusOf } from './nouns/log-status.ts';
import { Position } from './scalars.ts';
import { problem } from './errors/problem.ts';

const auditing = { capability: 'auditTrail.read' } as const;

@ObjectType({
  description:
    'The signed log of the college: nothing in it can be rewritten without anybody seeing who kept a checkpoint. The same checkpoints and tiles are served as files under `/log/`.',
})
class AuditLog {}

const eventIdOf = (id: string): string => {
  if (!validate(id)) throw problem('EVENT_ID_MALFORMED', { given: id.slice(0, 80) });
  return id.toLowerCase();
};

type Find<Found> = (
  reader: Reader,
  scope: Scope,
  event: string,
  filter?: AuditFilter,
) => Promise<Found | null>;

/** What is asked of an event that the viewer may read: in the trail, or else in the history of marks within their own reach. */
const readable = <Found>(find: Find<Found>, context: Context, event: string): Promise<Found | null> =>
  viewerOf(context).capabilities.has('auditTrail.read')
    ? find(context.reader, scopeFor(context, 'auditTrail.read'), event)
    : find(context.reader, scopeFor(context, 'markHistory.read'), event, { kinds: MARKS });

/** The signed log: its checkpoints, proofs against them, and how it stands. */
@Resolver(() => AuditLog)
export class AuditLogResolver {
  @Access(proving)
  @Query(() => AuditLog, { description: 'The signed log of the college, and proofs of what stands in it.' })
  auditLog(): AuditLog {
    return {};
  }

  @Access(proving)
  @FieldResolver(() => Checkpoint, {
    nullable: true,
    description: 'The latest checkpoint; null before the first.',
  })
  async latest(@Ctx() { published, college }: Context): Promise<Checkpoint | null> {
    return shown(await published.latest(college().id));
  }

  @Access(proving)
  @FieldResolver(() => Checkpoint, {
    nullable: true,
    description: 'The latest checkpoint that a witness cosigned: the best one to keep.',
  })
  async latestCosigned(@Ctx() { published, college }: Context): Promise<Checkpoint | null> {
    return shown(await published.latestCosigned(college().id));
  }

  @Access(proving)
  @FieldResolver(() => Checkpoint, {
    nullable: true,
    description: 'The checkpoint of just this size; null where none was signed.',
  })
  async checkpoint(
    @Arg('size', () => Position, { description: 'How many events it covers.' }) size: bigint,
    @Ctx() { published, college }: Context,
  ): Promise<Checkpoint | null> {
    return shown(await published.checkpoint(college().id, Number(size)));
  }

  @Access(auditing)
  @FieldResolver(() => AuditEntry, {
    nullable: true,
    description: 'One event by its id, with its bytes and its proof on request; null where there is none.',
  })
  async event(
    @Arg('id', () => ID, { description: 'The id of the event.' }) id: string,
    @Ctx() context: Context,
  ): Promise<AuditEntry | null> {
    const row = await readable(entryOfEvent, context, eventIdOf(id));
    return row && auditEntryOf(row);
  }

  @Access(proving)
  @FieldResolver(() => InclusionProof, {
    description: 'The proof that an event stands in the signed log; of one the viewer may read.',
  })
  async inclusion(
    @Arg('eventId', () => ID, { description: 'The id of the event.' }) eventId: string,
    @Arg('treeSize', () => Position, {
      nullable: true,
      description: 'In the log of this size; left out: of the latest checkpoint.',
    })
    treeSize: bigint | null | undefined,
    @Ctx() context: Context,
  ): Promise<InclusionProof> {
    const { published } = context;
    const college = context.college().id;
    const [position, latest] = await Promise.all([
      readable(positionOfEvent, context, eventIdOf(eventId)),
      published.latest(college),
    ]);
    if (position === null) throw problem('NO_SUCH_EVENT');
    const signed = latest?.size ?? 0;
    const size = Number(treeSize ?? signed);
    if (size > signed) throw problem('SIZE_NOT_SIGNED_YET', { size, signedSize: signed });
    if (position > signed)
      throw problem('EVENT_NOT_SIGNED_YET', { position: String(position), signedSize: signed });
    if (position > size) throw problem('EVENT_BEYOND_SIZE', { position: String(position), size });
    const leaf = (await published.leaves(college, [position])).get(position);
    if (!leaf) throw problem('EVENT_MISSING');
    const checkpoint = size === signed ? latest : await published.checkpoint(college, size);
    return inclusionOf(published, college, { position, leafHash: leaf.leafHash }, size, checkpoint);
  }

  @Access(proving)
  @FieldResolver(() => ConsistencyProof, {
    description: 'The proof that the log of one size goes on unchanged from the log of another.',
  })
  async consistency(
    @Arg('from', () => Position, { description: 'The smaller size, such as of a checkpoint that was kept.' })
    from: bigint,
    @Arg('to', () => Position, { description: 'The larger size, signed by now.' }) to: bigint,
    @Ctx() { published, college }: Context,
  ): Promise<ConsistencyProof> {
    if (from > to) throw problem('SIZES_TURNED_AROUND', { from: String(from), to: String(to) });
    const { id } = college();
    const signed = (await published.latest(id))?.size ?? 0;
    if (to > signed) throw problem('SIZE_NOT_SIGNED_YET', { size: String(to), signedSize: signed });
    return consistencyOf(published, id, Number(from), Number(to));
  }

  @Access(auditing)
  @FieldResolver(() => LogStatus, {
    description: 'How far the log is signed and cosigned, and what is wrong if something is.',
  })
  async status(@Ctx() { published, college }: Context): Promise<LogStatus> {
    return logStatusOf(await published.status(college().id));
  }

  @Access(proving)
  @FieldResolver(() => [LedgerKey], {
    description: 'The keys that the signer uses or has met, oldest first.',
  })
  async keys(@Ctx() { published, college }: Context): Promise<readonly LedgerKey[]> {
    return published.keys(college().id);
  }
}

const shown = (found: PublishedCheckpoint | null): Checkpoint | null => found && checkpointOf(found);
