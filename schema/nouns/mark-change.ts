import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { StandingOutChange } from '../../projections/monitoring/changes.ts';
import type { StandsOut as Reason } from '../../projections/monitoring/stands-out.ts';
import { DAYS_BEFORE_COUNCIL } from '../../src/policies/before-council.ts';
import { BULK_CHANGES } from '../../src/policies/bulk-changes.ts';
import { HOURS_AFTER_RESET } from '../../src/policies/credential-reset.ts';
import { ODD_HOURS } from '../../src/policies/odd-hours.ts';
import { MARKS_OF_ONE_VALUE } from '../../src/policies/one-value.ts';
import { Access } from '../access.ts';
import { connectionOf, type Connection } from '../connection.ts';
import { StandsOut } from '../enums/monitoring.ts';
import { Instant, LocalDate, LocalTime } from '../scalars.ts';
import { AuditEntry, auditEntryOf } from './audit-entry.ts';

const looking = { capability: 'markChange.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'A change of a mark, or another entry, that stands out.',
})
export class MarkChange {
  readonly codeIssuer!: string | null;

  @Access(looking)
  @Field(() => AuditEntry, { description: 'Who, when, from what to what, by which rule, and why.' })
  readonly entry!: AuditEntry;

  @Access(looking)
  @Field(() => [StandsOut], { description: 'Every reason for which it stands out.' })
  readonly standsOut!: readonly Reason[];

  @Access(looking)
  @Field(() => LocalDate, { description: 'The day it was recorded, by the college’s calendar.' })
  readonly localDate!: string;

  @Access(looking)
  @Field(() => LocalTime, { description: 'The time, by the college’s clock.' })
  readonly localTime!: string;

  @Access(looking)
  @Field(() => Int, {
    description: 'How many changes the account made in the same command or minute, this one included.',
  })
  readonly together!: number;

  @Access(looking)
  @Field(() => LocalDate, { nullable: true, description: 'The council it was made just before.' })
  readonly councilOn!: string | null;

  @Access(looking)
  @Field(() => Int, {
    nullable: true,
    description: 'How many marks of one value stand in the column that it made all alike.',
  })
  readonly alike!: number | null;

  @Access(looking)
  @Field(() => Instant, {
    nullable: true,
    description: 'When somebody else made a sign-in code for the account, not long before.',
  })
  readonly codeIssuedAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What counts as standing out.' })
class MarkChangeStandards {
  @Access(looking)
  @Field(() => Int, { description: 'So many changes by an account in one command or minute are in bulk.' })
  readonly changesInBulk!: number;

  @Access(looking)
  @Field(() => LocalTime, { description: 'When the odd hours begin.' })
  readonly oddHoursFrom!: string;

  @Access(looking)
  @Field(() => LocalTime, { description: 'When they are over.' })
  readonly oddHoursUntil!: string;

  @Access(looking)
  @Field(() => Int, { description: 'So many days before a council, and its own day, are just before it.' })
  readonly daysBeforeCouncil!: number;

  @Access(looking)
  @Field(() => Int, {
    description: 'So many marks of one kind of work at a lesson, all of one value, are looked at.',
  })
  readonly marksOfOneValue!: number;

  @Access(looking)
  @Field(() => Int, {
    description: 'For so many hours after a sign-in code was made by somebody else, entries are looked at.',
  })
  readonly hoursAfterReset!: number;
}

const MarkChangePage = connectionOf('MarkChangePage', 'A page of changes.', MarkChange, looking);

@ObjectType({ simpleResolvers: true, description: 'Changes of marks that stand out.' })
export class MarkChanges {
  @Access(looking)
  @Field(() => MarkChangeStandards, { description: 'What they were held against.' })
  readonly standards!: MarkChangeStandards;

  @Access(looking)
  @Field(() => MarkChangePage, { description: 'The changes.' })
  readonly changes!: Connection<MarkChange>;
}

@ObjectType({ simpleResolvers: true, description: 'A meeting of the pedagogical council.' })
export class Council {
  @Access({ capability: 'monitoring.read' })
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access({ capability: 'monitoring.read' })
  @Field(() => LocalDate, { description: 'Its day.' })
  readonly on!: string;

  @Access({ capability: 'monitoring.read' })
  @Field(() => String, { nullable: true, description: 'What it is about; null once it was erased.' })
  readonly title!: string | null;
}

/** What counts as standing out, today. */
export const standards: MarkChangeStandards = {
  changesInBulk: BULK_CHANGES,
  oddHoursFrom: ODD_HOURS.from,
  oddHoursUntil: ODD_HOURS.until,
  daysBeforeCouncil: DAYS_BEFORE_COUNCIL,
  marksOfOneValue: MARKS_OF_ONE_VALUE,
  hoursAfterReset: HOURS_AFTER_RESET,
};

/** A change as the API shows it. */
export const changeOf = (change: StandingOutChange): MarkChange => {
  const { standsOut, localDate, localTime, together, councilOn, alike, codeIssuedAt, codeIssuedBy } = change;
  return {
    entry: auditEntryOf(change),
    standsOut,
    localDate,
    localTime,
    together,
    councilOn,
    alike,
    codeIssuedAt,
    codeIssuer: codeIssuedBy,
  };
};
