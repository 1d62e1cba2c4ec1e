import { Field, ID, ObjectType } from 'type-graphql';
import type { Role as RoleName } from '../../events/role.ts';
import type {
  RoleGrant as GrantRow,
  RoleProposal as ProposalRow,
} from '../../projections/directory/table-access.ts';
import { Access } from '../access.ts';
import { Role } from '../enums/role.ts';
import { globalId } from '../global-id.ts';
import { Instant, LocalDate } from '../scalars.ts';

const reading = { capability: ['account.read', 'role.confirm'] } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'A role somebody was given: by whom, by which order, from when to when.',
})
export class RoleGrant {
  readonly row!: GrantRow;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => Role, { description: 'The role.' })
  readonly role!: RoleName;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The order.' })
  readonly order!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { description: 'The first day it gives a right.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The last day; null while it lasts.' })
  readonly until!: string | null;

  @Access(reading)
  @Field(() => Instant, { description: 'When it was granted, or confirmed.' })
  readonly grantedAt!: string;

  @Access(reading)
  @Field(() => Instant, { nullable: true, description: 'When it was taken back.' })
  readonly revokedAt!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A role that was proposed and waits for a second person; it gives no right yet.',
})
export class PendingRoleGrant {
  readonly row!: ProposalRow;

  @Access(reading)
  @Field(() => ID, { description: 'Its id, to confirm or decline it by.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => Role, { description: 'The role.' })
  readonly role!: RoleName;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The order.' })
  readonly order!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { description: 'The first day it would give a right.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The last day, if there is one.' })
  readonly until!: string | null;

  @Access(reading)
  @Field(() => Instant, { description: 'When it was proposed.' })
  readonly proposedAt!: string;
}

/** A grant as the API shows it. */
export const roleGrantOf = (row: GrantRow): RoleGrant => ({
  row,
  id: globalId('RoleGrant', row.grant),
  role: row.role,
  order: row.order,
  from: row.from,
  until: row.until,
  grantedAt: row.grantedAt,
  revokedAt: row.revokedAt,
});

/** A proposal as the API shows it. */
export const pendingGrantOf = (row: ProposalRow): PendingRoleGrant => ({
  row,
  id: globalId('RoleGrant', row.grant),
  role: row.role,
  order: row.order,
  from: row.from,
  until: row.until,
  proposedAt: row.proposedAt,
});
