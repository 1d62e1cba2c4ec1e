import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Role as RoleName } from '../events/role.ts';
import type { Capability as CapabilityName } from '../src/policies/access.ts';
import { Access } from './access.ts';
import { Capability, Role } from './enums/role.ts';
import { Instant, LocalDate, LocalTime } from './scalars.ts';
import { UserError } from './user-error.ts';

const MAY_REQUEST_GRANT = 'Whether an administrator may open it again by a grant that can be asked for.';

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'The edit window has closed.' })
export class EditWindowClosed extends UserError {
  @Access('signedIn')
  @Field(() => Instant, {
    description:
      'The first moment at which it was closed: the midnight that ends `closedOn` in the zone of the college.',
  })
  readonly closedAt!: string;

  @Access('signedIn')
  @Field(() => LocalDate, {
    description: 'The last day on which it was open, by the calendar of the college.',
  })
  readonly closedOn!: string;

  @Access('signedIn')
  @Field(() => Boolean, { description: MAY_REQUEST_GRANT })
  readonly mayRequestGrant!: boolean;

  @Access('signedIn')
  @Field(() => Boolean, {
    description: MAY_REQUEST_GRANT,
    deprecationReason: 'Use mayRequestGrant; removed after 2027-09-01.',
  })
  readonly canRequestGrant!: boolean;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'The attestation sheet of the page is completed, which closes its marks.',
})
export class SheetCompleted extends UserError {
  @Access('signedIn')
  @Field(() => LocalDate, { description: 'The day on which it was completed.' })
  readonly completedOn!: string;

  @Access('signedIn')
  @Field(() => Boolean, { description: MAY_REQUEST_GRANT })
  readonly mayRequestGrant!: boolean;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'The attestation period is locked: nobody enters anything in it until it is re-opened.',
})
export class PeriodLocked extends UserError {
  @Access('signedIn')
  @Field(() => LocalDate, { description: 'The last day of the period.' })
  readonly until!: string;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'Somebody else changed it meanwhile: what stands there now, who entered it and when.',
})
export class RevisionConflict extends UserError {
  /** The account behind `changedBy`, within what the viewer may see of accounts. */
  readonly changer!: string | null;

  @Access('signedIn')
  @Field(() => Int, {
    nullable: true,
    description: 'The revision that stands now: name it to correct the value all the same.',
  })
  readonly currentRevision!: number | null;

  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'The value that stands now.' })
  readonly currentValue!: string | null;

  @Access('signedIn')
  @Field(() => Instant, { nullable: true, description: 'When it was changed, where that is kept.' })
  readonly changedAt!: string | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'None of the viewer’s roles gives the right; `whoCanHelp` names those that do.',
})
export class NotPermitted extends UserError {
  @Access('signedIn')
  @Field(() => Capability, { nullable: true, description: 'The right that is missing.' })
  readonly capability!: CapabilityName | null;

  @Access('signedIn')
  @Field(() => [Role], {
    description: 'The roles that the regulation names for it, and no others; empty where it names none.',
  })
  readonly namedRoles!: readonly RoleName[];
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'Another lesson needs the same group, teacher or room at that time.',
})
export class TimetableClash extends UserError {
  @Access('signedIn')
  @Field(() => String, { description: 'What both need: `group`, `teacher` or `room`.' })
  readonly resource!: string;

  @Access('signedIn')
  @Field(() => ID, { nullable: true, description: 'The page of the other lesson.' })
  readonly withJournalId!: string | null;

  @Access('signedIn')
  @Field(() => ID, { nullable: true, description: 'The other lesson, where it is a dated one.' })
  readonly withLessonId!: string | null;

  @Access('signedIn')
  @Field(() => LocalDate, { nullable: true, description: 'Its day, where it is a dated one.' })
  readonly date!: string | null;

  @Access('signedIn')
  @Field(() => LocalTime, { nullable: true, description: 'When it begins.' })
  readonly startsAt!: string | null;

  @Access('signedIn')
  @Field(() => LocalTime, { nullable: true, description: 'When it ends.' })
  readonly endsAt!: string | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'The student is on academic leave on that day.',
})
export class OnAcademicLeave extends UserError {
  @Access('signedIn')
  @Field(() => LocalDate, { nullable: true, description: 'The first day of the leave.' })
  readonly from!: string | null;

  @Access('signedIn')
  @Field(() => LocalDate, { nullable: true, description: 'Its last day.' })
  readonly until!: string | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'These data have to be kept for now.',
})
export class RetentionNotOver extends UserError {
  @Access('signedIn')
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day on which they may go, if it is known.',
  })
  readonly keptUntil!: string | null;

  @Access('signedIn')
  @Field(() => String, { description: 'What they are kept for, as the log names it.' })
  readonly purpose!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'The act that asks for it.' })
  readonly basis!: string;
}
