import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ChangeState, ChangeStatus } from '../../src/decisions/folds/regulation.ts';
import { Access } from '../access.ts';
import { RegulationChangeStatus } from '../enums/regulation.ts';
import { globalId } from '../global-id.ts';
import type { Locale } from '../locale.ts';
import { readable } from '../regulation-words/readable.ts';
import { Instant, LocalDate } from '../scalars.ts';

/** Who may see the changes of the regulation: who makes, confirms or audits them. */
export const CHANGES = {
  capability: ['regulation.configure', 'regulation.confirm', 'auditTrail.read'],
} as const;

@ObjectType({ simpleResolvers: true, description: 'A value that a change gives a parameter.' })
export class RegulationNewValue {
  @Access(CHANGES)
  @Field(() => String, { description: 'The parameter.' })
  readonly parameter!: string;

  @Access(CHANGES)
  @Field(() => GraphQLJSON, { nullable: true, description: 'Its new value; null: no rule.' })
  readonly value!: unknown;

  @Access(CHANGES)
  @Field(() => String, { description: 'The value in words, in the language of the request.' })
  readonly reads!: string;

  @Access(CHANGES)
  @Field(() => String, { description: 'Where it is written: a clause of the college’s own, or the order.' })
  readonly clause!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A change of the regulation: proposed, in force or declined.',
})
export class RegulationChange {
  readonly state!: ChangeState;

  @Access(CHANGES)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(CHANGES)
  @Field(() => RegulationChangeStatus, { description: 'What became of it.' })
  readonly status!: ChangeStatus;

  @Access(CHANGES)
  @Field(() => LocalDate, { description: 'From which day on it holds.' })
  readonly effectiveFrom!: string;

  @Access(CHANGES)
  @Field(() => String, { description: 'The order.' })
  readonly order!: string;

  @Access(CHANGES)
  @Field(() => String, { nullable: true, description: 'Why; null where the text was erased.' })
  readonly reason!: string | null;

  @Access(CHANGES)
  @Field(() => [RegulationNewValue], { description: 'What it gives.' })
  readonly values!: readonly RegulationNewValue[];

  @Access(CHANGES)
  @Field(() => Int, { nullable: true, description: 'The version of the regulation that it made.' })
  readonly version!: number | null;

  @Access(CHANGES)
  @Field(() => Instant, { description: 'When it was first recorded.' })
  readonly recordedAt!: string;
}

/** A change as the API shows it. */
export const changeOf = (state: ChangeState, locale: Locale): RegulationChange => {
  const { change, status, effectiveFrom, order, reason, values, version, recordedAt } = state;
  return {
    state,
    id: globalId('RegulationChange', change),
    status,
    effectiveFrom,
    order,
    reason,
    values: values.map((one) => ({ ...one, reads: readable(one.value, locale) })),
    version,
    recordedAt,
  };
};
