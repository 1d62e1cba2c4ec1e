import { Field, ID, ObjectType } from 'type-graphql';
import type { Period as Row } from '../../projections/directory/table.ts';
import { Access } from '../access.ts';
import { PeriodKind } from '../enums/college.ts';
import { globalId } from '../global-id.ts';
import { Instant, LocalDate } from '../scalars.ts';

const reading = { capability: 'period.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'An attestation period: what a page of the journal belongs to.',
})
export class AttestationPeriod {
  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => PeriodKind, { description: 'What it is.' })
  readonly kind!: Row['kind'];

  @Access(reading)
  @Field(() => String, { description: 'What people call it.' })
  readonly title!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;

  @Access(reading)
  @Field(() => LocalDate, {
    description: 'The last day on which its attestation marks may be entered or changed.',
  })
  readonly attestationMarksUntil!: string;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether it is locked: nothing is entered in it then.' })
  readonly locked!: boolean;

  @Access(reading)
  @Field(() => Instant, { nullable: true, description: 'When it was last locked.' })
  readonly lockedAt!: string | null;

  @Access(reading)
  @Field(() => Instant, { nullable: true, description: 'When it was last opened again.' })
  readonly reopenedAt!: string | null;
}

/** A period as the API shows it. */
export const periodOf = ({ period, ...row }: Row): AttestationPeriod => ({
  ...row,
  id: globalId('AttestationPeriod', period),
});
