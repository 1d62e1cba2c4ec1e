import { Arg, Field, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { auditTrailFrom } from '../../projections/audit-trail/queries.ts';
import { ANY } from '../../src/runtime/live/channel.ts';
import { Access } from '../access.ts';
import { AuditFilter, auditFilterOf } from '../audit-filter.ts';
import { scopeFor, viewerOf, type Context } from '../context.ts';
import { AuditEntry, auditEntryOf } from '../nouns/audit-entry.ts';
import { Position } from '../scalars.ts';
import { AFTER_POSITION, following, type Subscribing } from './following.ts';

const reading = { capability: 'auditTrail.read' } as const;

/** Entries told at once; more follow as soon as these were taken. */
const AT_ONCE = 100;

@ObjectType({ simpleResolvers: true, description: 'New entries of the audit trail, oldest first.' })
export class AuditTrailChange {
  @Access(reading)
  @Field(() => Position, {
    description: 'Everything up to here has been told: the `after` to come back with.',
  })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => [AuditEntry], { description: 'The entries that match, 100 at most; more follow at once.' })
  readonly entries!: readonly AuditEntry[];
}

interface Asked {
  readonly filter?: AuditFilter;
  readonly after?: bigint | null;
}

/** The entries of the trail that match, as they come. */
async function* auditTrailChanges(context: Context, asked: Asked): AsyncGenerator<AuditTrailChange, void> {
  const filter = await auditFilterOf(context.college(), asked.filter ?? new AuditFilter());
  yield* following<AuditTrailChange>(context, asked.after, {
    channel: 'audit-trail',
    topics: ANY,
    begin: async (now) => await now.college().log.head(now.college().id),
    may: (now) => Promise.resolve(viewerOf(now).capabilities.has('auditTrail.read')),
    async since(now, after, reached) {
      if (reached <= after) return { position: after, change: null };
      const scope = scopeFor(now, 'auditTrail.read');
      const rows = await auditTrailFrom(now.reader, scope, filter, { after, until: reached, first: AT_ONCE });
      const more = rows.length === AT_ONCE;
      const position = more ? (rows.at(-1)?.position ?? reached) : reached;
      if (rows.length === 0) return { position, change: null };
      return { position, change: { position, entries: rows.map(auditEntryOf) }, more };
    },
  });
}

/** Who changes what, as it happens. */
@Resolver()
export class AuditTrailChangedResolver {
  @Access(reading)
  @Subscription(() => AuditTrailChange, {
    description:
      'Every event of the college as it enters the trail: who, what, by which right and rule, why.',
    subscribe: ({ args, context }: Subscribing<Asked>) => auditTrailChanges(context, args),
  })
  auditTrailChanged(
    @Arg('filter', () => AuditFilter, { defaultValue: {}, description: 'Which events.' })
    _filter: AuditFilter,
    @Arg('after', () => Position, AFTER_POSITION) _after: bigint | null | undefined,
    @Root() change: AuditTrailChange,
  ): AuditTrailChange {
    return change;
  }
}
