import { Field, ID, ObjectType } from 'type-graphql';
import type { AuditEntry as Row } from '../../projections/audit-trail/table.ts';
import { Access } from '../access.ts';
import { Personal } from '../personal.ts';
import { Channel, EventKind, Source } from '../enums/college.ts';
import { WorkType } from '../enums/journal.ts';
import { Role } from '../enums/role.ts';
import { SignInWay } from '../enums/sign-in.ts';
import { globalIdOrNull } from '../global-id.ts';
import { Instant, LocalDate, Position } from '../scalars.ts';
import { RuleOfEvent } from './rule-of-event.ts';

const reading = { capability: ['auditTrail.read', 'markHistory.read'] } as const;
const tracing = { capability: 'auditTrail.read', deny: 'null' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'What happened, who did it, by which right and rule, and why.',
})
export class AuditEntry {
  readonly row!: Row;

  @Access(reading)
  @Field(() => Position, { description: 'Its place in the log of the college.' })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => ID, { description: 'The id of the event.' })
  readonly eventId!: string;

  @Access(reading)
  @Field(() => EventKind, { description: 'What happened.' })
  readonly kind!: Row['type'];

  @Access(reading)
  @Field(() => Instant, { description: 'When it was recorded, by the server’s clock.' })
  readonly recordedAt!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'The day it is about.' })
  readonly occurredOn!: string;

  @Access(reading)
  @Field(() => Role, { nullable: true, description: 'The role that gave the right.' })
  readonly role!: Row['role'];

  @Access(reading)
  @Field(() => Source, { description: 'How it came in.' })
  readonly source!: Row['source'];

  @Access(tracing)
  @Field(() => Channel, { nullable: true, description: 'Through which door.' })
  readonly channel!: Row['channel'] | null;

  @Access(tracing)
  @Field(() => String, { nullable: true, description: 'In which session.' })
  readonly session!: string | null;

  @Access(tracing)
  @Field(() => SignInWay, {
    nullable: true,
    description: 'How whoever acted had last proved who they are; null where nobody was signed in.',
  })
  readonly provedBy!: Row['provedBy'];

  @Access(tracing)
  @Field(() => Instant, { nullable: true, description: 'When they had proved it.' })
  readonly provedAt!: string | null;

  @Access(tracing)
  @Field(() => ID, {
    nullable: true,
    description:
      'The request it came by, as its answer named it in `X-Request-Id` and the server’s log lines name it; null where there was none.',
  })
  readonly requestId!: string | null;

  @Access(tracing)
  @Field(() => ID, { nullable: true, description: 'The command.' })
  readonly commandId!: string | null;

  @Access(tracing)
  @Field(() => ID, { nullable: true, description: 'The import or list of commands it came with.' })
  readonly correlationId!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The page it is about.' })
  readonly journalId!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The lesson it is about.' })
  readonly lessonId!: string | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The attestation period it is about.' })
  readonly periodId!: string | null;

  @Access(reading)
  @Field(() => WorkType, { nullable: true, description: 'The kind of work, for a mark.' })
  readonly workType!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The value before.' })
  readonly from!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The value after.' })
  readonly to!: string | null;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether the entry deadline had passed.' })
  readonly late!: boolean;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The grant that opened a closed window for it.' })
  readonly grantId!: string | null;

  @Access(reading)
  @Field(() => RuleOfEvent, { nullable: true, description: 'The rule that allowed it.' })
  readonly rule!: RuleOfEvent | null;

  @Access(reading)
  @Field(() => ID, {
    nullable: true,
    description: 'The outage from whose temporary journal it was brought over.',
  })
  readonly outageId!: string | null;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether a reason was given.' })
  readonly hasReason!: boolean;

  @Personal('special')
  @Access(reading)
  @Field(() => String, {
    nullable: true,
    description: 'The reason; null where none was given or it was erased.',
  })
  readonly reason!: string | null;
}

const ruleOf = ({ ruleParameter, ruleClause, ruleVersion, deadline, due }: Row): RuleOfEvent | null =>
  ruleParameter !== null && ruleClause !== null && ruleVersion !== null
    ? { parameter: ruleParameter, clause: ruleClause, version: ruleVersion, deadline, due }
    : null;

/** An entry of the trail as the API shows it. */
export const auditEntryOf = (row: Row): AuditEntry => ({
  row,
  position: row.position,
  eventId: row.event,
  kind: row.type,
  recordedAt: row.recordedAt,
  occurredOn: row.occurredOn,
  role: row.role,
  source: row.source,
  channel: row.channel,
  session: row.session,
  provedBy: row.provedBy,
  provedAt: row.provedAt,
  requestId: row.request,
  commandId: row.command,
  correlationId: row.correlation,
  journalId: globalIdOrNull('Journal', row.journal),
  lessonId: globalIdOrNull('Lesson', row.lesson),
  periodId: globalIdOrNull('AttestationPeriod', row.period),
  workType: row.workType,
  from: row.fromValue,
  to: row.toValue,
  late: row.late,
  grantId: globalIdOrNull('EditWindowGrant', row.grant),
  rule: ruleOf(row),
  outageId: globalIdOrNull('Outage', row.outage),
  hasReason: row.hasReason,
  reason: row.reason,
});
