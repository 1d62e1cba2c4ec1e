import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { StandingOutChange, StandsOut as Reason } from '../../projections/monitoring/changes.ts';
import { DAYS_BEFORE_COUNCIL } from '../../src/policies/before-council.ts';
import { BULK_CHANGES } from '../../src/policies/bulk-changes.ts';
import { ODD_HOURS } from '../../src/policies/odd-hours.ts';
import { Access } from '../access.ts';
import { connectionOf, type Connection } from '../connection.ts';
import { StandsOut } from '../enums/monitoring.ts';
import { LocalDate, LocalTime } from '../scalars.ts';
import { AuditEntry, auditEntryOf } from './audit-entry.ts';

const looking = { capability: 'markChange.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A change of a mark that stands out.' })
class MarkChange {
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
  @Field(() => String, { description: 'What it is about.' })
  readonly title!: string;
}

/** What counts as standing out, today. */
export const standards: MarkChangeStandards = {
  changesInBulk: BULK_CHANGES,
  oddHoursFrom: ODD_HOURS.from,
  oddHoursUntil: ODD_HOURS.until,
  daysBeforeCouncil: DAYS_BEFORE_COUNCIL,
};

/** A change as the API shows it. */
export const changeOf = ({
  standsOut,
  localDate,
  localTime,
  together,
  councilOn,
  ...entry
}: StandingOutChange) => ({
  entry: auditEntryOf(entry),
  standsOut,
  localDate,
  localTime,
  together,
  councilOn,
});
