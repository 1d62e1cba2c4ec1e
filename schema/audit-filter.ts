import { Field, ID, InputType } from 'type-graphql';
import type { Actor } from '../events/recorded.ts';
import type { EventType } from '../events/register.ts';
import type { Role as RoleName } from '../events/role.ts';
import type { AuditFilter as Filter } from '../projections/audit-trail/filter.ts';
import type { RunningCollege } from '../src/runtime/college.ts';
import { Channel, EventKind } from './enums/college.ts';
import { Role } from './enums/role.ts';
import { uuidIfGiven } from './global-id.ts';
import { Instant, Label, LocalDate, UUID } from './scalars.ts';

@InputType({ description: 'Which events are asked for; what is left out does not narrow them.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Who acted.' })
  readonly actorId?: string | null;

  @Field(() => [Role], {
    nullable: true,
    description: 'Only by these rights: the role that gave the right to act.',
  })
  readonly roles?: readonly RoleName[] | null;

  @Field(() => [Channel], { nullable: true, description: 'Only through these doors.' })
  readonly channels?: readonly Actor['channel'][] | null;

  @Field(() => ID, { nullable: true, description: 'The student on whose behalf somebody acted.' })
  readonly onBehalfOfId?: string | null;

  @Field(() => Label, { nullable: true, description: 'The session in which somebody acted.' })
  readonly session?: string | null;

  @Field(() => UUID, { nullable: true, description: 'The command that recorded them.' })
  readonly commandId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'The list of commands or the import they came with.' })
  readonly correlationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The student they are about.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The page they are about.' })
  readonly journalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The lesson they are about.' })
  readonly lessonId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The group they are about, its pages included.' })
  readonly groupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The period they are about, its pages included.' })
  readonly periodId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account they are about; who acted is `actorId`.' })
  readonly accountId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The grant of an edit window they are about, the entries that it made possible included.',
  })
  readonly grantId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The outage they are about, what came from its temporary journals included.',
  })
  readonly outageId?: string | null;

  @Field(() => [EventKind], { nullable: true, description: 'Only these kinds.' })
  readonly kinds?: readonly EventType[] | null;

  @Field(() => Label, {
    nullable: true,
    description: 'The parameter of the regulation that allowed them, `currentMark.editWindowDays`.',
  })
  readonly parameter?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only with a reason, its text erased or not; false: only without one. The texts themselves are not searched: they are kept to be read beside their event, and erased one by one.',
  })
  readonly withReason?: boolean | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only those whose reason was given and has been erased.',
  })
  readonly erasedReasonOnly!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Only what somebody did on another’s behalf.' })
  readonly onBehalfOnly!: boolean;

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

const NOWHERE = { first: 0n, last: 0n };

/** The filter of a query behind the one that was asked for; ids of another type are malformed. */
export const filterOf = (asked: AuditFilter): Filter => {
  const { actorId, studentId, journalId, lessonId, groupId, periodId, accountId, ...rest } = asked;
  const { onBehalfOfId, commandId, correlationId, grantId, outageId, ...plain } = rest;
  const given = Object.entries(plain).filter(([, value]) => value !== null);
  return {
    ...(Object.fromEntries(given) as Filter),
    actor: uuidIfGiven('Account', actorId),
    student: uuidIfGiven('Student', studentId),
    journal: uuidIfGiven('Journal', journalId),
    lesson: uuidIfGiven('Lesson', lessonId),
    group: uuidIfGiven('StudyGroup', groupId),
    period: uuidIfGiven('AttestationPeriod', periodId),
    account: uuidIfGiven('Account', accountId),
    onBehalfOf: uuidIfGiven('Student', onBehalfOfId),
    grant: uuidIfGiven('EditWindowGrant', grantId),
    outage: uuidIfGiven('Outage', outageId),
    correlation: correlationId ?? undefined,
    command: commandId ?? undefined,
  };
};

/** The same, with the place in the log of the command it asks for. */
export const auditFilterOf = async ({ id, log }: RunningCollege, asked: AuditFilter): Promise<Filter> => {
  const filter = filterOf(asked);
  if (filter.command === undefined) return filter;
  return { ...filter, commandAt: (await log.findCommand(id, filter.command)) ?? NOWHERE };
};
