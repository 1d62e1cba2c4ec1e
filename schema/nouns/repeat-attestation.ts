import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Repeat } from '../../projections/standing/table.ts';
import type { AttestationResult as ResultName } from '../../src/policies/attestation.ts';
import { Access } from '../access.ts';
import { AttestationResult } from '../enums/journal.ts';
import { globalId } from '../global-id.ts';
import { LocalDate, OrderReference } from '../scalars.ts';

const reading = { capability: 'standing.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A repeat attestation, beside the original one.' })
export class RepeatAttestation {
  @Access(reading)
  @Field(() => Int, { description: 'Which repeat it was, from 1.' })
  readonly attempt!: number;

  @Access(reading)
  @Field(() => AttestationResult, { description: 'What it ended in.' })
  readonly result!: ResultName;

  @Access(reading)
  @Field(() => LocalDate, { description: 'The day.' })
  readonly heldOn!: string;

  @Access(reading)
  @Field(() => OrderReference, { nullable: true, description: 'The order it was held by.' })
  readonly order!: string | null;

  @Access(reading)
  @Field(() => [ID], { description: 'The accounts of the commission; empty where there was none.' })
  readonly commissionIds!: readonly string[];
}

/** A repeat as the API shows it. */
export const repeatOf = ({ commission, ...repeat }: Repeat): RepeatAttestation => ({
  ...repeat,
  commissionIds: commission.map((account) => globalId('Account', account)),
});
