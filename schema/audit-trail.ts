import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { auditTrail, markHistory } from '../projections/audit-trail/queries.ts';
import { Access } from './access.ts';
import { AuditFilter, auditFilterOf } from './audit-filter.ts';
import { AFTER, connected, connectionOf, FIRST, sliceAt, type Connection } from './connection.ts';
import { scopeFor, type Context } from './context.ts';
import { uuidIfGiven, uuidOf } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { AuditEntry, auditEntryOf } from './nouns/audit-entry.ts';
import { Position } from './scalars.ts';

const AuditTrail = connectionOf('AuditTrail', 'A page of the audit trail.', AuditEntry, {
  capability: 'auditTrail.read',
});

/** Who changed what: the whole trail, and the history of one mark. */
@Resolver()
export class AuditTrailResolver {
  @Access({ capability: 'auditTrail.read' })
  @Query(() => AuditTrail, {
    description: 'Every event of the college, newest first: who, what, by which right and rule, why.',
  })
  async auditTrail(
    @Arg('filter', () => AuditFilter, { defaultValue: {}, description: 'Which events.' }) filter: AuditFilter,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<Connection<AuditEntry>> {
    await reach(context, minPosition);
    const slice = await auditTrail(
      context.reader,
      scopeFor(context, 'auditTrail.read'),
      await auditFilterOf(context.college(), filter),
      sliceAt(first, after),
    );
    return connected(slice, auditEntryOf);
  }

  @Access({ capability: 'markHistory.read' })
  @Query(() => [AuditEntry], {
    description:
      'Every change of a student’s marks at a lesson, or on a page with its attestation; oldest first.',
  })
  async markHistory(
    @Arg('studentId', () => ID, { description: 'The student.' }) studentId: string,
    @Arg('journalId', () => ID, { description: 'The page.' }) journalId: string,
    @Arg('lessonId', () => ID, { nullable: true, description: 'One lesson; left out: the whole page.' })
    lessonId: string | null | undefined,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly AuditEntry[]> {
    await reach(context, minPosition);
    const of = {
      student: uuidOf('Student', studentId),
      journal: uuidOf('Journal', journalId),
      lesson: uuidIfGiven('Lesson', lessonId),
    };
    const entries = await markHistory(context.reader, scopeFor(context, 'markHistory.read'), of);
    return entries.map(auditEntryOf);
  }
}
