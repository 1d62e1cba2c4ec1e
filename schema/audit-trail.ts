import { Arg, Ctx, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import type { EventType } from '../events/register.ts';
import { auditTrail, markHistory } from '../projections/audit-trail/queries.ts';
import { Access } from './access.ts';
import { AFTER, connected, connectionOf, FIRST, sliceAt, type Connection } from './connection.ts';
import { scopeFor, type Context } from './context.ts';
import { EventKind } from './enums/college.ts';
import { uuidIfGiven, uuidOf } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { AuditEntry, auditEntryOf } from './nouns/audit-entry.ts';
import { Instant, LocalDate, Position } from './scalars.ts';

const AuditTrail = connectionOf('AuditTrail', 'A page of the audit trail.', AuditEntry, {
  capability: 'auditTrail.read',
});

@InputType({ description: 'Which events are asked for; what is left out does not narrow them.' })
class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Who acted.' })
  readonly actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The student they are about.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The page they are about.' })
  readonly journalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The group they are about, its pages included.' })
  readonly groupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The period they are about, its pages included.' })
  readonly periodId?: string | null;

  @Field(() => [EventKind], { nullable: true, description: 'Only these kinds.' })
  readonly kinds?: readonly EventType[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Only entries made after their deadline.' })
  readonly lateOnly!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Only entries that a grant made possible.' })
  readonly afterGrantOnly!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Only refused attempts.' })
  readonly refusedOnly!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Only what an import brought in.' })
  readonly importedOnly!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only what was brought over from temporary journals after an outage.',
  })
  readonly temporaryJournalOnly!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Only what was accepted with a warning.' })
  readonly warnedOnly!: boolean;

  @Field(() => Instant, { nullable: true, description: 'Recorded from this instant on.' })
  readonly recordedFrom?: string | null;

  @Field(() => Instant, { nullable: true, description: 'Recorded before this instant.' })
  readonly recordedTo?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'About this day or later.' })
  readonly occurredFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'About this day or earlier.' })
  readonly occurredTo?: string | null;
}

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
    const { actorId, studentId, journalId, groupId, periodId, ...rest } = filter;
    const slice = await auditTrail(
      context.reader,
      scopeFor(context, 'auditTrail.read'),
      {
        actor: uuidIfGiven('Account', actorId),
        student: uuidIfGiven('Student', studentId),
        journal: uuidIfGiven('Journal', journalId),
        group: uuidIfGiven('StudyGroup', groupId),
        period: uuidIfGiven('AttestationPeriod', periodId),
        lateOnly: rest.lateOnly,
        afterGrantOnly: rest.afterGrantOnly,
        refusedOnly: rest.refusedOnly,
        importedOnly: rest.importedOnly,
        temporaryJournalOnly: rest.temporaryJournalOnly,
        warnedOnly: rest.warnedOnly,
        kinds: rest.kinds ?? undefined,
        recordedFrom: rest.recordedFrom ?? undefined,
        recordedTo: rest.recordedTo ?? undefined,
        occurredFrom: rest.occurredFrom ?? undefined,
        occurredTo: rest.occurredTo ?? undefined,
      },
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
    const student = uuidOf('Student', studentId);
    const of =
      lessonId === null || lessonId === undefined
        ? { student, journal: uuidOf('Journal', journalId) }
        : { student, lesson: uuidOf('Lesson', lessonId) };
    const entries = await markHistory(context.reader, scopeFor(context, 'markHistory.read'), of);
    return entries.map(auditEntryOf);
  }
}
